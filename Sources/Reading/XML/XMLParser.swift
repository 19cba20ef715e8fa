// SPDX-License-Identifier: Apache-2.0

/// Builds the nodes of an `XMLTree` in one walk over the bytes.
struct XMLParser {
    private let bytes: [UInt8]
    private var position = 0
    private var nodes = [
        XMLTree.Node(name: "", namespace: "", attributes: 0..<0, range: 0..<0, parent: -1, end: 1, kind: .element)
    ]
    /// Open elements with their names as written.
    private var open: [(node: Int, name: [UInt8])] = []
    /// Namespaces in force: prefix, address, and how many elements were open around the one that declared it.
    private var namespaces: [(prefix: String, address: String, depth: Int)] = [("xml", "http://www.w3.org/XML/1998/namespace", 0)]
    /// Whether something was passed over: an end without a start, a start without an end, a mark that is never closed.
    private(set) var isBroken = false

    /// Declarations in force at one time, beyond which they do not count: each name is looked up among them.
    private static let maximumNamespaces = 64

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    mutating func parse() throws(ReadingError) -> [XMLTree.Node] {
        while position < bytes.count {
            let start = position
            position = bytes[start...].firstIndex(of: UInt8(ascii: "<")) ?? bytes.count
            add(.text, start..<position)
            guard position < bytes.count else { break }
            guard nodes.count < XMLTree.maximumCount else {
                throw .tooMuch("more than \(XMLTree.maximumCount) elements of one XML document")
            }
            try takeMarkup()
        }
        if !open.isEmpty { isBroken = true }
        close(to: 0, at: bytes.count)
        nodes[0].end = nodes.count
        nodes[0].range = 0..<bytes.count
        return nodes
    }

    private mutating func takeMarkup() throws(ReadingError) {
        if matches("<?") {
            skip(past: "?>")
        } else if matches("<!--") {
            skip(past: "-->")
        } else if matches("<![cdata[") {
            let start = position + 9
            skip(past: "]]>")
            add(.literal, start..<max(start, position - (ends(with: "]]>") ? 3 : 0)))
        } else if matches("<!") {
            try skipDeclaration()
        } else if matches("</") {
            takeEnd()
        } else if position + 1 < bytes.count, Self.beginsName(bytes[position + 1]) {
            try takeStart()
        } else {
            // A `<` that begins no tag is text, as careless feeds write it.
            isBroken = true
            add(.text, position..<(position + 1))
            position += 1
        }
    }

    /// `<!DOCTYPE …>`, over its internal subset.
    private mutating func skipDeclaration() throws(ReadingError) {
        var depth = 0
        while position < bytes.count {
            switch bytes[position] {
            case UInt8(ascii: "<"):
                depth += 1
                if matches("<!entity") {
                    throw .broken("an XML document", "it declares entities of its own", remedy: "Save it without its DOCTYPE")
                }
            case UInt8(ascii: ">"): depth -= 1
            default: break
            }
            position += 1
            if depth <= 0 { return }
        }
        isBroken = true
    }

    private mutating func takeStart() throws(ReadingError) {
        let start = position
        let name = takeName(from: start + 1)
        let attributes = takeAttributes()
        let isEmpty = !attributes.isEmpty && bytes[attributes.upperBound - 1] == UInt8(ascii: "/")
        guard open.count < XMLTree.maximumDepth else {
            throw .broken("an XML document", "its elements lie more than \(XMLTree.maximumDepth) deep")
        }
        declareNamespaces(attributes)
        let (prefix, local) = Self.split(name)
        nodes.append(
            XMLTree.Node(
                name: local, namespace: address(of: prefix),
                attributes: attributes.lowerBound..<(attributes.upperBound - (isEmpty ? 1 : 0)), range: start..<position,
                parent: open.last?.node ?? 0, end: nodes.count + 1, kind: .element))
        open.append((nodes.count - 1, name))
        if isEmpty { close(to: open.count - 1, at: position) }
    }

    private mutating func takeEnd() {
        let name = takeName(from: position + 2)
        skip(past: ">")
        // Looked for no further up than is likely, so that a million stray ends cost no million walks of the whole depth.
        guard let index = open.suffix(64).lastIndex(where: { $0.name == name }) else {
            isBroken = true
            return
        }
        if index < open.count - 1 { isBroken = true }
        close(to: index, at: position)
    }

    private mutating func close(to count: Int, at end: Int) {
        while open.count > count {
            let node = open.removeLast().node
            nodes[node].end = nodes.count
            nodes[node].range = nodes[node].range.lowerBound..<end
            while namespaces.count > 1, let last = namespaces.last, last.depth >= open.count { namespaces.removeLast() }
        }
    }

    private mutating func declareNamespaces(_ attributes: Range<Int>) {
        guard ByteScanner.index(of: "xmlns", in: bytes, from: attributes.lowerBound, to: attributes.upperBound) != nil else { return }
        var found: [(String, String, Int)] = []
        Attributes(bytes, attributes).forEach { name, value in
            let written = String(decoding: bytes[name], as: UTF8.self)
            guard written == "xmlns" || written.hasPrefix("xmlns:") else { return }
            found.append((String(written.dropFirst(6)), CharacterReferences.resolve(bytes[value]), open.count))
        }
        let room = max(0, Self.maximumNamespaces - namespaces.count)
        namespaces += found.prefix(room).map { (prefix: $0.0, address: $0.1, depth: $0.2) }
    }

    /// A prefix that nothing declares stands for what it usually does: feeds that were put together by hand often leave the declaration out.
    private func address(of prefix: String) -> String {
        namespaces.last { $0.prefix == prefix }?.address ?? (prefix.isEmpty ? "" : XMLNamespace.usual[prefix] ?? "undeclared:\(prefix)")
    }

    private mutating func add(_ kind: XMLTree.Kind, _ range: Range<Int>) {
        guard !range.isEmpty, !open.isEmpty else { return }
        nodes.append(
            XMLTree.Node(
                name: "", namespace: "", attributes: 0..<0, range: range, parent: open.last?.node ?? 0, end: nodes.count + 1, kind: kind))
    }

    private mutating func takeName(from start: Int) -> [UInt8] {
        position = start
        while position < bytes.count, Self.isName(bytes[position]) { position += 1 }
        return Array(bytes[start..<position])
    }

    /// From behind the name to the `>`, which may stand in a quoted value.
    private mutating func takeAttributes() -> Range<Int> {
        let start = position
        var quote: UInt8?
        while position < bytes.count {
            let byte = bytes[position]
            position += 1
            if let mark = quote {
                if byte == mark { quote = nil }
            } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
                quote = byte
            } else if byte == UInt8(ascii: ">") {
                return start..<(position - 1)
            }
        }
        isBroken = true
        return start..<position
    }

    private mutating func skip(past literal: String) {
        guard let found = ByteScanner.index(of: literal, in: bytes, from: position, to: bytes.count) else {
            isBroken = true
            position = bytes.count
            return
        }
        position = found + literal.utf8.count
    }

    private func matches(_ literal: String) -> Bool { ByteScanner.matches(bytes, at: position, literal.utf8) }

    private func ends(with literal: String) -> Bool { ByteScanner.matches(bytes, at: position - literal.utf8.count, literal.utf8) }

    private static func beginsName(_ byte: UInt8) -> Bool {
        byte >= 0x80 || ByteScanner.isLetter(byte) || byte == UInt8(ascii: "_") || byte == UInt8(ascii: ":")
    }

    private static func isName(_ byte: UInt8) -> Bool {
        beginsName(byte) || ByteScanner.isDigit(byte) || byte == UInt8(ascii: "-") || byte == UInt8(ascii: ".")
    }

    /// Prefix and local name.
    private static func split(_ name: [UInt8]) -> (prefix: String, local: String) {
        guard let colon = name.firstIndex(of: UInt8(ascii: ":")) else { return ("", String(decoding: name, as: UTF8.self)) }
        return (String(decoding: name[..<colon], as: UTF8.self), String(decoding: name[(colon + 1)...], as: UTF8.self))
    }
}
