// SPDX-License-Identifier: Apache-2.0

internal import Documents
internal import Language

/// Figures about the same thing that cannot both be right.
enum FigureConflicts {
    /// Only what happened to people is compared: most other numbers of one kind are about different things.
    private static let compared: Set<String> = ["killed", "injured", "displaced", "detained", "missing"]
    /// Two approximate numbers agree when they differ by no more than this share.
    private static let tolerance = 0.1

    /// More figures of one kind than this are a table, not claims; the bound keeps comparing each with each cheap.
    private static let most = 50

    /// Lists of indexes into `figures`, ordered.
    static func find(_ figures: [Figure], text: TokenizedText, entities: [NamedSpan]) -> [[Int]] {
        var groups: [String: [Int]] = [:]
        var order: [String] = []
        for (index, figure) in figures.enumerated() {
            guard let category = figure.category, compared.contains(category), let of = figure.of else { continue }
            let head = text.text.string(of).split(separator: " ").last.map { $0.lowercased() } ?? ""
            let key = "\(category)\t\(head)\t\(figure.entity ?? "")"
            if groups[key] == nil { order.append(key) }
            groups[key, default: []].append(index)
        }
        return order.compactMap { key in
            let members = groups[key] ?? []
            guard members.count <= most else { return nil }
            let disagreeing = members.filter { index in
                members.contains { other in other != index && disagree(figures[index], figures[other], text, entities) }
            }
            return disagreeing.count > 1 ? disagreeing : nil
        }
    }

    private static func disagree(_ left: Figure, _ right: Figure, _ text: TokenizedText, _ entities: [NamedSpan]) -> Bool {
        if isProspective(left, text) != isProspective(right, text) { return false }
        if let a = left.time, let b = right.time, a != b { return false }
        if let a = left.place, let b = right.place, a != b { return false }
        if isPartOrUpdate(left, text) || isPartOrUpdate(right, text) { return false }
        guard let first = text.sentence(at: left.span.start), let second = text.sentence(at: right.span.start), first != second else {
            return false
        }
        let places = [first, second].map { sentence in
            namedPlaces(in: text.sentences[sentence].span, entities)
        }
        if !places[0].isEmpty, !places[1].isEmpty, places[0].isDisjoint(with: places[1]) { return false }
        let (a, b) = (interval(left), interval(right))
        return a.high < b.low || b.high < a.low
    }

    /// The locations named in a sentence; `entities` are ordered by place.
    private static func namedPlaces(in span: TextSpan, _ entities: [NamedSpan]) -> Set<String> {
        let low = entities.partitionPoint { $0.span.start >= span.start }
        return Set(entities[low...].prefix { $0.span.start < span.end }.lazy.filter { $0.kind == .location }.prefix(100).map(\.entity))
    }

    /// "another 12", "including 11", "rose to 45 from 32": no second claim about the same thing.
    private static func isPartOrUpdate(_ figure: Figure, _ text: TokenizedText) -> Bool {
        let start = max(0, figure.span.start - 60)
        let words = text.text.bytes[start..<figure.span.start].split(separator: UInt8(ascii: " ")).map {
            String(decoding: $0, as: UTF8.self)
        }
        let parts: Set<String> = ["another", "further", "additional", "including", "among"]
        let updates: Set<String> = ["rose", "climbed", "risen", "revised", "increased", "earlier", "initially", "previously", "from"]
        return words.suffix(3).contains { parts.contains($0.lowercased()) }
            || words.suffix(5).contains { updates.contains($0.lowercased()) }
    }

    /// What may yet happen does not contradict what has.
    private static func isProspective(_ figure: Figure, _ text: TokenizedText) -> Bool {
        let start = figure.of?.end ?? figure.span.end
        let end = min(text.text.count, start + 40)
        let words = text.text.bytes[start..<end].split(separator: UInt8(ascii: " ")).map { String(decoding: $0, as: UTF8.self) }
        return words.contains { ["may", "might", "could", "will", "would", "expected", "likely", "can"].contains($0) }
    }

    private static func interval(_ figure: Figure) -> (low: Double, high: Double) {
        let slack = figure.approximate ? (figure.value ?? 0) * tolerance : 0
        let low = figure.min ?? (figure.max != nil && figure.value == figure.max && !figure.approximate ? 0 : figure.value ?? 0)
        let high = figure.max ?? (figure.min != nil ? .infinity : figure.value ?? .infinity)
        return (low - slack, high + slack)
    }
}
