// SPDX-License-Identifier: Apache-2.0

package import Documents

/// Compares a text with earlier articles: which say nearly the same, and where each paragraph stood before.
package struct DuplicateFinder: Sendable {
    /// Duplicates named at most.
    static let limit = 10
    /// Shingles that two articles must share at least.
    static let fewestShingles = 10
    /// How much two articles must have in common that share fewer shingles than these: short news of rates, issues and results is written
    /// after a pattern of which half recurs, with other names and figures.
    static let neededByFew: [(shingles: Int, similarity: Double)] = [(shingles: 24, similarity: 0.8), (64, 0.7)]
    /// How much of a paragraph must have stood in an earlier article, and how many shingles it must have.
    static let paragraphSimilarity = 0.5
    static let paragraphShingles = 12
    /// Where less than this share of a text is its own, nothing in it is taken for boilerplate: it is itself what is sent again and again.
    static let ownShare = 0.25

    private let similarity: Double
    private let text: ShingledText
    /// Hash and index of the paragraph of every shingle, ascending.
    private let places: [UInt64]
    /// Paragraphs that very many articles have.
    private let isCommon: [Bool]
    /// The shingles of these, distinct and ascending; empty where they are not left out of the account.
    private let ignored: [UInt32]
    private let neighbourhood: Neighbourhood

    /// - Parameter similarity: how much of the shorter of two articles the other must have, 0…1.
    package init(_ text: ShingledText, among neighbourhood: Neighbourhood, similarity: Double) {
        self.text = text
        self.neighbourhood = neighbourhood
        self.similarity = similarity
        places = text.paragraphs.enumerated().flatMap { index, paragraph in
            paragraph.shingles.map { UInt64($0) << 32 | UInt64(index) }
        }.sorted()
        let isCommon = text.paragraphs.map { paragraph in
            !paragraph.keys.isEmpty && paragraph.keys.allSatisfy { neighbourhood.commonKeys.contains($0) }
        }
        let common = ShingledText.distinct(zip(text.paragraphs, isCommon).filter(\.1).flatMap(\.0.shingles))
        let own = text.shingles.count - common.count
        ignored = Double(own) < Self.ownShare * Double(text.shingles.count) ? [] : common
        self.isCommon = ignored.isEmpty ? isCommon.map { _ in false } : isCommon
    }

    /// Those that say nearly the same, the most similar first, and the paragraphs that stood in an earlier article, in their order.
    package func find() -> (duplicates: [Duplicate], reuse: [Reuse]) {
        var duplicates: [(duplicate: Duplicate, order: Int)] = []
        var origins = [Origin?](repeating: nil, count: text.paragraphs.count)
        for neighbour in neighbourhood.neighbours {
            let overlap = Overlap(of: text, places, ignored, with: neighbour.fingerprint)
            if let duplicate = duplicate(neighbour, overlap) { duplicates.append((duplicate, neighbour.order)) }
            for (index, shared) in overlap.byParagraph.enumerated() where shared > 0 {
                guard let similarity = similarity(of: index, shared, neighbour.fingerprint.reach) else { continue }
                let origin = Origin(id: neighbour.id, order: neighbour.order, similarity: similarity)
                if origins[index].map({ origin.isBetter(than: $0) }) ?? true { origins[index] = origin }
            }
        }
        duplicates.sort { ($1.duplicate.similarity, $0.order) < ($0.duplicate.similarity, $1.order) }
        let reuse = zip(text.paragraphs, origins).compactMap { paragraph, origin in
            origin.map { Reuse(paragraph.span, id: $0.id, similarity: $0.similarity) }
        }
        return (duplicates.prefix(Self.limit).map(\.duplicate), reuse)
    }

    private struct Origin {
        var id: String
        var order: Int
        var similarity: Double

        /// The most similar, and of equals the one that had it first.
        func isBetter(than other: Origin) -> Bool { (other.similarity, order) < (similarity, other.order) }
    }

    private func duplicate(_ neighbour: Neighbour, _ overlap: Overlap) -> Duplicate? {
        guard overlap.both >= Self.fewestShingles else { return nil }
        let both = Double(overlap.both)
        let (ofThis, ofThat) = (both / Double(overlap.this), both / Double(overlap.that))
        let needed = max(similarity, Self.neededByFew.first(where: { overlap.both < $0.shingles })?.similarity ?? 0)
        guard max(ofThis, ofThat) >= needed else { return nil }
        return Duplicate(
            id: neighbour.id, similarity: rounded(both / Double(overlap.this + overlap.that - overlap.both)),
            partOfThis: rounded(ofThis), partOfThat: rounded(ofThat))
    }

    /// How much of a paragraph stood in the other article; `nil` where that is too little, or the paragraph says too little.
    private func similarity(of index: Int, _ shared: Int, _ reach: UInt32) -> Double? {
        let paragraph = text.paragraphs[index]
        guard !isCommon[index], paragraph.shingles.count >= Self.paragraphShingles else { return nil }
        let reached = paragraph.shingles.count(upTo: reach)
        guard reached >= ShingledText.minimum else { return nil }
        let similarity = rounded(Double(shared) / Double(reached))
        return similarity >= Self.paragraphSimilarity ? similarity : nil
    }

    private func rounded(_ value: Double) -> Double { (value * 100).rounded() / 100 }
}
