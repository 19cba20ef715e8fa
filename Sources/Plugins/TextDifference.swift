// SPDX-License-Identifier: Apache-2.0

internal import Documents

/// Finds the edits that lead from one text to another, so that what a filter did to a text keeps its way back to the source.
enum TextDifference {
    /// Beyond this many words on both sides together the middle counts as one edit: the search takes time by the product of length and
    /// difference (Myers 1986).
    private static let mostWords = 20_000

    /// - Parameter target: invalid UTF-8 is repaired.
    /// - Returns: in order; none where the texts are the same.
    static func edits(from source: Text, to target: [UInt8], name: String) -> [TextEdit] {
        let old = words(source.bytes)
        let new = words(Array(String(decoding: target, as: UTF8.self).utf8))
        var start = 0
        while start < old.count, start < new.count, old[start] == new[start] { start += 1 }
        var tail = 0
        while tail < old.count - start, tail < new.count - start, old[old.count - 1 - tail] == new[new.count - 1 - tail] { tail += 1 }
        let (before, after) = (Array(old[start..<(old.count - tail)]), Array(new[start..<(new.count - tail)]))
        if before.isEmpty, after.isEmpty { return [] }
        var offsets = [0]
        for word in old { offsets.append(offsets.last! + word.count) }
        let changes =
            before.count + after.count <= mostWords ? replacements(before, after) : [(0..<before.count, 0..<after.count)]
        return changes.compactMap { removed, inserted in
            edit(removed.lowerBound + start..<removed.upperBound + start, after[inserted].flatMap { $0 }, old, offsets, name)
        }
    }

    /// An insertion replaces the word before it, or the one behind it, since text comes from somewhere.
    private static func edit(_ removed: Range<Int>, _ bytes: [UInt8], _ old: [[UInt8]], _ offsets: [Int], _ name: String) -> TextEdit? {
        var (range, bytes) = (removed, bytes)
        if range.isEmpty {
            if range.lowerBound > 0 {
                bytes = old[range.lowerBound - 1] + bytes
                range = range.lowerBound - 1..<range.upperBound
            } else if let first = old.first {
                bytes += first
                range = 0..<1
            } else {
                return nil
            }
        }
        return TextEdit(TextSpan(offsets[range.lowerBound], offsets[range.upperBound]), String(decoding: bytes, as: UTF8.self), name: name)
    }

    /// Runs of words that were replaced, in order; never two that touch, so that an insertion never shares its word with another edit.
    private static func replacements(_ old: [[UInt8]], _ new: [[UInt8]]) -> [(Range<Int>, Range<Int>)] {
        let difference = new.difference(from: old)
        var removed = Set<Int>()
        var inserted = Set<Int>()
        for change in difference {
            switch change {
            case .remove(let offset, _, _): removed.insert(offset)
            case .insert(let offset, _, _): inserted.insert(offset)
            }
        }
        var changes: [(Range<Int>, Range<Int>)] = []
        var (left, right) = (0, 0)
        while left < old.count || right < new.count {
            let (firstLeft, firstRight) = (left, right)
            while left < old.count, removed.contains(left) { left += 1 }
            while right < new.count, inserted.contains(right) { right += 1 }
            if left == firstLeft, right == firstRight {
                left += 1
                right += 1
                continue
            }
            if let last = changes.last, last.0.upperBound + 1 >= firstLeft {
                changes[changes.count - 1] = (last.0.lowerBound..<left, last.1.lowerBound..<right)
            } else {
                changes.append((firstLeft..<left, firstRight..<right))
            }
        }
        return changes
    }

    /// Letters and digits together, everything else one scalar a word.
    private static func words(_ bytes: [UInt8]) -> [[UInt8]] {
        var words: [[UInt8]] = []
        var isInWord = false
        for byte in bytes {
            let isLetter = byte >= 0x80 || (byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7A || (0x30...0x39).contains(byte)
            if isLetter, isInWord { words[words.count - 1].append(byte) } else { words.append([byte]) }
            isInWord = isLetter
        }
        return words
    }
}
