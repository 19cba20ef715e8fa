// SPDX-License-Identifier: Apache-2.0

public import Documents

/// Adds to a document what it finds in it.
public protocol Annotator: Sendable {
    /// Returns the annotations to add. Long loops poll `Task.isCancelled` and throw `.cancelled`.
    ///
    /// - Throws: `StageFailure`; the manifest's `on_error` then decides what becomes of the document.
    func annotate(_ document: Document) throws(StageFailure) -> [Annotation]
}

/// One step of the chain: reads a document, returns annotations, touches nothing else.
///
/// A stage computes and never waits: no files, no network, no clock. The same document and options give the same
/// annotations on every run and every thread.
public protocol Stage: Annotator {
    /// The name of the plugin as `plugins.json` writes it: `extract`.
    static var id: String { get }
    /// Changes whenever the same document could give another result.
    static var version: String { get }
    /// One sentence for `copydesk stages`.
    static var summary: String { get }
    /// The layers read and written and the options taken, checked when the manifest loads.
    static var contract: StageContract { get }

    /// - Parameter options: resolved: every option of the contract is there, of the right type and in its range.
    /// - Throws: `OptionError` where an option is well-formed and still cannot be used (a file that is not there).
    init(options: StageOptions) throws(OptionError)
}

/// What a stage needs, gives and can be told.
public struct StageContract: Sendable {
    /// Layers that must have been written by an earlier stage or by reading.
    public var reads: Set<Layer>
    /// Layers that it uses where they are there.
    public var prefers: Set<Layer>
    public var writes: Set<Layer>
    public var options: [StageOption]

    public init(reads: Set<Layer>, prefers: Set<Layer> = [], writes: Set<Layer>, options: [StageOption] = []) {
        self.reads = reads
        self.prefers = prefers
        self.writes = writes
        self.options = options
    }
}

/// Why a stage could not annotate a document. Never holds text of the document.
public struct StageFailure: Error, Hashable, Sendable, CustomStringConvertible {
    public enum Code: String, Sendable {
        /// The document is at fault: it will fail again.
        case document
        /// Something that may pass.
        case moment
        /// The task was cancelled, or ran into its time limit.
        case cancelled
    }

    public var code: Code
    public var problem: String
    public var remedy: String

    public init(_ code: Code, _ problem: String, remedy: String) {
        self.code = code
        self.problem = problem
        self.remedy = remedy
    }

    public var description: String { "\(problem). \(remedy)." }

    /// What a stage throws when it notices that its task was cancelled.
    public static let cancelled = StageFailure(
        .cancelled, "Stopped before the end", remedy: "Raise the stage's timeout or split the article")
}
