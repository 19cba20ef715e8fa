// SPDX-License-Identifier: Apache-2.0

/// Who did what to whom, where and when. Agents, patients and the rest are entity ids.
public struct Event: Hashable, Sendable {
    public var id: String
    public var type: String
    public var trigger: TextSpan
    public var agents: [String]
    public var patients: [String]
    public var place: String?
    /// Index into `times`.
    public var time: Int?
    /// Indexes into `figures`.
    public var figures: [Int]
    public var assertedBy: String?

    public init(
        id: String, type: String, trigger: TextSpan, agents: [String] = [], patients: [String] = [], place: String? = nil,
        time: Int? = nil, figures: [Int] = [], assertedBy: String? = nil
    ) {
        self.id = id
        self.type = type
        self.trigger = trigger
        self.agents = agents
        self.patients = patients
        self.place = place
        self.time = time
        self.figures = figures
        self.assertedBy = assertedBy
    }
}
