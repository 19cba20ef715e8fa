// SPDX-License-Identifier: Apache-2.0

/// One record of a WARC file: a version line, named fields, a blank line, a block of `Content-Length` bytes, two line ends.
struct WebRecord {
    private let fields: HeaderFields
    let block: Range<Int>
    /// Where the next record begins.
    let end: Int
    /// Whether the file ends before the block does.
    let isCut: Bool

    subscript(name: String) -> String? { fields[name] }

    init?(_ bytes: [UInt8], at start: Int) {
        guard bytes[start...].starts(with: "WARC/".utf8), let line = bytes[start...].prefix(100).firstIndex(of: 0x0A) else { return nil }
        guard let (fields, first) = HeaderFields.read(bytes[(line + 1)...]), let length = fields["content-length"].flatMap({ Int($0) }),
            length >= 0
        else { return nil }
        self.fields = fields
        isCut = length > bytes.count - first
        block = first..<(isCut ? bytes.count : first + length)
        var end = block.upperBound
        while end < bytes.count, bytes[end] == 0x0D || bytes[end] == 0x0A { end += 1 }
        self.end = end
    }
}
