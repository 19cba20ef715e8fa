// SPDX-License-Identifier: Apache-2.0

/// A charset that the reader decodes.
///
/// Which labels mean which charset follows the Encoding Standard of WHATWG: pages that say ISO-8859-1 mean Windows-1252, and so on.
/// Charsets with shift states (ISO-2022, HZ, UTF-7) are left out: their bytes mean nothing without what stood before, so no run of a
/// source map could be decoded alone.
struct Charset: Hashable, Sendable {
    /// The IANA name, which `source.charset` carries.
    let name: String
    /// ICU's converter; `nil` for those that are decoded here.
    let converter: String?

    static let utf8 = Charset(name: "UTF-8", converter: nil)
    static let utf16LE = Charset(name: "UTF-16LE", converter: nil)
    static let utf16BE = Charset(name: "UTF-16BE", converter: nil)
    static let utf32LE = Charset(name: "UTF-32LE", converter: "UTF-32LE")
    static let utf32BE = Charset(name: "UTF-32BE", converter: "UTF-32BE")
    static let windows1252 = Charset(name: "windows-1252", converter: "windows-1252")

    /// - Parameter label: as a page or a detector spells it.
    init?(label: String) {
        let wanted = label.lowercased().filter { !$0.isWhitespace && $0 != "\"" && $0 != "'" }
        guard let row = Self.rows.first(where: { $0.name.lowercased() == wanted || $0.labels.contains(wanted) }) else { return nil }
        self.init(name: row.name, converter: row.converter)
    }

    private init(name: String, converter: String?) {
        self.name = name
        self.converter = converter
    }

    /// A page that could be read far enough to find its declaration cannot be in UTF-16, whatever it says.
    var asDeclaredInMarkup: Charset { name.hasPrefix("UTF-16") || name.hasPrefix("UTF-32") ? .utf8 : self }

    private typealias Row = (name: String, converter: String?, labels: [String])

    private static let rows: [Row] = [
        ("UTF-8", nil, ["utf8", "unicode-1-1-utf-8", "unicode"]),
        ("UTF-16LE", nil, ["utf-16", "utf16", "ucs-2"]),
        ("UTF-16BE", nil, []),
        ("UTF-32LE", "UTF-32LE", ["utf-32"]),
        ("UTF-32BE", "UTF-32BE", []),
        (
            "windows-1252", "windows-1252",
            ["iso-8859-1", "iso8859-1", "iso_8859-1", "latin1", "l1", "us-ascii", "ascii", "cp1252", "x-cp1252"]
        ),
        ("windows-1250", "windows-1250", ["cp1250", "x-cp1250"]),
        ("windows-1251", "windows-1251", ["cp1251", "x-cp1251", "win-1251"]),
        ("windows-1253", "windows-1253", ["cp1253", "x-cp1253"]),
        ("windows-1254", "windows-1254", ["iso-8859-9", "latin5", "cp1254", "x-cp1254"]),
        ("windows-1255", "windows-1255", ["cp1255", "x-cp1255"]),
        ("windows-1256", "windows-1256", ["cp1256", "x-cp1256"]),
        ("windows-1257", "windows-1257", ["cp1257", "x-cp1257"]),
        ("windows-1258", "windows-1258", ["cp1258", "x-cp1258"]),
        ("windows-874", "windows-874", ["tis-620", "iso-8859-11", "dos-874"]),
        ("ISO-8859-2", "ISO-8859-2", ["iso8859-2", "latin2", "l2"]),
        ("ISO-8859-3", "ISO-8859-3", ["latin3"]),
        ("ISO-8859-4", "ISO-8859-4", ["latin4"]),
        ("ISO-8859-5", "ISO-8859-5", ["iso8859-5", "cyrillic"]),
        ("ISO-8859-6", "ISO-8859-6", ["iso8859-6", "arabic"]),
        ("ISO-8859-7", "ISO-8859-7", ["iso8859-7", "greek"]),
        ("ISO-8859-8", "ISO-8859-8", ["iso8859-8", "iso-8859-8-i", "hebrew"]),
        ("ISO-8859-10", "ISO-8859-10", ["latin6"]),
        ("ISO-8859-13", "ISO-8859-13", []),
        ("ISO-8859-14", "ISO-8859-14", []),
        ("ISO-8859-15", "ISO-8859-15", ["iso8859-15", "latin9", "l9"]),
        ("KOI8-R", "KOI8-R", ["koi8", "koi", "koi8_r"]),
        ("KOI8-U", "KOI8-U", ["koi8-ru"]),
        ("IBM866", "IBM866", ["cp866", "866"]),
        ("macintosh", "macintosh", ["mac", "x-mac-roman"]),
        ("GB18030", "GB18030", ["gbk", "gb2312", "gb_2312-80", "x-gbk", "chinese", "cp936"]),
        ("Big5", "Big5", ["big5-hkscs", "cn-big5", "x-x-big5"]),
        ("EUC-JP", "EUC-JP", ["x-euc-jp"]),
        ("Shift_JIS", "Shift_JIS", ["shift-jis", "sjis", "x-sjis", "windows-31j", "ms_kanji"]),
        ("EUC-KR", "windows-949", ["ks_c_5601-1987", "ks_c_5601-1989", "ksc5601", "windows-949", "cp949", "korean", "euckr", "uhc"]),
    ]
}
