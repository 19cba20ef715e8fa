// SPDX-License-Identifier: Apache-2.0

extension XMLTree {
    /// The start tag of an element, or all of an empty one.
    func tag(of index: Int) -> Range<Int> {
        let node = nodes[index]
        return node.range.lowerBound..<min(max(node.attributes.upperBound + 1, node.range.lowerBound + 1), bytes.count)
    }

    /// The value of the first attribute with this local name, whatever its prefix, with references resolved.
    func value(_ local: String, of index: Int) -> String? {
        var found: String?
        Attributes(bytes, nodes[index].attributes).forEach { name, value in
            guard found == nil else { return }
            let start = bytes[name].lastIndex(of: UInt8(ascii: ":")).map { $0 + 1 } ?? name.lowerBound
            if bytes[start..<name.upperBound].elementsEqual(local.utf8) { found = CharacterReferences.resolve(bytes[value]) }
        }
        return found
    }

    /// Whether a switch such as `<w:vanish/>` stands directly below `index` and is on.
    func isOn(_ name: String, below index: Int) -> Bool {
        guard let child = child(name, of: index) else { return false }
        return !["0", "false", "off"].contains(value("val", of: child) ?? "")
    }
}
