// SPDX-License-Identifier: Apache-2.0

internal import Documents
package import Language
package import Stages

/// Finds names by rules, tables of names and the words around them.
///
/// Two passes: the first collects candidates with points for each kind; the second gives every spelling one kind by what
/// all its occurrences say together, and lets a doubtful capital pass where the name stands elsewhere beyond doubt.
package enum NameFinder {
    /// - Returns: mentions in the order of the text, none overlapping.
    /// - Throws: `.cancelled`.
    package static func mentions(in text: TokenizedText, aliases: NameAliases = .none) throws(StageFailure) -> [NameMention] {
        let text = NameText(text, tables: NameTables(), aliases: aliases)
        var candidates: [NameCandidate] = []
        for sentence in text.text.sentences where !sentence.tokens.isEmpty {
            try collect(sentence.tokens, in: text, &candidates)
        }
        if Task.isCancelled { throw .cancelled }
        return NameVote(candidates, in: text).mentions(of: candidates)
    }

    private static func collect(_ sentence: Range<Int>, in text: NameText, _ candidates: inout [NameCandidate]) throws(StageFailure) {
        let runs = NameRuns(text: text, sentence: sentence)
        let splitter = NameSplitter(text: text, sentence: sentence)
        var position = sentence.lowerBound
        while position < sentence.upperBound {
            if position & 0xFFF == 0, Task.isCancelled { throw .cancelled }
            guard runs.starts(at: position) else {
                position += 1
                continue
            }
            let (end, found) = splitter.candidates(in: position..<runs.end(from: position))
            candidates += found
            position = max(end, position + 1)
        }
        if Task.isCancelled { throw .cancelled }
    }
}
