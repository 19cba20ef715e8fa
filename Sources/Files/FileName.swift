// SPDX-License-Identifier: Apache-2.0

/// One component of a path: bytes, as the kernel has them, which need not be UTF-8 and may hold a line break.
package struct FileName: Hashable, Comparable, Sendable {
    /// The longest name that Linux file systems take. Bytes.
    package static let maximum = 255

    package let bytes: [UInt8]

    /// `nil` for what is no name of a file: empty, `.`, `..`, or with `/` or NUL in it.
    package init?(_ bytes: some Sequence<UInt8>) {
        let bytes = Array(bytes)
        let dot = UInt8(ascii: ".")
        guard !bytes.isEmpty, bytes != [dot], bytes != [dot, dot], !bytes.contains(0), !bytes.contains(UInt8(ascii: "/")) else {
            return nil
        }
        self.bytes = bytes
    }

    package init?(_ name: String) { self.init(name.utf8) }

    package static func < (left: FileName, right: FileName) -> Bool { left.bytes.lexicographicallyPrecedes(right.bytes) }

    /// As a C string.
    var terminated: [CChar] { bytes.map { CChar(bitPattern: $0) } + [0] }
}

extension FileName: CustomStringConvertible {
    /// For people and logs: one line of valid UTF-8 that nothing is lost in.
    ///
    /// Bytes that are not UTF-8, control and direction characters are written `\xNN`, a backslash is doubled.
    package var description: String {
        var result = ""
        var rest = bytes[...]
        while !rest.isEmpty {
            let length = Self.scalarLength(at: rest)
            let scalar = length > 0 ? String(decoding: rest.prefix(length), as: UTF8.self) : ""
            if scalar == "\\" {
                result += "\\\\"
            } else if length > 0, let first = scalar.unicodeScalars.first, !Self.isHidden(first) {
                result += scalar
            } else {
                for byte in rest.prefix(max(1, length)) { result += "\\x" + Self.hexadecimal(byte) }
            }
            rest = rest.dropFirst(max(1, length))
        }
        return result
    }

    /// Bytes of the UTF-8 scalar that `bytes` begins with; 0 where it begins with none.
    package static func scalarLength(at bytes: ArraySlice<UInt8>) -> Int {
        guard let first = bytes.first else { return 0 }
        let length =
            switch first {
            case 0..<0x80: 1
            case 0xC2...0xDF: 2
            case 0xE0...0xEF: 3
            case 0xF0...0xF4: 4
            default: 0
            }
        guard length > 0, bytes.count >= length else { return 0 }
        return String(validating: bytes.prefix(length), as: UTF8.self) == nil ? 0 : length
    }

    private static func isHidden(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0..<0x20, 0x7F..<0xA0, 0x200B...0x200F, 0x2028...0x202E, 0x2060...0x2069, 0xFEFF: true
        default: false
        }
    }

    private static func hexadecimal(_ byte: UInt8) -> String { (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true) }
}
