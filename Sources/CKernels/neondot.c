// SPDX-License-Identifier: Apache-2.0
// For arm64 with the dot product of Armv8.2: SDOT adds four products of signed bytes to a sum of 32 bits.
#if defined(__aarch64__)
#include <arm_neon.h>

#include "paths.h"

#pragma clang attribute push(__attribute__((target("dotprod"))), apply_to = function)

#define PATH(name) name##_neondot
#define ACTIVATION_ZERO 0
#include "steps.h"

#define ROWS 4

#define LANE(lane) \
    { \
        const int8_t *line = weights + lane * COPYDESK_KERNEL_BLOCK * 4; \
        const int8x16_t w0 = vld1q_s8(line), w1 = vld1q_s8(line + 16), w2 = vld1q_s8(line + 32), w3 = vld1q_s8(line + 48); \
        _Pragma("clang loop unroll(full)") for (int32_t r = 0; r < rows; r++) { \
            sums[r][0] = vdotq_laneq_s32(sums[r][0], w0, a[r], lane); \
            sums[r][1] = vdotq_laneq_s32(sums[r][1], w1, a[r], lane); \
            sums[r][2] = vdotq_laneq_s32(sums[r][2], w2, a[r], lane); \
            sums[r][3] = vdotq_laneq_s32(sums[r][3], w3, a[r], lane); \
        } \
    }

/// `rows` rows against sixteen channels.
INLINE void tile(int32_t rows, const int8_t *x, const float *row_scale, const int8_t *weights, const CopydeskMatrix *matrix, int32_t channel, float *out) {
    const int32_t inputs = matrix->inputs;
    int32x4_t sums[ROWS][4];
    for (int32_t r = 0; r < rows; r++)
        for (int32_t c = 0; c < 4; c++) sums[r][c] = vdupq_n_s32(0);
    for (int32_t k = 0; k < inputs; k += 16, weights += COPYDESK_KERNEL_BLOCK * 16) {
        int8x16_t a[ROWS];
        for (int32_t r = 0; r < rows; r++) a[r] = vld1q_s8(x + (size_t)r * inputs + k);
        LANE(0) LANE(1) LANE(2) LANE(3)
    }
    for (int32_t r = 0; r < rows; r++) {
        ints sum;
        memcpy(&sum, sums[r], sizeof sum);
        finish(sum, row_scale[r], matrix, channel, out + (size_t)r * matrix->outputs);
    }
}

MULTIPLY_IN_STRIPS(tile, int8_t)

#pragma clang attribute pop

const CopydeskKernels copydesk_kernels_neondot = KERNELS("neondot");
#endif
