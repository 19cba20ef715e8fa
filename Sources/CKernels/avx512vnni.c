// SPDX-License-Identifier: Apache-2.0
// For x86-64 with AVX-512 VNNI: VPDPBUSD adds four products of an unsigned and a signed byte to a sum of 32 bits. Activations are stored
// with 128 added; what that adds to a sum, 128 times the channel's weights, is taken off at the end.
#if defined(__x86_64__)
#include <immintrin.h>

#include "paths.h"

#pragma clang attribute push(__attribute__((target("avx512f,avx512bw,avx512vl,avx512dq,avx512vnni"))), apply_to = function)

#define PATH(name) name##_avx512vnni
#define ACTIVATION_ZERO 128
#include "steps.h"

#define ROWS 6
#define BLOCK COPYDESK_KERNEL_BLOCK

/// `rows` rows against 64 channels: 24 of the 32 registers hold sums.
INLINE void tile(int32_t rows, const uint8_t *x, const float *row_scale, const int8_t *weights, const CopydeskMatrix *matrix, int32_t channel, float *out) {
    const int32_t inputs = matrix->inputs;
    __m512i sums[ROWS][4];
#pragma clang loop unroll(full)
    for (int32_t r = 0; r < rows; r++)
        for (int32_t c = 0; c < 4; c++) sums[r][c] = _mm512_setzero_si512();
    for (int32_t k = 0; k < inputs; k += 4, weights += BLOCK * 4) {
        __m512i w[4];
        for (int32_t c = 0; c < 4; c++) w[c] = _mm512_loadu_si512(weights + c * 64);
#pragma clang loop unroll(full)
        for (int32_t r = 0; r < rows; r++) {
            int32_t four;
            memcpy(&four, x + (size_t)r * inputs + k, 4);
            const __m512i a = _mm512_set1_epi32(four);
            for (int32_t c = 0; c < 4; c++) sums[r][c] = _mm512_dpbusd_epi32(sums[r][c], a, w[c]);
        }
    }
#pragma clang loop unroll(full)
    for (int32_t r = 0; r < rows; r++) {
        for (int32_t c = 0; c < 4; c++) {
            const __m512i surplus = _mm512_slli_epi32(_mm512_loadu_si512(matrix->sums + channel + c * LANES), 7);
            finish((ints)_mm512_sub_epi32(sums[r][c], surplus), row_scale[r], matrix, channel + c * LANES, out + (size_t)r * matrix->outputs + c * LANES);
        }
    }
}

#define TILES(count) \
    for (; row + count <= rows; row += count) \
        tile(count, (const uint8_t *)x + row * inputs, row_scale + row, weights, matrix, channel, out + (size_t)row * matrix->outputs + channel)

static void multiply_avx512vnni(const void *x, const float *row_scale, const CopydeskMatrix *matrix, int32_t rows, float *out) {
    const size_t inputs = (size_t)matrix->inputs;
    for (int32_t channel = 0; channel < matrix->outputs; channel += BLOCK) {
        const int8_t *weights = matrix->packed + (size_t)channel * inputs;
        int32_t row = 0;
        TILES(6);
        TILES(4);
        TILES(2);
        TILES(1);
    }
}

#pragma clang attribute pop

const CopydeskKernels copydesk_kernels_avx512vnni = KERNELS("avx512vnni");
#endif
