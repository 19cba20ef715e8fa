// SPDX-License-Identifier: Apache-2.0

/// Headlines without what sites put around them.
enum Headlines {
    private static let separators = [" | ", " - ", " – ", " — ", " :: ", " » ", " · "]

    /// The first candidate that another one bears out, by half of its words; the first of all where none does.
    ///
    /// Templates give the name of a list or a description in the place of the headline, and the rest of the page then says something else.
    static func borneOut(_ candidates: [String]) -> String? {
        let words = candidates.map { candidate in
            var hashes = WordHashes()
            hashes.add(Array(candidate.utf8)[...])
            return Set(hashes.words)
        }
        for index in candidates.indices where !words[index].isEmpty {
            let isBorneOut = words.indices.contains { other in
                other != index && words[index].intersection(words[other]).count * 2 >= words[index].count
            }
            if isBorneOut { return candidates[index] }
        }
        return candidates.first
    }

    /// - Parameters:
    ///   - publisher: the site's name, where the page gives it.
    ///   - host: the host of its address, which is often the name in one word.
    ///   - headings: the page's own main headings; one that begins the headline tells where the site's suffix starts.
    static func withoutSite(_ headline: String, publisher: String?, host: String? = nil, headings: [String]) -> String {
        for separator in separators {
            guard let at = lastIndex(of: separator, in: headline) else { continue }
            let front = String(decoding: Array(headline.utf8)[..<at], as: UTF8.self)
            let back = String(decoding: Array(headline.utf8)[(at + separator.utf8.count)...], as: UTF8.self)
            let site = letters(back)
            let isSite = publisher.map { letters($0) == site || letters($0).starts(with: site) || site.starts(with: letters($0)) } ?? false
            let isHost = site.count >= 3 && host.map { Self.contains(letters($0), site) } ?? false
            if isSite || isHost || headings.contains(where: { letters($0) == letters(front) }) { return front }
        }
        return headline
    }

    private static func contains(_ bytes: [UInt8], _ part: [UInt8]) -> Bool {
        bytes.indices.contains { bytes[$0...].starts(with: part) }
    }

    private static func letters(_ string: String) -> [UInt8] { PageBlocks.letters(Array(string.utf8)) }

    private static func lastIndex(of separator: String, in string: String) -> Int? {
        let bytes = Array(string.utf8)
        let wanted = Array(separator.utf8)
        guard bytes.count > wanted.count else { return nil }
        for at in stride(from: bytes.count - wanted.count - 1, to: 0, by: -1) where bytes[at..<(at + wanted.count)].elementsEqual(wanted) {
            return at
        }
        return nil
    }
}
