// SPDX-License-Identifier: Apache-2.0

/// Names inside archives. They are only names: nothing is ever written under them.
enum EntryName {
    /// UTF-8 where it is that, whatever the archive says; otherwise code page 437, which ZIP falls back on.
    static func decoded(_ bytes: [UInt8]) -> String {
        let name = String(validating: bytes, as: UTF8.self) ?? String(String.UnicodeScalarView(bytes.map(scalar)))
        let clean = String(String.UnicodeScalarView(name.unicodeScalars.map { $0.value < 0x20 || $0.value == 0x7F ? "\u{FFFD}" : $0 }))
        return clean.hasPrefix("./") ? String(clean.dropFirst(2)) : clean
    }

    /// Whether it is there for a file manager, not for a reader: `__MACOSX/`, `Thumbs.db`, whatever begins with a dot.
    static func isNoise(_ name: String) -> Bool {
        let steps = name.split(separator: "/")
        if steps.first == "__MACOSX" { return true }
        if let last = steps.last, ["Thumbs.db", "desktop.ini"].contains(last) { return true }
        return steps.contains { $0.hasPrefix(".") && $0 != "." && $0 != ".." }
    }

    private static func scalar(_ byte: UInt8) -> Unicode.Scalar { byte < 0x80 ? Unicode.Scalar(byte) : upper[Int(byte) - 0x80] }

    private static let upper = Array(
        ("ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ¢£¥₧ƒáíóúñÑªº¿⌐¬½¼¡«»░▒▓│┤╡╢╖╕╣║╗╝╜╛┐└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀"
            + "αßΓπΣσµτΦΘΩδ∞φε∩≡±≥≤⌠⌡÷≈°∙·√ⁿ²■\u{A0}").unicodeScalars)
}
