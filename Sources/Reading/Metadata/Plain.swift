// SPDX-License-Identifier: Apache-2.0

internal import Documents

/// Metadata as one clean line.
enum Plain {
    /// With single blanks and without control characters; `nil` where nothing or far too much is left.
    static func line(_ value: String) -> String? {
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
}
