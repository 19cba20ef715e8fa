// SPDX-License-Identifier: Apache-2.0

/// The form under which the tables of names are searched: lower case, Latin letters without their marks, straight
/// apostrophes, hyphens as spaces. `Models/lexicons/build.py` folds the tables in the same way.
package enum NameFolding {
    package static func key(_ name: String) -> String {
        if name.utf8.allSatisfy({ $0 < 0x80 }) { return asciiKey(name) }
        var result = ""
        for scalar in name.lowercased().unicodeScalars {
            switch scalar.value {
            case 0x2018, 0x2019, 0x02BC, 0x60: result.append("'")
            case 0x2D, 0x2010, 0x2011: result.append(" ")
            case 0x300...0x36F: continue
            case 0xDF...0x24F: append(plain(scalar), to: &result)
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result
    }

    private static func asciiKey(_ name: String) -> String {
        String(
            decoding: name.utf8.map { byte in
                switch byte {
                case UInt8(ascii: "A")...UInt8(ascii: "Z"): byte | 0x20
                case UInt8(ascii: "-"): UInt8(ascii: " ")
                case UInt8(ascii: "`"): UInt8(ascii: "'")
                default: byte
                }
            }, as: UTF8.self)
    }

    private static func append(_ plain: StaticString?, to result: inout String) {
        if let plain { result += plain.description }
    }

    /// The letters without marks; `nil` never, since the range of `key` has letters only.
    private static func plain(_ scalar: Unicode.Scalar) -> StaticString {
        switch scalar.value {
        case 0xDF: "ss"
        case 0xE0...0xE5, 0x101, 0x103, 0x105, 0x1CE, 0x1FB: "a"
        case 0xE6, 0x1FD: "ae"
        case 0xE7, 0x107, 0x109, 0x10B, 0x10D: "c"
        case 0xE8...0xEB, 0x113, 0x115, 0x117, 0x119, 0x11B, 0x1DD: "e"
        case 0xEC...0xEF, 0x129, 0x12B, 0x12D, 0x12F, 0x131, 0x1D0: "i"
        case 0xF0, 0x10F, 0x111: "d"
        case 0xF1, 0x144, 0x146, 0x148: "n"
        case 0xF2...0xF6, 0xF8, 0x14D, 0x14F, 0x151, 0x1A1, 0x1D2: "o"
        case 0xF9...0xFC, 0x169, 0x16B, 0x16D, 0x16F, 0x171, 0x173, 0x1B0: "u"
        case 0xFD, 0xFF, 0x177: "y"
        case 0xFE: "th"
        case 0x11D, 0x11F, 0x121, 0x123, 0x1E7: "g"
        case 0x125, 0x127: "h"
        case 0x135: "j"
        case 0x137: "k"
        case 0x13A, 0x13C, 0x13E, 0x142: "l"
        case 0x153: "oe"
        case 0x155, 0x157, 0x159: "r"
        case 0x15B, 0x15D, 0x15F, 0x161, 0x219: "s"
        case 0x163, 0x165, 0x167, 0x21B: "t"
        case 0x175: "w"
        case 0x17A, 0x17C, 0x17E: "z"
        default: ""
        }
    }
}
