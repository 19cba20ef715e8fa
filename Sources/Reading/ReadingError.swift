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
        /// More comes out of it than may, or packed beyond belief.
        case tooMuch = "too-much"
        /// A form that is known, and broken or closed (a password).
        case broken
        /// A form that is known, but not one of an article.
        case notArticle = "not-article"
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

    static func tooMuch(_ what: String) -> ReadingError {
        ReadingError(
            code: .tooMuch, problem: "The file unpacks to \(what)", remedy: "Unpack it yourself and put what is in it into the inbox")
    }

    /// - Parameters:
    ///   - format: with its article, such as "a ZIP archive".
    ///   - why: what is wrong with it, without the file's own words.
    static func broken(_ format: String, _ why: String, remedy: String = "Save it anew and put it back") -> ReadingError {
        ReadingError(code: .broken, problem: "The file is \(format) that cannot be read: \(why)", remedy: remedy)
    }

    /// - Parameter why: what it holds or lacks, without the file's own words.
    static func noArticle(in kind: MediaKind, _ why: String) -> ReadingError {
        ReadingError(
            code: .notArticle, problem: "The file is \(kind.title) without an article: \(why)",
            remedy: "Save the article itself, as a page, as plain text or in a form that docs/READING.md names")
    }

    static let encrypted = ReadingError(
        code: .broken, problem: "The file is protected by a password or encrypted", remedy: "Open it and put what is in it into the inbox")

    static let link = ReadingError(
        code: .broken, problem: "It is a link or a device, not a file", remedy: "Pack the file itself that it leads to")

    /// A container without anything in it that can be read.
    static func noArticle(refusals: [Unpacker.Refusal]) -> ReadingError {
        guard refusals.count != 1 else {
            let error = refusals[0].error
            return ReadingError(code: error.code, problem: "\(refusals[0].part): \(error.problem)", remedy: error.remedy)
        }
        return ReadingError(
            code: .empty,
            problem: refusals.isEmpty
                ? "The file holds no other file" : "None of the \(refusals.count) parts of the file is an article: \(list(refusals))",
            remedy: "Put the articles themselves into the inbox")
    }

    /// "a.png: The file is not text but a PNG picture; …", five at most.
    static func list(_ refusals: [Unpacker.Refusal]) -> String {
        let named = refusals.prefix(5).map { "\($0.part): \($0.error.problem)" }.joined(separator: "; ")
        return refusals.count > 5 ? "\(named); and \(refusals.count - 5) more" : named
    }

    static let undecodable = ReadingError(
        code: .undecodable, problem: "The charset of the file could not be told, or its bytes do not fit it",
        remedy: "Save it as UTF-8")
}
