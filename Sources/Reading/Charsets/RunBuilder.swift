// SPDX-License-Identifier: Apache-2.0

internal import Documents

/// Collects text and runs while a file is decoded.
struct RunBuilder {
    private(set) var bytes: [UInt8] = []
    private(set) var runs: [SourceRun] = []
    private(set) var invalid = 0
    /// Where the unedited run that is being written began, in text and in source.
    private var textStart = 0
    private var sourceStart: Int
    private var source: Int

    init(at source: Int, capacity: Int) {
        self.source = source
        sourceStart = source
        bytes.reserveCapacity(capacity)
    }

    mutating func take(_ slice: ArraySlice<UInt8>) {
        bytes.append(contentsOf: slice)
        source += slice.count
    }

    mutating func take(_ scalar: Unicode.Scalar, length: Int) {
        append(scalar)
        source += length
    }

    /// A code point as a run of its own.
    mutating func takeOpaque(_ scalar: Unicode.Scalar, length: Int) {
        append(scalar)
        source += length
        if length > 0 {
            close()
        } else if !runs.isEmpty {
            // The second code point of a code that stands for two.
            runs[runs.count - 1].text.end = bytes.count
            textStart = bytes.count
        }
    }

    /// Bytes that do not fit the charset become U+FFFD.
    mutating func takeInvalid(length: Int) {
        close()
        let start = bytes.count
        bytes.append(contentsOf: DecodedText.replacement)
        runs.append(
            SourceRun(text: TextSpan(start, bytes.count), source: source..<(source + length), edit: DecodedText.invalidBytes))
        source += length
        invalid += 1
        textStart = bytes.count
        sourceStart = source
    }

    mutating func finish(_ charset: Charset, units: SourceUnits, steps: Int) -> DecodedText {
        close()
        return DecodedText(bytes: bytes, map: SourceMap(runs: runs, units: units), charset: charset, invalid: invalid, steps: steps)
    }

    private mutating func close() {
        if bytes.count > textStart {
            runs.append(SourceRun(text: TextSpan(textStart, bytes.count), source: sourceStart..<source))
        }
        textStart = bytes.count
        sourceStart = source
    }

    private mutating func append(_ scalar: Unicode.Scalar) {
        let value = scalar.value
        if value < 0x80 {
            bytes.append(UInt8(value))
        } else if value < 0x800 {
            bytes.append(UInt8(0xC0 | value >> 6))
            bytes.append(UInt8(0x80 | value & 0x3F))
        } else if value < 0x10000 {
            bytes.append(UInt8(0xE0 | value >> 12))
            bytes.append(UInt8(0x80 | value >> 6 & 0x3F))
            bytes.append(UInt8(0x80 | value & 0x3F))
        } else {
            bytes.append(UInt8(0xF0 | value >> 18))
            bytes.append(UInt8(0x80 | value >> 12 & 0x3F))
            bytes.append(UInt8(0x80 | value >> 6 & 0x3F))
            bytes.append(UInt8(0x80 | value & 0x3F))
        }
    }
}
