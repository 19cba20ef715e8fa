// SPDX-License-Identifier: Apache-2.0

/// Walks a page once and takes it apart into a `HTMLSkeleton`.
///
/// Every search forward either moves the position or is remembered as hopeless, so the walk is linear whatever stands in the page.
struct HTMLTokenizer {
    /// Deeper elements are left out of the skeleton; their text goes to the one at the limit.
    private static let maximumDepth = 400

    private let bytes: [UInt8]
    private var position = 0
    private var result = HTMLSkeleton()
    private var open: [Element] = []
    private var openCounts = [Int](repeating: 0, count: 64)
    /// Start tags that were left out for their depth.
    private var suppressed = [Int](repeating: 0, count: 64)
    /// Ends that do not occur any more: raw elements by name, and `-->`.
    private var hopeless: Set<String> = []
    /// How many bytes may still be looked through in vain for the end of a tag with an open quotation mark.
    private var patience = 1 << 24

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    mutating func scan() -> HTMLSkeleton {
        result.markup.reserveCapacity(bytes.count / 4)
        append("<html><body><div>")
        var textStart = 0
        while position < bytes.count {
            guard bytes[position] == UInt8(ascii: "<") else {
                position += 1
                continue
            }
            let start = position
            guard let length = markupLength() else {
                position += 1
                continue
            }
            addText(textStart, start)
            position = start + length
            handle(start, position)
            textStart = position
        }
        addText(textStart, bytes.count)
        append("</div></body></html>")
        return result
    }

    // MARK: Finding markup

    /// The length of the tag, comment or declaration that begins here; `nil` where the `<` is text.
    private mutating func markupLength() -> Int? {
        guard position + 1 < bytes.count else { return nil }
        let next = bytes[position + 1]
        if ByteScanner.isLetter(next) { return tagLength() }
        if next == UInt8(ascii: "/") {
            guard position + 2 < bytes.count, ByteScanner.isLetter(bytes[position + 2]) else { return nil }
            return tagLength()
        }
        if next == UInt8(ascii: "!") {
            if matches("<!--"), let end = find("-->", from: position + 4) { return end - position }
            if matches("<![cdata["), let end = find("]]>", from: position + 9) { return end - position }
            return distance(to: UInt8(ascii: ">"))
        }
        return next == UInt8(ascii: "?") ? distance(to: UInt8(ascii: ">")) : nil
    }

    private func matches(_ literal: StaticString) -> Bool { ByteScanner.matches(bytes, at: position, word: literal) }

    /// The end of the next `literal`, remembered as hopeless where there is none.
    private mutating func find(_ literal: String, from start: Int) -> Int? {
        guard !hopeless.contains(literal) else { return nil }
        guard let found = ByteScanner.index(of: literal, in: bytes, from: start, to: bytes.count) else {
            hopeless.insert(literal)
            return nil
        }
        return found + literal.utf8.count
    }

    private mutating func distance(to byte: UInt8) -> Int? {
        let name = ">"
        guard !hopeless.contains(name) else { return nil }
        guard let found = bytes[position...].firstIndex(of: byte) else {
            hopeless.insert(name)
            return nil
        }
        return found + 1 - position
    }

    /// To the `>` outside quotation marks around values; where a mark is never closed, to the next `>`.
    private mutating func tagLength() -> Int? {
        var at = position + 1
        var quote: UInt8?
        var previous: UInt8 = 0
        let limit = min(bytes.count, position + max(512, patience))
        while at < limit {
            let byte = bytes[at]
            if let mark = quote {
                if byte == mark { quote = nil }
            } else if byte == UInt8(ascii: ">") {
                return at + 1 - position
            } else if (byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'")), previous == UInt8(ascii: "=") {
                quote = byte
            }
            if !ByteScanner.isSpace(byte) { previous = byte }
            at += 1
        }
        patience -= min(patience, at - position)
        return distance(to: UInt8(ascii: ">"))
    }

    // MARK: Taking it apart

    private mutating func handle(_ start: Int, _ end: Int) {
        let isEnd = bytes[start + 1] == UInt8(ascii: "/")
        var at = start + (isEnd ? 2 : 1)
        guard at < end, ByteScanner.isLetter(bytes[at]) else { return }
        let nameStart = at
        while at < end - 1, !ByteScanner.isSpace(bytes[at]), bytes[at] != UInt8(ascii: "/"), bytes[at] != UInt8(ascii: ">"),
            at - nameStart < 32
        {
            at += 1
        }
        let element = Element(name: bytes[nameStart..<at])
        if isEnd {
            close(element)
        } else {
            begin(element, name: nameStart..<at, attributes: at..<(end - 1))
        }
    }

    private mutating func begin(_ element: Element, name: Range<Int>, attributes: Range<Int>) {
        switch element {
        case .meta: result.metas.append(attributes)
        case .link: result.links.append(attributes)
        case .html: result.html = result.html ?? attributes
        case .head, .void, .body: break
        case .script, .style, .title, .raw:
            skipRaw(element, name: String(decoding: bytes[name].map(ByteScanner.lower), as: UTF8.self), attributes: attributes)
        default: push(element, attributes)
        }
    }

    /// Passes the content of an element whose content is no text of the page.
    private mutating func skipRaw(_ element: Element, name: String, attributes: Range<Int>) {
        let start = position
        let isSelfClosed = !attributes.isEmpty && bytes[attributes.upperBound - 1] == UInt8(ascii: "/") && element == .raw
        guard !isSelfClosed, let end = find("</\(name)", from: start) else { return }
        let content = start..<(end - name.utf8.count - 2)
        position = end
        if let close = distance(to: UInt8(ascii: ">")) { position += close }
        if element == .title, result.title == nil { result.title = content }
        if element == .script, Attributes(bytes, attributes)["type"]?.lowercased().hasPrefix("application/ld+json") == true {
            result.linkedData.append(content)
        }
    }

    private mutating func push(_ element: Element, _ attributes: Range<Int>) {
        let isVoid = element == .br || element == .hr
        if !element.isInline, openCounts[Int(Element.p.rawValue)] > 0 { pop(.p) }
        if let (kinds, scope) = element.impliedEnd, let top = open.lastIndex(where: { kinds.contains($0) || scope.contains($0) }),
            kinds.contains(open[top])
        {
            truncate(to: top)
        }
        guard isVoid || open.count < Self.maximumDepth else {
            suppressed[Int(element.rawValue)] += 1
            return
        }
        append("<")
        append(element.skeletonName)
        append(" n=")
        append(result.tags.count)
        append(">")
        result.tags.append(HTMLSkeleton.Tag(element: element, attributes: attributes))
        guard !isVoid else { return }
        open.append(element)
        openCounts[Int(element.rawValue)] += 1
    }

    private mutating func close(_ element: Element) {
        let index = Int(element.rawValue)
        if suppressed[index] > 0 {
            suppressed[index] -= 1
        } else if openCounts[index] > 0, pop(element) {
            append("</")
            append(element.skeletonName)
            append(">")
        }
    }

    /// Closes the innermost `element`; an inline one only where no block stands between.
    @discardableResult
    private mutating func pop(_ element: Element) -> Bool {
        for index in stride(from: open.count - 1, through: 0, by: -1) {
            if open[index] == element {
                truncate(to: index)
                return true
            }
            if element.isInline, !open[index].isInline { return false }
        }
        return false
    }

    private mutating func truncate(to count: Int) {
        while open.count > count { openCounts[Int(open.removeLast().rawValue)] -= 1 }
    }

    private mutating func addText(_ start: Int, _ end: Int) {
        guard start < end else { return }
        let isBlank = bytes[start..<end].allSatisfy(ByteScanner.isSpace)
        if isBlank {
            if result.markup.last != 0x20 { append(" ") }
        } else {
            append("[")
            append(result.runs.count)
            append("]")
        }
        result.runs.append(HTMLSkeleton.Run(start: start, end: end, isBlank: isBlank))
    }

    private mutating func append(_ string: StaticString) { string.withUTF8Buffer { unsafe result.markup.append(contentsOf: $0) } }

    private mutating func append(_ number: Int) {
        var power = 1
        while number / power >= 10 { power *= 10 }
        while power > 0 {
            result.markup.append(UInt8(0x30 + number / power % 10))
            power /= 10
        }
    }
}
