// SPDX-License-Identifier: Apache-2.0

package import Files

/// Why the spool could not do its work.
package struct SpoolError: Error, Hashable, Sendable {
    package enum Code: String, Hashable, Sendable, CaseIterable {
        case notPermitted = "SPL-001"
        case diskFailed = "SPL-002"
        case full = "SPL-003"
        case limits = "SPL-004"
        case vanished = "SPL-005"
        case unsuitable = "SPL-006"
        case blocked = "SPL-007"
        case layout = "SPL-008"
        case refused = "SPL-009"
        case busy = "SPL-010"
    }

    /// Whose failure it is, and so what becomes of the file.
    package enum Fate: Hashable, Sendable {
        /// The file's: it belongs into quarantine.
        case document
        /// The moment's: the file went back, or never left; later it may work.
        case retry
        /// The machine's or the manifest's: the daemon cannot work at all.
        case daemon
    }

    package var code: Code
    package var fate: Fate
    package var problem: String
    package var remedy: String
    package var place: String
    package var cause: FileError?

    package init(code: Code, fate: Fate, problem: String, remedy: String, place: String, cause: FileError? = nil) {
        self.code = code
        self.fate = fate
        self.problem = problem
        self.remedy = remedy
        self.place = place
        self.cause = cause
    }
}

extension SpoolError: CustomStringConvertible {
    package var description: String {
        let errno = cause.map { $0.errno.isEmpty ? "" : ", \($0.errno)" } ?? ""
        return "\(code.rawValue) \(problem) (\(place)\(errno)). \(remedy)."
    }
}

extension SpoolError {
    package init(_ cause: FileError) {
        let (code, fate): (Code, Fate) =
            switch cause.code {
            case .denied, .readOnly: (.notPermitted, .retry)
            case .inputOutput: (.diskFailed, .retry)
            case .noSpace: (.full, .retry)
            case .tooManyOpen, .noMemory: (.limits, .retry)
            case .notFound: (.vanished, .retry)
            case .tooLarge, .notRegular, .nameTooLong, .isAFolder: (.unsuitable, .document)
            case .exists, .notAFolder, .notEmpty: (.blocked, .retry)
            case .otherFileSystem, .unsupported, .other: (.refused, .retry)
            }
        self.init(
            code: code, fate: fate, problem: cause.problem, remedy: cause.remedy, place: cause.place.description, cause: cause)
    }

    /// The same at start, when nothing works without the folder.
    func atStart() -> SpoolError {
        var error = self
        error.fate = .daemon
        return error
    }
}

/// Turns what the file system says into what the spool says.
func spooling<Value: ~Copyable>(_ body: () throws(FileError) -> Value) throws(SpoolError) -> Value {
    do {
        return try body()
    } catch {
        throw SpoolError(error)
    }
}
