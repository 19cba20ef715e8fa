// SPDX-License-Identifier: Apache-2.0

internal import Documents
internal import Language

/// A word or phrase that may say that something happened.
struct EventTrigger {
    var tokens: Range<Int>
    var senses: [EventSense]
    /// Where the rest of a phrase stands that its object parts: "set the church on fire".
    var particle: Int?
}

/// The text as a search for events sees it: every token looked up once.
struct EventText {
    struct Traits: OptionSet {
        let rawValue: UInt8
        static let time = Traits(rawValue: 1)
        static let bars = Traits(rawValue: 2)
        static let barsBefore = Traits(rawValue: 4)
        static let attempt = Traits(rawValue: 8)
        static let veto = Traits(rawValue: 16)
    }

    /// Tokens that a phrase of the lexicon may take.
    private static let longestPhrase = 6

    let text: TokenizedText
    let words: [String]
    let mentions: [NamedSpan]
    private(set) var traits: [Traits]
    private(set) var nouns: [NounClass?]
    private(set) var triggers: [EventTrigger] = []
    private var mentionAt: [Int32]
    private var triggerAt: [Int32]
    /// Nearly every word is in capitals, so that no name can be told by them.
    let isInCapitals: Bool

    init(_ text: TokenizedText, entities: [Entity], times: [TimeExpression]) {
        self.text = text
        let count = text.tokens.count
        words = (0..<count).map { text.folded($0) }
        let upper = text.tokens.count { $0.casing == .upper }
        isInCapitals = upper * 2 > text.tokens.count { $0.kind == .word }
        var mentions = entities.flatMap { entity in entity.mentions.map { NamedSpan(span: $0.span, entity: entity.id, kind: entity.kind) } }
            .sorted { ($0.span, $0.entity) < ($1.span, $1.entity) }
        if isInCapitals { mentions.removeAll { !Self.isLikelyName(text.text.string($0.span)) } }
        self.mentions = mentions
        traits = Array(repeating: [], count: count)
        nouns = Array(repeating: nil, count: count)
        mentionAt = Array(repeating: -1, count: count)
        triggerAt = Array(repeating: -1, count: count)
        mark(times.map(\.span)) { text, token, _ in text.traits[token].insert(.time) }
        mark(mentions.map(\.span)) { text, token, index in if text.mentionAt[token] < 0 { text.mentionAt[token] = Int32(index) } }
        for sentence in text.sentences { lookUp(sentence.tokens) }
    }

    private mutating func mark(_ spans: [TextSpan], _ body: (inout EventText, _ token: Int, _ span: Int) -> Void) {
        var token = 0
        for (index, span) in spans.enumerated() {
            while token < text.tokens.count, text.tokens[token].span.end <= span.start { token += 1 }
            var inside = token
            while inside < text.tokens.count, text.tokens[inside].span.start < span.end {
                body(&self, inside, index)
                inside += 1
            }
        }
    }

    private mutating func lookUp(_ tokens: Range<Int>) {
        let lexicon = EventWords()
        var index = tokens.lowerBound
        while index < tokens.upperBound {
            guard text.tokens[index].kind == .word, let entry = lexicon.entry(words[index]) else {
                index += 1
                continue
            }
            var (found, end) = (entry, index + 1)
            if entry.opensPhrase, let (phrase, behind) = phrase(at: index, limit: tokens.upperBound, lexicon) {
                (found, end) = (phrase, behind)
            }
            var particle: Int?
            if entry.opensGap, end == index + 1, let (phrase, place) = gapped(at: index, limit: tokens.upperBound, lexicon) {
                (found, particle) = (phrase, place)
            }
            if found.bars { traits[index].insert(.bars) }
            if found.barsBefore { traits[index].insert(.barsBefore) }
            if found.isVeto { traits[index].insert(.veto) }
            if found.isAttempt { traits[index].insert(.attempt) }
            for token in index..<end { nouns[token] = found.noun }
            if !found.senses.isEmpty, !isInName(index), !traits[index].contains(.time) {
                for token in index..<end { triggerAt[token] = Int32(triggers.count) }
                triggers.append(EventTrigger(tokens: index..<end, senses: found.senses, particle: particle))
            }
            index = end
        }
    }

    /// In capitals, a name that runs over a verb is a clause.
    private static func isLikelyName(_ name: String) -> Bool {
        let words = name.lowercased().split(whereSeparator: \.isWhitespace).map(String.init)
        return words.count <= 7
            && !words.contains { word in
                EventGrammar.verbs.contains(word) || EventGrammar.auxiliaries.contains(word) || QuoteCues.reporting.contains(word)
                    || EventWords().entry(word)?.senses.contains { $0.form != .noun && $0.form != .base && $0.form != .gerund } == true
            }
    }

    /// The longest phrase of the lexicon that begins at a token.
    private func phrase(at start: Int, limit: Int, _ lexicon: EventWords) -> (EventWords.Entry, Int)? {
        var key = words[start]
        var best: (EventWords.Entry, Int)?
        var end = start + 1
        while end < min(limit, start + Self.longestPhrase) {
            let token = text.tokens[end]
            guard token.kind == .word || token.kind == .number || words[end] == "-" else { break }
            if token.afterSpace { key += " " }
            key += words[end]
            end += 1
            if let entry = lexicon.entry(key), !entry.senses.isEmpty || entry.noun != nil { best = (entry, end) }
        }
        return best
    }

    /// A phrase of the lexicon whose object stands inside it: "took five tourists hostage".
    private func gapped(at start: Int, limit: Int, _ lexicon: EventWords) -> (EventWords.Entry, Int)? {
        for index in start + 2..<max(start + 2, min(limit, start + 12)) {
            if [".", ",", ";", ":"].contains(words[index]) { return nil }
            let key = words[start] + " ~ " + words[index]
            if let entry = lexicon.entry(key) { return (entry, index) }
            if index + 1 < limit, let entry = lexicon.entry(key + " " + words[index + 1]) { return (entry, index) }
        }
        return nil
    }

    /// A word inside a name says nothing about what happened: "Battle Creek", "Attack on Titan". In capitals names cannot be trusted.
    private func isInName(_ index: Int) -> Bool {
        guard !isInCapitals, mentionAt[index] >= 0 else { return false }
        return mentions[Int(mentionAt[index])].kind != .event
    }

    func word(_ index: Int) -> String { index >= 0 && index < words.count ? words[index] : "" }

    func mention(at index: Int) -> NamedSpan? {
        guard index >= 0, index < mentionAt.count, mentionAt[index] >= 0 else { return nil }
        return mentions[Int(mentionAt[index])]
    }

    /// Index into `triggers`.
    func trigger(at index: Int) -> Int? {
        guard index >= 0, index < triggerAt.count, triggerAt[index] >= 0 else { return nil }
        return Int(triggerAt[index])
    }

    func isTime(_ index: Int) -> Bool { index >= 0 && index < traits.count && traits[index].contains(.time) }

    /// The first token that begins at the offset or behind it.
    func token(from offset: Int) -> Int { text.tokens.partitionPoint { $0.span.start >= offset } }
}
