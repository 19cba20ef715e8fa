// SPDX-License-Identifier: Apache-2.0

internal import Documents
internal import Stages

/// One running process of a plugin, spoken to by JSON-RPC 2.0, one message a line.
///
/// Used by one thread at a time: whoever takes it from the pool has it alone.
final class PluginWorker: Sendable {
    static let protocolVersion = "copydesk-plugin/1"

    let child: ChildProcess
    private let scratch: Scratch
    private let setup: PluginSetup
    private let errors: ErrorTap

    /// Starts the process; `initialize` is for the caller.
    init(_ setup: PluginSetup) throws(StageFailure) {
        self.setup = setup
        errors = ErrorTap(setup.name, setup.log)
        guard let scratch = Scratch(owner: setup.confiner.isRoot ? Confiner.nobody : nil) else {
            throw StageFailure(.moment, "No folder for the plugin can be made in /tmp", remedy: "Look to the space and permissions of /tmp")
        }
        self.scratch = scratch
        child = try setup.start(in: scratch)
    }

    /// Tells the plugin its options and what it may read and write.
    ///
    /// - Returns: name and version that it gives itself.
    func initialize(deadline: ContinuousClock.Instant) throws(StageFailure) -> (name: String?, version: String?) {
        var writer = JSONWriter()
        writer.object { writer in
            writer.member("protocol", Self.protocolVersion)
            writer.member("name", setup.name)
            writer.name("options")
            writer.json(JSON(.object(setup.options)))
            for (name, layers) in [("reads", setup.readNames), ("writes", setup.writeNames)] {
                writer.name(name)
                writer.array { writer in for layer in layers { writer.string(layer) } }
            }
        }
        let answer = try call(0, "initialize", writer.bytes, deadline)
        return (answer["name"]?.string, answer["version"]?.string)
    }

    /// - Returns: the answer's `result`.
    /// - Throws: `StageFailure`; afterwards the process is of no more use unless the failure is the document's own.
    func process(_ document: [UInt8], number: Int, deadline: ContinuousClock.Instant) throws(StageFailure) -> JSON {
        try call(number, "process", Array("{\"document\":".utf8) + document + [UInt8(ascii: "}")], deadline)
    }

    /// Lets it end by itself for a short while.
    func shutdown() {
        let deadline = ContinuousClock.now + .milliseconds(500)
        do { _ = try call(-1, "shutdown", Array("{}".utf8), deadline) } catch {}
        child.finish(patience: 500)
    }

    private func call(_ number: Int, _ method: String, _ parameters: [UInt8], _ deadline: ContinuousClock.Instant) throws(StageFailure)
        -> JSON
    {
        let start = #"{"jsonrpc":"2.0","id":\#(number),"method":"\#(method)","params":"#
        let request = Array(start.utf8) + parameters + Array("}\n".utf8)
        let line: [UInt8]
        do {
            line = try child.exchange(
                request, limit: setup.command.limits.answer, deadline: deadline, complain: errors.take,
                isComplete: { bytes, _ in bytes.last == 0x0A })
        } catch {
            throw failure(error, method)
        }
        guard line.firstIndex(of: 0x0A) == line.count - 1 else { throw DocumentPatch.broken("said more than one line at once") }
        let answer: JSON
        do { answer = try JSONParser.parse(line) } catch {
            throw DocumentPatch.broken("answered with something that is no JSON (\(error.problem))")
        }
        guard answer["jsonrpc"]?.string == "2.0", answer["id"]?.integer == number else {
            throw DocumentPatch.broken("answered without the request's \"id\" \(number), or not as JSON-RPC 2.0")
        }
        if let error = answer["error"], !error.isNull { throw reported(error) }
        guard let result = answer["result"] else { throw DocumentPatch.broken("answered with neither \"result\" nor \"error\"") }
        return result
    }

    /// What the plugin itself says is wrong. Its process goes on.
    private func reported(_ error: JSON) -> StageFailure {
        let message = error["message"]?.string ?? "no message"
        let isMomentary = error["data"]?["retry"]?.bool == true
        return PluginFailure.reported(
            isMomentary ? .moment : .document, String(message.prefix(500)), remedy: error["data"]?["remedy"]?.string)
    }

    private func failure(_ failure: ChildProcess.Failure, _ method: String) -> StageFailure {
        // What it said last tells why.
        child.drainErrors(errors.take)
        return PluginFailure.of(failure, at: method, errors.lastLine)
    }
}

/// How failures of plugins are told.
enum PluginFailure {
    /// Begins what a plugin said of itself: its process is sound.
    private static let reportedStart = "The plugin says: "

    static func reported(_ code: StageFailure.Code, _ message: String, remedy: String?) -> StageFailure {
        StageFailure(code, reportedStart + message, remedy: remedy ?? "Look into the article, or ask the plugin's author")
    }

    static func isReported(_ failure: StageFailure) -> Bool { failure.problem.hasPrefix(reportedStart) }

    static func of(_ failure: ChildProcess.Failure, at method: String, _ lastLine: String?) -> StageFailure {
        let said = lastLine.map { "; it said: \($0)" } ?? ""
        switch failure {
        case .cancelled: return .cancelled
        case .tookTooLong:
            return StageFailure(
                .document, "The plugin did not answer \"\(method)\" in time and was ended\(said)",
                remedy: "Raise the stage's \"timeout\", or mend the plugin")
        case .saidTooMuch:
            return StageFailure(
                .document, "The plugin said more than it may and was ended\(said)",
                remedy: "Raise \"answer\" in the stage's \"limits\", or mend the plugin")
        case .ended:
            return StageFailure(
                .document, "The plugin ended before it answered \"\(method)\"\(said)", remedy: "Mend the plugin; the log has what it said")
        case .cannotStart(let why):
            return StageFailure(.moment, "The plugin cannot be started: \(why)", remedy: "Look to the stage's \"command\"")
        }
    }
}
