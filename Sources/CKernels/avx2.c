// SPDX-License-Identifier: Apache-2.0
// For x86-64 with AVX2: pairs of bytes are multiplied by VPMADDUBSW, whose sums saturate at 32767. Both sides lie within -127...127 and
// the sign goes from one to the other, so a pair is at most 2 * 127 * 127 = 32258: nothing saturates.
#if defined(__x86_64__)
#include <immintrin.h>

#include "paths.h"

#pragma clang attribute push(__attribute__((target("avx2"))), apply_to = function)

#define PATH(name) name##_avx2
#define ACTIVATION_ZERO 0
#include "steps.h"

#define ROWS 4

INLINE void tile(int32_t rows, const uint8_t *x, const float *row_scale, const int8_t *weights, const CopydeskMatrix *matrix, int32_t channel, float *out) {
    const int32_t inputs = matrix->inputs;
    const __m256i ones = _mm256_set1_epi16(1);
    __m256i sums[ROWS][2];
    for (int32_t r = 0; r < rows; r++) sums[r][0] = sums[r][1] = _mm256_setzero_si256();
    for (int32_t k = 0; k < inputs; k += 4, weights += COPYDESK_KERNEL_BLOCK * 4) {
        const __m256i low = _mm256_loadu_si256((const __m256i *)weights), high = _mm256_loadu_si256((const __m256i *)(weights + 32));
#pragma clang loop unroll(full)
        for (int32_t r = 0; r < rows; r++) {
            int32_t four;
            memcpy(&four, x + (size_t)r * inputs + k, 4);
            const __m256i a = _mm256_set1_epi32(four), size = _mm256_abs_epi8(a);
            sums[r][0] = _mm256_add_epi32(sums[r][0], _mm256_madd_epi16(_mm256_maddubs_epi16(size, _mm256_sign_epi8(low, a)), ones));
            sums[r][1] = _mm256_add_epi32(sums[r][1], _mm256_madd_epi16(_mm256_maddubs_epi16(size, _mm256_sign_epi8(high, a)), ones));
        }
    }
    for (int32_t r = 0; r < rows; r++) {
        ints sum;
        memcpy(&sum, sums[r], sizeof sum);
        finish(sum, row_scale[r], matrix, channel, out + (size_t)r * matrix->outputs);
    }
}

MULTIPLY_IN_STRIPS(tile, uint8_t)

#pragma clang attribute pop

const CopydeskKernels copydesk_kernels_avx2 = KERNELS("avx2");
#endif
