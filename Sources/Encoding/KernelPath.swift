// SPDX-License-Identifier: Apache-2.0

internal import CKernels

/// The instruction sets that the arithmetic is written for. All give the same bits.
package enum KernelPath: String, CaseIterable, Sendable {
    case avx512vnni, avx2, neondot, portable

    /// Those that this machine can run, the fastest first.
    package static var runnable: [KernelPath] { allCases.filter { unsafe copydesk_kernels($0.rawValue) != nil } }
}
