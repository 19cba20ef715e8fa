// SPDX-License-Identifier: Apache-2.0
// The arithmetic of the encoder, once for each instruction set. Which one runs is decided at run time.
//
// All paths give the same bits: products are summed as whole numbers, and the rest is IEEE arithmetic in sixteen lanes, in one order and
// without fused multiply-add. So a result does not depend on the machine that made it.
#ifndef COPYDESK_CKERNELS_H
#define COPYDESK_CKERNELS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#pragma clang assume_nonnull begin

/// Output channels that are packed side by side. The width of every matrix is a multiple of it.
#define COPYDESK_KERNEL_BLOCK 64
/// Size of an attention head, in numbers. Others are not supported.
#define COPYDESK_KERNEL_HEAD 32

/// A matrix of int8 weights, packed by copydesk_kernel_pack. y = sum * (row scale * scale) + bias.
typedef struct {
    int32_t outputs, inputs;
    const int8_t *packed;
    const float *scale, *bias;
    /// The sum of each channel's weights.
    const int32_t *sums;
    /// What the columns of its input are multiplied by before they are rounded; NULL where they stay as they are.
    const float *_Nullable columns;
} CopydeskMatrix;

/// What one word piece adds up from, each a row of `width` numbers; `shape` and `spacing` may be NULL.
typedef struct {
    const int8_t *word;
    float scale;
    const float *position, *type, *_Nullable shape, *_Nullable spacing;
} CopydeskPiece;

typedef struct {
    /// "avx512vnni", "avx2", "neondot" or "portable".
    const char *name;
    /// The sum of a piece's rows, before the layer norm.
    void (*embed)(const CopydeskPiece *piece, int32_t width, float *out);
    /// out = norm(x + rest) by rows; `rest` may be NULL, `out` may be `x`.
    void (*add_norm)(const float *x, const float *_Nullable rest, const float *weight, const float *bias, int32_t rows, int32_t width, float *out);
    /// Rows as whole numbers from -127 to 127 (in two bytes each at most, stored as this path likes), and the scale of each. Where there are
    /// `columns`, each number is first multiplied by its column's.
    void (*quantize)(const float *x, const float *_Nullable columns, int32_t rows, int32_t width, void *out, float *scale);
    /// out[rows, outputs] of the quantized rows.
    void (*multiply)(const void *x, const float *row_scale, const CopydeskMatrix *matrix, int32_t rows, float *out);
    /// Self-attention over one window: rows of query, key and value of `heads` heads of 32 in, rows of heads * 32 out.
    /// `scratch` has copydesk_kernel_attention_scratch(rows) floats.
    void (*attend)(const float *queries_keys_values, int32_t rows, int32_t heads, float *scratch, float *out);
    /// The exact GELU (by the error function), in place. `count` is a multiple of 16.
    void (*gelu)(float *x, size_t count);
    /// out[rows, outputs] = x * weight + bias, in 32-bit floats.
    void (*dense)(const float *x, const float *weight, const float *bias, int32_t rows, int32_t width, int32_t outputs, float *out);
    /// The mean of the rows.
    void (*mean)(const float *x, int32_t rows, int32_t width, float *out);
} CopydeskKernels;

/// The path of that name, or the fastest for NULL; NULL where this machine or build has no such path.
const CopydeskKernels *_Nullable copydesk_kernels(const char *_Nullable name);

/// Packs rows of weights (`outputs` x `inputs`) for `multiply` and counts their sums. False where a weight is -128, which the paths
/// would not sum alike.
bool copydesk_kernel_pack(const int8_t *weights, int32_t outputs, int32_t inputs, int8_t *packed, int32_t *sums);

size_t copydesk_kernel_attention_scratch(int32_t rows);

/// Whether none is infinite or not a number.
bool copydesk_all_finite(const float *x, size_t count);

#pragma clang assume_nonnull end
#endif
