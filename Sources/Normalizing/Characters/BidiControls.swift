// SPDX-License-Identifier: Apache-2.0

internal import Documents

/// Tells which controls of writing direction have work to do.
///
/// Marks, isolates and embeddings stay in lines that have letters written from right to left, where each opening one has its closing one. Overrides
/// never stay: they show text in another order than it has ("Trojan Source", Boucher and Anderson 2021). Asked in the order of the text.
struct BidiControls {
    private let text: Text
    private var lineEnd = 0
    /// Those of the line, in order.
    private var kept: [Int] = []
    private var index = 0

    init(text: Text) { self.text = text }

    mutating func isKept(at offset: Int) -> Bool {
        if offset >= lineEnd { readLine(at: offset) }
        while index < kept.count, kept[index] < offset { index += 1 }
        return index < kept.count && kept[index] == offset
    }

    private struct Opening {
        var offset: Int
        var isIsolate: Bool
        var isOverride: Bool
    }

    private mutating func readLine(at offset: Int) {
        var start = offset
        // The line's beginning was not read for controls, since this is its first: only for letters.
        while start > 0, start > lineEnd, text[start - 1] != 0x0A { start -= 1 }
        lineEnd = text.nextLineEnd(from: offset)
        kept = []
        index = 0
        var isRightToLeft = false
        var open: [Opening] = []
        var isolates = 0
        var position = text.nextHighByte(from: start)
        while position < lineEnd {
            let (scalar, length) = text.scalar(at: position)
            switch scalar.value {
            case 0x61C, 0x200E, 0x200F: kept.append(position)
            case 0x2066...0x2068:
                open.append(Opening(offset: position, isIsolate: true, isOverride: false))
                isolates += 1
            case 0x202A, 0x202B: open.append(Opening(offset: position, isIsolate: false, isOverride: false))
            case 0x202D, 0x202E: open.append(Opening(offset: position, isIsolate: false, isOverride: true))
            case 0x202C:
                guard let last = open.last, !last.isIsolate else { break }
                open.removeLast()
                if !last.isOverride { kept.append(contentsOf: [last.offset, position]) }
            case 0x2069:
                guard isolates > 0 else { break }
                // The end of an isolate closes what was opened in it and left open.
                while let last = open.popLast() {
                    guard last.isIsolate else { continue }
                    kept.append(contentsOf: [last.offset, position])
                    break
                }
                isolates -= 1
            default: isRightToLeft = isRightToLeft || Self.isRightToLeft(scalar)
            }
            position = text.nextHighByte(from: position + length)
        }
        if isRightToLeft { kept.sort() } else { kept = [] }
    }

    private static func isRightToLeft(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x5BE...0x65F, 0x66E...0x6EF, 0x6FA...0x8FF, 0xFB1D...0xFDFF, 0xFE70...0xFEFC, 0x10800...0x10FFF, 0x1E800...0x1EFFF: true
        default: false
        }
    }
}
