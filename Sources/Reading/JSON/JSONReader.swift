// SPDX-License-Identifier: Apache-2.0

internal import Documents

/// Reads articles from JSON: one object, a list of them somewhere in the file, or one a line.
enum JSONReader {
    static func read(_ text: Text, map: SourceMap, kind: MediaKind) throws(ReadingError) -> [Article] {
        let articles = kind == .jsonLines ? try lines(text, map) : try whole(text, map)
        guard !articles.isEmpty else {
            throw .noArticle(
                in: kind, "it has no members that hold an article's text (such as articleBody, body, content or text, beside a title)")
        }
        return articles
    }

    /// A JSON text as a value; line breaks and other control characters inside strings, which careless programs leave there, are let through.
    static func parse(_ bytes: [UInt8]) throws(ReadingError) -> JSON {
        do {
            return try JSONParser.parse(bytes)
        } catch {
            let offset = error.offset
            guard offset < bytes.count, bytes[offset] < 0x20 else { throw malformed(offset) }
            do { return try JSONParser.parse(bytes.map { $0 < 0x20 ? 0x20 : $0 }) } catch { throw malformed(error.offset) }
        }
    }

    private static func malformed(_ offset: Int) -> ReadingError {
        .broken("JSON", "it is not well-formed from byte \(offset) of its text on")
    }

    private static func whole(_ text: Text, _ map: SourceMap) throws(ReadingError) -> [Article] {
        var entries = Entries(text, map)
        for found in JSONSearch.articles(in: try parse(text.bytes)) {
            let range = found.record.offset..<JSONText.end(ofValueAt: found.record.offset, in: text.bytes)
            try entries.add(range) { excerpt in found.article?.article(in: excerpt, base: 0) }
        }
        return entries.finish()
    }

    private static func lines(_ text: Text, _ map: SourceMap) throws(ReadingError) -> [Article] {
        var entries = Entries(text, map)
        var start = 0
        while start < text.count {
            let end = text.bytes[start...].firstIndex(of: 0x0A) ?? text.count
            let line = start..<end
            start = end + 1
            guard !text.bytes[line].allSatisfy(ByteScanner.isSpace) else { continue }
            let found = article(inLine: Array(text.bytes[line]))
            try entries.add(line) { excerpt in found?.article(in: excerpt, base: line.lowerBound) }
        }
        return entries.finish()
    }

    /// A line that is no JSON is no article, and takes none of the others with it.
    private static func article(inLine line: [UInt8]) -> JSONArticle? {
        do { return JSONSearch.articles(in: try parse(line)).lazy.compactMap(\.article).first } catch { return nil }
    }
}
