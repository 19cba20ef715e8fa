// SPDX-License-Identifier: Apache-2.0

internal import Documents

/// What speaks for each kind of name. Points are added; about one point is a hint, four are as good as proof.
struct NameScores: Hashable, Sendable {
    private var points = SIMD16<Float>(repeating: 0)

    /// In the order in which they win ties.
    static let kinds: [Entity.Kind] = [.person, .organization, .location, .facility, .event, .group, .work, .product]

    private static func lane(_ kind: Entity.Kind) -> Int {
        switch kind {
        case .person: 0
        case .organization: 1
        case .location: 2
        case .facility: 3
        case .event: 4
        case .group: 5
        case .work: 6
        case .product: 7
        case .other: 8
        }
    }

    subscript(kind: Entity.Kind) -> Float {
        get { points[Self.lane(kind)] }
        set { points[Self.lane(kind)] = newValue }
    }

    var best: (kind: Entity.Kind, points: Float) {
        var best = Self.kinds[0]
        for kind in Self.kinds where self[kind] > self[best] { best = kind }
        return (best, self[best])
    }

    static func += (left: inout NameScores, right: NameScores) { left.points += right.points }
    static func only(_ kind: Entity.Kind, _ points: Float) -> NameScores {
        var scores = NameScores()
        scores[kind] = points
        return scores
    }
}

/// A stretch of tokens that may be a name.
struct NameCandidate: Sendable {
    var tokens: Range<Int>
    var scores: NameScores
    /// Taken off before the name is accepted: its capital may come from its place rather than from its being a name.
    var doubt: Float = 0
    /// Whether the person's name stands without further words in the tokens: "Weiss", "Thomas".
    var isSingle: Bool { tokens.count == 1 }
}
