// SPDX-License-Identifier: Apache-2.0

internal import Documents

/// One article as Markdown that pastes well: front matter, summary, text, and tables of what was found.
struct MarkdownPage {
    private let document: Document
    private var bytes: [UInt8] = []

    static func render(_ document: Document) -> [UInt8] {
        var page = MarkdownPage(document: document)
        page.write()
        return page.bytes
    }

    private init(document: Document) { self.document = document }

    private mutating func write() {
        line("---\ncopydesk_id: \(document.id)\n---\n")
        line("# " + Self.escape(document.headline ?? document.source.name) + "\n")
        let facts = [document.byline?.joined(separator: ", "), document.dateline?.place, document.published, document.publisher]
            .compactMap { $0 }.filter { !$0.isEmpty }
        if !facts.isEmpty { line("*" + Self.escape(facts.joined(separator: " · ")) + "*\n") }
        if let image = Wording.address(document.image) { line("![](<\(image)>)\n") }
        list("Summary", (document.summary?.sentences ?? []).map { Self.escape(document.text.string($0)) })
        let wording = FactWording(document)
        list("Key facts", (document.summary?.facts ?? []).map { Self.escape(wording.line($0)) })
        abstract()
        list(
            "Topics",
            (document.topics ?? []).map { topic in
                let why = Wording.reason(topic, of: document.text).map { " – " + $0 } ?? ""
                return Self.escape("\(topic.name) (\(Wording.percent(topic.confidence))%)" + why)
            })
        list(
            "Kind of text",
            [document.genre.map(StyleWording.genre), document.readability.map(StyleWording.level)].compactMap { $0 }.map(Self.escape))
        text()
        tables()
    }

    /// With what the check found in every sentence behind it; words that are not borne out stand behind ⚠.
    private mutating func abstract() {
        guard let abstract = document.abstract else { return }
        let model = abstract.model.map { " (\(Self.escape(Wording.excerpt($0, limit: 80))))" } ?? ""
        line("## Summary by a model\(model)\n")
        line("*" + AbstractWording.verdict(abstract) + "*\n")
        guard let sentences = abstract.sentences else { return line(Self.escape(abstract.text.string) + "\n") }
        for sentence in sentences {
            let words = AbstractWording.pieces(of: sentence, in: abstract.text).map { piece in
                // Behind a letter nothing is at a line's start, and spaces between pieces stay.
                let escaped = Self.escape("x" + abstract.text.string(piece.span)).dropFirst()
                return piece.isMarked ? "**⚠ \(escaped)**" : String(escaped)
            }
            line("- " + words.joined())
            for flag in sentence.flags {
                line("  - " + AbstractWording.label(flag.kind) + ": " + Self.escape(Wording.excerpt(flag.reason, limit: 300)))
            }
        }
        line("")
    }

    private mutating func text() {
        line("## Text\n")
        for block in MarkedText.blocks(document.paragraphs, of: document.text) {
            line(Self.escape(document.text.string(block)) + "\n")
        }
    }

    private mutating func tables() {
        let text = document.text
        table("Names", ["Name", "Type", "Mentions"], document.entities) { [$0.name, $0.kind.rawValue, String($0.mentions.count)] }
        table("Quotes", ["Quote", "Speaker", "Kind"], document.quotes) {
            [
                Wording.excerpt($0.span, of: text, limit: 280),
                $0.speaker.map { Wording.excerpt($0.span, of: text, limit: 120) } ?? "unknown", $0.kind.rawValue,
            ]
        }
        table("Figures", ["Figure", "Of", "Category", "As written"], document.figures) {
            [
                Wording.amount($0), $0.of.map { Wording.excerpt($0, of: text, limit: 120) } ?? "", $0.category ?? "",
                Wording.excerpt($0.span, of: text, limit: 120),
            ]
        }
        table("Times", ["Time", "Value", "Reason"], document.times) {
            [Wording.excerpt($0.span, of: text, limit: 80), $0.value ?? "undated", $0.reason ?? ""]
        }
        let wording = EventWording(document)
        table("Events", ["Event", "Who", "To whom", "Where and when", "Toll", "Says"], document.events) {
            [wording.kind($0), wording.who($0), wording.whom($0), wording.whereAndWhen($0), wording.toll($0), wording.account($0)]
        }
        let document = document
        table("Praise and blame", ["Name", "Tone", "Words"], document.tones) {
            [StyleWording.name(of: $0.entity, in: document) ?? "", StyleWording.tone($0.value), StyleWording.evidence($0, in: document)]
        }
        table("Notices", ["Severity", "Notice", "Text"], document.notices) {
            [$0.severity.rawValue, $0.message, $0.span.map { Wording.excerpt($0, of: text, limit: 80) } ?? ""]
        }
    }

    private mutating func line(_ string: String) {
        bytes.append(contentsOf: string.utf8)
        bytes.append(0x0A)
    }

    private mutating func list(_ title: String, _ items: [String]) {
        guard !items.isEmpty else { return }
        line("## \(title)\n")
        for item in items { line("- " + item) }
        line("")
    }

    private mutating func table<Row>(_ title: String, _ columns: [String], _ rows: [Row]?, _ cells: (Row) -> [String]) {
        guard let rows, !rows.isEmpty else { return }
        line("## \(title)\n")
        line("| " + columns.joined(separator: " | ") + " |")
        line("|" + String(repeating: " --- |", count: columns.count))
        for row in rows.prefix(Wording.rowLimit) {
            line("| " + cells(row).map { Self.escape(Wording.excerpt($0, limit: 400)) }.joined(separator: " | ") + " |")
        }
        if rows.count > Wording.rowLimit { line("\nand \(rows.count - Wording.rowLimit) more in the JSON result") }
        line("")
    }

    /// The string on one line, with a backslash before whatever Markdown or a table could take for structure.
    static func escape(_ string: String) -> String {
        var escaped: [UInt8] = []
        var atStart = true
        var afterDigits = false
        for byte in string.utf8 {
            switch byte {
            case 0..<0x20, 0x7F:
                escaped.append(0x20)
                continue
            case UInt8(ascii: "\\"), UInt8(ascii: "`"), UInt8(ascii: "*"), UInt8(ascii: "_"), UInt8(ascii: "["),
                UInt8(ascii: "]"), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "|"), UInt8(ascii: "#"),
                UInt8(ascii: "~"), UInt8(ascii: "&"), UInt8(ascii: "!"), UInt8(ascii: "$"):
                escaped.append(UInt8(ascii: "\\"))
            case UInt8(ascii: "-"), UInt8(ascii: "+"), UInt8(ascii: "="), UInt8(ascii: ":"):
                if atStart { escaped.append(UInt8(ascii: "\\")) }
            case UInt8(ascii: "."), UInt8(ascii: ")"):
                if afterDigits { escaped.append(UInt8(ascii: "\\")) }
            default: break
            }
            escaped.append(byte)
            let isDigit = (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
            afterDigits = isDigit && (atStart || afterDigits)
            if byte != 0x20 { atStart = false }
        }
        // A leading run of spaces would be code.
        return String(decoding: escaped.drop { $0 == 0x20 }, as: UTF8.self)
    }
}
