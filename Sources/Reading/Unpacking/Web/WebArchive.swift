// SPDX-License-Identifier: Apache-2.0

internal import Documents

/// A web archive (WARC 1.0 and 1.1, ISO 28500): what a crawler got, record by record.
///
/// Pages and other texts become parts named by their record's number; what a page is shown with (pictures, styles, scripts), requests, redirects and the
/// crawler's own notes are passed over.
enum WebArchive: Container {
    static func holds(_ bytes: [UInt8], name: String, mediaType: String?) -> Bool {
        bytes.starts(with: "WARC/1.".utf8) || bytes.starts(with: "WARC/0.1".utf8)
    }

    static func parts(of bytes: [UInt8], name: String, _ allowance: inout Allowance) throws(ReadingError) -> [Part] {
        var parts: [Part] = []
        var at = 0
        var number = 0
        while at < bytes.count {
            number += 1
            guard let record = WebRecord(bytes, at: at) else {
                let error = ReadingError.broken("a web archive (WARC)", "record \(number) does not open as one")
                if number == 1 { throw error }
                return parts + [.refused("record \(number)", error)]
            }
            if let part = try part(record, number, bytes, &allowance) { parts.append(part) }
            if record.isCut {
                return parts + [.refused("what follows record \(number)", .broken("a web archive (WARC)", "it ends inside a record"))]
            }
            at = record.end
        }
        return parts
    }

    private static func part(_ record: WebRecord, _ number: Int, _ bytes: [UInt8], _ allowance: inout Allowance) throws(ReadingError)
        -> Part?
    {
        let name = "record \(number)"
        var content = Array(bytes[record.block])
        var type = record["content-type"] ?? ""
        switch record["warc-type"]?.lowercased() {
        case "response":
            // Answers of name servers and the like are recorded too.
            guard type.lowercased().hasPrefix("application/http"), let response = HTTPResponse(bytes[record.block]) else { return nil }
            type = response["content-type"] ?? ""
            if isPassedOver(type) || (300..<400).contains(response.status) { return nil }
            try allowance.takePart()
            guard response.status == 200 else { return .refused(name, .otherForm("the answer of a server with status \(response.status)")) }
            do throws(ReadingError) {
                content = try response.content(&allowance)
            } catch {
                if error.code == .tooMuch { throw error }
                return .refused(name, error)
            }
        case "resource", "conversion":
            if isPassedOver(type) { return nil }
            try allowance.takePart()
            try allowance.take(content.count, total: content.count)
        default: return nil
        }
        var part = Part(name, content, mediaType: type.isEmpty ? nil : type)
        if let address = record["warc-target-uri"].map(withoutBrackets) {
            if PageMetadata.isAddress(address) { part.annotations.append(.url(address)) }
            part.fileName = fileName(in: address)
        }
        if record.isCut { part.annotations.append(.damaged("the web archive ends inside it")) }
        return part
    }

    private static func isPassedOver(_ type: String) -> Bool {
        let type = type.prefix { $0 != ";" }.lowercased()
        if ["image/", "audio/", "video/", "font/"].contains(where: { type.hasPrefix($0) }) { return true }
        return type.hasSuffix("javascript") || type.hasSuffix("json") || type.hasSuffix("font-woff") || type == "text/css"
    }

    /// WARC 1.0 writes addresses in angle brackets in places.
    private static func withoutBrackets(_ address: String) -> String {
        address.hasPrefix("<") && address.hasSuffix(">") ? String(address.dropFirst().dropLast()) : address
    }

    /// The last step of an address's path, whose ending may tell the form.
    private static func fileName(in address: String) -> String? {
        let path = address.prefix { $0 != "?" && $0 != "#" }
        let steps = path.split(separator: "/")
        return steps.count > 2 ? steps.last.map { String($0) } : nil
    }
}
