// SPDX-License-Identifier: Apache-2.0
// For every machine: plain C, which the compiler makes into SSE2 or NEON.
#if defined(__SSE2__)
#include <emmintrin.h>
#endif

#include "paths.h"

#define PATH(name) name##_portable
#define ACTIVATION_ZERO 0
#define ACTIVATION int16_t  // What multiplies pairs in SSE2 takes words.
#include "steps.h"

#define ROWS 4
#define CHANNELS 4

typedef int8_t block __attribute__((ext_vector_type(8), aligned(1)));
typedef int16_t words __attribute__((ext_vector_type(8), aligned(2)));
typedef int16_t words4 __attribute__((ext_vector_type(4), aligned(2)));
typedef int32_t ints4 __attribute__((ext_vector_type(4), aligned(4)));

/// Products of neighbours, added: PMADDWD, which every x86-64 has.
INLINE ints4 pairs(words a, words b) {
#if defined(__SSE2__)
    return (ints4)_mm_madd_epi16((__m128i)a, (__m128i)b);
#else
    return __builtin_convertvector(a.even, ints4) * __builtin_convertvector(b.even, ints4)
        + __builtin_convertvector(a.odd, ints4) * __builtin_convertvector(b.odd, ints4);
#endif
}

/// `rows` rows against four channels; each channel has two sums until the end.
INLINE void tile(int32_t rows, const int16_t *x, const int8_t *weights, int32_t inputs, ints4 *out) {
    ints4 sums[ROWS][2];
#pragma clang loop unroll(full)
    for (int32_t r = 0; r < rows; r++) sums[r][0] = sums[r][1] = 0;
    for (int32_t k = 0; k < inputs; k += 4, weights += COPYDESK_KERNEL_BLOCK * 4) {
        const words low = __builtin_convertvector(*(const block *)weights, words);
        const words high = __builtin_convertvector(*(const block *)(weights + 8), words);
#pragma clang loop unroll(full)
        for (int32_t r = 0; r < rows; r++) {
            const words4 four = *(const words4 *)(x + (size_t)r * inputs + k);
            const words a = __builtin_shufflevector(four, four, 0, 1, 2, 3, 0, 1, 2, 3);
            sums[r][0] += pairs(low, a);
            sums[r][1] += pairs(high, a);
        }
    }
#pragma clang loop unroll(full)
    for (int32_t r = 0; r < rows; r++)
        out[r] = __builtin_shufflevector(sums[r][0], sums[r][1], 0, 2, 4, 6) + __builtin_shufflevector(sums[r][0], sums[r][1], 1, 3, 5, 7);
}

/// `rows` rows against sixteen channels.
INLINE void strip(int32_t rows, const int16_t *x, const float *row_scale, const int8_t *weights, const CopydeskMatrix *matrix, int32_t channel, float *out) {
    ints4 sums[LANES / CHANNELS][ROWS];
    for (int32_t c = 0; c < LANES / CHANNELS; c++) tile(rows, x, weights + c * CHANNELS * 4, matrix->inputs, sums[c]);
    for (int32_t r = 0; r < rows; r++) {
        const ints sum = __builtin_shufflevector(
            __builtin_shufflevector(sums[0][r], sums[1][r], 0, 1, 2, 3, 4, 5, 6, 7),
            __builtin_shufflevector(sums[2][r], sums[3][r], 0, 1, 2, 3, 4, 5, 6, 7),
            0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15);
        finish(sum, row_scale[r], matrix, channel, out + (size_t)r * matrix->outputs);
    }
}

MULTIPLY_IN_STRIPS(strip, int16_t)

const CopydeskKernels copydesk_kernels_portable = KERNELS("portable");
