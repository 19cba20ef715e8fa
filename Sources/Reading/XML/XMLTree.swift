// SPDX-License-Identifier: Apache-2.0

/// An XML document as a flat tree in document order, with the place of each text in the bytes.
///
/// Flat, so that every pass is a loop and no depth of nesting can exhaust a stack. Feeds in the wild are often not well-formed: an end tag without a
/// start is passed over, a start tag without an end is closed by its parent's. Nothing is ever fetched, and a document that declares entities of
/// its own is refused: entities are what bombs are made of.
struct XMLTree {
    struct Node {
        /// Without its prefix, as written; empty for text.
        var name: String
        /// The address of the name's namespace; empty where there is none, and for text.
        var namespace: String
        /// From behind the name to the `>`; empty for text.
        var attributes: Range<Int>
        /// The whole element with its tags; the text itself for text.
        var range: Range<Int>
        /// -1 for the root.
        var parent: Int
        /// One behind the last node of the subtree.
        var end: Int
        var kind: Kind
    }

    enum Kind {
        case element
        /// Text with references.
        case text
        /// CDATA, without its marks.
        case literal
    }

    /// Node 0 is the document itself, without a name.
    private(set) var nodes: [Node]
    let bytes: [UInt8]
    /// Whether it is not well-formed, and was read as far as it goes.
    let isBroken: Bool

    /// - Throws: `.broken` where entities are declared, or elements lie more than `XMLTree.maximumDepth` deep; `.tooMuch` where there are more nodes than
    ///   `XMLTree.maximumCount`.
    init(_ bytes: [UInt8]) throws(ReadingError) {
        self.bytes = bytes
        var parser = XMLParser(bytes)
        nodes = try parser.parse()
        isBroken = parser.isBroken
    }

    static let maximumDepth = 1000
    /// Nodes of one document, of about 100 bytes each.
    static let maximumCount = 4_000_000

    /// The element at the top; `nil` where there is none.
    var root: Int? { children(of: 0).first { nodes[$0].kind == .element } }

    /// Direct children in order, text too.
    func children(of index: Int) -> Children { Children(tree: self, position: index + 1, end: nodes[index].end) }

    /// The first direct child of this name, in any namespace or in the one named.
    func child(_ name: String, of index: Int, in namespace: String? = nil) -> Int? {
        children(of: index).first { nodes[$0].name == name && (namespace == nil || nodes[$0].namespace == namespace) }
    }

    /// All elements of this name below `index`, in document order.
    func descendants(_ name: String, of index: Int) -> [Int] {
        (index + 1..<nodes[index].end).filter { nodes[$0].name == name && nodes[$0].kind == .element }
    }

    /// The value of an element's attribute, with references resolved; `name` as it is written, with its prefix and in lower case.
    func attribute(_ name: String, of index: Int) -> String? { Attributes(bytes, nodes[index].attributes)[name] }

    /// All text below `index`, with references resolved, white space as it stands.
    ///
    /// - Parameter names: of elements whose text is left out.
    func text(of index: Int, without names: Set<String> = []) -> String {
        var result = ""
        var skipped = index
        for (at, node) in nodes[index..<nodes[index].end].enumerated() where index + at >= skipped {
            switch node.kind {
            case .element: if names.contains(node.name) { skipped = node.end }
            case .text: result += CharacterReferences.resolve(bytes[node.range])
            case .literal: result += String(decoding: bytes[node.range], as: UTF8.self)
            }
        }
        return result
    }

    /// The text of the first child of this name, on one line; `nil` where there is none or it is empty.
    func line(_ name: String, of index: Int, in namespace: String? = nil) -> String? {
        child(name, of: index, in: namespace).flatMap { Plain.line(text(of: $0)) }
    }

    struct Children: Sequence, IteratorProtocol {
        fileprivate let tree: XMLTree
        fileprivate var position: Int
        fileprivate let end: Int

        mutating func next() -> Int? {
            guard position < end else { return nil }
            defer { position = tree.nodes[position].end }
            return position
        }
    }
}
