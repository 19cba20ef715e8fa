// SPDX-License-Identifier: Apache-2.0

internal import Documents
internal import Language

/// Finds stops behind which a space must have stood: "he said.The next day".
///
/// Certain only where a plain word stands before and one that opens sentences behind, so addresses, names of files and code stay: "node.Js",
/// "www.The-Times.example", "e.g.The".
enum MissingSpaces {
    /// The stops, in order.
    static func stops(in text: Text, paragraph: TextSpan) -> [TextSpan] {
        var result: [TextSpan] = []
        var offset = paragraph.start + 2
        while offset + 1 < paragraph.end {
            let byte = text[offset]
            if byte == UInt8(ascii: ".") || byte == UInt8(ascii: "?") || byte == UInt8(ascii: "!"), isUpper(text[offset + 1]),
                isPlainWord(before: offset, in: text, from: paragraph.start), opensSentence(at: offset + 1, in: text, to: paragraph.end)
            {
                result.append(TextSpan(offset, offset + 1))
            }
            offset += 1
        }
        return result
    }

    /// Small letters, perhaps behind a capital, behind a space or the start.
    private static func isPlainWord(before stop: Int, in text: Text, from start: Int) -> Bool {
        var first = stop
        while first > start, stop - first < 30, isLower(text[first - 1]) { first -= 1 }
        // "no.5" and "ca.Three" are abbreviations, "it" and "is" are not.
        let word = text.string(TextSpan(first, stop))
        guard stop - first > 2 || word != "no" && StopWords.contains(word) else { return false }
        if first > start, isUpper(text[first - 1]) { first -= 1 }
        return first == start || text[first - 1] == 0x20 || text[first - 1] == 0x0A || text[first - 1] == UInt8(ascii: "(")
    }

    private static func opensSentence(at start: Int, in text: Text, to end: Int) -> Bool {
        var last = start + 1
        while last < end, last - start < 12, isLower(text[last]) { last += 1 }
        guard last < end, text[last] == 0x20 || text[last] == UInt8(ascii: ",") else {
            return false
        }
        return StopWords.contains(text.string(TextSpan(start, last)).lowercased())
    }

    private static func isUpper(_ byte: UInt8) -> Bool { byte >= 0x41 && byte <= 0x5A }
    private static func isLower(_ byte: UInt8) -> Bool { byte >= 0x61 && byte <= 0x7A }
}
