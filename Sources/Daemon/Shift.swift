// SPDX-License-Identifier: Apache-2.0

internal import Documents
internal import Files
internal import Manifests
internal import Pipelines
internal import Rendering
internal import Spooling
internal import Synchronization

/// What is in force between two readings of the manifest. A worker takes the shift as it claims an article and stays with it.
struct Shift: Sendable {
    let plan: Plan
    let processor: ArticleProcessor
    let spool: Spool
    let formats: [RenditionFormat]

    /// - Parameters:
    ///   - folder: the manifest's own, which paths are relative to.
    ///   - owner: begins the names of this shift's claims; no other shift or process may have it.
    init(_ plan: Plan, folder: String, owner: String, clock: PipelineClock) {
        let manifest = plan.manifest
        let path = { (path: String) in path.hasPrefix("/") ? path : "\(folder)/\(path)" }
        var settings = SpoolSettings(
            inbox: path(manifest.inbox), outbox: path(manifest.outbox), quarantine: path(manifest.quarantine),
            originals: manifest.originals == .archive ? .archive(path(manifest.archive)) : .delete, owner: owner)
        settings.maximumSize = manifest.maximumSize
        if let ignore = manifest.ignore { settings.ignored = ignore.map { NamePattern($0) } }
        self.plan = plan
        processor = ArticleProcessor(plan, clock: clock)
        spool = Spool(settings: settings)
        formats = manifest.formats.compactMap { RenditionFormat(rawValue: $0.rawValue) }
    }

    var inbox: String { spool.inbox }

    /// The renditions of a file's documents: `json`, and `2.json` for the second document of a file.
    func renditions(of documents: [Document]) -> [Rendition] {
        documents.enumerated().flatMap { index, document in
            formats.map { format in
                let suffix = String(format.fileSuffix.dropFirst())
                return Rendition(
                    article: document.id, suffix: index == 0 ? suffix : "\(index + 1).\(suffix)",
                    bytes: Renderer.render(document, as: format))
            }
        }
    }
}

/// The shift in force.
final class CurrentShift: Sendable {
    private let shift: Mutex<Shift>

    init(_ shift: Shift) { self.shift = Mutex(shift) }

    var value: Shift {
        get { shift.withLock { $0 } }
        set { shift.withLock { $0 = newValue } }
    }
}
