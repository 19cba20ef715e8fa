// SPDX-License-Identifier: Apache-2.0

/// Memory at an edge of 64 bytes, as the widest registers like it.
@safe final class AlignedMemory: Sendable {
    /// Filled before the memory is shared, or by one thread alone.
    nonisolated(unsafe) private let base: UnsafeMutableRawPointer

    init(byteCount: Int) {
        unsafe base = UnsafeMutableRawPointer.allocate(byteCount: max(byteCount, 64), alignment: 64)
    }

    deinit { unsafe base.deallocate() }

    /// Numbers that begin at `offset` bytes; valid as long as this object.
    func pointer<Number: BitwiseCopyable>(at offset: Int, _ type: Number.Type) -> UnsafeMutablePointer<Number> {
        unsafe (base + offset).assumingMemoryBound(to: type)
    }
}
