// SPDX-License-Identifier: Apache-2.0

internal import Files

/// Why a model cannot be used.
package struct EncoderError: Error, Hashable, Sendable, CustomStringConvertible {
    package enum Code: Hashable, Sendable {
        /// It cannot be opened or mapped.
        case unreadable
        /// It is no file of this kind.
        case foreign
        /// It is one, and not as it was written.
        case damaged
        /// This machine or build has no such path.
        case path
    }

    package var code: Code
    package var file: String
    package var problem: String
    package var remedy: String

    init(_ code: Code, _ file: String, _ problem: String, remedy: String) {
        self.code = code
        self.file = file
        self.problem = problem
        self.remedy = remedy
    }

    init(_ error: FileError, _ file: String) {
        self.init(.unreadable, file, error.problem, remedy: "Check the path and its permissions")
    }

    package var description: String { "\(file): \(problem). \(remedy)." }
}
