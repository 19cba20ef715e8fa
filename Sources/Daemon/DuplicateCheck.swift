// SPDX-License-Identifier: Apache-2.0

internal import Documents
internal import Duplicates
internal import Files
internal import Manifests
internal import Pipelines
internal import Reading

/// Compares finished documents with earlier articles, and enters them for those to come.
///
/// Stands behind the chain and not in it, as what it says depends on other articles. An article is entered before its results are
/// written, in the moment in which it is compared: so of two at the same time one finds the other. If it is then not filed, it is taken again from
/// the inbox and finds its own place in the order.
struct DuplicateCheck: Sendable {
    static let stage = "duplicates"

    let register: Register
    let time: TimeSource
    let clock: PipelineClock

    /// A chain that writes `duplicates` itself is left its word.
    func run(on documents: inout [Document], _ settings: Manifest.Duplicates) {
        for index in documents.indices { run(on: &documents[index], settings) }
    }

    private func run(on document: inout Document, _ settings: Manifest.Duplicates) {
        let (now, begin) = (time.now(), clock.elapsed())
        let text = ShingledText(document)
        var reason: String?
        if let neighbourhood = register.enter(text.fingerprint, of: document.id, at: now, within: settings.within) {
            let found = DuplicateFinder(text, among: neighbourhood, similarity: settings.similarity).find()
            if document.duplicates == nil {
                document.add(.duplicates(found.duplicates))
                if settings.paragraphs, document.reuse == nil { document.add(.reuse(found.reuse)) }
            }
        } else {
            reason = "The ledger cannot be used"
        }
        let microseconds = ((clock.elapsed() - begin) / .microseconds(1)).rounded()
        document.provenance.append(
            ProvenanceEntry(
                stage: Self.stage, plugin: Self.stage, version: Fingerprint.version,
                optionsSHA256: Reader.digest(of: Array(settings.options.utf8)), started: now.rfc3339, milliseconds: microseconds / 1000,
                outcome: reason == nil ? .done : .skipped, reason: reason))
    }

    /// When an article of this result was entered; `nil` where it was not compared.
    static func entered(_ result: JSON) -> Timestamp? {
        let entry = result["provenance"]?.elements?.last { $0["stage"]?.string == stage && $0["outcome"]?.string == "done" }
        return entry?["started"]?.string.flatMap(Timestamp.init(rfc3339:))
    }
}
