// SPDX-License-Identifier: Apache-2.0

internal import Documents

extension XMLTree {
    /// What an element says once it is read as XML, as a text of its own: references are resolved, CDATA is opened, tags are left out.
    ///
    /// What is escaped in it (a page's HTML, mostly) is then there to be read, and its characters still lead to the bytes of the file. Names of
    /// edits: `entity`, `markup`.
    func content(of index: Int, in excerpt: Excerpt) -> Excerpt {
        var pieces = TextPieces(of: excerpt.text, gaps: "markup")
        for node in nodes[index..<nodes[index].end] {
            switch node.kind {
            case .element: continue
            case .literal: pieces.keep(excerpt.local(node.range).lowerBound, excerpt.local(node.range).upperBound)
            case .text: pieces.keepResolved(excerpt.local(node.range))
            }
        }
        let (text, map) = pieces.finish(excerpt.map)
        return Excerpt(text: text, map: map, start: 0)
    }

    /// Whether there is anything to read in an element.
    func hasText(_ index: Int) -> Bool {
        nodes[index..<nodes[index].end].contains { $0.kind != .element && !bytes[$0.range].allSatisfy(ByteScanner.isSpace) }
    }

    func hasElements(_ index: Int) -> Bool { children(of: index).contains { nodes[$0].kind == .element } }

    /// All direct children of this name.
    func every(_ name: String, of index: Int, in namespace: String? = nil) -> [Int] {
        children(of: index).filter { nodes[$0].name == name && (namespace == nil || nodes[$0].namespace == namespace) }
    }

    /// The element that a path of names leads to, by the first child of each name.
    func first(_ path: [String], of index: Int) -> Int? {
        var found = index
        for name in path {
            guard let next = child(name, of: found) else { return nil }
            found = next
        }
        return found
    }

    /// All elements of this name below `index`, except those inside another one.
    func outermost(_ name: String, of index: Int) -> [Int] {
        var result: [Int] = []
        for found in descendants(name, of: index) where result.last.map({ nodes[$0].end <= found }) ?? true { result.append(found) }
        return result
    }

    /// What a thing of NewsML-G2 is called: its `<name>`, its `literal`, or its own text.
    func name(of index: Int) -> String? {
        line("name", of: index) ?? attribute("literal", of: index).flatMap(Plain.line)
            ?? (hasElements(index) ? nil : Plain.line(text(of: index)))
    }
}
