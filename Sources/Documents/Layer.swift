// SPDX-License-Identifier: Apache-2.0

/// The parts of a document that a stage can read or write, by their names in the contract.
public enum Layer: String, CaseIterable, Hashable, Sendable, Comparable {
    case text, language, paragraphs, sentences
    case headline, byline, dateline, published, modified, publisher, url, image, section, tags
    case entities, quotes, figures, times, events, conflicts
    case summary, abstract, topics, keywords, genre, tones, readability, notices, duplicates, reuse, coverage
    /// Fields that plugins add, named `x_NAME`.
    case extra

    public static func < (left: Layer, right: Layer) -> Bool { left.rawValue < right.rawValue }
}
