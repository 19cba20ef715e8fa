// SPDX-License-Identifier: Apache-2.0

internal import Documents

/// Where in a JSON object the text of an article stands.
struct JSONBody {
    /// Offsets of the strings that it is made of, each a paragraph or more.
    var strings: [Int]
    var form: BodyReader.Form
    var isSummary = false

    /// Bytes that text in a member of an everyday name must have where there is no title, so that a chat or a form is no article.
    private static let untitled = 100
    private static let everyday: Set<String> = ["body", "content", "text", "paragraphs", "article", "story"]

    /// Members that hold the text of an article, the fullest and best marked up first.
    private static let names: [(name: String, form: BodyReader.Form)] = [
        ("contenthtml", .html), ("bodyhtml", .html), ("bodyxhtml", .html), ("bodies", .either), ("contenttext", .plain),
        ("bodytext", .plain),
        ("articlebody", .either), ("articletext", .either), ("fulltext", .either), ("maintext", .either), ("contentelements", .either),
        ("body", .either), ("content", .either), ("text", .either), ("paragraphs", .either), ("article", .either), ("story", .either),
    ]

    private static let summaries = [
        "summary", "description", "abstract", "excerpt", "standfirst", "lead", "descriptiontext", "descriptions",
    ]

    /// The text of an article, or else the summary of one; `nil` where the object is none.
    static func find(in record: JSONRecord) -> JSONBody? {
        let isTitled = record.line("headline", "title", "headlines", "webtitle", "name") != nil
        for (name, form) in names {
            guard let value = record[name], let body = body(value, form, isBodies: name == "bodies") else { continue }
            if isTitled || body.size >= untitled || !everyday.contains(name) { return body.body }
        }
        guard isTitled, record.line("url", "link", "uri", "guid", "published", "datepublished", "publishedat", "pubdate", "date") != nil
        else { return nil }
        for name in summaries {
            if let value = record[name], let found = body(value, .either, isBodies: false) {
                var body = found.body
                body.isSummary = true
                return body
            }
        }
        return nil
    }

    /// - Returns: the strings and how long they are; `nil` where there are none, or a list of things with titles of their own.
    private static func body(_ value: JSON, _ form: BodyReader.Form, isBodies: Bool) -> (body: JSONBody, size: Int)? {
        if isBodies { return value.elements.flatMap(best) }
        var strings: [(offset: Int, text: String)] = []
        collect(value, depth: 0, &strings)
        strings = strings.filter { !$0.text.utf8.allSatisfy(ByteScanner.isSpace) }
        guard !strings.isEmpty else { return nil }
        return (JSONBody(strings: strings.map(\.offset), form: form), strings.reduce(0) { $0 + $1.text.utf8.count })
    }

    private static func collect(_ value: JSON, depth: Int, _ strings: inout [(offset: Int, text: String)]) {
        if let string = value.string { return strings.append((value.offset, string)) }
        guard depth < 4 else { return }
        if let elements = value.elements {
            guard !elements.contains(where: { $0["title"] != nil || $0["headline"] != nil }) else { return }
            for element in elements { collect(element, depth: depth + 1, &strings) }
        } else if value.members != nil {
            for name in ["rendered", "value", "html", "text", "content", "#text", "$t"] {
                if let inner = value[name] { return collect(inner, depth: depth + 1, &strings) }
            }
        }
    }

    /// Of the bodies that ninjs 2 and 3 give side by side, the one with marks, then the one that is called main.
    private static func best(_ bodies: [JSON]) -> (body: JSONBody, size: Int)? {
        let all = bodies.prefix(50).compactMap { body -> (value: JSON, text: String, isHTML: Bool, isMain: Bool)? in
            guard let value = body["value"], let text = value.string, !text.utf8.allSatisfy(ByteScanner.isSpace) else { return nil }
            let type = (body["contentType"] ?? body["contenttype"])?.string?.lowercased() ?? ""
            return (value, text, type.contains("html"), body["role"]?.string == "main")
        }
        guard let best = all.first(where: \.isHTML) ?? all.first(where: \.isMain) ?? all.first else { return nil }
        return (JSONBody(strings: [best.value.offset], form: best.isHTML ? .html : .either), best.text.utf8.count)
    }
}
