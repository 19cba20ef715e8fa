// SPDX-License-Identifier: Apache-2.0

/// The attributes of one tag, read on demand.
struct Attributes {
    private let bytes: [UInt8]
    private let range: Range<Int>
    /// Names and values beyond this many bytes of a tag are not looked at.
    private static let limit = 16384

    init(_ bytes: [UInt8], _ range: Range<Int>) {
        self.bytes = bytes
        self.range = range.lowerBound..<min(range.upperBound, range.lowerBound + Self.limit)
    }

    /// The value of the first attribute of this name (in lower case), with its character references resolved.
    subscript(name: String) -> String? {
        var found: String?
        forEach { attribute, value in
            if found == nil, ByteScanner.matches(bytes, at: attribute.lowerBound, name.utf8), attribute.count == name.utf8.count {
                found = CharacterReferences.resolve(bytes[value])
            }
        }
        return found
    }

    /// Calls `body` with the places of each name and value, in order.
    func forEach(_ body: (_ name: Range<Int>, _ value: Range<Int>) -> Void) {
        var at = range.lowerBound
        let end = range.upperBound
        while at < end {
            while at < end, ByteScanner.isSpace(bytes[at]) || bytes[at] == UInt8(ascii: "/") { at += 1 }
            let nameStart = at
            while at < end, !ByteScanner.isSpace(bytes[at]), bytes[at] != UInt8(ascii: "="), bytes[at] != UInt8(ascii: "/") { at += 1 }
            let name = nameStart..<at
            if name.isEmpty {
                at += 1
                continue
            }
            while at < end, ByteScanner.isSpace(bytes[at]) { at += 1 }
            guard at < end, bytes[at] == UInt8(ascii: "=") else {
                body(name, at..<at)
                continue
            }
            at += 1
            while at < end, ByteScanner.isSpace(bytes[at]) { at += 1 }
            let value = valueRange(from: at)
            body(name, value)
            at = value.upperBound
            if at < end, bytes[at] == UInt8(ascii: "\"") || bytes[at] == UInt8(ascii: "'") { at += 1 }
        }
    }

    private func valueRange(from start: Int) -> Range<Int> {
        let end = range.upperBound
        guard start < end else { return end..<end }
        let mark = bytes[start]
        if mark == UInt8(ascii: "\"") || mark == UInt8(ascii: "'") {
            return (start + 1)..<(bytes[(start + 1)..<end].firstIndex(of: mark) ?? end)
        }
        return start..<(bytes[start..<end].firstIndex(where: ByteScanner.isSpace) ?? end)
    }
}
