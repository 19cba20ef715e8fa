// SPDX-License-Identifier: Apache-2.0

import TestKit

/// What a program shows that takes the UTF-8 of `string` for text in another charset. Bytes that mean nothing there become the control
/// characters of ISO-8859-1, as browsers have it.
func misread(_ string: String, as charset: String, times: Int = 1) -> String {
    guard times > 0 else { return string }
    guard let converter = CharsetConverter(from: charset, to: "UTF-8") else { return "no charset \(charset)" }
    var result = ""
    for byte in string.utf8 {
        if let read = converter.converted([byte]) {
            result += String(decoding: read, as: UTF8.self)
        } else {
            result.unicodeScalars.append(Unicode.Scalar(byte))
        }
    }
    return misread(result, as: charset, times: times - 1)
}
