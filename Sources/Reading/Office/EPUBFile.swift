// SPDX-License-Identifier: Apache-2.0

internal import Documents

/// An EPUB book (ISO/IEC 23736): its parts are the chapters in reading order, each an article of its own.
enum EPUBFile: Container {
    private static let format = "an EPUB book"
    private static let chapterTypes: Set<String> = ["application/xhtml+xml", "text/html"]

    static func holds(_ bytes: [UInt8], name: String, mediaType: String?) -> Bool {
        OfficePackage.mimetype(of: bytes) == "application/epub+zip"
            || OfficePackage.isArchive(bytes) && name.lowercased().hasSuffix(".epub")
    }

    static func parts(of bytes: [UInt8], name: String, _ allowance: inout Allowance) throws(ReadingError) -> [Part] {
        let package = try OfficePackage(bytes, format: format)
        let container = try XMLTree(try package.file("META-INF/container.xml", &allowance))
        guard let file = container.descendants("rootfile", of: 0).first.flatMap({ container.attribute("full-path", of: $0) }) else {
            throw .broken(format, "\"META-INF/container.xml\" names no package")
        }
        let book = try XMLTree(try package.file(file, &allowance))
        let chapters = chapters(of: book, file)
        guard !chapters.isEmpty else { throw .broken(format, "its package names no chapters") }
        try checkLocks(package, Set(chapters), &allowance)
        let files = try package.files(Set(chapters), &allowance)
        let annotations = annotations(of: book)
        return chapters.compactMap { chapter in
            guard let content = files[chapter] else { return nil }
            var part = Part(chapter, content, mediaType: MediaKind.xhtml.rawValue)
            part.annotations = annotations
            return part
        }
    }

    /// The paths of the chapters, in the order of the spine; without the table of contents and what is beside the reading order.
    private static func chapters(of book: XMLTree, _ file: String) -> [String] {
        var items: [String: String] = [:]
        for item in book.descendants("item", of: 0).prefix(Allowance.parts) {
            guard let id = book.attribute("id", of: item), let reference = book.attribute("href", of: item),
                chapterTypes.contains(book.attribute("media-type", of: item) ?? ""),
                !(book.attribute("properties", of: item) ?? "").split(separator: " ").contains("nav")
            else { continue }
            items[id] = OfficePackage.path(reference, from: file)
        }
        var seen: Set<String> = []
        return book.descendants("itemref", of: 0).prefix(Allowance.parts).compactMap { reference in
            guard book.attribute("linear", of: reference) != "no", let id = book.attribute("idref", of: reference), let path = items[id],
                seen.insert(path).inserted
            else { return nil }
            return path
        }
    }

    /// Fonts may be scrambled in any book; chapters are so in sold ones alone.
    private static func checkLocks(_ package: OfficePackage, _ chapters: Set<String>, _ allowance: inout Allowance) throws(ReadingError) {
        guard package.has("META-INF/encryption.xml") else { return }
        let locks = try XMLTree(try package.file("META-INF/encryption.xml", &allowance))
        let isLocked = locks.descendants("CipherReference", of: 0).contains { reference in
            locks.attribute("uri", of: reference).map { chapters.contains(OfficePackage.path($0, from: "")) } ?? false
        }
        if isLocked { throw .broken(format, "its chapters are encrypted", remedy: "Put a copy without copy protection into the inbox") }
    }

    private static func annotations(of book: XMLTree) -> [Annotation] {
        guard let top = book.root, let metadata = book.child("metadata", of: top) else { return [] }
        func all(_ name: String) -> [String] {
            book.descendants(name, of: metadata).prefix(50).compactMap { Plain.line(book.text(of: $0)) }
        }
        var result: [Annotation] = []
        let authors = Bylines.names([all("creator")])
        if !authors.isEmpty { result.append(.byline(authors)) }
        if let date = all("date").lazy.compactMap(Timestamp.normalized).first { result.append(.published(date)) }
        if let publisher = all("publisher").first { result.append(.publisher(publisher)) }
        let tags = PageMetadata.tags(all("subject"))
        if !tags.isEmpty { result.append(.tags(tags)) }
        return result
    }
}
