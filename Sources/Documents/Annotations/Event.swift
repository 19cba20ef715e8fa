// SPDX-License-Identifier: Apache-2.0

/// Who did what to whom, where and when. Agents, patients and the rest are entity ids.
public struct Event: Hashable, Sendable {
    /// How an event is told that is not simply told as a fact.
    public enum Modality: String, CaseIterable, Sendable { case planned, attempted, alleged }

    /// Event type and sub-event type of the Armed Conflict Location & Event Data project.
    public struct ACLED: Hashable, Sendable {
        public var type: String
        public var subType: String

        public init(type: String, subType: String) {
            self.type = type
            self.subType = subType
        }
    }

    public var id: String
    public var type: String
    public var trigger: TextSpan
    /// Other words of the text that tell the same event.
    public var mentions: [TextSpan]
    public var agents: [String]
    /// Agents who are no named entity: "gunmen".
    public var agentSpans: [TextSpan]
    public var patients: [String]
    /// Those to whom it was done and who are no named entity: "five civilians", "a bridge".
    public var patientSpans: [TextSpan]
    public var weapon: TextSpan?
    public var place: String?
    /// Index into `times`.
    public var time: Int?
    /// Indexes into `figures`.
    public var figures: [Int]
    public var assertedBy: String?
    /// The words that name whoever says so.
    public var assertedSpan: TextSpan?
    public var modality: Modality?
    public var acled: ACLED?
    /// Root code of the Conflict and Mediation Event Observations.
    public var cameo: String?

    public init(
        id: String, type: String, trigger: TextSpan, mentions: [TextSpan] = [], agents: [String] = [], agentSpans: [TextSpan] = [],
        patients: [String] = [], patientSpans: [TextSpan] = [], weapon: TextSpan? = nil, place: String? = nil, time: Int? = nil,
        figures: [Int] = [], assertedBy: String? = nil, assertedSpan: TextSpan? = nil, modality: Modality? = nil, acled: ACLED? = nil,
        cameo: String? = nil
    ) {
        self.id = id
        self.type = type
        self.trigger = trigger
        self.mentions = mentions
        self.agents = agents
        self.agentSpans = agentSpans
        self.patients = patients
        self.patientSpans = patientSpans
        self.weapon = weapon
        self.place = place
        self.time = time
        self.figures = figures
        self.assertedBy = assertedBy
        self.assertedSpan = assertedSpan
        self.modality = modality
        self.acled = acled
        self.cameo = cameo
    }

    /// Every span that it carries.
    var spans: [TextSpan] { [trigger] + mentions + agentSpans + patientSpans + [weapon, assertedSpan].compactMap { $0 } }
}
