// SPDX-License-Identifier: Apache-2.0

internal import Documents

/// Metadata as one clean line.
enum Plain {
    /// With single blanks and without control characters; `nil` where nothing or far too much is left.
    static func line(_ value: String) -> String? {
        // Nearly all of it is ASCII, whose white space needs no table.
        if value.utf8.count <= 2000, value.utf8.allSatisfy({ $0 < 0x80 }) { return ascii(value) }
        var result = String.UnicodeScalarView()
        var needsSpace = false
        for scalar in value.unicodeScalars.prefix(4000) {
            if scalar.properties.isWhitespace || scalar.value < 0x20 || scalar.value == 0x7F {
                needsSpace = !result.isEmpty
            } else {
                if needsSpace { result.append(" ") }
                needsSpace = false
                result.append(scalar)
            }
        }
        return result.isEmpty || result.count > 2000 ? nil : String(result)
    }

    private static func ascii(_ value: String) -> String? {
        var result: [UInt8] = []
        result.reserveCapacity(value.utf8.count)
        var needsSpace = false
        for byte in value.utf8 {
            if byte <= 0x20 || byte == 0x7F {
                needsSpace = !result.isEmpty
            } else {
                if needsSpace { result.append(0x20) }
                needsSpace = false
                result.append(byte)
            }
        }
        return result.isEmpty ? nil : String(decoding: result, as: UTF8.self)
    }
}
