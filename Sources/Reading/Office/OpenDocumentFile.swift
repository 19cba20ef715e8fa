// SPDX-License-Identifier: Apache-2.0

internal import Documents

/// An OpenDocument text (ODT, ISO/IEC 26300): its one part is `content.xml`.
enum OpenDocumentFile: Container {
    private static let format = "an OpenDocument file"
    private static let start = "application/vnd.oasis.opendocument."

    static func holds(_ bytes: [UInt8], name: String, mediaType: String?) -> Bool {
        if let type = OfficePackage.mimetype(of: bytes) { return type.hasPrefix(start) }
        return OfficePackage.isArchive(bytes) && name.lowercased().hasSuffix(".odt")
    }

    static func parts(of bytes: [UInt8], name: String, _ allowance: inout Allowance) throws(ReadingError) -> [Part] {
        if let type = OfficePackage.mimetype(of: bytes)?.dropFirst(start.count), !["text", "text-template", "text-master"].contains(type) {
            throw ReadingError(
                code: .binary, problem: "The file is an OpenDocument file, but no text (\(type))",
                remedy: "Save its text as an OpenDocument text, or as plain text")
        }
        let package = try OfficePackage(bytes, format: format)
        let files = try package.files(["META-INF/manifest.xml", "meta.xml", "content.xml"], &allowance)
        if let manifest = files["META-INF/manifest.xml"],
            ByteScanner.index(of: "encryption-data", in: manifest, from: 0, to: manifest.count) != nil
        {
            throw .locked(format)
        }
        guard let content = files["content.xml"] else { throw .broken(format, "it has no \"content.xml\"") }
        var part = Part("content.xml", content, mediaType: MediaKind.openDocument.rawValue)
        if let meta = files["meta.xml"] { part.annotations = try OfficeProperties(XMLTree(meta)).annotations }
        return [part]
    }
}
