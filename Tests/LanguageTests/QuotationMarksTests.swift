// SPDX-License-Identifier: Apache-2.0

import Documents
import Language
import Testing

/// Paragraphs at blank lines.
private func paragraphs(_ string: String) -> [TextSpan] {
    var result: [TextSpan] = []
    var start = 0
    for paragraph in string.split(separator: "\n\n", omittingEmptySubsequences: false) {
        result.append(TextSpan(start, start + paragraph.utf8.count))
        start += paragraph.utf8.count + 2
    }
    return result
}

@Suite struct `Quotation marks` {
    /// `*` marks nested pairs, `>` those carried on, `!` those that lack a mark.
    @Test(arguments: [
        ("“We saw it,” she said. “All of it.”", ["We saw it,", "All of it."]),
        ("\"We saw it,\" she said. \"All of it.\"", ["We saw it,", "All of it."]),
        ("He spoke of “deadly chaos”.", ["deadly chaos"]),
        ("„Wir gehen“, sagte er.", ["Wir gehen"]),
        ("»Wir gehen«, sagte er.", ["Wir gehen"]),
        ("«Nous partons», dit-il.", ["Nous partons"]),
        ("« Nous partons », dit-il.", [" Nous partons "]),
        ("”Vi går”, sade han.", ["Vi går"]),
        ("‘We saw it,’ she said.", ["We saw it,"]),
        ("''We saw it,'' she said.", ["We saw it,"]),
        ("‘‘We saw it,’’ she said.", ["We saw it,"]),
        ("'We saw it,' she said.", ["We saw it,"]),
        ("“He said ‘never’ twice.”", ["He said ‘never’ twice.", "*never"]),
        ("\"He said 'never' twice.\"", ["He said 'never' twice.", "*never"]),
        ("It’s Iraq’s fight, don't you think, in the '90s?", []),
        ("‘It’s the boys’ house, isn’t it?’ he asked.", ["It’s the boys’ house, isn’t it?"]),
        ("The boys’ house and the girls' school.", []),
        ("She is 5'10\" and the pipe 3\" wide.", []),
        ("\"She is 6'2\" tall,\" he said.", ["She is 6'2\" tall,"]),
        ("Rock 'n' roll, \"said\" she.", ["said"]),
        ("(\"quoted\")", ["quoted"]),
        ("(“quoted”)", ["quoted"]),
        ("“One.\n\n“Two.”", [">One.", "Two."]),
        ("\"One.\n\n\"Two.\"", [">One.", "Two."]),
        ("“One is lost.\n\nTwo “is not”.", ["!One is lost.", "is not"]),
        ("\"One is lost.\n\nTwo \"is not\".", ["!One is lost.", "is not"]),
        ("\"Lost, he said. \"Kept,\" she said.", ["!Lost, he said. \"Kept,\" she said.", "Kept,"]),
        ("He called it “false.“ So “no\" means no.", ["false.", "no"]),
        ("He called it \"false.” So it is.", ["false."]),
        ("「はい」と言った。", ["はい"]),
        ("", []),
        ("\"", []),
        ("'", []),
    ])
    func `are matched`(string: String, contents: [String]) {
        let text = Text(string)
        let pairs = QuotationMarks.pairs(in: text, paragraphs: paragraphs(string))
        #expect(
            pairs.map { ($0.isNested ? "*" : $0.continues ? ">" : $0.isUnbalanced ? "!" : "") + text.string($0.content) } == contents)
    }

    @Test(arguments: [("He left.” Then", 1), ("fine", 0), ("said\" he", 1), ("12\" pipe", 0), ("the boys’ house", 0)])
    func `are stray where nothing opened them`(string: String, count: Int) {
        #expect(QuotationMarks(in: Text(string), paragraphs: [TextSpan(0, string.utf8.count)]).strayClosings.count == count)
    }

    @Test(arguments: ["\"", "“", "”", "' ", "'a", "“‘", "\" '", "«»", "’ ", "s’ ‘"])
    func `stay quick in noise`(unit: String) {
        let text = Text(String(repeating: unit, count: 200_000))
        let pairs = QuotationMarks.pairs(in: text, paragraphs: [text.whole])
        #expect(pairs.allSatisfy { text.whole.contains($0.whole) })
    }
}
