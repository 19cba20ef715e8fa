// SPDX-License-Identifier: Apache-2.0

internal import Documents

/// What the header of a message says of the article in it.
struct MailEnvelope {
    private(set) var annotations: [Annotation] = []
    private(set) var trust = Part.Trust.container

    init(_ tree: borrowing MailTree, message: Int) {
        let senders = tree.senders(of: message)
        let list = tree.field("List-Id", of: message)
        let subject = tree.field("Subject", of: message)
        if let address = Self.savedFrom(tree, message, senders) {
            // A page that a browser saved as MHTML: who saved it and when says nothing of the article.
            trust = .part
            if let subject { annotations.append(.headline(subject)) }
            if PageMetadata.isAddress(address) { annotations.append(.url(address)) }
            return
        }
        if let headline = subject.flatMap({ Self.headline($0, isFromList: list != nil) }) { annotations.append(.headline(headline)) }
        let names = Bylines.names([senders])
        if !names.isEmpty { annotations.append(.byline(names)) }
        if let date = tree.date(of: message) { annotations.append(.published(date)) }
        if let publisher = tree.field("Organization", of: message) ?? list.flatMap(Self.listName) {
            annotations.append(.publisher(publisher))
        }
    }

    /// The address that a page was saved from; `nil` where the message is a mail.
    private static func savedFrom(_ tree: borrowing MailTree, _ message: Int, _ senders: [String]) -> String? {
        if let address = tree.field("Snapshot-Content-Location", of: message) { return address }
        let from = tree.field("From", of: message) ?? ""
        guard from.contains("Saved by ") || from.contains("Saved from "), let related = tree.nodes[message].children.first,
            let root = tree.nodes[related].children.first
        else { return nil }
        return tree.nodes[root].location ?? ""
    }

    /// A subject without what mailers and lists put in front of it: "Re: [desk] Fwd: Flood" is "Flood".
    static func headline(_ subject: String, isFromList: Bool) -> String? {
        var rest = Array(subject.unicodeScalars)[...]
        while true {
            rest = rest.drop { $0 == " " }
            if let colon = rest.prefix(8).firstIndex(of: ":"), isReply(rest[..<colon]) {
                rest = rest[(colon + 1)...]
            } else if rest.first == "[", let close = rest.prefix(40).firstIndex(of: "]"),
                isTag(rest[(rest.startIndex + 1)..<close], isFromList)
            {
                rest = rest[(close + 1)...]
            } else {
                break
            }
        }
        var view = String.UnicodeScalarView()
        view.append(contentsOf: rest)
        return Plain.line(String(view))
    }

    private static func isReply(_ word: ArraySlice<Unicode.Scalar>) -> Bool {
        var name = ""
        name.unicodeScalars.append(contentsOf: word.prefix { $0 != "[" && $0 != "(" && $0 != "^" })
        return ["re", "fw", "fwd", "aw", "wg", "sv", "vs", "tr", "rv", "antw", "ref", "res", "enc", "i", "r"].contains(name.lowercased())
            && (name.count > 1 || word.count == 1 && word.first?.properties.isUppercase == true)
    }

    /// A list's name in brackets, one word; without a list only what mail servers add.
    private static func isTag(_ word: ArraySlice<Unicode.Scalar>, _ isFromList: Bool) -> Bool {
        guard !word.isEmpty, !word.contains(" ") else { return false }
        var name = ""
        name.unicodeScalars.append(contentsOf: word)
        return isFromList || ["external", "ext", "extern", "spam"].contains(name.lowercased())
    }

    /// "Valley News <news.lists.example>" is "Valley News"; a bare number of a list is no name.
    private static func listName(_ identifier: String) -> String? {
        let name = identifier.prefix { $0 != "<" }.filter { $0 != "\"" }
        return Plain.line(String(name))
    }
}
