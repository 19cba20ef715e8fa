// SPDX-License-Identifier: Apache-2.0

internal import Documents

/// Whether a person is spoken of as "he" or as "she", as far as title, role or a frequent given name tell.
enum PersonGender: Sendable {
    case male, female

    /// The pronoun's, in lower case; `nil` for other words.
    init?(pronoun word: String) {
        switch word {
        case "he", "him", "his", "himself": self = .male
        case "she", "her", "hers", "herself": self = .female
        default: return nil
        }
    }

    /// - Returns: `nil` where nothing tells, or one thing gainsays another.
    init?(_ entity: Entity) {
        var isMale = false
        var isFemale = false
        let names = ([entity.name] + entity.aliases.prefix(8)).compactMap { $0.split(separator: " ").first.map { $0.lowercased() } }
        for name in names {
            isMale = isMale || Self.maleNames.contains(name)
            isFemale = isFemale || Self.femaleNames.contains(name)
        }
        for word in (entity.role ?? "").lowercased().split(whereSeparator: { !$0.isLetter }) {
            isMale = isMale || Self.maleRoles.contains(String(word))
            isFemale = isFemale || Self.femaleRoles.contains(String(word))
        }
        guard isMale != isFemale else { return nil }
        self = isMale ? .male : .female
    }

    private static let maleRoles: Set<String> = [
        "king", "prince", "sir", "lord", "spokesman", "chairman", "businessman", "congressman", "policeman", "father", "brother", "son",
        "husband", "sheikh", "imam", "pope", "duke", "emperor", "actor", "monsignor",
    ]
    private static let femaleRoles: Set<String> = [
        "queen", "princess", "lady", "dame", "spokeswoman", "chairwoman", "businesswoman", "congresswoman", "policewoman", "mother",
        "sister", "daughter", "wife", "duchess", "empress", "actress", "baroness",
    ]
    private static let maleNames: Set<String> = [
        "james", "john", "robert", "michael", "william", "david", "richard", "joseph", "thomas", "charles", "christopher", "daniel",
        "matthew", "anthony", "mark", "donald", "steven", "stephen", "paul", "andrew", "joshua", "kenneth", "kevin", "brian", "george",
        "timothy", "ronald", "edward", "jason", "jeffrey", "jacob", "gary", "nicholas", "eric", "jonathan", "larry", "frank", "scott",
        "benjamin", "samuel", "gregory", "alexander", "patrick", "jack", "peter", "henry", "adam", "douglas", "nathan", "walter", "bill",
        "tom", "jim", "mike", "steve", "joe", "bob", "barack", "vladimir", "ivan", "sergei", "dmitry", "igor", "boris", "mohammed",
        "muhammad", "mohamed", "ahmed", "ahmad", "ali", "hassan", "hussein", "omar", "abdullah", "ibrahim", "khalid", "khaled", "mahmoud",
        "mustafa", "yusuf", "youssef", "haider", "nouri", "bashar", "saddam", "osama", "karim", "carlos", "juan", "jose", "luis",
        "pedro", "miguel", "antonio", "francisco", "jorge", "pablo", "hans", "karl", "klaus", "jean", "pierre", "louis", "marco",
        "giovanni", "giuseppe", "emmanuel", "simon", "martin", "philip", "albert", "arthur", "isaac", "harry", "oscar", "victor",
    ]
    private static let femaleNames: Set<String> = [
        "mary", "patricia", "jennifer", "linda", "elizabeth", "barbara", "susan", "jessica", "sarah", "karen", "lisa", "nancy", "betty",
        "margaret", "sandra", "ashley", "kimberly", "emily", "donna", "michelle", "carol", "amanda", "dorothy", "melissa", "deborah",
        "stephanie", "rebecca", "laura", "sharon", "cynthia", "kathleen", "amy", "angela", "anna", "anne", "ann", "emma", "nicole",
        "helen", "samantha", "katherine", "catherine", "christine", "rachel", "maria", "julia", "julie", "victoria", "hillary", "theresa",
        "diana", "alice", "jane", "martha", "ruth", "fatima", "aisha", "leila", "layla", "zainab", "maryam", "natalia", "olga", "svetlana",
        "irina", "elena", "tatiana", "sofia", "sophia", "isabella", "olivia", "charlotte", "marie", "claire", "caroline", "ursula",
        "christina", "eva", "rosa", "carmen", "lucia", "malala", "benazir", "indira", "judith", "grace", "florence", "harriet",
    ]
}
