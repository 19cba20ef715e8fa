// SPDX-License-Identifier: Apache-2.0

internal import CLexicons
package import Documents

/// How likely common words and trigrams of letters are in 34 languages: what tells neighbours such as Swedish and Danish, or Indonesian and Malay,
/// apart in one sentence.
///
/// The table is made by `Models/languages/build.py`, which says how it lies in memory. Its size is checked when it is opened.
package struct LanguageProfiles: Sendable {
    package struct Scores: Sendable {
        /// Log likelihood above the floor in 16ths, by language.
        package fileprivate(set) var weights: [Int]
        /// How many words are common in the language, by language.
        package fileprivate(set) var known: [Int]
        package fileprivate(set) var words = 0

        fileprivate init(_ count: Int) {
            weights = Array(repeating: 0, count: count)
            known = weights
        }
    }

    private static let longestWord = 40
    /// Entries on either side of the place where a hash should stand that are searched first.
    private static let reach = 512
    /// One word in two thousand, as weights go.
    private static let commonWeight = 99

    /// BCP 47, in the order of `Scores`.
    package let tags: [String]
    private let features: Int
    private let hashes: Int
    private let offsets: Int
    private let pairs: Int

    /// - Precondition: the table in the program is whole.
    package init() {
        let table = unsafe Self.table
        let count = unsafe Self.number(table, 0)
        tags = (0..<count).map { index in
            let tag = unsafe table[(4 + index * 4)..<(8 + index * 4)]
            return unsafe String(decoding: tag.prefix { $0 != 0 }, as: UTF8.self)
        }
        features = unsafe Self.number(table, 4 + count * 4)
        hashes = 8 + count * 4
        offsets = hashes + features * 4
        pairs = offsets + (features + 1) * 4
        precondition(unsafe pairs + Self.number(table, pairs - 4) * 2 == table.count, "The table of languages is broken")
    }

    /// Whether the word is one of the commonest of a language, as stop words are; `false` in languages without a profile.
    ///
    /// - Parameters:
    ///   - word: lower case.
    ///   - tag: BCP 47.
    package func isCommon(_ word: String, in tag: String) -> Bool {
        guard let language = tags.firstIndex(of: tag) else { return false }
        return weights(of: Array(word.utf8)[...], kind: 1).contains { $0.0 == language && $0.1 >= Self.commonWeight }
    }

    package func scores(of text: Text) -> Scores {
        var scores = Scores(tags.count)
        var word: [UInt8] = []
        var starts: [Int] = []
        var offset = 0
        while offset < text.count {
            let (scalar, length) = text.scalar(at: offset)
            offset += length
            if scalar.isLetter {
                guard starts.count < Self.longestWord else { continue }
                starts.append(word.count)
                if length == 1 {
                    word.append(UInt8(truncatingIfNeeded: scalar.value) | 0x20)
                } else {
                    word.append(contentsOf: scalar.properties.lowercaseMapping.utf8)
                }
            } else if !starts.isEmpty {
                count(word, starts, &scores)
                word.removeAll(keepingCapacity: true)
                starts.removeAll(keepingCapacity: true)
            }
        }
        if !starts.isEmpty { count(word, starts, &scores) }
        return scores
    }

    private func count(_ word: [UInt8], _ starts: [Int], _ scores: inout Scores) {
        scores.words += 1
        for (language, weight) in weights(of: word[...], kind: 1) {
            scores.weights[language] += weight
            scores.known[language] += 1
        }
        guard starts.count > 2 else { return }
        for index in 0...(starts.count - 3) {
            let end = index + 3 < starts.count ? starts[index + 3] : word.count
            for (language, weight) in weights(of: word[starts[index]..<end], kind: 2) { scores.weights[language] += weight }
        }
    }

    private func weights(of feature: ArraySlice<UInt8>, kind: UInt32) -> some Sequence<(Int, Int)> {
        var fnv: UInt32 = (0x811C_9DC5 ^ kind) &* 0x0100_0193
        for byte in feature { fnv = (fnv ^ UInt32(byte)) &* 0x0100_0193 }
        let hash = Int(fnv)
        let table = unsafe Self.table
        // Hashes are spread evenly, so the place is nearly known; far from it only by a chance of many standard deviations.
        let guess = Int(UInt64(fnv) * UInt64(features) >> 32)
        var low = max(0, guess - Self.reach)
        var high = min(features, guess + Self.reach)
        if low > 0, unsafe Self.number(table, hashes + (low - 1) * 4) >= hash { low = 0 }
        if high < features, unsafe Self.number(table, hashes + high * 4) < hash { high = features }
        while low < high {
            let middle = (low + high) / 2
            if unsafe Self.number(table, hashes + middle * 4) < hash { low = middle + 1 } else { high = middle }
        }
        var range = 0..<0
        if low < features, unsafe Self.number(table, hashes + low * 4) == hash {
            range = unsafe Self.number(table, offsets + low * 4)..<Self.number(table, offsets + low * 4 + 4)
        }
        return range.lazy.map { unsafe (Int(table[pairs + $0 * 2]), Int(table[pairs + $0 * 2 + 1])) }
    }

    private static var table: UnsafeRawBufferPointer {
        let bytes = unsafe copydesk_table("languages")
        return unsafe UnsafeRawBufferPointer(start: bytes.bytes, count: bytes.count)
    }

    private static func number(_ table: UnsafeRawBufferPointer, _ offset: Int) -> Int {
        unsafe Int(UInt32(littleEndian: table.loadUnaligned(fromByteOffset: offset, as: UInt32.self)))
    }
}
