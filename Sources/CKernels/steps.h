// SPDX-License-Identifier: Apache-2.0
// All steps but the product of matrices, in sixteen lanes. A path's file sets its target, defines PATH(name) and ACTIVATION_ZERO, and
// includes this: so the same lines become four XMM, two YMM or one ZMM register, or four of NEON.
#include <string.h>

#include "CKernels.h"

#pragma clang fp contract(off)
// Vectors are passed to inlined functions alone: no calling convention is concerned.
#pragma clang diagnostic ignored "-Wpsabi"

#define LANES 16
#define HEAD COPYDESK_KERNEL_HEAD

typedef float floats __attribute__((ext_vector_type(16), aligned(4)));
typedef float floats8 __attribute__((ext_vector_type(8), aligned(4)));
typedef float floats4 __attribute__((ext_vector_type(4), aligned(4)));
typedef int32_t ints __attribute__((ext_vector_type(16), aligned(4)));
typedef int8_t bytes __attribute__((ext_vector_type(16), aligned(1)));

#ifndef ACTIVATION
#define ACTIVATION int8_t
#endif
typedef ACTIVATION activations __attribute__((ext_vector_type(16), aligned(1)));

#define INLINE static inline __attribute__((always_inline))

/// 1.5 * 2^23: a small number added to it is rounded to a whole one, ties to even, in its lowest bits.
#define ROUNDING 12582912.f
#define ROUNDING_BITS 0x4B400000

INLINE floats load(const float *x) { return *(const floats *)x; }
INLINE void store(float *x, floats value) { *(floats *)x = value; }
INLINE floats larger(floats a, floats b) { return a > b ? a : b; }
INLINE floats magnitude(floats x) { return (floats)((ints)x & 0x7FFFFFFF); }

INLINE float total(floats x) {
    floats8 half = x.lo + x.hi;
    floats4 quarter = half.lo + half.hi;
    return (quarter.x + quarter.z) + (quarter.y + quarter.w);
}

INLINE float largest(floats x) {
    floats8 half = x.lo > x.hi ? x.lo : x.hi;
    floats4 quarter = half.lo > half.hi ? half.lo : half.hi;
    float a = quarter.x > quarter.z ? quarter.x : quarter.z, b = quarter.y > quarter.w ? quarter.y : quarter.w;
    return a > b ? a : b;
}

/// e^x for x <= 0: 2^whole * 2^part, with a polynomial for part in [-0.5, 0.5]. Relative error below 3e-7; what is below e^-80 counts as that.
INLINE floats exponential(floats x) {
    x = larger(x, (floats)-80.f);
    floats z = x * 1.44269504f;
    floats shifted = z + ROUNDING;
    floats part = z - (shifted - ROUNDING);
    floats p = part * 0.00133335581f + 0.00961812911f;
    p = p * part + 0.0555041090f;
    p = p * part + 0.240226462f;
    p = p * part + 0.693147182f;
    p = p * part + 1.f;
    return (floats)((ints)p + (((ints)shifted - ROUNDING_BITS) << 23));
}

static void PATH(embed)(const CopydeskPiece *piece, int32_t width, float *out) {
    for (int32_t i = 0; i < width; i += LANES) {
        floats sum = __builtin_convertvector(*(const bytes *)(piece->word + i), floats) * piece->scale;
        if (piece->shape) sum += load(piece->shape + i);
        if (piece->spacing) sum += load(piece->spacing + i);
        store(out + i, (sum + load(piece->type + i)) + load(piece->position + i));
    }
}

static void PATH(add_norm)(
    const float *x, const float *rest, const float *weight, const float *bias, int32_t rows, int32_t width, float *out
) {
    for (int32_t row = 0; row < rows; row++, x += width, out += width) {
        floats sum = 0;
        for (int32_t i = 0; i < width; i += LANES) {
            floats value = rest ? load(x + i) + load(rest + i) : load(x + i);
            store(out + i, value);
            sum += value;
        }
        float mean = total(sum) / (float)width;
        floats squares = 0;
        for (int32_t i = 0; i < width; i += LANES) {
            floats distance = load(out + i) - mean;
            squares += distance * distance;
        }
        float factor = 1.f / __builtin_elementwise_sqrt(total(squares) / (float)width + 1e-12f);
        for (int32_t i = 0; i < width; i += LANES) {
            store(out + i, (load(out + i) - mean) * factor * load(weight + i) + load(bias + i));
        }
        if (rest) rest += width;
    }
}

static void PATH(quantize)(const float *x, const float *columns, int32_t rows, int32_t width, void *out, float *scale) {
    ACTIVATION *target = out;
    for (int32_t row = 0; row < rows; row++, x += width, target += width) {
        floats most = 0;
        for (int32_t i = 0; i < width; i += LANES) most = larger(most, magnitude(columns ? load(x + i) * load(columns + i) : load(x + i)));
        float limit = largest(most);
        if (!(limit > 1e-12f)) limit = 1e-12f;
        float factor = 127.f / limit;
        for (int32_t i = 0; i < width; i += LANES) {
            floats value = columns ? load(x + i) * load(columns + i) : load(x + i);
            ints whole = (ints)(value * factor + ROUNDING) - (ROUNDING_BITS - ACTIVATION_ZERO);
            *(activations *)(target + i) = __builtin_convertvector(whole, activations);
        }
        scale[row] = limit / 127.f;
    }
}

/// Abramowitz and Stegun 7.1.26: the error function, off by less than 1.5e-7.
static void PATH(gelu)(float *x, size_t count) {
    for (size_t i = 0; i < count; i += LANES) {
        floats value = load(x + i);
        floats v = magnitude(value) * 0.707106781f;
        floats t = 1.f / (v * 0.3275911f + 1.f);
        floats p = t * 1.061405429f - 1.453152027f;
        p = p * t + 1.421413741f;
        p = p * t - 0.284496736f;
        p = p * t + 0.254829592f;
        floats error = 1.f - p * t * exponential(-(v * v));
        floats half = value * 0.5f;
        // The error function has the sign of its argument.
        store(x + i, half + (floats)((ints)(half * error) & 0x7FFFFFFF));
    }
}

/// Scores of four queries against sixteen keys at a time; keys are transposed first, so that a lane is a key.
static void PATH(attend)(const float *queries_keys_values, int32_t rows, int32_t heads, float *scratch, float *out) {
    const int32_t width = heads * HEAD, stride = 3 * width, padded = (rows + LANES - 1) / LANES * LANES;
    float *keys = scratch, *scores = scratch + (size_t)HEAD * padded;
    memset(keys, 0, sizeof(float) * HEAD * (size_t)padded);
    const float factor = 0.176776695f;  // 1 / sqrt(HEAD)
    for (int32_t head = 0; head < heads; head++) {
        const float *query = queries_keys_values + head * HEAD, *key = query + width, *value = key + width;
        for (int32_t j = 0; j < rows; j++)
            for (int32_t d = 0; d < HEAD; d++) keys[(size_t)d * padded + j] = key[(size_t)j * stride + d];
        for (int32_t i = 0; i < rows; i += 4) {
            const float *q[4];
            for (int32_t r = 0; r < 4; r++) q[r] = query + (size_t)(i + r < rows ? i + r : rows - 1) * stride;
            floats most[4] = {-1e30f, -1e30f, -1e30f, -1e30f};
            for (int32_t j = 0; j < padded; j += LANES) {
                floats sum[4] = {0};
                for (int32_t d = 0; d < HEAD; d++) {
                    floats k = load(keys + (size_t)d * padded + j);
#pragma clang loop unroll(full)
                    for (int32_t r = 0; r < 4; r++) sum[r] += q[r][d] * k;
                }
#pragma clang loop unroll(full)
                for (int32_t r = 0; r < 4; r++) {
                    floats score = sum[r] * factor;
                    if (j + LANES > rows) {
                        ints number = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15};
                        score = number + j < (ints)rows ? score : (floats)-1e30f;
                    }
                    store(scores + (size_t)r * padded + j, score);
                    most[r] = larger(most[r], score);
                }
            }
            float share[4];
            for (int32_t r = 0; r < 4; r++) {
                float *line = scores + (size_t)r * padded, limit = largest(most[r]);
                floats sum = 0;
                for (int32_t j = 0; j < padded; j += LANES) {
                    floats weight = exponential(load(line + j) - limit);
                    store(line + j, weight);
                    // What stands behind the last row has no part in the sum.
                    if (j + LANES > rows) for (int32_t k = rows - j; k < LANES; k++) weight[k] = 0;
                    sum += weight;
                }
                share[r] = 1.f / total(sum);
            }
            floats low[4] = {0}, high[4] = {0};
            for (int32_t j = 0; j < rows; j++) {
                floats v = load(value + (size_t)j * stride), w = load(value + (size_t)j * stride + LANES);
#pragma clang loop unroll(full)
                for (int32_t r = 0; r < 4; r++) {
                    float weight = scores[(size_t)r * padded + j];
                    low[r] += weight * v;
                    high[r] += weight * w;
                }
            }
            for (int32_t r = 0; r < 4 && i + r < rows; r++) {
                float *target = out + (size_t)(i + r) * width + head * HEAD;
                store(target, low[r] * share[r]);
                store(target + LANES, high[r] * share[r]);
            }
        }
    }
}

static void PATH(dense)(
    const float *x, const float *weight, const float *bias, int32_t rows, int32_t width, int32_t outputs, float *out
) {
    for (int32_t row = 0; row < rows; row++, x += width, out += outputs) {
        for (int32_t n = 0; n < outputs; n++) {
            const float *channel = weight + (size_t)n * width;
            floats sum = 0;
            for (int32_t i = 0; i < width; i += LANES) sum += load(x + i) * load(channel + i);
            out[n] = total(sum) + bias[n];
        }
    }
}

static void PATH(mean)(const float *x, int32_t rows, int32_t width, float *out) {
    for (int32_t i = 0; i < width; i += LANES) {
        floats sum = 0;
        for (int32_t row = 0; row < rows; row++) sum += load(x + (size_t)row * width + i);
        store(out + i, sum / (float)rows);
    }
}

/// The integer sums of one row and sixteen channels, made into numbers.
INLINE void finish(ints sum, float row_scale, const CopydeskMatrix *matrix, int32_t channel, float *out) {
    floats scale = row_scale * load(matrix->scale + channel);
    store(out, __builtin_convertvector(sum, floats) * scale + load(matrix->bias + channel));
}

/// Sixteen channels at a time, the rows in strips of ROWS and the rest one by one. `strip` is the path's own: rows, activations of type `element`,
/// their scales, weights, matrix, channel, out.
#define MULTIPLY_IN_STRIPS(strip, element) \
    static void PATH(multiply)(const void *x, const float *row_scale, const CopydeskMatrix *matrix, int32_t rows, float *out) { \
        const size_t inputs = (size_t)matrix->inputs; \
        for (int32_t channel = 0; channel < matrix->outputs; channel += LANES) { \
            const int32_t inside = channel % COPYDESK_KERNEL_BLOCK; \
            const int8_t *weights = matrix->packed + (size_t)(channel - inside) * inputs + inside * 4; \
            int32_t row = 0; \
            for (; row + ROWS <= rows; row += ROWS) \
                strip(ROWS, (const element *)x + row * inputs, row_scale + row, weights, matrix, channel, out + (size_t)row * matrix->outputs + channel); \
            for (; row < rows; row++) \
                strip(1, (const element *)x + row * inputs, row_scale + row, weights, matrix, channel, out + (size_t)row * matrix->outputs + channel); \
        } \
    }

#define KERNELS(label) \
    { \
        .name = label, .embed = PATH(embed), .add_norm = PATH(add_norm), .quantize = PATH(quantize), .multiply = PATH(multiply), \
        .attend = PATH(attend), .gelu = PATH(gelu), .dense = PATH(dense), .mean = PATH(mean), \
    }
