// SPDX-License-Identifier: Apache-2.0

/// A charset of single bytes in which programs read text that was UTF-8.
enum CodePage: Int, CaseIterable {
    case windows1252, windows1250, windows1251, macintosh, ibm437, ibm850

    /// The IANA name.
    var name: String {
        switch self {
        case .windows1252: "windows-1252"
        case .windows1250: "windows-1250"
        case .windows1251: "windows-1251"
        case .macintosh: "macintosh"
        case .ibm437: "IBM437"
        case .ibm850: "IBM850"
        }
    }

    /// Whether its upper half is letters and marks of writing alone; the others have mathematical signs or boxes there.
    var isWindows: Bool { rawValue <= CodePage.windows1251.rawValue }

    /// What the bytes 80 to FF mean. Bytes without a meaning stand for the control characters of ISO-8859-1, as the Encoding Standard has it;
    /// windows-1252 is ISO-8859-1 as well that way. (Facts of the mappings that Unicode publishes in its folder MAPPINGS/VENDORS.)
    fileprivate var upperHalf: String {
        switch self {
        case .windows1252:
            """
            €\u{81}‚ƒ„…†‡ˆ‰Š‹Œ\u{8D}Ž\u{8F}\u{90}‘’“”•–—˜™š›œ\u{9D}žŸ\
            \u{A0}¡¢£¤¥¦§¨©ª«¬\u{AD}®¯°±²³´µ¶·¸¹º»¼½¾¿\
            ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÐÑÒÓÔÕÖ×ØÙÚÛÜÝÞß\
            àáâãäåæçèéêëìíîïðñòóôõö÷øùúûüýþÿ
            """
        case .windows1250:
            """
            €\u{81}‚\u{83}„…†‡\u{88}‰Š‹ŚŤŽŹ\u{90}‘’“”•–—\u{98}™š›śťžź\
            \u{A0}ˇ˘Ł¤Ą¦§¨©Ş«¬\u{AD}®Ż°±˛ł´µ¶·¸ąş»Ľ˝ľż\
            ŔÁÂĂÄĹĆÇČÉĘËĚÍÎĎĐŃŇÓÔŐÖ×ŘŮÚŰÜÝŢß\
            ŕáâăäĺćçčéęëěíîďđńňóôőö÷řůúűüýţ˙
            """
        case .windows1251:
            """
            ЂЃ‚ѓ„…†‡€‰Љ‹ЊЌЋЏђ‘’“”•–—\u{98}™љ›њќћџ\
            \u{A0}ЎўЈ¤Ґ¦§Ё©Є«¬\u{AD}®Ї°±Ііґµ¶·ё№є»јЅѕї\
            АБВГДЕЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯ\
            абвгдежзийклмнопрстуфхцчшщъыьэюя
            """
        case .macintosh:
            """
            ÄÅÇÉÑÖÜáàâäãåçéèêëíìîïñóòôöõúùûü\
            †°¢£§•¶ß®©™´¨≠ÆØ∞±≤≥¥µ∂∑∏π∫ªºΩæø\
            ¿¡¬√ƒ≈∆«»…\u{A0}ÀÃÕŒœ–—“”‘’÷◊ÿŸ⁄€‹›ﬁﬂ\
            ‡·‚„‰ÂÊÁËÈÍÎÏÌÓÔ\u{F8FF}ÒÚÛÙıˆ˜¯˘˙˚¸˝˛ˇ
            """
        case .ibm437:
            """
            ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ¢£¥₧ƒ\
            áíóúñÑªº¿⌐¬½¼¡«»░▒▓│┤╡╢╖╕╣║╗╝╜╛┐\
            └┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀\
            αßΓπΣσµτΦΘΩδ∞φε∩≡±≥≤⌠⌡÷≈°∙·√ⁿ²■\u{A0}
            """
        case .ibm850:
            """
            ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜø£Ø×ƒ\
            áíóúñÑªº¿®¬½¼¡«»░▒▓│┤ÁÂÀ©╣║╗╝¢¥┐\
            └┴┬├─┼ãÃ╚╔╩╦╠═╬¤ðÐÊËÈıÍÎÏ┘┌█▄¦Ì▀\
            ÓßÔÒõÕµþÞÚÛÙýÝ¯´\u{AD}±‗¾¶§÷¸°¨·¹³²■\u{A0}
            """
        }
    }
}

/// The code pages turned round: from a character to the byte that it was read from.
struct CodePageTables {
    static let shared = CodePageTables()

    /// One byte a character below U+2600, page by page; 0 where the page has no such character above ASCII.
    private var bytes: [UInt8]
    /// Bit *n*: the character stands for a byte that begins a sequence of UTF-8 in the code page of number *n*.
    private var leads: [UInt8]

    private static let end = 0x2600
    /// Where mappings of macintosh differ from Apple's: its sign (the byte F0, with which emoji begin in UTF-8) in the private use area of
    /// Apple and in that of glibc, Greek letters for mathematical signs.
    private static let variants: [(scalar: UInt32, byte: UInt8)] = [(0xF8FF, 0xF0), (0xE01E, 0xF0), (0x0394, 0xC6), (0x2126, 0xBD)]

    private init() {
        bytes = [UInt8](repeating: 0, count: Self.end * CodePage.allCases.count)
        leads = [UInt8](repeating: 0, count: Self.end)
        for page in CodePage.allCases {
            for (index, scalar) in page.upperHalf.unicodeScalars.enumerated() where scalar.value < Self.end {
                let byte = UInt8(0x80 + index)
                bytes[page.rawValue * Self.end + Int(scalar.value)] = byte
                if byte >= 0xC2, byte <= 0xF4 { leads[Int(scalar.value)] |= 1 << UInt8(page.rawValue) }
            }
        }
        for variant in Self.variants where variant.scalar < Self.end {
            bytes[CodePage.macintosh.rawValue * Self.end + Int(variant.scalar)] = variant.byte
            if variant.byte >= 0xC2 { leads[Int(variant.scalar)] |= 1 << UInt8(CodePage.macintosh.rawValue) }
        }
        // ISO-8859-1: a control character is its own byte.
        for value in 0x80..<0xA0 { bytes[value] = UInt8(value) }
    }

    /// The byte above 7F that `scalar` was read from; 0 where there is none.
    func byte(_ scalar: Unicode.Scalar, _ page: CodePage) -> UInt8 {
        if scalar.value < Self.end { return bytes[page.rawValue * Self.end + Int(scalar.value)] }
        return page == .macintosh && Self.variants.contains { $0.scalar == scalar.value } ? 0xF0 : 0
    }

    /// The pages in which `scalar` begins a sequence, as bits.
    func leadingPages(_ scalar: Unicode.Scalar) -> UInt8 {
        if scalar.value < Self.end { return leads[Int(scalar.value)] }
        return Self.variants.contains { $0.scalar == scalar.value } ? 1 << UInt8(CodePage.macintosh.rawValue) : 0
    }

    /// What the byte of a control character above 7F means in windows-1252.
    func meaning(ofControl value: UInt32) -> Unicode.Scalar? {
        guard (0x80..<0xA0).contains(value) else { return nil }
        let scalars = CodePage.windows1252.upperHalf.unicodeScalars
        let scalar = scalars[scalars.index(scalars.startIndex, offsetBy: Int(value) - 0x80)]
        return scalar.value == value ? nil : scalar
    }
}
