// SPDX-License-Identifier: Apache-2.0

package import Documents
package import Stages
internal import Synchronization

/// A stage that a command-line program does, run once for each article: it reads the text, or the document as JSON, and writes the new one.
package final class FilterPlugin: ExternalStage {
    package enum Form: String, CaseIterable, Sendable { case text, json }

    private let setup: PluginSetup
    private let form: Form
    private let timeout: Duration
    private let counts = Mutex(PluginHealth())

    init(_ setup: PluginSetup, form: Form, timeout: Duration) {
        self.setup = setup
        self.form = form
        self.timeout = timeout
    }

    package var health: PluginHealth { counts.withLock { $0 } }

    package func annotate(_ document: Document) throws(StageFailure) -> [Annotation] {
        try counts.counting { () throws(StageFailure) in try changes(of: document) }
    }

    private func changes(of document: Document) throws(StageFailure) -> [Annotation] {
        switch form {
        case .text:
            return try setup.patch.edits(from: document, to: try run(document.text.bytes), name: setup.name)
        case .json:
            let request = DocumentEncoder.encode(document.keeping(setup.reads), layout: .compact)
            let bytes = try run(request + [0x0A])
            let (sent, result): (JSON, JSON)
            do {
                sent = try JSONParser.parse(request)
                result = try JSONParser.parse(bytes)
            } catch {
                throw DocumentPatch.broken("wrote something that is no JSON: \(error.problem) (byte \(error.offset))")
            }
            return try setup.patch.annotations(result, of: sent, for: document, name: setup.name)
        }
    }

    /// Starts it on nothing: that the program is there is all that can be told.
    package func probe() throws(StageFailure) {
        guard let scratch = Scratch(owner: setup.confiner.isRoot ? Confiner.nobody : nil) else { return }
        let deadline = ContinuousClock.now + timeout
        let child = try setup.start(in: scratch)
        let errors = ErrorTap(setup.name, { _, _ in })
        do throws(ChildProcess.Failure) {
            _ = try child.exchange(
                [], closing: true, limit: setup.command.limits.answer, deadline: deadline, complain: errors.take,
                isComplete: { _, atEnd in atEnd })
        } catch {
            throw PluginFailure.of(error, at: "an empty input", errors.lastLine)
        }
        let status = child.status(by: deadline)
        // By the custom of shells: 126 cannot be run, 127 was not found; bubblewrap and util-linux say so too.
        if status == 126 || status == 127 {
            throw StageFailure(
                .moment, "The filter cannot be started\(errors.lastLine.map { ": \($0)" } ?? "")", remedy: "Look to the stage's \"command\""
            )
        }
    }

    private func run(_ input: [UInt8]) throws(StageFailure) -> [UInt8] {
        do throws(ConfinedProgram.Failure) {
            return try ConfinedProgram(setup.command, setup.confiner).run(input, timeout: timeout, name: setup.name, log: setup.log)
        } catch {
            switch error {
            case .cannotStart(.some(let why)): throw PluginFailure.of(.cannotStart(why), at: "start", nil)
            case .cannotStart(nil): throw Self.noFolder
            case .tookTooLong: throw PluginFailure.of(.tookTooLong, at: "the article", nil)
            case .saidTooMuch: throw PluginFailure.of(.saidTooMuch, at: "the article", nil)
            case .cancelled: throw .cancelled
            case .ended(let status, let said):
                throw StageFailure(
                    .document, "The filter ended with status \(status)\(said.map { ": \($0)" } ?? "")",
                    remedy: "Run the command by hand on this article and mend it")
            }
        }
    }

    private static let noFolder = StageFailure(
        .moment, "No folder for the filter can be made in /tmp", remedy: "Look to the space and permissions of /tmp")
}
