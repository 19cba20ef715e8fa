// SPDX-License-Identifier: Apache-2.0

/// Why a file could not be read as an article. Never holds text of the file.
package struct ReadingError: Error, Hashable, Sendable, CustomStringConvertible {
    package enum Code: String, CaseIterable, Sendable {
        /// No bytes, or nothing but white space and markup.
        case empty
        /// Not text: a picture, an archive, a program, noise.
        case binary
        /// Text in a charset that cannot be told or decoded.
        case undecodable
    }

    package var code: Code
    package var problem: String
    package var remedy: String

    package init(code: Code, problem: String, remedy: String) {
        self.code = code
        self.problem = problem
        self.remedy = remedy
    }

    package var description: String { "\(problem). \(remedy)." }

    static let noBytes = ReadingError(
        code: .empty, problem: "The file has no content", remedy: "Write the article into it and put it back")

    static let onlySpace = ReadingError(
        code: .empty, problem: "The file holds nothing but white space", remedy: "Write the article into it and put it back")

    static func noText(in kind: MediaKind) -> ReadingError {
        ReadingError(
            code: .empty, problem: "The file is \(kind.rawValue) without any text of an article",
            remedy: "Save the page with its text, or paste the article into a plain text file")
    }

    static func binary(format: String?) -> ReadingError {
        ReadingError(
            code: .binary, problem: "The file is not text but \(format ?? "binary data of an unknown format")",
            remedy: "Convert it to plain text, Markdown or HTML")
    }

    static let undecodable = ReadingError(
        code: .undecodable, problem: "The charset of the file could not be told, or its bytes do not fit it",
        remedy: "Save it as UTF-8")
}
