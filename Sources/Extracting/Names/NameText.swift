// SPDX-License-Identifier: Apache-2.0

internal import Documents
internal import Language

/// The tokens of a text with the traits of their words, looked up once a word.
struct NameText: Sendable {
    let text: TokenizedText
    let tables: NameTables
    let traits: [WordTraits]
    /// Names that the user's own table gives, longest first by first word.
    let aliases: NameAliases

    init(_ text: TokenizedText, tables: NameTables, aliases: NameAliases) {
        self.text = text
        self.tables = tables
        self.aliases = aliases
        var known: [String: WordTraits] = [:]
        traits = text.tokens.map { token in
            guard token.kind == .word, token.span.count <= 40 else { return [] }
            let word = text.text.string(token.span)
            if let traits = known[word] { return traits }
            let key = NameFolding.key(word)
            var traits = tables.traits(key)
            if aliases.firstWords.contains(key) { traits.insert(.startsAlias) }
            known[word] = traits
            return traits
        }
    }

    var tokens: [Token] { text.tokens }

    func string(_ range: Range<Int>) -> String { text.text.string(text.span(range)) }
    func key(_ range: Range<Int>) -> String { NameFolding.key(string(range)) }

    func isWord(_ index: Int) -> Bool { tokens[index].kind == .word }

    /// Whether a word is written as names are: "Mosul", "UN", "iPhone".
    func isCapitalized(_ index: Int) -> Bool {
        let token = tokens[index]
        guard token.kind == .word else { return false }
        if token.casing != .lower { return true }
        let second = token.span.start + 1
        return second < token.span.end && text.text[second] >= UInt8(ascii: "A") && text.text[second] <= UInt8(ascii: "Z")
    }

    func byte(_ index: Int) -> UInt8 { text.text[tokens[index].span.start] }
    func isMark(_ index: Int, _ mark: Unicode.Scalar) -> Bool {
        tokens[index].kind != .word && tokens[index].kind != .possessive && tokens[index].span.count == 1
            && byte(index) == UInt8(ascii: mark)
    }

    func isHyphen(_ index: Int) -> Bool {
        guard tokens[index].kind == .punctuation else { return false }
        let scalar = text.text.scalar(at: tokens[index].span.start).scalar
        return scalar == "-" || scalar == "\u{2010}" || scalar == "\u{2011}"
    }

    func isSmall(_ index: Int, _ word: StaticString) -> Bool { text.text.equals(tokens[index].span, word) }

    /// "J", "U.S." has none.
    func isInitial(_ index: Int) -> Bool {
        isWord(index) && tokens[index].span.count == 1 && tokens[index].casing != .lower
    }

    /// Whether a line ends between a token and the one before it.
    func breaksBefore(_ index: Int) -> Bool {
        guard index > 0 else { return true }
        let start = tokens[index - 1].span.end
        let end = tokens[index].span.start
        // Names do not reach over wide gaps, and a look at four bytes bounds the cost of a run of blanks.
        guard end - start <= 4 else { return true }
        return text.text.bytes[start..<end].contains(0x0A)
    }

    /// Whether a sentence, a quotation or a line begins at the token, so that its capital says nothing.
    func opens(_ index: Int, in sentence: Range<Int>) -> Bool {
        guard index > sentence.lowerBound, !breaksBefore(index) else { return true }
        let before = tokens[index - 1]
        guard before.kind == .punctuation else { return false }
        let scalar = text.text.scalar(at: before.span.start).scalar
        switch scalar {
        case ".":
            return
                !(index >= 2
                && (isInitial(index - 2) || traits[index - 2].has(.title) || tokens[index - 2].span.count <= 3 && isCapitalized(index - 2)))
        case "!", "?", ":", ";", "\"", "\u{201C}", "\u{2018}", "\u{2022}", "*", "-", "\u{2013}", "\u{2014}", "'", "\u{2026}", "|", ">", "[":
            return before.afterSpace || scalar == "!" || scalar == "?" || index == sentence.lowerBound + 1
        default: return index == sentence.lowerBound + 1
        }
    }
}
