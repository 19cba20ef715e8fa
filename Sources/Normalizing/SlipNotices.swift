// SPDX-License-Identifier: Apache-2.0

internal import Documents
internal import Language
internal import Stages

/// What a careful copy editor would flag in the finished text and nobody may change unasked.
struct SlipNotices {
    private let text: Text
    private let paragraphs: [TextSpan]
    private let sentences: [TextSpan]
    private let isEnglish: Bool
    private(set) var notices: [Notice] = []

    /// - Parameter language: BCP 47 tag; repeated words are only looked for in English and where the language is unknown, since elsewhere
    ///   many words repeat by grammar ("nous nous", "die die").
    init(_ text: Text, paragraphs: [TextSpan], sentences: [TextSpan], language: String?) throws(StageFailure) {
        self.text = text
        self.paragraphs = paragraphs
        self.sentences = sentences
        isEnglish = language == nil || language == "en"
        if isEnglish { try findRepeatedWords() }
        if Task.isCancelled { throw .cancelled }
        findUnbalancedQuotes()
        findMissingSpaces()
        findStrayCharacters()
        findTruncation()
    }

    // MARK: Repeated words

    /// Words that may stand twice: "had had", "that that", "very very".
    private static let mayRepeat: Set<String> = [
        "had", "that", "very", "really", "much", "so", "far", "long", "ha", "no", "yes", "bye", "blah", "now", "never", "many", "there",
        "well",
        "again", "oh", "ah", "hey", "come", "go", "knock", "wow", "too", "ever", "more", "out", "please", "her", "is", "do", "who", "oh",
    ]

    private mutating func findRepeatedWords() throws(StageFailure) {
        for paragraph in paragraphs {
            if Task.isCancelled { throw .cancelled }
            var last: Token?
            for token in Tokenizer.tokens(of: text, in: paragraph) {
                if let last, token.afterSpace, isRepeated(last, token) {
                    let span = TextSpan(last.span.start, token.span.end)
                    notices.append(
                        Notice("repeated-word", "“\(text.string(token.span))” stands twice in a row", severity: .warning, at: span))
                }
                last = token
            }
        }
    }

    private func isRepeated(_ first: Token, _ second: Token) -> Bool {
        guard first.kind == .word, second.kind == .word, first.span.count == second.span.count, second.casing == .lower else {
            return false
        }
        for offset in 0..<first.span.count {
            let (left, right) = (text[first.span.start + offset], text[second.span.start + offset])
            guard left == right || left | 0x20 == right, right != UInt8(ascii: ".") else { return false }
        }
        let word = TokenizedText.folded(text.string(second.span))
        return (word.utf8.count > 1 || word == "a") && !Self.mayRepeat.contains(word)
    }

    // MARK: Marks and spaces

    private mutating func findUnbalancedQuotes() {
        let marks = QuotationMarks(in: text, paragraphs: paragraphs)
        for pair in marks.pairs where pair.isUnbalanced {
            notices.append(Notice("unbalanced-quote", "This quotation mark is never closed", severity: .warning, at: pair.open))
        }
        for mark in marks.strayClosings {
            notices.append(Notice("unbalanced-quote", "This quotation mark closes nothing", severity: .warning, at: mark))
        }
    }

    private mutating func findMissingSpaces() {
        guard sentences.count > 1 else { return }
        for index in 1..<sentences.count where sentences[index - 1].end == sentences[index].start {
            let edge = sentences[index].start
            let before = text.scalar(before: edge)
            let after = text.scalar(at: edge)
            // Scripts without spaces end their sentences with a mark of their own.
            guard before.length == 1 || after.scalar.properties.isUppercase else { continue }
            let span = TextSpan(edge - before.length, edge + after.length)
            notices.append(Notice("missing-space", "A space is missing between two sentences", severity: .warning, at: span))
        }
    }

    /// "into space.2": the number of a note that was lost on the way.
    private mutating func findStrayCharacters() {
        for sentence in sentences {
            var start = sentence.end
            while start > sentence.start, sentence.end - start < 3, text[start - 1].isASCIIDigit { start -= 1 }
            guard start < sentence.end, sentence.end - start < 3, start - 4 > sentence.start else { continue }
            let stop = text[start - 1]
            guard stop == UInt8(ascii: ".") || stop == UInt8(ascii: "!") || stop == UInt8(ascii: "?") || stop == 0x9D else { continue }
            let before = stop == 0x9D ? start - 3 : start - 1
            guard text.isScalarEdge(before), isPlainWord(endingAt: before, from: sentence.start) else { continue }
            notices.append(
                Notice(
                    "stray-character",
                    "“\(text.string(TextSpan(start, sentence.end)))” stands behind the end of the sentence, perhaps the rest of a note",
                    severity: .warning, at: TextSpan(start, sentence.end)))
        }
    }

    /// Three lower-case letters, or a stop behind them.
    private func isPlainWord(endingAt end: Int, from start: Int) -> Bool {
        var end = end
        if end > start, text[end - 1] == UInt8(ascii: ".") || text[end - 1] == UInt8(ascii: ",") { end -= 1 }
        guard end - 3 >= start else { return false }
        return text.bytes[(end - 3)..<end].allSatisfy { $0 >= 0x61 && $0 <= 0x7A }
    }

    // MARK: The end

    /// The last paragraph stops in the middle of a sentence while all others end as they should.
    private mutating func findTruncation() {
        guard let last = paragraphs.last, paragraphs.count > 2, last.count >= 60, !TextLine.endsSentence(text, last) else { return }
        let (final, length) = text.scalar(before: last.end)
        guard final.isLetter || final.isASCIIDigit || final == "," || final == "–" || final == "—" || final == "-" else { return }
        let long = paragraphs.dropLast().filter { $0.count >= 60 }
        let complete = long.count { TextLine.endsSentence(text, $0) }
        guard long.count > 1, complete * 10 >= long.count * 8 else { return }
        notices.append(
            Notice(
                "truncated", "The last paragraph stops in the middle of a sentence", severity: .warning,
                at: TextSpan(last.end - length, last.end)))
    }
}
