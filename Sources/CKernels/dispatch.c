// SPDX-License-Identifier: Apache-2.0
#include <string.h>

#include "paths.h"

#if defined(__aarch64__) && defined(__linux__)
#include <sys/auxv.h>
#define HAS_DOT_PRODUCT (getauxval(AT_HWCAP) >> 20 & 1)  // HWCAP_ASIMDDP
#elif defined(__aarch64__)
#define HAS_DOT_PRODUCT 1  // Every Apple processor with Swift 6 has it.
#endif

/// What this machine can run, the fastest first. The compiler's run-time asks the processor and whether the system saves the registers.
static bool can_run(const CopydeskKernels *kernels) {
#if defined(__x86_64__)
    if (kernels == &copydesk_kernels_avx512vnni) {
        return __builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512bw") && __builtin_cpu_supports("avx512vl")
            && __builtin_cpu_supports("avx512dq") && __builtin_cpu_supports("avx512vnni");
    }
    if (kernels == &copydesk_kernels_avx2) return __builtin_cpu_supports("avx2") != 0;
#elif defined(__aarch64__)
    if (kernels == &copydesk_kernels_neondot) return HAS_DOT_PRODUCT != 0;
#endif
    return true;
}

const CopydeskKernels *copydesk_kernels(const char *name) {
    const CopydeskKernels *const paths[] = {
#if defined(__x86_64__)
        &copydesk_kernels_avx512vnni, &copydesk_kernels_avx2,
#elif defined(__aarch64__)
        &copydesk_kernels_neondot,
#endif
        &copydesk_kernels_portable,
    };
    for (size_t i = 0; i < sizeof paths / sizeof *paths; i++)
        if (can_run(paths[i]) && (!name || strcmp(name, paths[i]->name) == 0)) return paths[i];
    return NULL;
}

/// [outputs / 64][inputs / 4][64][4]: a product's four neighbours of each of 64 channels lie together, as the instructions want them.
bool copydesk_kernel_pack(const int8_t *weights, int32_t outputs, int32_t inputs, int8_t *packed, int32_t *sums) {
    const int32_t block = COPYDESK_KERNEL_BLOCK;
    for (int32_t n = 0; n < outputs; n++) {
        const int8_t *row = weights + (size_t)n * inputs;
        int8_t *target = packed + (size_t)(n / block) * inputs * block + (n % block) * 4;
        int32_t sum = 0;
        for (int32_t k = 0; k < inputs; k++) {
            if (row[k] == -128) return false;
            target[(size_t)(k / 4) * block * 4 + k % 4] = row[k];
            sum += row[k];
        }
        sums[n] = sum;
    }
    return true;
}

size_t copydesk_kernel_attention_scratch(int32_t rows) {
    return (size_t)((rows + 15) / 16 * 16) * (COPYDESK_KERNEL_HEAD + 4);
}

bool copydesk_all_finite(const float *x, size_t count) {
    uint32_t found = 0;
    for (size_t i = 0; i < count; i++) {
        uint32_t bits;
        memcpy(&bits, x + i, sizeof bits);
        found |= (bits & 0x7F800000) == 0x7F800000;
    }
    return !found;
}
