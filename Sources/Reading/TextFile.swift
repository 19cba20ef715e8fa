// SPDX-License-Identifier: Apache-2.0

internal import Documents

/// Reads bytes that are text: charset, form, and the reader of that form.
enum TextFile {
    /// - Parameters:
    ///   - name: its name, with its ending.
    ///   - mediaType: what is known of it beside, with or without `; charset=`.
    ///   - isMail: whether it is the text of a mail.
    /// - Returns: at least one article.
    static func read(_ bytes: [UInt8], name: String, mediaType: String?, isMail: Bool = false) throws(ReadingError) -> [Unpacker.Found] {
        if let format = BinaryFormat.name(of: bytes) { throw .binary(format: format) }
        let declared = DeclaredCharset.find(in: bytes, mediaType: mediaType)
        let decoded = try CharsetDetector(bytes: bytes, declared: declared).decode()
        let whole = Text(knownValid: decoded.bytes)
        guard !whole.trimmed(whole.whole).isEmpty else { throw .onlySpace }
        guard isText(decoded.bytes) else { throw .binary(format: nil) }

        let kind = KindDetector.kind(of: decoded.bytes, name: name, mediaType: mediaType)
        let all = isMail && kind.isMarkup ? [MailPage.read(whole, map: decoded.map)] : try articles(whole, decoded.map, kind)
        let articles = all.filter { !$0.text.trimmed($0.text.whole).isEmpty }
        guard !articles.isEmpty else { throw .noText(in: kind) }
        let notices = notices(decoded, declared: declared, kind: kind)
        return articles.map { article in
            var article = article
            if !notices.isEmpty { article.annotations.append(.notices(notices)) }
            return Unpacker.Found(
                article: article, kind: kind, charset: decoded.charset.name, part: nil, bytes: bytes[article.entry ?? 0..<bytes.count])
        }
    }

    private static func articles(_ text: Text, _ map: SourceMap, _ kind: MediaKind) throws(ReadingError) -> [Article] {
        switch kind {
        case .plain: [Article(text: text, map: map)]
        case .markdown: [MarkdownReader.read(text, map: map)]
        case .html, .xhtml: [HTMLReader.read(text, map: map)]
        case .rss: try RSSReader.read(text, map: map)
        case .atom: try AtomReader.read(text, map: map)
        case .nitf: try NITFReader.read(text, map: map)
        case .newsItem, .newsMessage, .packageItem: try NewsItemReader.read(text, map: map, kind: kind)
        case .newsML: try NewsMLReader.read(text, map: map)
        case .json, .jsonFeed, .linkedData, .jsonLines: try JSONReader.read(text, map: map, kind: kind)
        case .xml: throw .noArticle(in: kind, "it is none of the forms that feeds and news agencies use (RSS, Atom, NITF, NewsML, XHTML)")
        case .word: [try WordReader.read(text, map: map)]
        case .openDocument, .flatOpenDocument: [try OpenDocumentReader.read(text, map: map)]
        case .pdf: [try PDFReader.read(text, map: map)]
        }
    }

    /// 1 for control characters other than tab, line feed, form feed and carriage return.
    private static let controlTable: [UInt8] = (0...255).map { byte in
        byte < 0x20 && ![0x09, 0x0A, 0x0C, 0x0D].contains(byte) || byte == 0x7F ? 1 : 0
    }

    /// Whether control characters are rare: more than one in twenty, and it is noise that happens to decode.
    private static func isText(_ text: [UInt8]) -> Bool {
        // First by a table, since every byte of every file comes by here: nearly no text has any control characters but line ends and tabs.
        var signs: UInt8 = 0
        let table = controlTable
        for byte in text { signs |= table[Int(byte)] }
        if signs == 0 { return true }
        let controls = text.count { controlTable[Int($0)] != 0 }
        return !ByteScanner.hasZero(text) && controls * 20 <= text.count
    }

    private static func notices(_ decoded: DecodedText, declared: Charset?, kind: MediaKind) -> [Notice] {
        var notices: [Notice] = []
        if decoded.invalid > 0 {
            let what = decoded.invalid == 1 ? "1 sequence of bytes does" : "\(decoded.invalid) sequences of bytes do"
            notices.append(
                Notice(
                    "invalid-bytes", "\(what) not fit \(decoded.charset.name) and became U+FFFD; compare with the original",
                    severity: .warning))
        }
        // Pure ASCII fits nearly every declaration: nothing to flag.
        if let declared, declared != decoded.charset, decoded.bytes.contains(where: { $0 >= 0x80 }) {
            notices.append(
                Notice(
                    "charset-conflict", "The file says that it is in \(declared.name), but its bytes are in \(decoded.charset.name)"))
        }
        return notices
    }
}
