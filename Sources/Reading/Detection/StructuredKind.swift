// SPDX-License-Identifier: Apache-2.0

internal import Documents

/// Tells the forms apart that are written in XML or JSON.
enum StructuredKind {
    /// How far into the text the marks of a form may stand.
    private static let window = 4096

    /// - Parameters:
    ///   - suffix: the ending of the name, in lower case.
    ///   - isTold: whether somebody says that the text is XML or JSON.
    /// - Returns: `nil` for text that only begins like one of them.
    static func kind(of text: [UInt8], suffix: String?, isTold: Bool) -> MediaKind? {
        guard let first = text.firstIndex(where: { !ByteScanner.isSpace($0) }) else { return nil }
        switch text[first] {
        case UInt8(ascii: "<"): return xml(text, isTold: isTold || ["xml", "rss", "atom", "rdf", "nitf", "newsml"].contains(suffix))
        case UInt8(ascii: "{"), UInt8(ascii: "["): return json(text, from: first, suffix: suffix, isTold: isTold)
        default: return nil
        }
    }

    // MARK: XML

    private static func xml(_ text: [UInt8], isTold: Bool) -> MediaKind? {
        guard let root = Root(text) else { return nil }
        func says(_ literal: String) -> Bool {
            ByteScanner.index(of: literal, in: text, from: root.start, to: min(text.count, root.start + window)) != nil
        }
        switch root.name {
        case "rss": return .rss
        case "rdf": if says("purl.org/rss/") || says("netscape.com/rdf/") { return .rss }
        case "feed", "entry": if says("w3.org/2005/atom") || says("purl.org/atom/") || isTold { return .atom }
        case "channel": if says("<item") { return .rss }
        case "nitf": return .nitf
        case "newsitem": return .newsItem
        case "newsmessage": return .newsMessage
        case "packageitem": return .packageItem
        case "newsml": return .newsML
        // A piece of a page, whatever namespaces it names.
        default: if HTMLSigns.isElement(root.name) { return nil }
        }
        return root.isDeclared || isTold || ByteScanner.index(of: "xmlns", in: text, from: root.start, to: root.end) != nil ? .xml : nil
    }

    /// The first tag of an XML document, behind its declaration, comments and DOCTYPE.
    private struct Root {
        /// Local, in lower case.
        var name: String
        /// The tag.
        var start: Int
        var end: Int
        var isDeclared = false

        init?(_ text: [UInt8]) {
            var scanner = ByteScanner(text)
            while true {
                scanner.skipSpace()
                if scanner.takeIgnoringCase("<?xml") {
                    isDeclared = true
                    scanner.skip(past: UInt8(ascii: ">"))
                } else if scanner.takeIgnoringCase("<?") {
                    scanner.skip(past: UInt8(ascii: ">"))
                } else if scanner.takeIgnoringCase("<!--") {
                    guard scanner.skip(past: "-->") else { return nil }
                } else if scanner.takeIgnoringCase("<!doctype") {
                    isDeclared = true
                    Self.skipSubset(&scanner)
                } else {
                    break
                }
            }
            guard scanner.peek == UInt8(ascii: "<") else { return nil }
            start = scanner.position
            let from = start + 1
            let last = text[from...].firstIndex { !Self.isName($0) } ?? text.count
            guard from < last, !ByteScanner.isDigit(text[from]) else { return nil }
            let local = text[from..<last].lastIndex(of: UInt8(ascii: ":")).map { $0 + 1 } ?? from
            name = String(decoding: text[local..<last], as: UTF8.self).lowercased()
            end = text[last...].firstIndex(of: UInt8(ascii: ">")) ?? text.count
        }

        private static func skipSubset(_ scanner: inout ByteScanner) {
            var depth = 1
            while let byte = scanner.peek, depth > 0 {
                if byte == UInt8(ascii: "<") { depth += 1 }
                if byte == UInt8(ascii: ">") { depth -= 1 }
                scanner.position += 1
            }
        }

        private static func isName(_ byte: UInt8) -> Bool {
            ByteScanner.isLetter(byte) || ByteScanner.isDigit(byte) || byte == UInt8(ascii: ":") || byte == UInt8(ascii: "-")
                || byte == UInt8(ascii: "_") || byte == UInt8(ascii: ".")
        }
    }

    // MARK: JSON

    private static func json(_ text: [UInt8], from first: Int, suffix: String?, isTold: Bool) -> MediaKind? {
        let isLines = suffix == "jsonl" || suffix == "ndjson" || hasObjectLines(text, from: first)
        let isNamed = isTold || ["json", "jsonld", "jsonl", "ndjson", "geojson"].contains(suffix)
        guard isNamed || parses(text, from: first, isLines: isLines) else { return nil }
        if isLines { return .jsonLines }
        func says(_ literal: String) -> Bool {
            ByteScanner.index(of: literal, in: text, from: first, to: min(text.count, first + window)) != nil
        }
        if says("jsonfeed.org/version/") { return .jsonFeed }
        return says("\"@context\"") && says("schema.org") ? .linkedData : .json
    }

    /// Whether the first line is an object by its ends, and another line begins one.
    private static func hasObjectLines(_ text: [UInt8], from first: Int) -> Bool {
        guard text[first] == UInt8(ascii: "{"), let end = text[first...].firstIndex(of: 0x0A) else { return false }
        guard text[first..<end].last(where: { !ByteScanner.isSpace($0) }) == UInt8(ascii: "}") else { return false }
        return text[end...].first { !ByteScanner.isSpace($0) } == UInt8(ascii: "{")
    }

    /// Notes and templates begin with a bracket as well: only what is an object, or a list of some, as a whole counts.
    private static func parses(_ text: [UInt8], from first: Int, isLines: Bool) -> Bool {
        let end = isLines ? text[first...].firstIndex(of: 0x0A) ?? text.count : text.count
        do {
            let json = try JSONReader.parse(Array(text[first..<end]))
            return json.members.map { !$0.isEmpty } ?? json.elements?.contains { $0.members != nil } ?? false
        } catch {
            return false
        }
    }
}
