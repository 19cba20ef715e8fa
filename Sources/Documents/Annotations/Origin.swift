// SPDX-License-Identifier: Apache-2.0

/// Where an article says it was written, and when: "MOSUL, May 27".
public struct Dateline: Hashable, Sendable {
    public var place: String?
    /// ISO 8601, as far as it is known.
    public var date: String?

    public init(place: String? = nil, date: String? = nil) {
        self.place = place
        self.date = date
    }
}

/// The language of the text.
public struct LanguageGuess: Hashable, Sendable {
    /// BCP 47.
    public var tag: String
    /// 0…1
    public var confidence: Double

    public init(tag: String, confidence: Double) {
        self.tag = tag
        self.confidence = confidence
    }

    /// The language without script and region: `en` of `en-GB`.
    public var primary: String { Self.primary(of: tag) }

    /// The same of any tag.
    public static func primary(of tag: String) -> String { String(tag.prefix { $0 != "-" }) }
}

/// How much of the text a model saw. Nothing is cut silently.
public struct Coverage: Hashable, Sendable {
    /// 0…1
    public var read: Double
    public var truncated: Bool

    public init(read: Double, truncated: Bool) {
        self.read = read
        self.truncated = truncated
    }
}

/// The model that a stage worked with.
public enum ModelUse: Hashable, Sendable {
    /// It would use one and was given none: it went by rules alone.
    case missing
    /// `sha256` in hexadecimal, as the model's file names itself.
    case used(name: String, sha256: String)
}

/// What one stage did to this document.
public struct ProvenanceEntry: Hashable, Sendable {
    public enum Outcome: String, Sendable { case done, skipped, failed }

    public var stage: String
    public var plugin: String
    public var version: String
    /// Hex SHA-256 of the options in force, as compact JSON.
    public var optionsSHA256: String
    /// RFC 3339, UTC.
    public var started: String
    public var milliseconds: Double
    public var outcome: Outcome
    /// Why it was skipped or failed.
    public var reason: String?
    /// `nil` for a stage that uses none.
    public var model: ModelUse?

    public init(
        stage: String, plugin: String, version: String, optionsSHA256: String, started: String, milliseconds: Double,
        outcome: Outcome, reason: String? = nil, model: ModelUse? = nil
    ) {
        self.stage = stage
        self.plugin = plugin
        self.version = version
        self.optionsSHA256 = optionsSHA256
        self.started = started
        self.milliseconds = milliseconds
        self.outcome = outcome
        self.reason = reason
        self.model = model
    }
}
