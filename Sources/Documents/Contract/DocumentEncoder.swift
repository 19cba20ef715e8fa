// SPDX-License-Identifier: Apache-2.0

/// Writes a document as the contract `copydesk/1` has it: the one place where byte offsets become code points.
public struct DocumentEncoder {
    public static let schema = "copydesk/1"

    private let document: Document
    private let index: CodePointIndex
    private var writer: JSONWriter

    /// One JSON object in UTF-8, ending without a line break.
    ///
    /// - Parameter requestID: the `id` of an NDJSON request, answered in place of the document's own.
    public static func encode(_ document: Document, layout: JSONWriter.Layout, requestID: JSON? = nil) -> [UInt8] {
        var encoder = DocumentEncoder(document, layout: layout)
        encoder.write(requestID: requestID)
        return encoder.writer.bytes
    }

    private init(_ document: Document, layout: JSONWriter.Layout) {
        self.document = document
        index = CodePointIndex(document.text)
        writer = JSONWriter(layout: layout)
    }

    private mutating func write(requestID: JSON?) {
        let document = document
        let index = index
        writer.object { writer in
            writer.member("schema", Self.schema)
            writer.name("id")
            if let requestID { writer.json(requestID, inline: true) } else { writer.string(document.id) }
            writer.name("source")
            writer.source(document.source)
            writer.member("recipe", document.recipe)
            writer.origin(of: document)
            writer.name("text")
            writer.string(document.text.bytes[...])
            writer.layers(of: document, index)
            for extra in document.extras {
                writer.name(extra.name)
                writer.json(extra.value)
            }
            writer.sourceMap(document.sourceMap, document.text, index)
            writer.name("provenance")
            writer.list(document.provenance) { $0.provenance($1) }
        }
    }
}

extension JSONWriter {
    /// Left out where there is no value.
    package mutating func member(_ name: String, _ value: String?) {
        guard let value else { return }
        self.name(name)
        string(value)
    }

    mutating func member(_ name: String, _ value: Double?) {
        guard let value else { return }
        self.name(name)
        number(value)
    }

    /// Left out where there is no value.
    package mutating func member(_ name: String, _ value: Int?) {
        guard let value else { return }
        self.name(name)
        integer(value)
    }

    mutating func member(_ name: String, _ values: [String]?) {
        guard let values else { return }
        self.name(name)
        array(inline: true) { writer in for value in values { writer.string(value) } }
    }

    mutating func list<Element>(_ elements: [Element], inline: Bool = false, _ body: (inout JSONWriter, Element) -> Void) {
        array(inline: inline) { writer in for element in elements { body(&writer, element) } }
    }

    mutating func span(_ span: TextSpan, _ index: CodePointIndex) {
        member("start", index.codePoint(at: span.start))
        member("end", index.codePoint(at: span.end))
    }

    mutating func spanObject(_ span: TextSpan, _ index: CodePointIndex) {
        object(inline: true) { $0.span(span, index) }
    }

    mutating func source(_ source: Source) {
        object { writer in
            writer.member("name", source.name)
            writer.member("media_type", source.mediaType)
            writer.member("charset", source.charset)
            writer.member("bytes", source.bytes)
            writer.member("sha256", source.sha256)
            writer.member("received", source.received)
            writer.member("part", source.part)
        }
    }

    mutating func origin(of document: Document) {
        if let language = document.language {
            name("language")
            object(inline: true) { writer in
                writer.member("tag", language.tag)
                writer.member("confidence", language.confidence)
            }
        }
        member("headline", document.headline)
        member("byline", document.byline)
        if let dateline = document.dateline {
            name("dateline")
            object(inline: true) { writer in
                writer.member("place", dateline.place)
                writer.member("date", dateline.date)
            }
        }
        member("published", document.published)
        member("modified", document.modified)
        member("publisher", document.publisher)
        member("url", document.url)
        member("image", document.image)
        member("section", document.section)
        member("tags", document.tags)
    }

    mutating func sourceMap(_ map: SourceMap, _ text: Text, _ index: CodePointIndex) {
        name("source_map")
        list(map.runs) { writer, run in
            writer.object(inline: true) { writer in
                let start = index.codePoint(at: run.text.start)
                writer.member("start", start)
                writer.member("source", run.source.lowerBound)
                writer.member("length", index.codePoint(at: run.text.end) - start)
                writer.member("bytes", run.source.count)
                writer.member("edit", run.edit)
            }
        }
    }

    mutating func provenance(_ entry: ProvenanceEntry) {
        object(inline: true) { writer in
            writer.member("stage", entry.stage)
            writer.member("plugin", entry.plugin)
            writer.member("version", entry.version)
            writer.member("options_sha256", entry.optionsSHA256)
            writer.member("started", entry.started)
            writer.member("milliseconds", entry.milliseconds)
            writer.member("outcome", entry.outcome.rawValue)
            writer.member("reason", entry.reason)
            if let model = entry.model { writer.model(model) }
        }
    }
}

extension JSONWriter {
    /// null says that there was none.
    fileprivate mutating func model(_ model: ModelUse) {
        name("model")
        guard case .used(let name, let sha256) = model else { return null() }
        object(inline: true) { writer in
            writer.member("name", name)
            writer.member("sha256", sha256)
        }
    }
}
