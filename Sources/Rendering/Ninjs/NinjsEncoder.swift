// SPDX-License-Identifier: Apache-2.0

internal import Documents

/// Writes a document as IPTC ninjs 3.0 (News in JSON), for desks whose systems take that. Field names and types follow
/// the schema of IPTC (CC BY 4.0, https://iptc.org/standards/ninjs/).
enum NinjsEncoder {
    static func encode(_ document: Document) -> [UInt8] {
        var writer = JSONWriter(layout: .readable)
        writer.object { writer in
            string("uri", document.id, &writer)
            string("type", "text", &writer)
            string("profile", "text-only", &writer)
            string("language", document.language?.tag, &writer)
            // Both are date-times in the schema; a bare date is not one.
            string("contentCreated", dateTime(document.published), &writer)
            string("versionCreated", dateTime(document.modified) ?? dateTime(document.published), &writer)
            string("by", document.byline.flatMap { $0.isEmpty ? nil : $0.joined(separator: ", ") }, &writer)
            string("located", document.dateline?.place, &writer)
            if let headline = document.headline { values("headlines", "main", headline, &writer) }
            if let summary = document.summary, !summary.sentences.isEmpty {
                values("descriptions", "summary", summary.sentences.map(document.text.string).joined(separator: " "), &writer)
            }
            values("bodies", "main", document.text.string, &writer)
            names("people", document, &writer) { $0 == .person }
            names("organisations", document, &writer) { $0 == .organization }
            names("places", document, &writer) { $0 == .location || $0 == .facility }
            subjects(document.topics ?? [], &writer)
        }
        return writer.bytes + [0x0A]
    }

    private static func dateTime(_ value: String?) -> String? { value?.utf8.contains(UInt8(ascii: "T")) == true ? value : nil }

    private static func string(_ name: String, _ value: String?, _ writer: inout JSONWriter) {
        guard let value else { return }
        writer.name(name)
        writer.string(value)
    }

    private static func values(_ name: String, _ role: String, _ value: String, _ writer: inout JSONWriter) {
        writer.name(name)
        writer.array { writer in
            writer.object { writer in
                string("role", role, &writer)
                string("contentType", "text/plain", &writer)
                string("value", value, &writer)
            }
        }
    }

    private static func names(
        _ name: String, _ document: Document, _ writer: inout JSONWriter, _ isWanted: (Entity.Kind) -> Bool
    ) {
        let entities = (document.entities ?? []).filter { isWanted($0.kind) }
        guard !entities.isEmpty else { return }
        writer.name(name)
        writer.array { writer in
            for entity in entities {
                writer.object { writer in
                    string("name", entity.name, &writer)
                    string("rel", "mentions", &writer)
                    string("uri", entity.wikidata.map { "http://www.wikidata.org/entity/" + $0 }, &writer)
                }
            }
        }
    }

    private static func subjects(_ topics: [Topic], _ writer: inout JSONWriter) {
        guard !topics.isEmpty else { return }
        writer.name("subjects")
        writer.array { writer in
            for topic in topics {
                writer.object { writer in
                    string("name", topic.name, &writer)
                    string("rel", "about", &writer)
                    let isMediaTopic = topic.code.utf8.starts(with: "medtop:".utf8)
                    let code = isMediaTopic ? "http://cv.iptc.org/newscodes/mediatopic/" + topic.code.dropFirst(7) : topic.code
                    string(isMediaTopic ? "uri" : "literal", code, &writer)
                    writer.name("confidence")
                    writer.integer(Wording.percent(topic.confidence))
                }
            }
        }
    }
}
