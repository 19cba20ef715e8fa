// SPDX-License-Identifier: Apache-2.0

/// Walks a mail and decides of each part whether it is the text, an attachment that may be an article, or belongs to another.
struct MailParts {
    private var parts: [Part] = []
    /// Nodes that are still to be seen, the next one last.
    private var waiting: [(node: Int, message: Int, isText: Bool)] = []
    private var envelopes: [Int: MailEnvelope] = [:]
    /// Texts that have been taken from each message.
    private var texts: [Int: Int] = [:]

    init(_ tree: borrowing MailTree) { waiting = [(0, 0, true)] }

    mutating func parts(_ tree: borrowing MailTree, _ allowance: inout Allowance) throws(ReadingError) -> [Part] {
        while let (index, message, isText) = waiting.popLast() {
            let node = tree.nodes[index]
            switch node.kind {
            case .message:
                envelopes[index] = MailEnvelope(tree, message: index)
                if let body = node.children.first { waiting.append((body, index, true)) } else { parts.append(Self.hollow(node)) }
            case .multipart where node.children.isEmpty: parts.append(Self.hollow(node))
            case .multipart: open(index, message, isText, tree)
            case .leaf: try take(index, message, isText, tree, &allowance)
            }
        }
        return parts
    }

    private mutating func open(_ index: Int, _ message: Int, _ isText: Bool, _ tree: borrowing MailTree) {
        let node = tree.nodes[index]
        switch node.type {
        case "multipart/encrypted": parts.append(.refused(node.section.isEmpty ? "1" : node.section, .encrypted))
        case "multipart/signed": wait(Array(node.children.prefix(1)), message, isText)
        case "multipart/alternative":
            let choice = MailAlternatives.choice(of: index, in: tree)
            // What is attached inside a version that is not taken is attached to the mail.
            let others = node.children.filter { $0 != choice && tree.nodes[$0].kind == .multipart }
            wait(others, message, false)
            if let choice { waiting.append((choice, message, isText)) }
        case "multipart/related":
            let root = MailAlternatives.root(of: index, in: tree)
            let isPage = envelopes[message]?.trust == .part
            wait(node.children.filter { $0 != root && !isPage && !Self.belongs(tree.nodes[$0]) }, message, isText)
            if let root { waiting.append((root, message, isText)) }
        default: wait(node.children, message, isText)
        }
    }

    /// What should hold others and does not: cut off, or deeper than GMime goes (1024 levels).
    private static func hollow(_ node: MailTree.Node) -> Part {
        .refused(node.section.isEmpty ? "1" : node.section, .broken("a mail", "what should be inside it is missing or too deep"))
    }

    private mutating func wait(_ nodes: [Int], _ message: Int, _ isText: Bool) {
        for node in nodes.reversed() { waiting.append((node, message, isText)) }
    }

    /// Whether a part of a multipart/related is only there for the page that it starts from.
    private static func belongs(_ node: MailTree.Node) -> Bool {
        node.disposition != "attachment" && (node.identifier != nil || node.location != nil || isMedia(node.type))
    }

    private static func isMedia(_ type: String) -> Bool {
        ["image/", "audio/", "video/", "font/", "text/css", "text/javascript", "application/javascript"].contains { type.hasPrefix($0) }
    }

    private static let signatures = ["application/pgp-signature", "application/pkcs7-signature", "application/x-pkcs7-signature"]

    private mutating func take(
        _ index: Int, _ message: Int, _ isText: Bool, _ tree: borrowing MailTree, _ allowance: inout Allowance
    ) throws(ReadingError) {
        let node = tree.nodes[index]
        let isShown = node.disposition != "attachment" && node.name == nil
        if Self.signatures.contains(node.type) || node.type == "application/pgp-encrypted" { return }
        if Self.isMedia(node.type), node.identifier != nil || node.disposition == "inline" { return }
        let isBody = isShown && MailAlternatives.isText(node.type)
        if isBody, !isText { return }
        if !parts.isEmpty { try allowance.takePart() }
        if let refusal = MailRefusals.refusal(of: node) { return parts.append(.refused(node.section, refusal)) }

        let bytes = tree.content(of: index)
        try allowance.take(bytes.count, total: bytes.count)
        if MailRefusals.isEncrypted(bytes) { return parts.append(.refused(node.section, .encrypted)) }
        var part = Part(node.section, bytes, mediaType: mediaType(node, isBody: isBody))
        part.fileName = node.name
        if isBody {
            let earlier = texts[message, default: 0]
            // A text without anything in it stands beside attachments.
            if earlier > 0 && MailEnding.isListFooter(bytes) || bytes.allSatisfy(ByteScanner.isSpace) && tree.nodes.count > 2 { return }
            texts[message] = earlier + 1
            part.annotations = envelopes[message]?.annotations ?? []
            part.trust = envelopes[message]?.trust ?? .part
            part.isMailText = part.trust == .container
        }
        parts.append(part)
    }

    /// Of an attachment only the charset is believed: mailers call all kinds of files text/plain.
    private func mediaType(_ node: MailTree.Node, isBody: Bool) -> String {
        let type = isBody || MediaKind(mediaType: node.type) != .plain ? node.type : "application/octet-stream"
        return node.charset.map { "\(type); charset=\($0)" } ?? type
    }
}
