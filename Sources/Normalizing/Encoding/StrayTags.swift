// SPDX-License-Identifier: Apache-2.0

internal import Documents
internal import Language

/// Finds the tags of HTML that were pasted into plain text.
///
/// Only tags that lay text out, so "<jane@example.org>" and "a <b" stay; and none inside quotation marks.
struct StrayTags {
    private static let breaks: Set<String> = ["br", "hr"]
    private static let blocks: Set<String> = [
        "p", "div", "li", "ul", "ol", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "table", "tr", "section", "article",
    ]
    private static let inline: Set<String> = ["b", "i", "em", "strong", "u", "span", "font", "a", "sup", "sub", "small", "td", "th"]
    /// Longer tags are none: the bound keeps the search linear.
    private static let longest = 400

    private let text: Text

    static func edits(of text: Text) -> [TextEdit] {
        var offset = text.next(UInt8(ascii: "<"), from: 0)
        guard offset < text.count else { return [] }
        let tags = StrayTags(text: text)
        var edits: [TextEdit] = []
        while offset < text.count {
            guard let edit = tags.tag(at: offset) else {
                offset = text.next(UInt8(ascii: "<"), from: offset + 1)
                continue
            }
            edits.append(edit)
            offset = text.next(UInt8(ascii: "<"), from: edit.span.end)
        }
        guard !edits.isEmpty else { return [] }
        var quoted = QuotedRanges(tags.withoutTags(edits), paragraphs: Paragraphs.spans(of: text)).cursor()
        return edits.filter { !quoted.contains($0.span.start) }
    }

    /// The text with spaces for the tags, whose attributes have quotation marks of their own.
    private func withoutTags(_ edits: [TextEdit]) -> Text {
        var bytes = text.bytes
        for edit in edits {
            for offset in edit.span.range { bytes[offset] = 0x20 }
        }
        return Text(knownValid: bytes)
    }

    private func tag(at start: Int) -> TextEdit? {
        var offset = start + 1
        if offset < text.count, text[offset] == UInt8(ascii: "/") { offset += 1 }
        let first = offset
        while offset < text.count, offset - first < 11, text[offset] < 0x80, isName(text[offset]) { offset += 1 }
        guard offset > first, offset < text.count else { return nil }
        let name = text.string(TextSpan(first, offset)).lowercased()
        let isBreak = Self.breaks.contains(name)
        let isBlock = Self.blocks.contains(name)
        guard isBreak || isBlock || Self.inline.contains(name), let end = end(of: offset, isClosing: first > start + 1) else { return nil }
        return TextEdit(TextSpan(start, end), isBlock ? "\n\n" : isBreak ? "\n" : "", name: "markup")
    }

    /// Behind the name come the end or attributes with "=" among them.
    private func end(of name: Int, isClosing: Bool) -> Int? {
        var hasAttribute = false
        var offset = name
        let limit = min(text.count, name + Self.longest)
        while offset < limit {
            switch text[offset] {
            case UInt8(ascii: ">"):
                let isPlain = text[name..<offset].allSatisfy { $0 == 0x20 || $0 == UInt8(ascii: "/") }
                return isPlain || hasAttribute && !isClosing && text[name] == 0x20 ? offset + 1 : nil
            case UInt8(ascii: "<"): return nil
            case UInt8(ascii: "="): hasAttribute = true
            default: break
            }
            offset += 1
        }
        return nil
    }

    private func isName(_ byte: UInt8) -> Bool { byte.isASCIIDigit || (byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7A }
}

extension Text {
    fileprivate subscript(range: Range<Int>) -> ArraySlice<UInt8> { bytes[range] }
}
