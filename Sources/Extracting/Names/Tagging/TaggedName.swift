// SPDX-License-Identifier: Apache-2.0

internal import Documents

/// A name that the encoder found, on its way to a mention.
struct TaggedName: Sendable {
    var tokens: Range<Int>
    /// Probability of each kind, 0…1.
    var shares: NameScores
    /// What the user's own table says, which counts before all else.
    var given: Entity.Kind? = nil

    /// The likeliest of the kinds that the encoder knows.
    var kind: Entity.Kind { Self.best(shares).kind }
    var confidence: Float { Self.best(shares).share }

    static func best(_ shares: NameScores) -> (kind: Entity.Kind, share: Float) {
        var best = Entity.Kind.person
        for kind in Entity.Kind.allCases where shares[kind] > shares[best] { best = kind }
        return (best, shares[best])
    }
}
