// SPDX-License-Identifier: Apache-2.0

internal import Documents
internal import Language

/// The text as a search for speakers sees it: tokens, which of them are speech, and which are names.
struct QuoteContext {
    let text: TokenizedText
    let words: [String]
    let pairs: [QuotationMarks.Pair]
    /// Whether the token stands between quotation marks, the marks included.
    let isQuoted: [Bool]
    /// Index into `mentions` of the name that the token belongs to.
    let nameAt: [Int32]
    let mentions: [NamedSpan]
    /// Indexes of the first and behind the last token of each mention.
    let mentionTokens: [Range<Int>]
    /// What each token is as a verb of speech.
    private(set) var verbs: [SpeechVerbs.Entry?] = []

    init(_ text: TokenizedText, entities: [Entity]) {
        self.text = text
        words = text.tokens.indices.map { text.folded($0) }
        let marks = QuotationMarks(in: text.text, paragraphs: text.paragraphs.map(\.span))
        pairs = Self.apart(marks.pairs.filter { !$0.isNested }, in: text.text)
        var isQuoted = Array(repeating: false, count: text.tokens.count)
        Self.mark(pairs.map(\.whole), in: text) { token, _ in isQuoted[token] = true }
        self.isQuoted = isQuoted
        let mentions = entities.flatMap { entity in
            entity.mentions.filter { $0.kind == .name }.map { NamedSpan(span: $0.span, entity: entity.id, kind: entity.kind) }
        }.sorted { ($0.span, $0.entity) < ($1.span, $1.entity) }
        var nameAt = Array(repeating: Int32(-1), count: text.tokens.count)
        var ranges = Array(repeating: 0..<0, count: mentions.count)
        Self.mark(mentions.map(\.span), in: text) { token, index in
            if nameAt[token] < 0 { nameAt[token] = Int32(index) }
            ranges[index] = ranges[index].isEmpty ? token..<(token + 1) : ranges[index].lowerBound..<(token + 1)
        }
        self.mentions = mentions
        self.nameAt = nameAt
        mentionTokens = ranges
        verbs = text.tokens.indices.map { entry($0) }
    }

    /// Lets a quotation that nothing closes end where the next such one begins, or the next behind the same mark. Each would run to the
    /// end of the paragraph otherwise, and many in one paragraph would cost their square. Pairs of other marks stay inside it.
    private static func apart(_ pairs: [QuotationMarks.Pair], in text: Text) -> [QuotationMarks.Pair] {
        var pairs = pairs
        var unclosed = Int.max
        var next: [String: Int] = [:]
        for index in pairs.indices.reversed() {
            let (open, content) = (pairs[index].open, pairs[index].content)
            let mark = text.string(open)
            if pairs[index].close == nil {
                pairs[index].content = TextSpan(content.start, min(content.end, unclosed, next[mark] ?? .max))
                unclosed = open.start
            }
            next[mark] = open.start
        }
        return pairs
    }

    /// Calls `body` for each token inside each of the ordered spans.
    private static func mark(_ spans: [TextSpan], in text: TokenizedText, _ body: (_ token: Int, _ span: Int) -> Void) {
        var token = 0
        for (index, span) in spans.enumerated() {
            while token < text.tokens.count, text.tokens[token].span.end <= span.start { token += 1 }
            var inside = token
            while inside < text.tokens.count, text.tokens[inside].span.start < span.end {
                body(inside, index)
                inside += 1
            }
        }
    }

    func word(_ index: Int) -> String { index >= 0 && index < words.count ? words[index] : "" }

    /// The name that the token belongs to.
    func name(at index: Int) -> Int? {
        guard index >= 0, index < nameAt.count, nameAt[index] >= 0 else { return nil }
        return Int(nameAt[index])
    }

    /// The first token that begins at the offset or behind it.
    func token(from offset: Int) -> Int {
        text.tokens.partitionPoint { $0.span.start >= offset }
    }

    /// "he", "They", "I've": the tokens of a pronoun that is a subject.
    func pronoun(_ index: Int) -> Range<Int>? {
        guard index >= 0, index < words.count, text.tokens[index].kind == .word else { return nil }
        let word = words[index].prefix { $0 != "'" }
        return QuoteCues.subjectPronouns.contains(String(word)) ? index..<(index + 1) : nil
    }

    /// A verb of speech outside quotation marks and names.
    func isCue(_ index: Int) -> Bool { verb(index) != nil }

    func verb(_ index: Int) -> SpeechVerbs.Entry? { index >= 0 && index < verbs.count ? verbs[index] : nil }

    /// The entry of a word that is a verb where it stands.
    private func entry(_ index: Int) -> SpeechVerbs.Entry? {
        guard !isQuoted[index], nameAt[index] < 0, text.tokens[index].kind == .word else { return nil }
        let next = word(index + 1)
        if let phrasal = QuoteCues.phrasal[words[index]], phrasal.words.contains(next) {
            let third = word(index + 2)
            // "made it clear", "made the point"
            if words[index].hasPrefix("ma"), next != "clear" { return ["clear", "point", "case", "argument"].contains(third) ? phrasal.entry : nil }
            let isEnd = [",", ":", ".", "to"].contains(third) || index + 2 < isQuoted.count && isQuoted[index + 2]
            return next != "on" || isEnd ? phrasal.entry : nil
        }
        if QuoteCues.intransitive.contains(words[index]), !["of", "about", "for", "in"].contains(next) { return nil }
        guard let entry = SpeechVerbs.entries[words[index]] else { return nil }
        guard entry.form == .base || entry.form == .present, !QuoteCues.plainForms.contains(words[index]) else { return entry }
        let before = word(index - 1)
        if entry.form == .present, index > 0, isQuoted[index - 1] { return entry }
        let isSubject = name(at: index - 1) != nil || QuoteCues.subjectPronouns.contains(before) || before == "who"
        if isSubject || before == "to" && entry.form == .base || QuoteCues.between.contains(before) { return entry }
        guard entry.form == .present else { return nil }
        let leadsIn = [":", "that"].contains(next) || index + 1 < isQuoted.count && isQuoted[index + 1]
        return leadsIn && !QuoteCues.determiners.contains(before) && !QuoteCues.prepositions.contains(before) ? entry : nil
    }
}
