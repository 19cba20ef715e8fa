// SPDX-License-Identifier: Apache-2.0

/// Cuts Markdown into blocks, line by line.
struct MarkdownBlockScanner {
    private let bytes: [UInt8]
    private var blocks: [MarkdownBlock] = []
    private var isOpen = false
    private var fence: (mark: UInt8, length: Int)?
    private var isInComment = false
    /// Names that link definitions gave, in lower case.
    private(set) var references: Set<String> = []

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    mutating func scan(from start: Int) -> [MarkdownBlock] {
        var scanner = LineScanner(bytes, from: start)
        while let line = scanner.next() { add(line) }
        return blocks.filter { !$0.lines.isEmpty }
    }

    private mutating func add(_ line: Range<Int>) {
        if isInComment {
            isInComment = ByteScanner.index(of: "-->", in: bytes, from: line.lowerBound, to: line.upperBound) == nil
            return
        }
        var (at, startsItem) = contentStart(line)
        if let open = fence {
            if let (mark, length) = fenceMark(at, line.upperBound), mark == open.mark, length >= open.length {
                fence = nil
                isOpen = false
            } else {
                blocks[blocks.count - 1].lines.append(MarkdownBlock.Line(range: line, isHardBreak: true))
            }
            return
        }
        var end = line.upperBound
        while end > at, ByteScanner.isSpace(bytes[end - 1]) { end -= 1 }
        guard at < end else {
            isOpen = false
            return
        }
        if startsItem { isOpen = false }
        if let mark = fenceMark(at, end) {
            fence = mark
            blocks.append(MarkdownBlock(kind: .code))
        } else if isComment(at, end) || isDefinition(at, end) {
            isOpen = false
        } else if let level = headingLevel(at, end) {
            at = min(end, at + level + 1)
            while end > at, bytes[end - 1] == UInt8(ascii: "#") { end -= 1 }
            append(.heading(level), at, end)
            isOpen = false
        } else if isOpen, let level = underline(at, end) {
            blocks[blocks.count - 1].kind = .heading(level)
            isOpen = false
        } else if isRule(at, end) {
            isOpen = false
        } else if bytes[at] == UInt8(ascii: "|") {
            isOpen = false
            if !isTableRule(at, end) { append(.paragraph, at + 1, bytes[end - 1] == UInt8(ascii: "|") ? max(at + 1, end - 1) : end) }
            isOpen = false
        } else {
            let isHard = line.upperBound - end >= 2 || bytes[end - 1] == UInt8(ascii: "\\")
            if isHard, bytes[end - 1] == UInt8(ascii: "\\") { end -= 1 }
            append(.paragraph, at, end, isHard: isHard)
        }
    }

    private mutating func append(_ kind: MarkdownBlock.Kind, _ start: Int, _ end: Int, isHard: Bool = false) {
        var (start, end) = (start, end)
        while start < end, ByteScanner.isSpace(bytes[start]) { start += 1 }
        while end > start, ByteScanner.isSpace(bytes[end - 1]) { end -= 1 }
        if !isOpen { blocks.append(MarkdownBlock(kind: kind)) }
        if start < end { blocks[blocks.count - 1].lines.append(MarkdownBlock.Line(range: start..<end, isHardBreak: isHard)) }
        isOpen = true
    }

    /// Behind indent, marks of quotation and bullets; whether a bullet was among them.
    private func contentStart(_ line: Range<Int>) -> (Int, startsItem: Bool) {
        var at = line.lowerBound
        var startsItem = false
        while at < line.upperBound {
            let byte = bytes[at]
            if byte == 0x20 || byte == 0x09 || byte == UInt8(ascii: ">") {
                at += 1
            } else if fence == nil, let length = bulletLength(at, line.upperBound) {
                at += length
                startsItem = true
            } else {
                break
            }
        }
        return (at, startsItem)
    }

    /// `- `, `* `, `+ `, `1. `, `1) `; a rule of dashes or stars is none.
    private func bulletLength(_ at: Int, _ end: Int) -> Int? {
        let byte = bytes[at]
        func isGap(_ position: Int) -> Bool { position < end && (bytes[position] == 0x20 || bytes[position] == 0x09) }
        if byte == UInt8(ascii: "-") || byte == UInt8(ascii: "*") || byte == UInt8(ascii: "+") {
            return isGap(at + 1) && !isRule(at, end) ? 2 : nil
        }
        var digits = at
        while digits < end, digits - at < 10, ByteScanner.isDigit(bytes[digits]) { digits += 1 }
        // "1987. It was…" at the start of a wrapped line is no list: in a paragraph only 1 opens one, as CommonMark has it.
        guard digits > at, digits - at < 10, digits < end, bytes[digits] == UInt8(ascii: ".") || bytes[digits] == UInt8(ascii: ")"),
            isGap(digits + 1)
        else { return nil }
        return digits - at <= 2 ? digits - at + 2 : nil
    }

    private func fenceMark(_ at: Int, _ end: Int) -> (mark: UInt8, length: Int)? {
        guard at < end, bytes[at] == UInt8(ascii: "`") || bytes[at] == UInt8(ascii: "~") else { return nil }
        var position = at
        while position < end, bytes[position] == bytes[at] { position += 1 }
        guard position - at >= 3, !bytes[position..<end].contains(UInt8(ascii: "`")) else { return nil }
        return (bytes[at], position - at)
    }

    private func headingLevel(_ at: Int, _ end: Int) -> Int? {
        var level = 0
        while at + level < end, bytes[at + level] == UInt8(ascii: "#") { level += 1 }
        return (1...6).contains(level) && (at + level == end || ByteScanner.isSpace(bytes[at + level])) ? level : nil
    }

    private func underline(_ at: Int, _ end: Int) -> Int? {
        guard bytes[at] == UInt8(ascii: "=") || bytes[at] == UInt8(ascii: "-"), bytes[at..<end].allSatisfy({ $0 == bytes[at] }) else {
            return nil
        }
        return bytes[at] == UInt8(ascii: "=") ? 1 : end - at >= 2 ? 2 : nil
    }

    private func isRule(_ at: Int, _ end: Int) -> Bool {
        let mark = bytes[at]
        guard mark == UInt8(ascii: "-") || mark == UInt8(ascii: "*") || mark == UInt8(ascii: "_") else { return false }
        var count = 0
        for byte in bytes[at..<end] where !ByteScanner.isSpace(byte) {
            guard byte == mark else { return false }
            count += 1
        }
        return count >= 3
    }

    private func isTableRule(_ at: Int, _ end: Int) -> Bool {
        bytes[at..<end].allSatisfy { $0 == UInt8(ascii: "|") || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: ":") || $0 == 0x20 }
    }

    private mutating func isComment(_ at: Int, _ end: Int) -> Bool {
        guard ByteScanner.matches(bytes, at: at, "<!--".utf8) else { return false }
        guard let close = ByteScanner.index(of: "-->", in: bytes, from: at, to: end) else {
            isInComment = true
            return true
        }
        return close + 3 == end
    }

    /// `[name]: address`
    private mutating func isDefinition(_ at: Int, _ end: Int) -> Bool {
        guard !isOpen, bytes[at] == UInt8(ascii: "["), let close = bytes[at..<min(end, at + 200)].firstIndex(of: UInt8(ascii: "]")),
            close > at + 1,
            close + 1 < end, bytes[close + 1] == UInt8(ascii: ":")
        else { return false }
        references.insert(String(decoding: bytes[(at + 1)..<close], as: UTF8.self).lowercased())
        return bytes[at + 1] != UInt8(ascii: "^")
    }
}
