// SPDX-License-Identifier: Apache-2.0

internal import CHTML

/// Character references of HTML: `&amp;`, `&#8217;`, `&#x2019;`.
enum CharacterReferences {
    /// The reference that begins at `start` (an ampersand) and ends before `end`.
    ///
    /// - Returns: its text in UTF-8 and its length in bytes; `nil` where the ampersand is just one.
    static func reference(in bytes: [UInt8], at start: Int, before end: Int) -> (text: [UInt8], length: Int)? {
        guard start + 2 < end else { return nil }
        if bytes[start + 1] == UInt8(ascii: "#") { return numeric(bytes, start, end) }
        var at = start + 1
        while at < end, at - start < 33, ByteScanner.isLetter(bytes[at]) || ByteScanner.isDigit(bytes[at]) { at += 1 }
        let name = String(decoding: bytes[(start + 1)..<at], as: UTF8.self)
        let isClosed = at < end && bytes[at] == UInt8(ascii: ";")
        // Without the semicolon only the oldest names count, and in links not even those: `?a=1&copy=2` is no copyright.
        guard isClosed || Self.loose.contains(name), let scalar = scalar(named: name) else { return nil }
        return (Array(String(scalar).utf8), at - start + (isClosed ? 1 : 0))
    }

    /// A value with all its references resolved.
    static func resolve(_ slice: ArraySlice<UInt8>) -> String {
        guard slice.contains(UInt8(ascii: "&")) else { return String(decoding: slice, as: UTF8.self) }
        let bytes = Array(slice)
        var result: [UInt8] = []
        var at = 0
        while at < bytes.count {
            if bytes[at] == UInt8(ascii: "&"), let (text, length) = reference(in: bytes, at: at, before: bytes.count) {
                result.append(contentsOf: text)
                at += length
            } else {
                result.append(bytes[at])
                at += 1
            }
        }
        return String(decoding: result, as: UTF8.self)
    }

    private static func numeric(_ bytes: [UInt8], _ start: Int, _ end: Int) -> (text: [UInt8], length: Int)? {
        var at = start + 2
        let isHexadecimal = at < end && ByteScanner.lower(bytes[at]) == UInt8(ascii: "x")
        if isHexadecimal { at += 1 }
        let first = at
        var value: UInt32 = 0
        while at < end, let digit = digit(bytes[at], isHexadecimal) {
            value = min(value * (isHexadecimal ? 16 : 10) + digit, 0x110000)
            at += 1
        }
        guard at > first else { return nil }
        if at < end, bytes[at] == UInt8(ascii: ";") { at += 1 }
        if value >= 0x80, value < 0xA0 { value = windows1252[Int(value) - 0x80] }
        let isControl = value < 0x20 && value != 0x09 && value != 0x0A && value != 0x0D || value == 0x7F
        let scalar = isControl ? "\u{FFFD}" : Unicode.Scalar(value) ?? "\u{FFFD}"
        return (Array(String(scalar).utf8), at - start)
    }

    private static func digit(_ byte: UInt8, _ isHexadecimal: Bool) -> UInt32? {
        if ByteScanner.isDigit(byte) { return UInt32(byte - 0x30) }
        let lower = ByteScanner.lower(byte)
        return isHexadecimal && lower >= 0x61 && lower <= 0x66 ? UInt32(lower - 0x61 + 10) : nil
    }

    private static func scalar(named name: String) -> Unicode.Scalar? {
        if let scalar = newer[name] { return scalar }
        // libxml2's table of the 253 entities of HTML 4.
        guard let entry = unsafe htmlEntityLookup(name) else { return nil }
        return unsafe Unicode.Scalar(entry.pointee.value)
    }

    /// Entities of HTML 5 that pages use and HTML 4 had not. (Facts of the HTML standard, section 13.5.)
    private static let newer: [String: Unicode.Scalar] = [
        "amp": "&", "lt": "<", "gt": ">", "quot": "\"", "ndash": "–", "mdash": "—", "rsquo": "’", "ldquo": "“", "rdquo": "”",
        "apos": "'", "AMP": "&", "LT": "<", "GT": ">", "QUOT": "\"", "COPY": "©", "REG": "®", "nbsp": "\u{A0}",
        "comma": ",", "period": ".", "colon": ":", "semi": ";", "excl": "!", "quest": "?", "lpar": "(", "rpar": ")",
        "lsqb": "[", "rsqb": "]", "lbrack": "[", "rbrack": "]", "lcub": "{", "rcub": "}", "lbrace": "{", "rbrace": "}",
        "num": "#", "dollar": "$", "percnt": "%", "ast": "*", "plus": "+", "sol": "/", "bsol": "\\", "equals": "=",
        "commat": "@", "lowbar": "_", "grave": "`", "verbar": "|", "vert": "|", "Hat": "^", "Tab": "\t", "NewLine": "\n",
        "hyphen": "\u{2010}", "dash": "\u{2010}", "horbar": "\u{2015}", "lsquor": "\u{201A}", "rsquor": "\u{2019}",
        "ldquor": "\u{201E}", "rdquor": "\u{201D}", "bullet": "\u{2022}", "mldr": "\u{2026}", "nldr": "\u{2025}",
        "check": "\u{2713}", "star": "\u{2606}", "starf": "\u{2605}", "half": "½", "numsp": "\u{2007}", "puncsp": "\u{2008}",
        "hairsp": "\u{200A}", "ZeroWidthSpace": "\u{200B}", "NoBreak": "\u{2060}", "NonBreakingSpace": "\u{A0}",
        "inodot": "ı", "Scedil": "Ş", "scedil": "ş", "Gbreve": "Ğ", "gbreve": "ğ", "Idot": "İ", "ccaron": "č", "Ccaron": "Č",
        "rcaron": "ř", "Rcaron": "Ř", "ecaron": "ě", "Ecaron": "Ě", "zcaron": "ž", "Zcaron": "Ž", "uring": "ů", "Uring": "Ů",
        "cacute": "ć", "Cacute": "Ć", "nacute": "ń", "Nacute": "Ń", "sacute": "ś", "Sacute": "Ś", "zacute": "ź", "Zacute": "Ź",
        "lstrok": "ł", "Lstrok": "Ł", "zdot": "ż", "Zdot": "Ż", "aogon": "ą", "Aogon": "Ą", "eogon": "ę", "Eogon": "Ę",
        "odblac": "ő", "Odblac": "Ő", "udblac": "ű", "Udblac": "Ű", "abreve": "ă", "Abreve": "Ă", "tcedil": "ţ", "Tcedil": "Ţ",
    ]

    private static let loose: Set<String> = ["amp", "lt", "gt", "quot", "nbsp"]

    /// What authors mean by the numbers 128 to 159. (HTML standard, numeric character reference end state.)
    private static let windows1252: [UInt32] = [
        0x20AC, 0x81, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0x8D, 0x017D, 0x8F,
        0x90, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x9D, 0x017E, 0x0178,
    ]
}
