// SPDX-License-Identifier: Apache-2.0

internal import CHTML

/// A page's repaired tree, flat and in document order: a node's subtree is the nodes up to its `end`.
///
/// Flat, because every pass over it is then a loop, forward for what children inherit and backward for what parents sum up; no depth of
/// nesting can exhaust a stack.
struct PageTree {
    struct Node {
        var element: Element
        /// Index of the tag; -1 for elements that libxml2 put in, and for text.
        var tag: Int
        /// Index of the run; -1 for elements.
        var run: Int
        /// -1 for the root.
        var parent: Int
        /// One behind the last node of the subtree.
        var end: Int
    }

    private(set) var nodes: [Node] = [Node(element: .body, tag: -1, run: -1, parent: -1, end: 1)]

    init(_ skeleton: HTMLSkeleton) {
        unsafe skeleton.markup.withUnsafeBytes { raw in
            let bytes = unsafe raw.baseAddress?.assumingMemoryBound(to: CChar.self)
            guard let context = unsafe htmlCreateMemoryParserCtxt(bytes, Int32(clamping: raw.count)) else { return }
            defer { unsafe htmlFreeParserCtxt(context) }
            let options =
                HTML_PARSE_RECOVER.rawValue | HTML_PARSE_COMPACT.rawValue | HTML_PARSE_NOERROR.rawValue | HTML_PARSE_NOWARNING.rawValue
                | HTML_PARSE_NONET.rawValue
            unsafe htmlCtxtUseOptions(context, Int32(options))
            // Depth is limited by the tokenizer; libxml2's own limit would end the page there. Its HTML options have no name for this.
            unsafe context.pointee.options |= Int32(XML_PARSE_HUGE.rawValue)
            unsafe htmlParseDocument(context)
            guard let document = unsafe context.pointee.myDoc else { return }
            defer { unsafe xmlFreeDoc(document) }
            if let root = unsafe xmlDocGetRootElement(document) { unsafe walk(root, skeleton) }
        }
        nodes[0].end = nodes.count
    }

    /// Depth first, by the tree's own links instead of a call a level.
    private mutating func walk(_ root: xmlNodePtr, _ skeleton: HTMLSkeleton) {
        var current = unsafe root
        var parent = 0
        var lastRun = -1
        while true {
            var descends = false
            if unsafe current.pointee.type == XML_ELEMENT_NODE {
                nodes.append(unsafe node(current, parent, skeleton))
                if unsafe current.pointee.children != nil {
                    descends = true
                    parent = nodes.count - 1
                } else {
                    nodes[nodes.count - 1].end = nodes.count
                }
            } else if unsafe current.pointee.type == XML_TEXT_NODE {
                unsafe addRuns(current, parent, skeleton, &lastRun)
            }
            if descends, let child = unsafe current.pointee.children {
                unsafe current = child
                continue
            }
            while true {
                if unsafe current == root { return }
                if let next = unsafe current.pointee.next {
                    unsafe current = next
                    break
                }
                guard let up = unsafe current.pointee.parent else { return }
                unsafe current = up
                nodes[parent].end = nodes.count
                parent = max(0, nodes[parent].parent)
            }
        }
    }

    private func node(_ pointer: xmlNodePtr, _ parent: Int, _ skeleton: HTMLSkeleton) -> Node {
        var tag = -1
        if let value = unsafe pointer.pointee.properties?.pointee.children?.pointee.content {
            tag = 0
            var at = 0
            while unsafe value[at] != 0 {
                tag = unsafe tag * 10 + Int(value[at]) - 0x30
                at += 1
            }
        }
        let isKnown = tag >= 0 && tag < skeleton.tags.count
        // What libxml2 itself puts in is a paragraph around bare text, or a part of a table, which is no boundary.
        let element = isKnown ? skeleton.tags[tag].element : parent == 0 ? .div : .tablePart
        return Node(element: element, tag: isKnown ? tag : -1, run: -1, parent: parent, end: nodes.count + 1)
    }

    /// The numbers in brackets. Runs that libxml2 moved before others are left out: text never goes backward in its source.
    private mutating func addRuns(_ pointer: xmlNodePtr, _ parent: Int, _ skeleton: HTMLSkeleton, _ last: inout Int) {
        guard let content = unsafe pointer.pointee.content else { return }
        var at = 0
        var number = 0
        while unsafe content[at] != 0 {
            let byte = unsafe content[at]
            at += 1
            switch byte {
            case UInt8(ascii: "["): number = 0
            case UInt8(ascii: "]"):
                if number > last, number < skeleton.runs.count {
                    nodes.append(Node(element: .inline, tag: -1, run: number, parent: parent, end: nodes.count + 1))
                    last = number
                }
            case 0x30...0x39: number = number * 10 + Int(byte) - 0x30
            default: break
            }
        }
    }
}
