// SPDX-License-Identifier: Apache-2.0

internal import Documents

/// Writes a document as IPTC ninjs 3.0 (News in JSON), for desks whose systems take that. Field names and types follow
/// the schema of IPTC (CC BY 4.0, https://iptc.org/standards/ninjs/).
enum NinjsEncoder {
    static func encode(_ document: Document) -> [UInt8] {
        var writer = JSONWriter(layout: .readable)
        writer.object { writer in
            writer.member("uri", document.id)
            writer.member("type", "text")
            writer.member("profile", "text-only")
            writer.member("language", document.language?.tag)
            // Both are date-times in the schema; a bare date is not one.
            writer.member("contentCreated", dateTime(document.published))
            writer.member("versionCreated", dateTime(document.modified) ?? dateTime(document.published))
            writer.member("by", document.byline.flatMap { $0.isEmpty ? nil : $0.joined(separator: ", ") })
            writer.member("located", document.dateline?.place)
            if let headline = document.headline { values("headlines", "main", headline, &writer) }
            if let summary = document.summary, !summary.sentences.isEmpty {
                values("descriptions", "summary", summary.sentences.map(document.text.string).joined(separator: " "), &writer)
            }
            values("bodies", "main", document.text.string, &writer)
            names("people", document, &writer) { $0 == .person }
            names("organisations", document, &writer) { $0 == .organization }
            names("places", document, &writer) { $0 == .location || $0 == .facility }
            subjects(document.topics ?? [], &writer)
            if let image = document.image { association(image, &writer) }
        }
        return writer.bytes + [0x0A]
    }

    /// The lead image, as an item that goes with this one.
    private static func association(_ image: String, _ writer: inout JSONWriter) {
        writer.name("associations")
        writer.array { writer in
            writer.object { writer in
                writer.member("uri", image)
                writer.member("name", "mainimage")
                writer.member("type", "picture")
                writer.name("renditions")
                writer.array { writer in
                    writer.object { writer in
                        writer.member("name", "original")
                        writer.member("href", image)
                    }
                }
            }
        }
    }

    private static func dateTime(_ value: String?) -> String? { value?.utf8.contains(UInt8(ascii: "T")) == true ? value : nil }

    private static func values(_ name: String, _ role: String, _ value: String, _ writer: inout JSONWriter) {
        writer.name(name)
        writer.array { writer in
            writer.object { writer in
                writer.member("role", role)
                writer.member("contentType", "text/plain")
                writer.member("value", value)
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
                    writer.member("name", entity.name)
                    writer.member("rel", "mentions")
                    writer.member("uri", entity.wikidata.map { "http://www.wikidata.org/entity/" + $0 })
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
                    writer.member("name", topic.name)
                    writer.member("rel", "about")
                    let isMediaTopic = topic.code.utf8.starts(with: "medtop:".utf8)
                    let code = isMediaTopic ? "http://cv.iptc.org/newscodes/mediatopic/" + topic.code.dropFirst(7) : topic.code
                    writer.member(isMediaTopic ? "uri" : "literal", code)
                    writer.name("confidence")
                    writer.integer(Wording.percent(topic.confidence))
                }
            }
        }
    }
}
