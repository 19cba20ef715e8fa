// SPDX-License-Identifier: Apache-2.0

internal import Plugins
package import Reading

/// The programs of this machine that readers use, confined as plugins are: no network, no files of ours, limits of time and memory.
extension ReaderTools {
    /// Bytes of what it writes: some 600,000 words.
    private static let answer = 64 << 20

    /// The path of `pdftotext`; `nil` where it is not installed.
    static var pageReader: String? { Confiner.program("pdftotext") }

    /// - Parameters:
    ///   - processor: seconds of processor time for one document; hundreds of pages take one.
    ///   - timeout: for one document, waiting included.
    package static func installed(processor: Int = 45, timeout: Duration = .seconds(60)) -> ReaderTools {
        guard let program = pageReader else { return ReaderTools() }
        var command = PluginCommand(words: [program, "-bbox-layout", "-", "-"])
        command.limits.processor = processor
        command.limits.answer = answer
        let confined = ConfinedProgram(command, Confiner())
        return ReaderTools(pageLayout: { bytes throws(ReadingError) in
            do throws(ConfinedProgram.Failure) {
                return try confined.run(bytes, timeout: timeout)
            } catch {
                throw ReadingError(error)
            }
        })
    }
}

extension ReadingError {
    private static let printAnew = "Open it in a viewer, print it to a new PDF and put that back"

    /// Why `pdftotext` did not read a document. What it says itself may hold words of the file, so it is not passed on.
    fileprivate init(_ failure: ConfinedProgram.Failure) {
        switch failure {
        case .cannotStart:
            self.init(code: .broken, problem: "pdftotext could not be started", remedy: "Run copydesk doctor, then put the file back")
        case .cancelled: self.init(code: .broken, problem: "Reading the PDF document was stopped", remedy: "Put it back")
        case .tookTooLong: self.init(code: .tooMuch, problem: "The PDF document takes too long to read", remedy: Self.printAnew)
        case .saidTooMuch:
            self.init(code: .tooMuch, problem: "The PDF document has too much text for an article", remedy: "Put the pages in that matter")
        case .ended(_, let said) where said?.contains("password") == true:
            self.init(
                code: .broken, problem: "The PDF document is protected by a password",
                remedy: "Take it off and put the file back: qpdf --decrypt --password=… FILE.pdf FILE-open.pdf")
        case .ended(let status, let said) where status >= 128 || said?.contains("memory") == true:
            self.init(
                code: .tooMuch, problem: "The PDF document takes more time or memory than any document needs", remedy: Self.printAnew)
        case .ended:
            self.init(code: .broken, problem: "The PDF document is damaged and cannot be read", remedy: Self.printAnew)
        }
    }
}
