// SPDX-License-Identifier: Apache-2.0

/// Finds the marks inside one block: emphasis, links, code, escapes, entities, tags.
///
/// One pass with stacks, each search forward bounded or remembered: linear in the block's length.
struct MarkdownInlines {
    struct Change {
        var range: Range<Int>
        var replacement: [UInt8] = []
        var name = "markdown"
    }

    private let bytes: [UInt8]
    private let references: Set<String>
    private var changes: [Change] = []
    /// Marks that may open: position and how many are left, for `*`, `_` and `~`.
    private var openers: [UInt8: [(start: Int, count: Int)]] = [:]
    private var brackets: [(start: Int, length: Int)] = []
    /// Runs of backticks by length, the next last.
    private var ticks: [Int: [Int]] = [:]
    /// The next closing mark at or behind the position last asked for; `Int.max` where none is left in its line.
    private var nextClose: [UInt8: (position: Int, line: Int)] = [:]

    init(_ bytes: [UInt8], references: Set<String>) {
        self.bytes = bytes
        self.references = references
    }

    /// - Returns: changes in order, none overlapping another.
    mutating func changes(in block: MarkdownBlock) -> [Change] {
        guard block.kind != .code else { return [] }
        for line in block.lines.reversed() { collectTicks(line.range) }
        var position = 0
        for line in block.lines {
            position = max(position, line.range.lowerBound)
            while position < line.range.upperBound { position = step(at: position, line.range) }
        }
        changes.sort { ($0.range.lowerBound, $0.range.upperBound) < ($1.range.lowerBound, $1.range.upperBound) }
        var end = 0
        return changes.filter { change in
            guard change.range.lowerBound >= end, !change.range.isEmpty else { return false }
            end = change.range.upperBound
            return true
        }
    }

    private mutating func step(at position: Int, _ line: Range<Int>) -> Int {
        switch bytes[position] {
        case UInt8(ascii: "\\"): return escape(position, line)
        case UInt8(ascii: "`"): return code(position, line)
        case UInt8(ascii: "&"):
            guard let (text, length) = CharacterReferences.reference(in: bytes, at: position, before: line.upperBound) else {
                return position + 1
            }
            changes.append(Change(range: position..<(position + length), replacement: text, name: "entity"))
            return position + length
        case UInt8(ascii: "<"): return tag(position, line)
        case UInt8(ascii: "*"), UInt8(ascii: "_"), UInt8(ascii: "~"): return emphasis(position, line)
        case UInt8(ascii: "!") where position + 1 < line.upperBound && bytes[position + 1] == UInt8(ascii: "["):
            brackets.append((position, 2))
            return position + 2
        case UInt8(ascii: "["):
            brackets.append((position, 1))
            return position + 1
        case UInt8(ascii: "]"): return link(position, line)
        default: return position + 1
        }
    }

    private mutating func escape(_ position: Int, _ line: Range<Int>) -> Int {
        guard position + 1 < line.upperBound, Self.isPunctuation(bytes[position + 1]) else { return position + 1 }
        changes.append(Change(range: position..<(position + 1)))
        return position + 2
    }

    private mutating func collectTicks(_ line: Range<Int>) {
        var found: [(Int, Int)] = []
        var position = line.lowerBound
        while position < line.upperBound {
            let start = position
            while position < line.upperBound, bytes[position] == UInt8(ascii: "`") { position += 1 }
            if position > start { found.append((start, position - start)) } else { position += 1 }
        }
        for (start, length) in found.reversed() { ticks[length, default: []].append(start) }
    }

    /// The content of inline code stays as it is, so it is passed over; a code that runs over lines keeps its marks.
    private mutating func code(_ position: Int, _ line: Range<Int>) -> Int {
        var length = 0
        while position + length < line.upperBound, bytes[position + length] == UInt8(ascii: "`") { length += 1 }
        while let next = ticks[length]?.last, next <= position { ticks[length]?.removeLast() }
        guard let close = ticks[length]?.last, close < line.upperBound else { return position + length }
        changes.append(Change(range: position..<(position + length)))
        changes.append(Change(range: close..<(close + length)))
        return close + length
    }

    private mutating func tag(_ position: Int, _ line: Range<Int>) -> Int {
        guard position + 2 < line.upperBound, let close = close(UInt8(ascii: ">"), from: position, line, within: 1000) else {
            return position + 1
        }
        let next = bytes[position + 1]
        let end = close + 1
        if next == UInt8(ascii: "!") || next == UInt8(ascii: "/") && ByteScanner.isLetter(bytes[position + 2]) {
            changes.append(Change(range: position..<end))
            return end
        }
        guard ByteScanner.isLetter(next) else { return position + 1 }
        let content = bytes[(position + 1)..<close]
        let head = content.prefix { ByteScanner.isLetter($0) || ByteScanner.isDigit($0) || $0 == UInt8(ascii: "-") }
        let rest = content[head.endIndex...].first
        if rest == UInt8(ascii: ":") || !content.contains(0x20) && content.contains(UInt8(ascii: "@")) {
            // An address between angle brackets.
            changes.append(Change(range: position..<(position + 1)))
            changes.append(Change(range: close..<end))
        } else if rest == nil || rest == 0x20 || rest == UInt8(ascii: "/") {
            let isBreak = head.elementsEqual("br".utf8)
            changes.append(Change(range: position..<end, replacement: isBreak ? [0x0A] : []))
        } else {
            return position + 1
        }
        return end
    }

    private mutating func emphasis(_ position: Int, _ line: Range<Int>) -> Int {
        let mark = bytes[position]
        var end = position
        while end < line.upperBound, bytes[end] == mark { end += 1 }
        var count = end - position
        if mark == UInt8(ascii: "~"), count != 2 { return end }
        let before = position > line.lowerBound ? bytes[position - 1] : 0x20
        let after = end < line.upperBound ? bytes[end] : 0x20
        let (spaceBefore, spaceAfter) = (ByteScanner.isSpace(before), ByteScanner.isSpace(after))
        let (punctBefore, punctAfter) = (Self.isPunctuation(before), Self.isPunctuation(after))
        let left = !spaceAfter && (!punctAfter || spaceBefore || punctBefore)
        let right = !spaceBefore && (!punctBefore || spaceAfter || punctAfter)
        let isUnderscore = mark == UInt8(ascii: "_")
        var start = position
        if right, !isUnderscore || !left || punctAfter {
            while count > 0, let opener = openers[mark]?.last {
                let used = min(count, opener.count)
                changes.append(Change(range: (opener.start + opener.count - used)..<(opener.start + opener.count)))
                changes.append(Change(range: start..<(start + used)))
                start += used
                count -= used
                openers[mark]?.removeLast()
                if opener.count > used { openers[mark]?.append((opener.start, opener.count - used)) }
            }
        }
        if count > 0, left, !isUnderscore || !right || punctBefore { openers[mark, default: []].append((start, count)) }
        return end
    }

    private mutating func link(_ position: Int, _ line: Range<Int>) -> Int {
        guard let opener = brackets.popLast() else { return position + 1 }
        let start = opener.start..<(opener.start + opener.length)
        let next = position + 1 < line.upperBound ? bytes[position + 1] : 0
        if next == UInt8(ascii: "("), var close = close(UInt8(ascii: ")"), from: position, line, within: 2048) {
            // An address may hold a pair of parentheses.
            if bytes[(position + 2)..<close].contains(UInt8(ascii: "(")), close + 1 < line.upperBound,
                let second = bytes[(close + 1)..<min(line.upperBound, close + 256)].firstIndex(of: UInt8(ascii: ")"))
            {
                close = second
            }
            changes.append(Change(range: start))
            changes.append(Change(range: position..<(close + 1)))
            return close + 1
        }
        if next == UInt8(ascii: "["), let close = close(UInt8(ascii: "]"), from: position + 1, line, within: 256) {
            changes.append(Change(range: start))
            changes.append(Change(range: position..<(close + 1)))
            return close + 1
        }
        guard position - start.upperBound < 200, position > start.upperBound else { return position + 1 }
        let label = String(decoding: bytes[start.upperBound..<position], as: UTF8.self).lowercased()
        if references.contains(label) {
            if label.hasPrefix("^") {
                changes.append(Change(range: start.lowerBound..<(position + 1)))
            } else {
                changes.append(Change(range: start))
                changes.append(Change(range: position..<(position + 1)))
            }
        }
        return position + 1
    }

    /// The next `mark` of the line behind `position`; asked for in ascending order, so the line is walked once for each mark.
    private mutating func close(_ mark: UInt8, from position: Int, _ line: Range<Int>, within limit: Int) -> Int? {
        if let known = nextClose[mark], known.line == line.lowerBound, known.position > position {
            return known.position - position <= limit ? known.position : nil
        }
        let found = bytes[(position + 1)..<line.upperBound].firstIndex(of: mark) ?? Int.max
        nextClose[mark] = (found, line.lowerBound)
        return found != Int.max && found - position <= limit ? found : nil
    }

    private static func isPunctuation(_ byte: UInt8) -> Bool {
        byte > 0x20 && byte < 0x7F && !ByteScanner.isLetter(byte) && !ByteScanner.isDigit(byte)
    }
}
