// SPDX-License-Identifier: Apache-2.0

internal import Language

/// What a noun of the lexicon names, as far as events care.
enum NounClass: Substring, Sendable {
    case armed, force, person, body, weapon, explosive, missile, drone, site

    var isAnimate: Bool { self == .armed || self == .force || self == .person || self == .body }
    var isWeapon: Bool { self == .weapon || self == .explosive || self == .missile || self == .drone }
}

/// One thing that a word or phrase can mean.
struct EventSense: Hashable, Sendable {
    enum Form: Character, Sendable {
        case base = "b"
        case third = "s"
        case past = "d"
        case participle = "n"
        /// Past and participle alike.
        case either = "p"
        case gerund = "g"
        case noun = "N"
    }

    /// What the subject is, or whom the prepositions of a noun give: see `Models/lexicons/own/events.txt`.
    enum Frame: Character, Sendable {
        case transitive = "t"
        case armedTransitive = "w"
        case intransitive = "i"
        case undergoing = "u"
        case weaponSubject = "x"
        case deed = "n"
        case mutual = "m"
    }

    var form: Form
    var frame: Frame
    var type: EventType

    init?(_ field: Substring) {
        let letters = field.prefix(2)
        guard letters.count == 2, let first = letters.first, let last = letters.last, let form = Form(rawValue: first),
            let frame = Frame(rawValue: last), let type = EventType(rawValue: String(field.dropFirst(2)))
        else { return nil }
        (self.form, self.frame, self.type) = (form, frame, type)
    }
}

/// The words of events, compiled into the program.
struct EventWords: Sendable {
    struct Entry {
        var senses: [EventSense] = []
        var noun: NounClass?
        /// May not stand before a trigger, or behind it.
        var bars = false
        var barsBefore = false
        var isAttempt = false
        /// A word of sports, trade or the arts.
        var isVeto = false
        var opensPhrase = false
        /// Phrases begin with it that have their object inside.
        var opensGap = false
    }

    private let table = Lexicon("event_words")

    /// - Parameter key: in lower case; the words of a phrase with single spaces.
    func entry(_ key: String) -> Entry? {
        guard let fields = table.fields(of: key), let field = fields.first else { return nil }
        var entry = Entry()
        for sense in field.split(separator: ",") {
            switch sense.first {
            case "*": entry.opensPhrase = true
            case "~": entry.opensGap = true
            case "c": entry.noun = NounClass(rawValue: sense.dropFirst())
            case "x": if sense == "xattempted" { entry.isAttempt = true } else { entry.bars = true }
            case "y": entry.barsBefore = true
            case "z": entry.isVeto = true
            default: if let sense = EventSense(sense) { entry.senses.append(sense) }
            }
        }
        return entry
    }
}
