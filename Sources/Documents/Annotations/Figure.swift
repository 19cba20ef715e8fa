// SPDX-License-Identifier: Apache-2.0

/// A number that the article states, with its bounds and what it counts.
public struct Figure: Hashable, Sendable {
    /// The words of the figure with its bound and unit: "at least 20", "less than 5 percent".
    public var span: TextSpan
    /// The number as written, where it is one number.
    public var value: Double?
    /// Bounds, inclusive: "at least 20" has `min` 20, "up to 30" has `max` 30, "18 to 25" both.
    public var min: Double?
    public var max: Double?
    /// "about", "nearly", "some".
    public var approximate: Bool
    /// UCUM code ("km2", "Cel", "%"), or ISO 4217 code of a currency.
    public var unit: String?
    /// What is counted: "Iraqi civilians".
    public var of: TextSpan?
    /// `killed`, `injured`, `displaced`, `detained`, `missing`, `money`, `percent`, `duration`, `distance`, `area`, `count` …: the list is in
    /// `docs/RESULTS.md`.
    public var category: String?
    /// The id of the entity that is counted or counts.
    public var entity: String?
    /// Index into `times`.
    public var time: Int?
    /// The id of the place that it is said of.
    public var place: String?
    /// Who says so.
    public var assertedBy: Quote.Speaker?

    public init(
        _ span: TextSpan, value: Double? = nil, min: Double? = nil, max: Double? = nil, approximate: Bool = false,
        unit: String? = nil, of: TextSpan? = nil, category: String? = nil, entity: String? = nil, time: Int? = nil,
        place: String? = nil, assertedBy: Quote.Speaker? = nil
    ) {
        self.span = span
        self.value = value
        self.min = min
        self.max = max
        self.approximate = approximate
        self.unit = unit
        self.of = of
        self.category = category
        self.entity = entity
        self.time = time
        self.place = place
        self.assertedBy = assertedBy
    }
}
