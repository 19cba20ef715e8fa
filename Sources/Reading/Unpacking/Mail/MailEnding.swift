// SPDX-License-Identifier: Apache-2.0

internal import Documents

/// What stands at the end of a mail's text and is not part of it: the signature, the mail that it answers, the way to leave the list.
///
/// Only what is certain is left out, and each as an edit of its own name (`signature`, `quoted-reply`, `mail-footer`), so that it can be found again.
struct MailEnding {
    private let text: Text
    /// Lines of the text without their ends, and the end of what is still kept.
    private var lines: [TextSpan] = []
    private var edits: [TextEdit] = []

    static func left(out article: Article) -> Article {
        var ending = MailEnding(article.text)
        ending.trim()
        guard !ending.edits.isEmpty else { return article }
        var article = article
        (article.text, article.map) = article.map.applying(ending.edits.reversed(), to: article.text)
        return article
    }

    /// Whether a text of its own is nothing but the footer that a mailing list adds: a rule, and a few lines behind it.
    static func isListFooter(_ bytes: [UInt8]) -> Bool {
        bytes.count < 2000 && bytes.drop(while: ByteScanner.isSpace).prefix(10).elementsEqual(repeatElement(UInt8(ascii: "_"), count: 10))
    }

    private init(_ text: Text) {
        self.text = text
        var start = 0
        for at in 0..<text.count where text.bytes[at] == 0x0A {
            lines.append(TextSpan(start, at > start && text.bytes[at - 1] == 0x0D ? at - 1 : at))
            start = at + 1
        }
        if start < text.count { lines.append(TextSpan(start, text.count)) }
    }

    private mutating func trim() {
        // Each may stand behind the other, and a list's footer behind all.
        for _ in 0..<4 {
            while let last = lines.last, isBlank(last) { lines.removeLast() }
            if let first = footer() {
                cut(from: first, "mail-footer")
            } else if let first = quotedReply() {
                cut(from: first, "quoted-reply")
            } else if let first = signature() {
                cut(from: first, "signature")
            } else {
                return
            }
        }
    }

    /// Cuts from a line on; never all that there is.
    private mutating func cut(from first: Int, _ name: String) {
        let end = edits.last?.span.start ?? text.count
        edits.append(TextEdit(TextSpan(lines[first].start, end), "", name: name))
        lines.removeSubrange(first...)
    }

    private func hasText(before line: Int) -> Bool { lines[..<line].contains { !isBlank($0) } }

    private func isBlank(_ line: TextSpan) -> Bool { text[line].allSatisfy(ByteScanner.isSpace) }

    /// "-- " alone on its line (RFC 3676, 4.3), and no more behind it than a signature has.
    private func signature() -> Int? {
        guard let first = lines.lastIndex(where: { text[$0].elementsEqual("-- ".utf8) }), let last = lines.last, hasText(before: first)
        else { return nil }
        return lines.count - first <= 16 && last.end - lines[first].start <= 1500 ? first : nil
    }

    /// Lines that all begin with ">", behind one that says whose they are.
    private func quotedReply() -> Int? {
        var at = lines.count - 1
        var quoted = 0
        while at >= 0, isBlank(lines[at]) || text[lines[at]].first == UInt8(ascii: ">") {
            if !isBlank(lines[at]) { quoted += 1 }
            at -= 1
        }
        guard quoted > 0, at > 0, text[lines[at]].last(where: { !ByteScanner.isSpace($0) }) == UInt8(ascii: ":") else { return nil }
        // A paragraph of its own; mailers break its line before the address.
        let first = at > 0 && !isBlank(lines[at - 1]) ? at - 1 : at
        guard first > 0, isBlank(lines[first - 1]), hasText(before: first) else { return nil }
        let line = String(decoding: text.bytes[lines[first].start..<lines[at].end], as: UTF8.self).lowercased()
        guard line.utf8.count < 300, line.contains("@") || line.contains(where: \.isNumber) else { return nil }
        return Self.attributions.contains { line.contains($0) } ? first : nil
    }

    private static let attributions = [" wrote", " writes", "schrieb", "écrit", "escribió", "ha scritto", "schreef", "skrev"]

    /// A last paragraph that tells how to unsubscribe.
    private func footer() -> Int? {
        guard let last = lines.last else { return nil }
        let first = (lines.lastIndex { isBlank($0) } ?? -1) + 1
        guard first > 0, last.end - lines[first].start < 600, hasText(before: first) else { return nil }
        let paragraph = String(decoding: text.bytes[lines[first].start..<last.end], as: UTF8.self).lowercased()
        guard paragraph.contains("unsubscribe") else { return nil }
        let isAddressed = ["http", "@", "click", "preferences", "mailing list"].contains { paragraph.contains($0) }
        return isAddressed || paragraph.utf8.count < 60 ? first : nil
    }
}
