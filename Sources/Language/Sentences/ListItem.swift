// SPDX-License-Identifier: Apache-2.0

internal import Documents

/// The mark in front of a list item: "2.", "b)", "3.)", "•".
struct ListItem: Equatable {
    enum Style: Equatable { case number, letter, none }

    private var bullet: Unicode.Scalar?
    private var style = Style.none
    private var value = 0
    private var tail: [UInt8] = []
    /// Behind the mark.
    private(set) var end: Int

    init?(in text: Text, at offset: Int, end limit: Int) {
        end = offset
        guard offset < limit else { return nil }
        let (scalar, length) = text.scalar(at: offset)
        if scalar == "•" || scalar == "⁃" || scalar == "‣" || scalar == "▪" || scalar == "●" {
            bullet = scalar
            end += length
            while end < limit, text[end] == 0x20 { end += 1 }
        }
        var position = end
        while position < limit, position - end < 3, text[position].isASCIIDigit {
            value = value * 10 + Int(text[position] - UInt8(ascii: "0"))
            position += 1
        }
        if position > end {
            style = .number
        } else if position < limit, text[position] >= UInt8(ascii: "a"), text[position] <= UInt8(ascii: "z") {
            value = Int(text[position])
            style = .letter
            position += 1
        }
        var tail: [UInt8] = []
        while position < limit, tail.count < 2, text[position] == UInt8(ascii: ".") || text[position] == UInt8(ascii: ")") {
            tail.append(text[position])
            position += 1
        }
        if style != .none, !tail.isEmpty, position < limit, text[position] == 0x20 {
            self.tail = tail
            end = position
        } else {
            style = .none
            value = 0
        }
        if bullet == nil, style == .none { return nil }
    }

    /// Whether the next item of the same list stands at `offset`.
    func isFollowed(in text: Text, at offset: Int, end limit: Int) -> Bool {
        let byte = text[offset]
        guard bullet == nil ? byte.isASCIIDigit || (byte >= 0x61 && byte <= 0x7A) : byte >= 0x80 else { return false }
        guard let next = ListItem(in: text, at: offset, end: limit) else { return false }
        return next.bullet == bullet && next.style == style && (style == .none || next.value == value + 1) && next.tail == tail
    }
}
