// SPDX-License-Identifier: Apache-2.0

internal import Documents

/// A file's text in UTF-8, and the way back to its bytes.
struct DecodedText {
    var bytes: [UInt8]
    var map: SourceMap
    var charset: Charset
    /// Ill-formed sequences that became U+FFFD.
    var invalid = 0
    /// Code points, or bytes where that is not known without a walk: what `invalid` is a share of.
    var steps: Int

    /// The edit that stands where bytes did not fit the charset.
    static let invalidBytes = "invalid-bytes"
    static let replacement: [UInt8] = [0xEF, 0xBF, 0xBD]
}
