// SPDX-License-Identifier: Apache-2.0

internal import Documents

/// What a PDF document says about itself, as `pdftotext -bbox-layout` writes it before the pages.
///
/// The order of trust: the headline on the page, then the title here unless a program wrote it. Authors count where they look like persons'
/// names. The day on which the file was made is taken for that of publication, unless the first lines of the text name a year themselves, or a
/// browser made the file: then it is the day on which somebody saved the page.
struct PDFProperties {
    private var title: String?
    private var authors: [String] = []
    private var created: String?
    private var modified: String?
    private var keywords: [String] = []
    private var isPrintedPage = false

    private static let window = 1 << 16
    private static let browsers = ["skia", "chrom", "mozilla", "firefox", "wkhtmltopdf", "safari", "webkit", "quartz pdfcontext"]

    init(_ bytes: [UInt8]) {
        let head = Array(bytes.prefix(ByteScanner.index(of: "<body", in: bytes, from: 0, to: min(bytes.count, Self.window)) ?? 0))
        do throws(ReadingError) {
            let tree = try XMLTree(head)
            title = tree.descendants("title", of: 0).first.flatMap { WorkTitles.headline(tree.text(of: $0)) }
            for meta in tree.descendants("meta", of: 0).prefix(50) {
                guard let name = tree.attribute("name", of: meta), let value = tree.attribute("content", of: meta) else { continue }
                switch name {
                case "Author": authors = WorkTitles.persons(value)
                case "Keywords": keywords = [value]
                case "CreationDate": created = Timestamp.normalized(value)
                case "ModDate": modified = Timestamp.normalized(value)
                case "Creator", "Producer":
                    isPrintedPage = isPrintedPage || Self.browsers.contains { value.lowercased().contains($0) }
                default: continue
                }
            }
        } catch {
            // A head that cannot be read says nothing; the pages are what counts.
            return
        }
    }

    func annotations(headline: String?, of text: Text) -> [Annotation] {
        var result: [Annotation] = []
        if let headline = headline ?? title { result.append(.headline(headline)) }
        if !authors.isEmpty { result.append(.byline(authors)) }
        if let created, !isPrintedPage, !Self.namesYear(text) { result.append(.published(created)) }
        if let modified, modified != created { result.append(.modified(modified)) }
        let tags = PageMetadata.tags(keywords)
        if !tags.isEmpty { result.append(.tags(tags)) }
        return result
    }

    /// Whether the first lines have a number from 1900 to 2099.
    private static func namesYear(_ text: Text) -> Bool {
        var digits: [UInt8] = []
        for byte in text.bytes.prefix(600) + [0x20] {
            if ByteScanner.isDigit(byte) {
                digits.append(byte)
            } else {
                if digits.count == 4, digits.starts(with: "19".utf8) || digits.starts(with: "20".utf8) { return true }
                digits = []
            }
        }
        return false
    }
}
