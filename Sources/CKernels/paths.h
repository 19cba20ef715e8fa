// SPDX-License-Identifier: Apache-2.0
// The paths that a build can have; each in a file of its own.
#ifndef COPYDESK_KERNEL_PATHS_H
#define COPYDESK_KERNEL_PATHS_H

#include "CKernels.h"

extern const CopydeskKernels copydesk_kernels_portable;
#if defined(__x86_64__)
extern const CopydeskKernels copydesk_kernels_avx2, copydesk_kernels_avx512vnni;
#elif defined(__aarch64__)
extern const CopydeskKernels copydesk_kernels_neondot;
#endif

#endif
