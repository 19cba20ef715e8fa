// SPDX-License-Identifier: Apache-2.0

/// Reads what `pdftotext -bbox-layout` writes, in one walk: `<page>`, `<line>` and `<word>` with `xMin`, `yMin`, `xMax`, `yMax`. Its own grouping into
/// flows and blocks is passed over: `ReadingOrder` makes that anew from the places.
struct LayoutScanner {
    private let bytes: [UInt8]
    private var position = 0
    private var layout = PageLayout()

    static func scan(_ bytes: [UInt8]) -> PageLayout {
        var scanner = LayoutScanner(bytes: bytes)
        scanner.scan()
        return scanner.layout
    }

    private init(bytes: [UInt8]) { self.bytes = bytes }

    private mutating func scan() {
        while let start = bytes[position...].firstIndex(of: UInt8(ascii: "<")) {
            guard let end = bytes[start...].firstIndex(of: UInt8(ascii: ">")) else { break }
            position = end + 1
            if takes("<word ", start) {
                takeWord(start..<position)
            } else if takes("<line ", start) {
                endLine()
                let first = layout.words.count
                if !layout.pages.isEmpty {
                    layout.lines.append(
                        PageLayout.Line(
                            box: box((start + 6)..<end), words: first..<first, page: layout.pages.count - 1, height: 0))
                }
            } else if takes("<page ", start) {
                endLine()
                takePage((start + 6)..<end)
            }
        }
        endLine()
        if let last = layout.pages.indices.last { layout.pages[last].lines = layout.pages[last].lines.lowerBound..<layout.lines.count }
    }

    private mutating func takeWord(_ mark: Range<Int>) {
        guard !layout.lines.isEmpty else { return }
        let end = bytes[position...].firstIndex(of: UInt8(ascii: "<")) ?? bytes.count
        guard position < end else { return }
        layout.words.append(
            PageLayout.Word(box: box((mark.lowerBound + 6)..<(mark.upperBound - 1)), text: position..<end, mark: mark))
        position = end
    }

    private mutating func takePage(_ attributes: Range<Int>) {
        if let last = layout.pages.indices.last { layout.pages[last].lines = layout.pages[last].lines.lowerBound..<layout.lines.count }
        var page = PageLayout.Page(width: 0, height: 0, lines: layout.lines.count..<layout.lines.count)
        Attributes(bytes, attributes).forEach { name, value in
            if name.count == 5 { page.width = number(value) } else if name.count == 6 { page.height = number(value) }
        }
        layout.pages.append(page)
    }

    /// Gives the last line its words, or takes it away where it has none.
    private mutating func endLine() {
        guard let last = layout.lines.indices.last, layout.lines[last].height == 0 else { return }
        let words = layout.lines[last].words.lowerBound..<layout.words.count
        guard let longest = words.max(by: { layout.words[$0].text.count < layout.words[$1].text.count }) else {
            layout.lines.removeLast()
            return
        }
        layout.lines[last].words = words
        layout.lines[last].height = max(layout.words[longest].box.height, 0.01)
        let upright = layout.words[longest]
        if upright.text.count >= 4, upright.box.height > 1.5 * upright.box.width {
            layout.lines[last].isRotated = true
        }
    }

    private func box(_ attributes: Range<Int>) -> Box {
        var box = Box(minX: 0, minY: 0, maxX: 0, maxY: 0)
        Attributes(bytes, attributes).forEach { name, value in
            guard name.count == 4 else { return }
            let isX = bytes[name.lowerBound] == UInt8(ascii: "x")
            let isMinimum = bytes[name.lowerBound + 2] == UInt8(ascii: "i")
            switch (isX, isMinimum) {
            case (true, true): box.minX = number(value)
            case (true, false): box.maxX = number(value)
            case (false, true): box.minY = number(value)
            case (false, false): box.maxY = number(value)
            }
        }
        box.maxX = max(box.minX, box.maxX)
        box.maxY = max(box.minY, box.maxY)
        return box
    }

    /// A decimal number, within what any page can need.
    private func number(_ range: Range<Int>) -> Double {
        var value = 0.0
        var scale = 0.0
        for byte in bytes[range].prefix(24) {
            if ByteScanner.isDigit(byte) {
                value = value * 10 + Double(byte - 0x30)
                scale *= 10
            } else if byte == UInt8(ascii: "."), scale == 0 {
                scale = 1
            } else if byte != UInt8(ascii: "-") {
                break
            }
        }
        value = min(scale > 1 ? value / scale : value, 1_000_000)
        return bytes[range].first == UInt8(ascii: "-") ? -value : value
    }

    private func takes(_ literal: StaticString, _ start: Int) -> Bool {
        guard start + literal.utf8CodeUnitCount <= position else { return false }
        return literal.withUTF8Buffer { buffer in
            for index in 0..<buffer.count where unsafe buffer[index] != bytes[start + index] { return false }
            return true
        }
    }
}
