// SPDX-License-Identifier: Apache-2.0

/// The answer of a web server as it came over the line (RFC 9112).
struct HTTPResponse {
    let status: Int
    private let fields: HeaderFields
    private let body: ArraySlice<UInt8>

    subscript(name: String) -> String? { fields[name] }

    init?(_ bytes: ArraySlice<UInt8>) {
        guard bytes.starts(with: "HTTP/".utf8), let line = bytes.prefix(1000).firstIndex(of: 0x0A) else { return nil }
        let words = bytes[..<line].split(separator: 0x20)
        guard words.count > 1, let status = Int(String(decoding: words[1].prefix { ByteScanner.isDigit($0) }, as: UTF8.self)),
            let (fields, start) = HeaderFields.read(bytes[(line + 1)...])
        else { return nil }
        self.status = status
        self.fields = fields
        body = bytes[start...]
    }

    /// What was sent, without chunks and packing. Crawlers that undo either and leave the field in place are believed by the bytes.
    func content(_ allowance: inout Allowance) throws(ReadingError) -> [UInt8] {
        let isChunked = fields["transfer-encoding"]?.lowercased().contains("chunked") == true
        let whole = isChunked ? Self.joined(body) ?? Array(body) : Array(body)
        let coding = fields["content-encoding"]?.lowercased() ?? ""
        switch coding {
        case "gzip", "x-gzip":
            if Packing(of: whole, name: "") == .gzip { return try CompressedFile.unpacked(whole, .gzip, &allowance) }
        case "deflate":
            if let packed = Self.gzip(fromDeflate: whole) { return try CompressedFile.unpacked(packed, .gzip, &allowance) }
        case "zstd":
            if Packing(of: whole, name: "") == .zstd { return try CompressedFile.unpacked(whole, .zstd, &allowance) }
        case "br": throw .broken("a page packed with Brotli", "that is not unpacked here", remedy: "Save the page itself")
        default: break
        }
        try allowance.take(whole.count, total: whole.count)
        return whole
    }

    /// `nil` where the body is not in chunks after all.
    private static func joined(_ body: ArraySlice<UInt8>) -> [UInt8]? {
        var result: [UInt8] = []
        var at = body.startIndex
        while let end = body[at...].prefix(1000).firstIndex(of: 0x0A) {
            let digits = body[at..<end].prefix { $0 != UInt8(ascii: ";") && !ByteScanner.isSpace($0) }
            guard !digits.isEmpty, digits.count < 9, let count = Int(String(decoding: digits, as: UTF8.self), radix: 16) else {
                return result.isEmpty ? nil : result
            }
            if count == 0 { return result }
            let stop = min(body.endIndex, end + 1 + count)
            result.append(contentsOf: body[(end + 1)..<stop])
            at = stop
            while at < body.endIndex, body[at] == 0x0D || body[at] == 0x0A { at += 1 }
        }
        return result.isEmpty ? nil : result
    }

    /// HTTP's deflate is a zlib stream (RFC 1950) or, from old servers, bare deflate. In a gzip header and a trailer that libarchive does not look at, either can be
    /// unpacked by what is there.
    private static func gzip(fromDeflate bytes: [UInt8]) -> [UInt8]? {
        guard bytes.count > 2, !bytes.starts(with: [0x3C]) else { return nil }
        let isStream = bytes[0] & 0x0F == 8 && (Int(bytes[0]) << 8 | Int(bytes[1])) % 31 == 0
        return [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 3] + (isStream ? bytes[2...] : bytes[...]) + [UInt8](repeating: 0, count: 8)
    }
}
