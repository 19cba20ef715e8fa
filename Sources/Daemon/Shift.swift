// SPDX-License-Identifier: Apache-2.0

internal import Documents
internal import Duplicates
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

    /// - Parameter folder: the manifest's own, which paths are relative to.
    init(_ plan: Plan, folder: String, clock: PipelineClock) {
        let manifest = plan.manifest
        let settings = SpoolSettings(manifest, folder: folder)
        self.plan = plan
        let comparison = manifest.duplicates.map { "+duplicates \(Fingerprint.version) \($0.options)" }
        processor = ArticleProcessor(plan, clock: clock, behind: comparison ?? "")
        spool = Spool(settings: settings, files: CrashingFileSystem.ifArmed())
        formats = manifest.formats.compactMap { RenditionFormat(rawValue: $0.rawValue) }
    }

    var inbox: String { spool.inbox }

    /// The names of the folders that a file lies in, where the manifest makes them tags.
    func tags(of path: RelativePath) -> [String] { plan.manifest.folderTags ? path.parent.names.map(\.description) : [] }

    /// What results are called after their file: `json`.
    var suffixes: Set<String> { Set(formats.map { String($0.fileSuffix.dropFirst()) }) }

    /// The renditions of a file's documents: `json`, and `2.json` for the second document of a file.
    func renditions(of documents: [Document]) -> [Rendition] {
        documents.enumerated().flatMap { index, document in
            formats.map { format in
                let suffix = String(format.fileSuffix.dropFirst())
                return Rendition(
                    article: document.id, suffix: index == 0 ? suffix : "\(index + 1).\(suffix)",
                    content: .bytes(Renderer.render(document, as: format)))
            }
        }
    }
}

extension SpoolSettings {
    /// - Parameter folder: the manifest's own, which paths are relative to.
    init(_ manifest: Manifest, folder: String) {
        let path = { (path: String) in manifest.path(path, in: folder) }
        self.init(
            inbox: path(manifest.inbox), outbox: path(manifest.outbox), quarantine: path(manifest.quarantine),
            originals: manifest.originals == .archive ? .archive(path(manifest.archive)) : .delete)
        maximumSize = manifest.maximumSize
        attempts = manifest.attempts
        firstDelay = manifest.retryDelay
        minimumFree = manifest.minimumFree
        if let settle = manifest.settle {
            self.settle = settle
            settlesAlways = true
        }
        if let ignore = manifest.ignore { ignored = ignore.map { NamePattern($0) } }
        if let marker = manifest.marker {
            self.marker = marker
            ignored.append(NamePattern("*\(marker)"))
        }
        companions = manifest.companions
        ignored += companions.map { NamePattern("*\($0)") }
    }
}

extension Manifest {
    /// A path of the manifest, seen from where the program runs.
    ///
    /// - Parameter folder: the manifest's own.
    func path(_ path: String, in folder: String) -> String { path.hasPrefix("/") ? path : "\(folder)/\(path)" }
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
