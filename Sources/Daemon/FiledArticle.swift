// SPDX-License-Identifier: Apache-2.0

internal import Documents
internal import Duplicates
internal import Files
internal import Ledger
internal import Spooling

/// A result in the outbox, in the contract's form, and what the ledger knows from it.
struct FiledArticle {
    typealias Entry = (id: String, entered: Timestamp, fingerprint: Fingerprint)

    private let path: RelativePath
    private let stem: ArraySlice<UInt8>
    private let json: JSON
    private let id: String

    /// `nil` for what is no such result.
    init?(at path: RelativePath, _ shift: Shift) {
        let ending = Array(".json".utf8)
        guard let name = path.last, name.bytes.suffix(ending.count).elementsEqual(ending) else { return nil }
        do { json = try JSONParser.parse(try shift.spool.result(at: path)) } catch { return nil }
        guard json["schema"]?.string == DocumentEncoder.schema, let id = json["id"]?.string else { return nil }
        self.path = path
        self.id = id
        stem = name.bytes.dropLast(ending.count)
    }

    /// The line of its file; `nil` for one of several articles of a file.
    func ledgerEntry(_ shift: Shift) -> LedgerEntry? {
        guard let file = json["source"]?["name"]?.string, let content = json["source"]?["sha256"]?.string, id == "sha256:\(content)" else {
            return nil
        }
        let results = shift.suffixes.sorted().compactMap { suffix -> LedgerEntry.Result? in
            guard let sibling = FileName(Array(stem) + Array(".\(suffix)".utf8)) else { return nil }
            let path = path.parent.appending(sibling)
            do {
                guard try shift.spool.has([Rendition(article: id, suffix: suffix, content: .result(path))]) else { return nil }
            } catch { return nil }
            return LedgerEntry.Result(path: path.description, suffix: suffix, article: id)
        }
        let settled = received ?? Timestamp(secondsSince1970: 0)
        return LedgerEntry(
            file: file, content: content, recipe: json["recipe"]?.string, outcome: .done, results: results, settled: settled)
    }

    /// Its fingerprint, and when it was compared with others; when it arrived where it never was. `nil` where neither is known.
    func fingerprinted() -> Entry? {
        guard let entered = DuplicateCheck.entered(json) ?? received, let string = json["text"]?.string else { return nil }
        let text = Text(string)
        var paragraphs: [TextSpan]?
        if let list = json["paragraphs"] {
            do {
                guard case .paragraphs(let spans) = try ContractDecoder(text).annotation(of: .paragraphs, list) else { return nil }
                paragraphs = spans
            } catch { return nil }
        }
        return (id, entered, ShingledText(text, paragraphs: paragraphs).fingerprint)
    }

    private var received: Timestamp? { json["source"]?["received"]?.string.flatMap(Timestamp.init(rfc3339:)) }
}
