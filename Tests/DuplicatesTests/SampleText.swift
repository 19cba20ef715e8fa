// SPDX-License-Identifier: Apache-2.0

import Documents
import Duplicates
import TestKit

/// Texts made up from a seed: any two of them share no four words but by chance.
struct SampleText {
    private var random: SeededGenerator

    init(seed: UInt64) { random = SeededGenerator(seed: seed) }

    mutating func word() -> String {
        (0..<Int.random(in: 2...3, using: &random)).map { _ in
            "\("bdfgklmnprst".randomElement(using: &random)!)\("aeiou".randomElement(using: &random)!)"
        }.joined()
    }

    mutating func paragraph(_ words: Int = 40) -> String { (0..<words).map { _ in word() }.joined(separator: " ") + "." }

    mutating func paragraphs(_ count: Int) -> [String] { (0..<count).map { _ in paragraph() } }
}

extension ShingledText {
    /// A text of these paragraphs, with blank lines between them.
    init(_ paragraphs: [String]) {
        let text = Text(paragraphs.joined(separator: "\n\n"))
        var start = 0
        let spans = paragraphs.map { paragraph in
            defer { start += paragraph.utf8.count + 2 }
            return TextSpan(start, start + paragraph.utf8.count)
        }
        self.init(text, paragraphs: spans)
    }
}

/// Compares a text with earlier ones, the first of which came first.
func found(
    _ paragraphs: [String], after earlier: [[String]], similarity: Double = 0.5, common: Set<UInt32> = []
) -> (duplicates: [Duplicate], reuse: [Reuse]) {
    let neighbours = earlier.enumerated().map { index, paragraphs in
        Neighbour(id: "\(index)", order: index, fingerprint: ShingledText(paragraphs).fingerprint)
    }
    let neighbourhood = Neighbourhood(neighbours: neighbours, commonKeys: common)
    return DuplicateFinder(ShingledText(paragraphs), among: neighbourhood, similarity: similarity).find()
}
