// SPDX-License-Identifier: Apache-2.0

internal import Documents
internal import Language

/// Leads "he", "she", "who" and "the minister" back to an entity, where only one can be meant.
///
/// Looks at the sentence up to the word and at the one before it. Two that fit are none: a wrong merge is worse than a missed one.
/// In one pass over the tokens; of each sentence no more than `most` entities are remembered, since more could never be one.
struct EntityReferences {
    private static let most = 6

    private let text: TokenizedText
    private let nouns: NominalNouns
    private var entities: [Entity]
    private var genders: [PersonGender?]
    /// Names in the order of the text: where, and whose.
    private let names: [(span: TextSpan, entity: Int)]
    private var found: [[Entity.Mention]]

    init(_ text: TokenizedText, tables: NameTables, entities: [Entity]) {
        self.text = text
        self.entities = entities
        genders = entities.map { $0.kind == .person ? PersonGender($0) : nil }
        nouns = NominalNouns(entities, tables: tables)
        names = entities.indices.flatMap { number in entities[number].mentions.map { ($0.span, number) } }
            .sorted { $0.0.start < $1.0.start }
        found = [[Entity.Mention]](repeating: [], count: entities.count)
    }

    /// The entities with the mentions that were found, in the order of the text.
    consuming func resolved() -> [Entity] {
        read()
        for number in entities.indices where !found[number].isEmpty {
            entities[number].mentions = (entities[number].mentions + found[number]).sorted { $0.span.start < $1.span.start }
        }
        return entities
    }

    private mutating func read() {
        var next = 0
        var before: [Int] = []
        var paragraph = 0
        var isQuoted = false
        for sentence in text.sentences {
            while paragraph < text.paragraphs.count, text.paragraphs[paragraph].span.end <= sentence.span.start {
                paragraph += 1
                isQuoted = false
            }
            var here: [Int] = []
            var index = sentence.tokens.lowerBound
            while index < sentence.tokens.upperBound {
                if next < names.count, names[next].span.start < text.tokens[index].span.end {
                    let name = names[next]
                    if here.count <= Self.most, !here.contains(name.entity) { here.append(name.entity) }
                    while index < sentence.tokens.upperBound, text.tokens[index].span.start < name.span.end { index += 1 }
                    next += 1
                    relative(at: index, in: sentence.tokens, after: name.entity)
                    continue
                }
                turn(&isQuoted, at: index)
                if !isQuoted, let entity = reference(at: index, in: sentence.tokens, here, before) {
                    if here.count <= Self.most, !here.contains(entity) { here.append(entity) }
                }
                index += 1
            }
            before = here
        }
    }

    /// What is said within quotation marks speaks from another place.
    private func turn(_ isQuoted: inout Bool, at index: Int) {
        guard text.tokens[index].kind != .word else { return }
        switch text.text.scalar(at: text.tokens[index].span.start).scalar {
        case "\u{201C}", "\u{201E}", "\u{AB}": isQuoted = true
        case "\u{201D}", "\u{BB}": isQuoted = false
        case "\"": isQuoted.toggle()
        default: break
        }
    }

    /// "Amina Farouk, who …"
    private mutating func relative(at index: Int, in sentence: Range<Int>, after entity: Int) {
        guard entities[entity].kind == .person, index < sentence.upperBound else { return }
        var word = index
        if text.text.equals(text.tokens[word].span, ",") { word += 1 }
        guard word < sentence.upperBound, text.text.equals(text.tokens[word].span, "who") else { return }
        found[entity].append(Entity.Mention(text.tokens[word].span, kind: .pronoun))
    }

    private mutating func reference(at index: Int, in sentence: Range<Int>, _ here: [Int], _ before: [Int]) -> Int? {
        let token = text.tokens[index]
        guard token.kind == .word, token.span.count <= 12 else { return nil }
        if token.span.count <= 7, let gender = PersonGender(pronoun: text.folded(index)) {
            guard let entity = person(gender, here, before) else { return nil }
            if genders[entity] == nil { genders[entity] = gender }
            found[entity].append(Entity.Mention(token.span, kind: .pronoun))
            return entity
        }
        guard text.text.equals(token.span, "the") || text.text.equals(token.span, "The"), index + 1 < sentence.upperBound,
            isWhole(index + 1, in: sentence), let entity = nouns.entity(text.folded(index + 1), here, before)
        else { return nil }
        found[entity].append(Entity.Mention(text.span(index..<index + 2), kind: .nominal))
        return entity
    }

    /// The one person who fits: in this sentence, else in the one before; of a gender that is known to fit rather than one that may.
    private func person(_ gender: PersonGender, _ here: [Int], _ before: [Int]) -> Int? {
        guard here.count <= Self.most, before.count <= Self.most else { return nil }
        let fitting = (here + before.filter { !here.contains($0) }).filter { number in
            entities[number].kind == .person && (genders[number] == nil || genders[number] == gender)
        }
        if fitting.count == 1 { return fitting[0] }
        return nil
    }

    /// Whether the noun stands alone: not before another noun that it qualifies, nor before "of" that says which.
    private func isWhole(_ index: Int, in sentence: Range<Int>) -> Bool {
        guard text.tokens[index].kind == .word, text.tokens[index].casing == .lower else { return false }
        let next = index + 1
        guard next < sentence.upperBound else { return true }
        if text.tokens[next].kind == .possessive { return true }
        if text.tokens[next].kind != .word {
            return !text.text.equals(text.tokens[next].span, "-") && text.tokens[next].kind == .punctuation
        }
        return [
            "is", "was", "are", "were", "has", "had", "have", "will", "would", "could", "said", "says", "told", "and", "but", "to", "in",
            "on", "at", "by", "with", "from", "as", "since", "after", "before", "when", "because", "also", "did", "does", "may", "might",
        ].contains(text.folded(next))
    }
}
