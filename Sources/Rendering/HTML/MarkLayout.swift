// SPDX-License-Identifier: Apache-2.0

internal import Documents

/// The marks of a document, ready to be written from left to right.
///
/// Within a track a later mark gives way to an earlier one: it starts where that ends, or, if nothing of it is left, remains
/// only as an anchor. Across tracks anything may cross anything.
struct MarkLayout {
    /// In the order of their starts, the longer first.
    private(set) var marks: [TextMark] = []
    /// Marks that are covered or empty but are linked to.
    private(set) var points: [(offset: Int, anchor: TextMark.Anchor)] = []

    init(_ document: Document) { self.init(Self.marks(of: document)) }

    init(_ unordered: [TextMark]) {
        // Enumerated, because the order of equal marks must not depend on the sort.
        let ordered = unordered.enumerated().sorted { left, right in
            let (a, b) = (left.element, right.element)
            return (a.span.start, -a.span.end, a.track.rawValue, left.offset)
                < (b.span.start, -b.span.end, b.track.rawValue, right.offset)
        }
        var reached = [Int](repeating: 0, count: TextMark.Track.allCases.count)
        for (_, mark) in ordered {
            let start = max(mark.span.start, reached[mark.track.rawValue])
            guard start < mark.span.end else {
                if let anchor = mark.anchor { points.append((mark.span.start, anchor)) }
                continue
            }
            var laid = mark
            laid.span = TextSpan(start, mark.span.end)
            reached[mark.track.rawValue] = mark.span.end
            marks.append(laid)
        }
        // Cutting moved some starts.
        marks = marks.enumerated()
            .sorted { left, right in
                (left.element.span.start, -left.element.span.end, left.element.track.rawValue, left.offset)
                    < (right.element.span.start, -right.element.span.end, right.element.track.rawValue, right.offset)
            }
            .map(\.element)
    }

    private static func marks(of document: Document) -> [TextMark] {
        names(document.entities ?? []) + quotes(document) + figures(document.figures ?? []) + times(document.times ?? [])
            + notices(document.notices ?? [])
    }

    private static func names(_ entities: [Entity]) -> [TextMark] {
        entities.enumerated().flatMap { number, entity in
            let title = entity.kind.rawValue + ": " + Wording.excerpt(entity.name, limit: 80)
            let first = entity.mentions.indices.min { entity.mentions[$0].span < entity.mentions[$1].span }
            return entity.mentions.enumerated().map { index, mention in
                TextMark(
                    span: mention.span, track: .name, look: .init(entity.kind), title: title,
                    anchor: index == first ? .init(letter: .mention, number: number + 1) : nil)
            }
        }
    }

    private static func quotes(_ document: Document) -> [TextMark] {
        (document.quotes ?? []).enumerated().map { number, quote in
            let speaker = quote.speaker.map { ", " + Wording.excerpt($0.span, of: document.text, limit: 80) } ?? ""
            return TextMark(
                span: quote.span, track: .quote, look: .quote, title: quote.kind.rawValue + " quote" + speaker,
                anchor: .init(letter: .quote, number: number + 1))
        }
    }

    private static func figures(_ figures: [Figure]) -> [TextMark] {
        figures.enumerated().map { number, figure in
            let category = figure.category.map { Wording.excerpt($0, limit: 40) + ": " } ?? ""
            return TextMark(
                span: figure.span, track: .figure, look: .figure, title: category + Wording.amount(figure),
                anchor: .init(letter: .figure, number: number + 1))
        }
    }

    private static func times(_ times: [TimeExpression]) -> [TextMark] {
        times.enumerated().map { number, time in
            TextMark(
                span: time.span, track: .time, look: .time, title: Wording.excerpt(time.value ?? "undated", limit: 80),
                anchor: .init(letter: .time, number: number + 1))
        }
    }

    private static func notices(_ notices: [Notice]) -> [TextMark] {
        notices.enumerated().compactMap { number, notice in
            guard let span = notice.span else { return nil }
            return TextMark(
                span: span, track: .notice, look: .notice, title: Wording.excerpt(notice.message, limit: 160),
                anchor: .init(letter: .notice, number: number + 1))
        }
    }
}
