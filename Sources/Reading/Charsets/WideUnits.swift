// SPDX-License-Identifier: Apache-2.0

/// Tells UTF-16 and UTF-32 without a byte order mark, by what their units would mean.
///
/// Text of most scripts has zero bytes on one side, where its spaces and line ends stand. Chinese and Japanese may have none: they are told by their
/// own punctuation, whose bytes (30 before 01, 02 or a kana) are letters of no other charset of theirs.
struct WideUnits {
    private let bytes: [UInt8]
    private let limit: Int

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
        limit = min(bytes.count, 1 << 16)
    }

    var charset: Charset? {
        guard bytes.count >= 4, bytes.count % 2 == 0 else { return nil }
        if bytes.count % 4 == 0, bytes[..<limit].contains(0) {
            if isUTF32(isLittleEndian: true) { return .utf32LE }
            if isUTF32(isLittleEndian: false) { return .utf32BE }
        }
        return utf16ByZeros() ?? utf16ByUnits()
    }

    private func isUTF32(isLittleEndian: Bool) -> Bool {
        var odd = 0
        for position in stride(from: 0, to: limit - 3, by: 4) {
            let unit = bytes[position..<(position + 4)].map { UInt32($0) }
            let value = (isLittleEndian ? unit.reversed() : unit).reduce(0) { $0 << 8 | $1 }
            let isSpace = value == 0x20 || value == 0x09 || value == 0x0A || value == 0x0D
            if value > 0x10FFFF || value < 0x20 && !isSpace { odd += 1 }
        }
        return odd * 100 <= limit / 4
    }

    private func utf16ByZeros() -> Charset? {
        var zeros = [0, 0]
        var breaks = [0, 0]
        for position in stride(from: 0, to: limit - 1, by: 2) {
            if bytes[position] == 0 { zeros[0] += 1 }
            if bytes[position + 1] == 0 { zeros[1] += 1 }
            if bytes[position] == 0, bytes[position + 1] == 0x20 || bytes[position + 1] == 0x0A { breaks[0] += 1 }
            if bytes[position + 1] == 0, bytes[position] == 0x20 || bytes[position] == 0x0A { breaks[1] += 1 }
        }
        let pairs = limit / 2
        for (side, charset) in [(0, Charset.utf16BE), (1, Charset.utf16LE)] {
            let isPlausible = zeros[side] * 100 > pairs && zeros[1 - side] * 10 <= zeros[side]
            if isPlausible, breaks[side] > 0 || zeros[side] * 2 > pairs { return charset }
        }
        return nil
    }

    private func utf16ByUnits() -> Charset? {
        let (big, little) = (eastAsian(isLittleEndian: false), eastAsian(isLittleEndian: true))
        if big, !little { return .utf16BE }
        return little && !big ? .utf16LE : nil
    }

    /// Whether nearly all units are Chinese, Japanese, Korean or Thai, with marks or kana among them.
    private func eastAsian(isLittleEndian: Bool) -> Bool {
        var letters = 0
        var marks = 0
        for position in stride(from: 0, to: limit - 1, by: 2) {
            let (high, low) = isLittleEndian ? (bytes[position + 1], bytes[position]) : (bytes[position], bytes[position + 1])
            switch UInt16(high) << 8 | UInt16(low) {
            case 0x3001...0x30FF, 0xFF01...0xFF5E, 0x0020, 0x000A, 0x000D: marks += 1
            case 0x4E00...0x9FFF, 0xAC00...0xD7A3, 0x0E01...0x0E5B, 0x0030...0x0039: letters += 1
            default: break
            }
        }
        let units = limit / 2
        return marks * 50 >= units && (letters + marks) * 20 >= units * 19
    }
}
