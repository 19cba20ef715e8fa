// SPDX-License-Identifier: Apache-2.0

package import Documents

/// A text as the set of its shingles: sequences of four words inside a paragraph, as hashes of 31 bits.
///
/// Shingles do not cross paragraphs, so the order of these does not matter. A paragraph of fewer words is one shingle.
package struct ShingledText: Sendable {
    /// Words in a shingle. Four tell news on one topic apart (they share under a tenth), and one changed word costs four shingles alone.
    static let width = 4
    /// Shingles in a window of winnowing: of any run of so many at least one is a key, so any 27 words in a row that two texts share are found.
    static let window = 24
    /// Paragraphs of fewer shingles have no keys of their own.
    static let minimum = 8

    struct Paragraph: Sendable {
        var span: TextSpan
        /// Distinct, ascending.
        var shingles: [UInt32]
        /// Those of its shingles that the article is found under.
        var keys: [UInt32]
    }

    /// Without those that hold no word.
    let paragraphs: [Paragraph]
    /// Distinct, ascending.
    let shingles: [UInt32]
    package let fingerprint: Fingerprint

    /// Takes the document's paragraphs; the whole text stands for a layer that is missing.
    package init(_ document: Document) { self.init(document.text, paragraphs: document.paragraphs) }

    package init(_ text: Text, paragraphs spans: [TextSpan]?) {
        var words: [UInt64] = []
        var paragraphs: [Paragraph] = []
        for span in spans ?? [text.whole] {
            words.removeAll(keepingCapacity: true)
            WordFolding.append(text, span, to: &words)
            guard !words.isEmpty else { continue }
            let run = Self.shingles(of: words)
            let keys = run.count < Self.minimum ? [] : Self.winnowed(run)
            paragraphs.append(Paragraph(span: span, shingles: Self.distinct(run), keys: Self.distinct(keys)))
        }
        self.paragraphs = paragraphs
        shingles = Self.distinct(paragraphs.flatMap(\.shingles))
        var keys = Self.distinct(paragraphs.flatMap(\.keys))
        if keys.count < Self.minimum { keys = Self.distinct(keys + shingles.prefix(Self.minimum)) }
        fingerprint = Fingerprint(
            sketch: Array(shingles.prefix(Fingerprint.sketchLimit)), keys: Array(keys.prefix(Fingerprint.keyLimit)),
            shingles: shingles.count)
    }

    private static func shingles(of words: [UInt64]) -> [UInt32] {
        guard words.count > width else { return [hash(words[...])] }
        return (width...words.count).map { hash(words[($0 - width)..<$0]) }
    }

    /// The words joined by a multiplication, then stirred as in SplitMix64 (Steele, Lea and Flood 2014); its upper 31 bits.
    private static func hash(_ words: ArraySlice<UInt64>) -> UInt32 {
        var value: UInt64 = 0
        for word in words { value = value &* 0x9E37_79B9_7F4A_7C15 &+ word }
        value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
        value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
        return UInt32(truncatingIfNeeded: (value ^ (value >> 31)) >> 33)
    }

    /// The smallest hash of every window.
    private static func winnowed(_ run: [UInt32]) -> [UInt32] {
        var chosen: [UInt32] = []
        var smallest = 0
        for end in 1...run.count {
            let start = max(0, end - window)
            if smallest < start {
                smallest = start
                for index in start..<end where run[index] <= run[smallest] { smallest = index }
            } else if run[end - 1] <= run[smallest] {
                smallest = end - 1
            }
            if end >= min(window, run.count), chosen.last != run[smallest] { chosen.append(run[smallest]) }
        }
        return chosen
    }

    /// Ascending.
    static func distinct(_ hashes: [UInt32]) -> [UInt32] {
        var result: [UInt32] = []
        result.reserveCapacity(hashes.count)
        for hash in hashes.sorted() where result.last != hash { result.append(hash) }
        return result
    }
}
