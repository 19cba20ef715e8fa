// SPDX-License-Identifier: Apache-2.0

internal import Documents

/// What the labels of a tagging head mean: outside a name, the first word of one, or a further word of one.
struct NameTags: Sendable {
    enum Tag: Hashable, Sendable {
        case outside
        case first(Entity.Kind)
        case further(Entity.Kind)
    }

    let tags: [Tag]
    /// Of each label for a further word, the label for a first word of the same kind; `nil` for the others.
    let firsts: [Int?]

    /// - Returns: `nil` where a label is none of "O", "B-KIND" and "I-KIND", or none stands for words outside names.
    init?(_ labels: [String]) {
        var tags: [Tag] = []
        for label in labels {
            if label == "O" {
                tags.append(.outside)
                continue
            }
            guard let kind = Self.kind(label.dropFirst(2)) else { return nil }
            switch label.prefix(2) {
            case "B-": tags.append(.first(kind))
            case "I-": tags.append(.further(kind))
            default: return nil
            }
        }
        guard tags.first == .outside else { return nil }
        self.tags = tags
        firsts = tags.map { tag in
            guard case .further(let kind) = tag else { return nil }
            return tags.firstIndex(of: .first(kind))
        }
    }

    private static func kind(_ label: Substring) -> Entity.Kind? {
        switch label {
        case "PER": .person
        case "ORG": .organization
        case "LOC": .location
        case "FAC": .facility
        case "MISC": .other
        default: Entity.Kind(rawValue: label.lowercased())
        }
    }
}
