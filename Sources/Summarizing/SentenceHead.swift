// SPDX-License-Identifier: Apache-2.0

internal import Documents
internal import Language

/// Cuts off what stands before a report's first words: "(CNN) -- ", "KESRAN, May 26 (Meridian Wire) — ".
enum SentenceHead {
    /// Tokens that a dateline may have.
    private static let longest = 16

    /// Without the numbers of notes that belong to the sentence before: "[4] She is …".
    private static func withoutReferences(_ sentence: TokenizedText.Segment, in text: TokenizedText) -> TextSpan {
        let tokens = sentence.tokens
        var next = tokens.lowerBound
        while next + 3 < tokens.upperBound, text.string(next) == "[", text.tokens[next + 1].kind == .number,
            let close = (next + 2..<min(tokens.upperBound - 1, next + 6)).first(where: { text.string($0) == "]" })
        {
            next = close + 1
        }
        let whole = text.text.trimmed(sentence.span)
        return next == tokens.lowerBound ? whole : text.text.trimmed(TextSpan(text.tokens[next].span.start, whole.end))
    }

    /// The sentence without its dateline.
    static func trimmed(_ sentence: TokenizedText.Segment, in text: TokenizedText) -> TextSpan {
        let whole = withoutReferences(sentence, in: text)
        var hasMark = false
        var inBrackets = false
        for (place, token) in sentence.tokens.prefix(longest).enumerated() {
            let word = text.string(token)
            switch word {
            case "(": inBrackets = true
            case ")":
                inBrackets = false
                hasMark = true
            case "-", "--", "–", "—", "―":
                guard place > 0, hasMark, !inBrackets, sentence.tokens.lowerBound + place + 1 < sentence.tokens.upperBound else {
                    return whole
                }
                // A hyphen inside a word is none of these.
                let dash = text.tokens[token].span
                guard text.text[dash.start - 1] == 0x20 || text.text[dash.start - 1] == UInt8(ascii: ")") else { return whole }
                var next = token + 1
                while next < sentence.tokens.upperBound, ["-", "–", "—"].contains(text.string(next)) { next += 1 }
                guard next < sentence.tokens.upperBound else { return whole }
                return text.text.trimmed(TextSpan(text.tokens[next].span.start, whole.end))
            case ",", ".", "/", "'": continue
            default:
                if inBrackets || text.tokens[token].kind == .number { continue }
                guard let first = word.unicodeScalars.first, first.properties.isUppercase else { return whole }
                if word.unicodeScalars.count > 1, word.unicodeScalars.allSatisfy({ !$0.properties.isLowercase }) { hasMark = true }
            }
        }
        return whole
    }
}
