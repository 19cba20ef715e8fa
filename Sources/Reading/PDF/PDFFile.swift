// SPDX-License-Identifier: Apache-2.0

/// A PDF document, opened by `pdftotext -bbox-layout`: its one part is what that program writes, so offsets count in something that the user can make
/// anew with the same command.
enum PDFFile: Container {
    /// The part's name, which is the command.
    static let part = "pdftotext -bbox-layout"
    /// As far as viewers look for the first bytes.
    private static let window = 1024

    static func holds(_ bytes: [UInt8], name: String, mediaType: String?) -> Bool {
        bytes.starts(with: "%PDF-".utf8) || !bytes.isEmpty && isNearStart("%pdf-", bytes) && name.lowercased().hasSuffix(".pdf")
    }

    static func parts(of bytes: [UInt8], name: String, _ allowance: inout Allowance) throws(ReadingError) -> [Part] {
        try parts(of: bytes, name: name, tools: ReaderTools(), &allowance)
    }

    static func parts(of bytes: [UInt8], name: String, tools: ReaderTools, _ allowance: inout Allowance) throws(ReadingError) -> [Part] {
        guard let pageLayout = tools.pageLayout else {
            throw ReadingError(
                code: .binary, problem: "The file is a PDF document, and the program that reads those (pdftotext) is not installed",
                remedy: "apt install poppler-utils")
        }
        try allowance.takePart()
        let layout = try pageLayout(bytes)
        try allowance.take(layout.count, total: layout.count)
        return [Part(part, layout, mediaType: "\(MediaKind.pdf.rawValue); charset=utf-8")]
    }

    private static func isNearStart(_ literal: String, _ bytes: [UInt8]) -> Bool {
        ByteScanner.index(of: literal, in: bytes, from: 0, to: min(bytes.count, window)) != nil
    }
}
