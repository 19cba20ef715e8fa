// SPDX-License-Identifier: Apache-2.0

/// A program that is run once for each input, confined as plugins are: it reads its standard input to the end and writes the answer.
package struct ConfinedProgram: Sendable {
    package enum Failure: Error {
        /// `nil`: no folder for it can be made in /tmp.
        case cannotStart(String?)
        /// It took longer than it may, or said more.
        case tookTooLong
        case saidTooMuch
        case cancelled
        /// It ended with this status; 128 and more: a signal ended it. With its last line on standard error.
        case ended(status: Int, said: String?)
    }

    /// Nothing of ours: neither secrets nor settings that change what a program does.
    private static let environment = [
        "PATH=/usr/local/bin:/usr/bin:/bin", "LANG=C.UTF-8", "PYTHONUNBUFFERED=1", "PYTHONDONTWRITEBYTECODE=1",
    ]

    private let command: PluginCommand
    private let confiner: Confiner

    package init(_ command: PluginCommand, _ confiner: Confiner) {
        self.command = command
        self.confiner = confiner
    }

    /// - Parameters:
    ///   - name: whose lines those are that go to `log`.
    ///   - log: is given the name and a line that it wrote to standard error.
    package func run(
        _ input: [UInt8], timeout: Duration, name: String = "", log: @escaping @Sendable (String, String) -> Void = { _, _ in }
    ) throws(Failure) -> [UInt8] {
        guard let scratch = Scratch(owner: confiner.isRoot ? Confiner.nobody : nil) else { throw .cannotStart(nil) }
        let deadline = ContinuousClock.now + timeout
        let errors = ErrorTap(name, log)
        let child: ChildProcess
        let output: [UInt8]
        do throws(ChildProcess.Failure) {
            child = try start(in: scratch)
            output = try child.exchange(
                input, closing: true, limit: command.limits.answer, deadline: deadline, complain: errors.take,
                isComplete: { _, atEnd in atEnd })
        } catch {
            switch error {
            case .cannotStart(let why): throw .cannotStart(why)
            case .tookTooLong: throw .tookTooLong
            case .saidTooMuch: throw .saidTooMuch
            case .cancelled: throw .cancelled
            case .ended: throw .ended(status: 0, said: errors.lastLine)
            }
        }
        child.drainErrors(errors.take)
        let status = child.status(by: deadline)
        guard status == 0 else { throw .ended(status: status, said: errors.lastLine) }
        return output
    }

    func start(in scratch: Scratch) throws(ChildProcess.Failure) -> ChildProcess {
        let words = confiner.words(for: command, scratch: scratch.path)
        let environment = Self.environment + ["HOME=\(scratch.path)", "TMPDIR=\(scratch.path)"]
        let folder = scratch.path
        let result: Result<ChildProcess, ChildProcess.Failure> = SpawningThread.perform {
            do throws(ChildProcess.Failure) {
                return .success(try ChildProcess(words, environment: environment, folder: folder))
            } catch {
                return .failure(error)
            }
        }
        return try result.get()
    }
}
