// SPDX-License-Identifier: Apache-2.0

internal import Documents

extension Text {
    /// The first byte from `offset` on that is not ASCII, or the end. Takes eight bytes at a step.
    func nextHighByte(from offset: Int) -> Int {
        unsafe bytes.withUnsafeBytes { raw in
            var offset = offset
            let count = raw.count
            while offset + 8 <= count {
                let word = unsafe raw.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
                let high = UInt64(littleEndian: word) & 0x8080_8080_8080_8080
                if high != 0 { return offset + high.trailingZeroBitCount / 8 }
                offset += 8
            }
            while offset < count, unsafe raw[offset] < 0x80 { offset += 1 }
            return offset
        }
    }

    /// The first byte from `offset` on that is neither a printing character of ASCII nor LF or TAB, or the end.
    func nextOddByte(from offset: Int) -> Int {
        unsafe bytes.withUnsafeBytes { raw in
            var offset = offset
            let count = raw.count
            while offset < count {
                if offset + 8 <= count {
                    let word = unsafe UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
                    // A high bit, a borrow below 20, or a carry at 7F: may be set for a neighbour too, which is then looked at for nothing.
                    let odd = word | (word &- 0x2020_2020_2020_2020) | (word &+ 0x0101_0101_0101_0101)
                    if odd & 0x8080_8080_8080_8080 == 0 {
                        offset += 8
                        continue
                    }
                }
                let limit = min(offset + 8, count)
                while offset < limit {
                    let byte = unsafe raw[offset]
                    if byte >= 0x7F || byte < 0x20 && byte != 0x0A && byte != 0x09 { return offset }
                    offset += 1
                }
            }
            return count
        }
    }

    /// The first LF from `offset` on, or the end.
    func nextLineEnd(from offset: Int) -> Int { next(0x0A, from: offset) }

    /// The first `byte` from `offset` on, or the end. Takes eight bytes at a step.
    func next(_ byte: UInt8, from offset: Int) -> Int {
        unsafe bytes.withUnsafeBytes { raw in
            var offset = offset
            let count = raw.count
            let pattern = UInt64(byte) &* 0x0101_0101_0101_0101
            while offset + 8 <= count {
                // A byte is zero where it borrows from above and had no high bit: the lowest such one is exact.
                let word = unsafe UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: offset, as: UInt64.self)) ^ pattern
                let zeros = (word &- 0x0101_0101_0101_0101) & ~word & 0x8080_8080_8080_8080
                if zeros != 0 { return offset + zeros.trailingZeroBitCount / 8 }
                offset += 8
            }
            while offset < count, unsafe raw[offset] != byte { offset += 1 }
            return offset
        }
    }

    /// Whether the text has `byte` anywhere.
    func contains(_ byte: UInt8) -> Bool { next(byte, from: 0) < count }
}
