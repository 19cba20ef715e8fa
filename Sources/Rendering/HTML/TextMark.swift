// SPDX-License-Identifier: Apache-2.0

internal import Documents

/// A stretch of the article shown in colour.
struct TextMark {
    /// Marks of one track never overlap once laid out, so that nesting is never deeper than there are tracks.
    enum Track: Int, CaseIterable { case quote, figure, time, name, notice }

    /// How a mark looks; the raw value is its class in the style sheet.
    enum Look: String, CaseIterable {
        case person, organization, place, name, quote, figure, time, notice

        init(_ kind: Entity.Kind) {
            switch kind {
            case .person: self = .person
            case .organization: self = .organization
            case .location, .facility: self = .place
            case .group, .event, .work, .product, .other: self = .name
            }
        }
    }

    var span: TextSpan
    var track: Track
    var look: Look
    /// Shown on hover.
    var title: String
    /// What lists link to, on the first piece only.
    var anchor: Anchor?

    /// `m3`: the first mention of the third entity.
    struct Anchor: Hashable {
        enum Letter: String { case mention = "m", quote = "q", figure = "f", time = "t", notice = "n" }
        var letter: Letter
        /// From 1.
        var number: Int
        var id: String { letter.rawValue + String(number) }
    }
}
