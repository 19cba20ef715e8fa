// SPDX-License-Identifier: Apache-2.0

/// The kinds of events that are told apart. `docs/EVENTS.md` has them as a table.
enum EventType: String, CaseIterable, Sendable {
    case attack, bombing, shelling, shooting, killing, injury, abduction, arrest, arson, damage, robbery, clash
    case airStrike = "air-strike"
    case protest, riot, displacement, disaster, accident
    case labourStrike = "labour-strike"
    case meeting, agreement, ceasefire, appointment, resignation, election, aid, sanction, trial, sentencing
    /// Somebody died. Counts only as what another event led to.
    case death

    /// Root code of CAMEO (Conflict and Mediation Event Observations, codebook 1.1b3), where one fits.
    var cameo: String? {
        switch self {
        case .meeting: "04"
        case .agreement: "05"
        case .aid: "07"
        case .ceasefire: "08"
        case .protest, .riot, .labourStrike: "14"
        case .sanction: "16"
        case .arrest, .trial, .sentencing, .arson, .damage, .robbery: "17"
        case .bombing, .killing, .injury, .abduction: "18"
        case .attack, .airStrike, .shelling, .shooting, .clash: "19"
        case .displacement, .disaster, .accident, .appointment, .resignation, .election, .death: nil
        }
    }

    /// Event type and sub-event type of ACLED (Armed Conflict Location & Event Data, codebook of 2023), where one fits whoever took part.
    var acled: (type: String, subType: String)? {
        switch self {
        case .bombing: ("Explosions/Remote violence", "Remote explosive/landmine/IED")
        case .airStrike: ("Explosions/Remote violence", "Air/drone strike")
        case .shelling: ("Explosions/Remote violence", "Shelling/artillery/missile attack")
        case .clash: ("Battles", "Armed clash")
        case .abduction: ("Violence against civilians", "Abduction/forced disappearance")
        case .protest, .labourStrike: ("Protests", "Peaceful protest")
        case .riot: ("Riots", "Violent demonstration")
        case .arrest: ("Strategic developments", "Arrests")
        case .arson, .damage, .robbery: ("Strategic developments", "Looting/property destruction")
        case .agreement, .ceasefire: ("Strategic developments", "Agreement")
        default: nil
        }
    }

    /// Violence of which ACLED says by its victims what it is.
    var isAssault: Bool { [.attack, .shooting, .killing, .injury].contains(self) }

    /// What leads to deaths, injuries and damage, so that these are told as part of it.
    var isIncident: Bool {
        switch self {
        case .attack, .bombing, .airStrike, .shelling, .shooting, .clash, .riot, .disaster, .accident, .arson: true
        default: false
        }
    }

    /// What an incident leads to.
    var isHarm: Bool { [.killing, .injury, .death, .damage].contains(self) }

    /// Violence, as opposed to accidents and disasters.
    var isViolent: Bool {
        switch self {
        case .attack, .bombing, .airStrike, .shelling, .shooting, .clash, .arson, .killing, .injury, .abduction, .robbery, .damage, .riot:
            true
        default: false
        }
    }

    /// What is announced before it happens, and then worth telling.
    var isScheduled: Bool {
        switch self {
        case .meeting, .election, .trial, .labourStrike, .protest, .agreement: true
        default: false
        }
    }

    /// Done to people, never to things: "captured the mood" is no arrest.
    var needsPerson: Bool {
        switch self {
        case .killing, .injury, .death, .abduction, .arrest, .appointment, .election, .trial, .sentencing: true
        default: false
        }
    }

    /// "the mayor's arrest": the possessor is the one to whom it was done.
    var isPossessedByPatient: Bool {
        switch self {
        case .killing, .injury, .death, .abduction, .arrest, .appointment, .trial, .sentencing, .displacement: true
        default: false
        }
    }

    /// Categories of figures that belong to it.
    var figures: Set<String> {
        switch self {
        case .killing, .death: ["killed"]
        case .injury: ["injured"]
        case .arrest: ["detained"]
        case .abduction: ["missing", "detained"]
        case .displacement: ["displaced"]
        case .disaster: ["killed", "injured", "missing", "displaced"]
        case _ where isIncident: ["killed", "injured", "missing"]
        default: []
        }
    }
}
