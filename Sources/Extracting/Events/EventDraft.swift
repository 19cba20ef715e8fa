// SPDX-License-Identifier: Apache-2.0

internal import Documents
internal import Language

/// An event as one clause tells it.
struct EventDraft {
    var type: EventType
    /// Tokens.
    var trigger: Range<Int>
    var sentence: Int
    var agents: [Participant] = []
    var patients: [Participant] = []
    /// Tokens.
    var weapon: Range<Int>?
    var place: String?
    /// Index into the document's times.
    var time: Int?
    /// Indexes into the document's figures.
    var figures: [Int] = []
    var assertedBy: String?
    var assertedSpan: TextSpan?
    var modality: Event.Modality?
    /// A noun that speaks of an event as known: "the attack".
    var isAnaphoric = false
    var isVerb = false
    /// Token of the noun that names what led to this: "the blast killed", "killed in the blast".
    var cause: Int?
    /// What other mentions of the event there are.
    var others: [TextSpan] = []

    /// Participants that an event keeps, so that a text that only repeats one costs no square.
    private static let most = 16

    mutating func take(_ other: EventDraft) {
        for agent in other.agents where agents.count < Self.most && !agents.contains(where: { $0.isSame(as: agent) }) {
            agents.append(agent)
        }
        for patient in other.patients where patients.count < Self.most && !patients.contains(where: { $0.isSame(as: patient) }) {
            patients.append(patient)
        }
        weapon = weapon ?? other.weapon
        place = place ?? other.place
        time = time ?? other.time
        for figure in other.figures where figures.count < 4 * Self.most && !figures.contains(figure) { figures.append(figure) }
        if assertedBy == nil, assertedSpan == nil { (assertedBy, assertedSpan) = (other.assertedBy, other.assertedSpan) }
        modality = modality == nil || other.modality == nil ? nil : modality
    }
}

extension Participant {
    func isSame(as other: Participant) -> Bool {
        if let entity, entity == other.entity { return true }
        return core == other.core
    }
}
