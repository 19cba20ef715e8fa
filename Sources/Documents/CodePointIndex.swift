// SPDX-License-Identifier: Apache-2.0

/// Converts byte offsets of a text to code points, in constant time after one pass.
public struct CodePointIndex: Sendable {
    private static let block = 64
    /// Code points before each block; empty where every byte is one.
    private let before: [Int]
    private let bytes: [UInt8]

    public init(_ text: Text) {
        bytes = text.bytes
        guard text.bytes.contains(where: { $0 >= 0x80 }) else {
            before = []
            return
        }
        var counts: [Int] = []
        counts.reserveCapacity(text.count / Self.block + 1)
        var count = 0
        for (offset, byte) in text.bytes.enumerated() {
            if offset % Self.block == 0 { counts.append(count) }
            if byte & 0xC0 != 0x80 { count += 1 }
        }
        if text.count % Self.block == 0 { counts.append(count) }
        before = counts
    }

    /// The byte at which the code point of this number begins, or the end of the text; `nil` beyond it.
    public func offset(ofCodePoint codePoint: Int) -> Int? {
        guard codePoint >= 0 else { return nil }
        if before.isEmpty { return codePoint <= bytes.count ? codePoint : nil }
        // The last block that begins at or before it.
        var low = 0
        var high = before.count
        while high - low > 1 {
            let middle = (low + high) / 2
            if before[middle] <= codePoint { low = middle } else { high = middle }
        }
        var count = before[low]
        var offset = low * Self.block
        while offset < bytes.count {
            if bytes[offset] & 0xC0 != 0x80 {
                if count == codePoint { return offset }
                count += 1
            }
            offset += 1
        }
        return count == codePoint ? bytes.count : nil
    }

    /// Code points before the byte at `offset`.
    public func codePoint(at offset: Int) -> Int {
        guard !before.isEmpty else { return offset }
        let block = offset / Self.block
        var count = before[block]
        for index in (block * Self.block)..<offset where bytes[index] & 0xC0 != 0x80 { count += 1 }
        return count
    }
}
