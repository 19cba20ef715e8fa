// SPDX-License-Identifier: Apache-2.0

package import Documents

/// Reads what a companion file says of an article: a JSON object with members of the contract.
package enum CompanionReader {
    /// - Returns: one annotation for each member that can be used, and a notice for what cannot.
    package static func read(_ bytes: [UInt8]) -> [Annotation] {
        let json: JSON
        do {
            json = try JSONParser.parse(bytes)
        } catch {
            return [.notices([notice("is no JSON: \(error.problem) (byte \(error.offset))")])]
        }
        guard let members = json.members else { return [.notices([notice("is \(json.kind), not an object")])] }
        var found: [Annotation] = []
        var unused: [String] = []
        for member in members {
            if let annotation = annotation(member) { found.append(annotation) } else { unused.append(member.name) }
        }
        if !unused.isEmpty { found.append(.notices([notice("has members that could not be used: \(unused.joined(separator: ", "))")])) }
        return found
    }

    private static func annotation(_ member: JSON.Member) -> Annotation? {
        let text = member.value.string.flatMap { $0.isEmpty ? nil : $0 }
        let texts = text.map { [$0] } ?? member.value.elements?.compactMap(\.string).filter { !$0.isEmpty } ?? []
        switch member.name {
        case "headline": return text.map { .headline($0) }
        case "byline": return texts.isEmpty ? nil : .byline(texts)
        case "published": return text.flatMap(Timestamp.normalized).map { .published($0) }
        case "modified": return text.flatMap(Timestamp.normalized).map { .modified($0) }
        case "publisher": return text.map { .publisher($0) }
        case "url": return text.map { .url($0) }
        case "image": return text.map { .image($0) }
        case "section": return text.map { .section($0) }
        case "tags": return texts.isEmpty ? nil : .tags(texts)
        default: return nil
        }
    }

    private static func notice(_ what: String) -> Notice {
        Notice("companion", "The file that goes with this one \(what)", severity: .warning)
    }
}
