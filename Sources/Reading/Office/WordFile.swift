// SPDX-License-Identifier: Apache-2.0

internal import Documents

/// A Word document (DOCX, ECMA-376): its one part is the main document, wherever the package's relationships say that it lies.
///
/// Headers, footers, footnotes and comments lie in files of their own and are left out.
enum WordFile: Container {
    private static let format = "a Word document"
    private static let types = "[Content_Types].xml"
    private static let relations = "_rels/.rels"

    static func holds(_ bytes: [UInt8], name: String, mediaType: String?) -> Bool {
        guard OfficePackage.isArchive(bytes), OfficePackage.mimetype(of: bytes) == nil else { return false }
        do throws(ReadingError) {
            let names = try OfficePackage.names(in: bytes)
            return names.contains(types) && names.contains(relations)
        } catch {
            // Broken, and a Word document by what is said of it.
            return name.lowercased().hasSuffix(".docx") || mediaType.flatMap(MediaKind.init(mediaType:)) == .word
        }
    }

    static func parts(of bytes: [UInt8], name: String, _ allowance: inout Allowance) throws(ReadingError) -> [Part] {
        let package = try OfficePackage(bytes, format: format)
        let top = try package.files([types, relations], &allowance)
        guard let types = top[types], let relations = top[relations] else {
            throw .broken(format, "it has no \"\(Self.types)\" or no \"\(Self.relations)\"")
        }
        let targets = try targets(of: relations)
        guard let main = targets.main else { throw .broken(format, "its relationships name no main document") }
        try check(types, main)
        let files = try package.files(Set([main] + (targets.properties.map { [$0] } ?? [])), &allowance)
        guard let document = files[main] else { throw .broken(format, "it has no \"\(main)\"") }
        var part = Part(main, document, mediaType: MediaKind.word.rawValue)
        if let properties = targets.properties.flatMap({ files[$0] }) {
            part.annotations = try OfficeProperties(XMLTree(properties)).annotations
        }
        return [part]
    }

    /// The paths of the main document and of its core properties.
    private static func targets(of relations: [UInt8]) throws(ReadingError) -> (main: String?, properties: String?) {
        let tree = try XMLTree(relations)
        var found: (main: String?, properties: String?)
        for index in tree.descendants("Relationship", of: 0).prefix(1000) {
            guard let type = tree.attribute("type", of: index), let target = tree.attribute("target", of: index) else { continue }
            if type.hasSuffix("/officeDocument") { found.main = found.main ?? OfficePackage.path(target, from: "") }
            if type.hasSuffix("/core-properties") { found.properties = found.properties ?? OfficePackage.path(target, from: "") }
        }
        return found
    }

    /// Spreadsheets and slides come in packages of the same kind.
    private static func check(_ types: [UInt8], _ main: String) throws(ReadingError) {
        let tree = try XMLTree(types)
        let override = tree.descendants("Override", of: 0).prefix(10_000).first { tree.attribute("partname", of: $0) == "/\(main)" }
        guard let type = override.flatMap({ tree.attribute("contenttype", of: $0) }) else { return }
        for (sign, other) in [
            ("spreadsheetml", "an Excel workbook"), ("presentationml", "a PowerPoint presentation"), ("ms-excel", "an Excel workbook"),
            ("ms-powerpoint", "a PowerPoint presentation"), ("ms-visio", "a Visio drawing"),
        ] where type.contains(sign) {
            throw ReadingError(
                code: .binary, problem: "The file is \(other), which is no article",
                remedy: "Save its text as a Word document, or as plain text")
        }
    }
}
