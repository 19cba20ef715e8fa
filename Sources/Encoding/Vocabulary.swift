// SPDX-License-Identifier: Apache-2.0

/// The word pieces that a model knows, found by the longest match: an open hash table over the bytes of the list.
struct Vocabulary: Sendable {
    let count: Int
    let unknown: Int32
    /// What stands before and behind the pieces of a window.
    let opening: Int32
    let closing: Int32
    private let bytes: [UInt8]
    /// Where each piece begins in `bytes`, without the "##" of one that continues a word; `ends` where it ends.
    private let starts: [Int32]
    private let ends: [Int32]
    /// The hash in the upper half and the piece's number in the lower, or `free`.
    private var slots: [UInt64]
    /// Bytes of the longest piece.
    private let longest: Int

    private static let free = UInt64.max

    /// - Parameter list: one piece a line, valid UTF-8. Returns nil where the list lacks what every BERT vocabulary has.
    init?(_ list: [UInt8]) {
        guard String(validating: list, as: UTF8.self) != nil else { return nil }
        var starts: [Int32] = []
        var ends: [Int32] = []
        var continues: [Bool] = []
        var start = 0
        var longest = 1
        for (offset, byte) in list.enumerated() where byte == 0x0A {
            let isContinuation = offset - start > 2 && list[start] == UInt8(ascii: "#") && list[start + 1] == UInt8(ascii: "#")
            starts.append(Int32(isContinuation ? start + 2 : start))
            ends.append(Int32(offset))
            continues.append(isContinuation)
            longest = max(longest, offset - start)
            start = offset + 1
        }
        guard start == list.count, !starts.isEmpty else { return nil }
        bytes = list
        self.starts = starts
        self.ends = ends
        self.longest = longest
        count = starts.count
        var capacity = 1024
        while capacity < 4 * starts.count { capacity *= 2 }
        var slots = [UInt64](repeating: Self.free, count: capacity)
        for number in starts.indices {
            var hash = Self.seed(continues[number])
            for offset in Int(starts[number])..<Int(ends[number]) { hash = Self.extended(hash, list[offset]) }
            var slot = Int(hash) & (capacity - 1)
            while slots[slot] != Self.free { slot = (slot + 1) & (capacity - 1) }
            slots[slot] = UInt64(hash) << 32 | UInt64(number)
        }
        self.slots = slots
        func special(_ name: StaticString) -> Int32? {
            starts.indices.first { number in
                let piece = list[Int(starts[number])..<Int(ends[number])]
                return !continues[number] && name.withUTF8Buffer { unsafe piece.elementsEqual($0) }
            }.map { Int32($0) }
        }
        guard let unknown = special("[UNK]"), let opening = special("[CLS]"), let closing = special("[SEP]") else { return nil }
        (self.unknown, self.opening, self.closing) = (unknown, opening, closing)
    }

    /// The longest piece that `word` goes on with at `start`, and where it ends.
    func longestPiece(of word: [UInt8], from start: Int) -> (piece: Int32, end: Int)? {
        var best: (piece: Int32, end: Int)?
        var hash = Self.seed(start > 0)
        var end = start
        while end < word.count, end - start < longest {
            hash = Self.extended(hash, word[end])
            end += 1
            if let piece = piece(hash, word, start, end) { best = (piece, end) }
        }
        return best
    }

    private func piece(_ hash: UInt32, _ word: [UInt8], _ start: Int, _ end: Int) -> Int32? {
        var slot = Int(hash) & (slots.count - 1)
        while slots[slot] != Self.free {
            if UInt32(slots[slot] >> 32) == hash {
                let number = Int(slots[slot] & 0xFFFF_FFFF)
                if equals(number, word, start, end) { return Int32(number) }
            }
            slot = (slot + 1) & (slots.count - 1)
        }
        return nil
    }

    private func equals(_ number: Int, _ word: [UInt8], _ start: Int, _ end: Int) -> Bool {
        let first = Int(starts[number])
        guard Int(ends[number]) - first == end - start else { return false }
        for offset in 0..<end - start where bytes[first + offset] != word[start + offset] { return false }
        // "##a" and "a" have other hashes, but one could be the other's by chance.
        return (first >= 2 && bytes[first - 1] == UInt8(ascii: "#") && bytes[first - 2] == UInt8(ascii: "#")) == (start > 0)
    }

    private static func seed(_ isContinuation: Bool) -> UInt32 { isContinuation ? 0x9E37_79B9 : 0x811C_9DC5 }

    /// FNV-1a, a byte more; the shift lets high bits reach the slot's number.
    private static func extended(_ hash: UInt32, _ byte: UInt8) -> UInt32 {
        let product = (hash ^ UInt32(byte)) &* 0x0100_0193
        return product ^ product >> 15
    }
}
