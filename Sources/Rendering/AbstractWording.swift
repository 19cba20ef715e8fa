// SPDX-License-Identifier: Apache-2.0

internal import Documents

/// What is said of a checked summary, alike in HTML and Markdown.
enum AbstractWording {
    static func verdict(_ abstract: Abstract) -> String {
        guard let sentences = abstract.sentences else { return "Not checked against the text." }
        let wrong = sentences.count { !$0.supported }
        if wrong == 0 { return "Checked against the text: nothing found that is not in it." }
        return "Checked against the text: \(Wording.plural(wrong, "sentence", "sentences")) of \(sentences.count) not borne out."
    }

    static func label(_ kind: Abstract.Flag.Kind) -> String {
        switch kind {
        case .name: "name"
        case .figure: "figure"
        case .date: "date"
        case .quote: "quote"
        case .negation: "turned round"
        case .role: "mixed up"
        case .support: "not in the text"
        case .attribution: "by whose account?"
        case .computed: "reckoned"
        }
    }

    /// The sentence in pieces, with those marked that a flag of an error lies on; whatever a plugin's spans are, all of it comes once and in order.
    static func pieces(of sentence: Abstract.Sentence, in text: Text) -> [(span: TextSpan, isMarked: Bool)] {
        var pieces: [(span: TextSpan, isMarked: Bool)] = []
        var position = sentence.span.start
        for flag in sentence.flags.filter(\.kind.isError).map(\.span).sorted() {
            let (start, end) = (max(flag.start, position), min(flag.end, sentence.span.end))
            guard start < end else { continue }
            if start > position { pieces.append((TextSpan(position, start), false)) }
            pieces.append((TextSpan(start, end), true))
            position = end
        }
        if position < sentence.span.end { pieces.append((TextSpan(position, sentence.span.end), false)) }
        return pieces
    }
}
