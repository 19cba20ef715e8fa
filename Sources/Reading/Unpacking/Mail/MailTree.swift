// SPDX-License-Identifier: Apache-2.0

internal import CMail

/// A mail as GMime parses it.
@safe struct MailTree: ~Copyable {
    enum Kind { case message, multipart, leaf }

    struct Node {
        var kind: Kind
        /// -1 for the mail itself.
        var parent: Int
        var children: [Int] = []
        /// As IMAP numbers it (RFC 3501, 6.4.5); empty for the mail itself and for a multipart that is all of it.
        var section: String
        /// In lower case: "text/html".
        var type: String
        var charset: String?
        var disposition: String?
        var name: String?
        var identifier: String?
        var location: String?
        /// Where a multipart/related starts: a Content-ID without brackets.
        var start: String?
    }

    let nodes: [Node]
    private let mail: OpaquePointer

    init?(_ bytes: [UInt8]) {
        let opened = unsafe bytes.withUnsafeBufferPointer { unsafe copydesk_mail_open($0.baseAddress, $0.count) }
        guard let opened = unsafe opened else { return nil }
        unsafe mail = unsafe opened
        nodes = unsafe Self.nodes(of: opened)
    }

    deinit { unsafe copydesk_mail_close(mail) }

    private static func nodes(of mail: OpaquePointer) -> [Node] {
        var nodes: [Node] = []
        for index in 0..<(unsafe copydesk_mail_count(mail)) {
            let raw = unsafe copydesk_mail_node(mail, index)
            let parent = unsafe Int(raw.parent)
            let kind: Kind =
                unsafe raw.kind == CopydeskMailMessage ? .message : unsafe raw.kind == CopydeskMailMultipart ? .multipart : .leaf
            var node = Node(
                kind: kind, parent: parent, section: section(of: kind, inside: parent, nodes),
                type: unsafe string(raw.type)?.lowercased() ?? "")
            node.charset = unsafe string(raw.charset)
            node.disposition = unsafe string(raw.disposition)?.lowercased()
            node.name = unsafe string(raw.name).flatMap(Plain.line)
            node.identifier = unsafe string(raw.identifier)
            node.location = unsafe string(raw.location)
            node.start = unsafe string(raw.start).map { String($0.filter { $0 != "<" && $0 != ">" }) }
            nodes.append(node)
            if parent >= 0 { nodes[parent].children.append(index) }
        }
        return nodes
    }

    private static func section(of kind: Kind, inside parent: Int, _ nodes: [Node]) -> String {
        guard parent >= 0 else { return "" }
        let outer = nodes[parent]
        if outer.kind == .message, kind == .multipart { return outer.section }
        let number = outer.kind == .message ? 1 : outer.children.count + 1
        return outer.section.isEmpty ? "\(number)" : "\(outer.section).\(number)"
    }

    private static func string(_ pointer: UnsafePointer<CChar>?) -> String? { unsafe pointer.map { unsafe String(cString: $0) } }

    /// A field of a message's header, decoded, as one line.
    func field(_ name: String, of message: Int) -> String? {
        unsafe Self.string(copydesk_mail_field(mail, message, name)).flatMap(Plain.line)
    }

    /// The names of those that a message is from; without those of whom it has the address alone.
    func senders(of message: Int) -> [String] {
        var names: [String] = []
        for position in 0..<20 {
            guard let name = unsafe Self.string(copydesk_mail_sender(mail, message, Int32(position))) else { break }
            if let name = Plain.line(name) { names.append(name) }
        }
        return names
    }

    /// RFC 3339, with the zone that it was written in.
    func date(of message: Int) -> String? { unsafe Self.string(copydesk_mail_date(mail, message)).flatMap(Timestamp.normalized) }

    /// What a leaf holds, without its transfer encoding.
    func content(of leaf: Int) -> [UInt8] {
        var count = 0
        guard let bytes = unsafe copydesk_mail_content(mail, leaf, &count) else { return [] }
        return unsafe Array(UnsafeBufferPointer(start: bytes, count: count))
    }
}
