// SPDX-License-Identifier: Apache-2.0

internal import Documents
internal import Language

/// Leads "he", "she" and "who" at a verb of speech to a person.
struct SpeakingPeople {
    private let context: QuoteContext
    private let phrases: NounPhrases
    private let persons: Set<String>
    private let genders: [String: PersonGender]
    /// Pronouns that the article's references lead to an entity, by where they start.
    private let references: [Int: String]
    private var last: String?

    init(_ context: QuoteContext, entities: [Entity]) {
        self.context = context
        phrases = NounPhrases(context: context)
        var persons: Set<String> = []
        var genders: [String: PersonGender] = [:]
        var references: [Int: String] = [:]
        for entity in entities {
            if entity.kind == .person {
                persons.insert(entity.id)
                genders[entity.id] = PersonGender(entity)
            }
            for mention in entity.mentions where mention.kind == .pronoun { references[mention.span.start] = entity.id }
        }
        self.persons = persons
        self.genders = genders
        self.references = references
    }

    /// The speaker as the text names him, with the entity. What is found is remembered for the next pronoun.
    mutating func speaker(_ attribution: SpeakerSearch.Attribution) -> Quote.Speaker {
        let span = context.text.span(attribution.speaker)
        var entity = attribution.entity
        if attribution.isPronoun, entity == nil { entity = references[span.start] ?? person(attribution.speaker.lowerBound) }
        if let entity { last = entity }
        return Quote.Speaker(span, entity: entity)
    }

    /// Somebody named in the same sentence, then the last speaker, then whoever was named last, of a gender that is not another's.
    private func person(_ pronoun: Int) -> String? {
        let word = context.word(pronoun)
        guard word == "who" || PersonGender(pronoun: word) != nil else { return nil }
        let gender = PersonGender(pronoun: word)
        let sentence = context.text.sentence(at: context.text.tokens[pronoun].span.start).map { context.text.sentences[$0].tokens.lowerBound }
        if let near = nearest(pronoun, max(sentence ?? pronoun, pronoun - 40), gender) { return near }
        if let last, fits(last, gender) { return last }
        return nearest(pronoun, max(0, pronoun - 150), gender)
    }

    private func fits(_ entity: String, _ gender: PersonGender?) -> Bool {
        guard persons.contains(entity) else { return false }
        guard let gender, let known = genders[entity] else { return true }
        return known == gender
    }

    /// The last person named between two tokens, outside quotation marks.
    private func nearest(_ end: Int, _ floor: Int, _ gender: PersonGender?) -> String? {
        var index = end - 1
        while index >= floor {
            if let name = context.name(at: index) {
                let mention = context.mentions[name]
                if !context.isQuoted[index], fits(mention.entity, gender) { return mention.entity }
                index = min(index, context.mentionTokens[name].lowerBound)
            }
            index -= 1
        }
        return nil
    }
}
