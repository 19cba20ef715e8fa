// SPDX-License-Identifier: Apache-2.0

import Documents
import Language
import Testing

@Suite struct `Tokens` {
    @Test(arguments: [
        ("US-led forces", ["US", "-", "led", "forces"]),
        ("Ra’ed’s don't", ["Ra’ed", "’s", "don't"]),
        ("nearly 760,000 people", ["nearly", "760,000", "people"]),
        ("$4.5m at 10:30.", ["$", "4.5m", "at", "10:30", "."]),
        ("the U.S. market.", ["the", "U.S.", "market", "."]),
        ("the 21st.", ["the", "21st", "."]),
        ("“deadly chaos”.", ["“", "deadly", "chaos", "”", "."]),
        ("", []),
        ("é漢🙂", ["é漢", "🙂"]),
    ])
    func `are cut as stages need them`(string: String, expected: [String]) {
        let text = Text(string)
        #expect(Tokenizer.tokens(of: text).map { text.string($0.span) } == expected)
    }

    @Test func `know their kind, case and space`() {
        let tokens = Tokenizer.tokens(of: Text("UN Mosul’s 40%, led"))
        #expect(tokens.map(\.kind) == [.word, .word, .possessive, .number, .symbol, .punctuation, .word])
        #expect(tokens.map(\.casing) == [.upper, .capitalized, .lower, .lower, .lower, .lower, .lower])
        #expect(tokens.map(\.afterSpace) == [true, true, false, true, false, false, true])
    }

    @Test(arguments: ["'", "a.", "1,", "’s", "é", "🙂", "a'", "\u{301}", "$", "U.", "\u{200D}"])
    func `leave out nothing but white space`(unit: String) {
        let text = Text(String(repeating: unit, count: 20_000) + " end")
        var position = 0
        for token in Tokenizer.tokens(of: text) {
            #expect(text.trimmed(TextSpan(position, token.span.start)).isEmpty && !token.span.isEmpty)
            position = token.span.end
        }
        #expect(position == text.count)
    }
}

@Suite struct `A lexicon` {
    @Test func `finds each of its lines and nothing else`() {
        let lexicon = Lexicon("stopwords")
        let keys = lexicon.lines().compactMap { $0.first.map(String.init) }
        #expect(!keys.isEmpty)
        for key in keys {
            #expect(lexicon.contains(key))
            #expect(lexicon.fields(of: key) != nil)
            #expect(lexicon.contains(key + "\u{1}") == false)
        }
        #expect(!lexicon.contains(""))
        #expect(!lexicon.contains("zzzzzz"))
        #expect(!lexicon.contains("Mosul"))
    }
}
