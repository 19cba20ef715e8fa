// SPDX-License-Identifier: Apache-2.0

internal import Stages

/// A label of the user's own, as the option `labels` gives it: `"sport: matches, teams, players and championships"`.
struct UserLabel: Hashable, Sendable {
    var name: String
    /// What the label is about; the name again where nothing is said.
    var description: String

    /// Labels of one stage. More would cost as much as the encoder.
    static let most = 200

    /// Name and description together, and the parts of the description: each is about the label.
    var texts: [String] {
        var parts = description == name ? [name] : ["\(name): \(description)", name]
        guard description != name else { return parts }
        parts += description.split(whereSeparator: { $0 == "," || $0 == ";" }).flatMap { part in
            Self.trimmed(part).split(separator: " ", omittingEmptySubsequences: true).split(separator: "and").map {
                $0.joined(separator: " ")
            }
        }
        return parts.filter { !$0.isEmpty }
    }

    /// - Throws: `OptionError` naming the line without a name, the name that stands twice, or too many labels.
    static func read(_ lines: [String]) throws(OptionError) -> [UserLabel] {
        guard lines.count <= most else {
            throw OptionError(option: "labels", problem: "there are \(lines.count) labels", remedy: "write at most \(most)")
        }
        var labels: [UserLabel] = []
        for line in lines {
            let parts = line.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false).map(trimmed)
            guard let name = parts.first, !name.isEmpty else {
                throw OptionError(
                    option: "labels", problem: "\"\(line.prefix(60))\" has no name",
                    remedy: "write \"sport: matches, teams, players and championships\"")
            }
            guard !labels.contains(where: { $0.name == name }) else {
                throw OptionError(option: "labels", problem: "\"\(name.prefix(60))\" stands there twice", remedy: "write it once")
            }
            labels.append(UserLabel(name: name, description: parts.count > 1 && !parts[1].isEmpty ? parts[1] : name))
        }
        return labels
    }

    private static func trimmed(_ part: Substring) -> String {
        var part = part
        while part.first?.isWhitespace == true { part.removeFirst() }
        while part.last?.isWhitespace == true { part.removeLast() }
        return String(part)
    }
}
