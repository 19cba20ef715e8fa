// SPDX-License-Identifier: Apache-2.0

internal import Documents

/// Says of each set of mentions what the contract asks for: kind, names, facts and weight.
struct EntityDescriber {
    let names: [ResolvedName]
    /// Bytes of the text.
    let length: Int
    /// Folded.
    let headline: String?
    /// Where the first sentence ends.
    let opening: Int

    func entities(_ groups: [[Int]]) -> [Entity] {
        let most = groups.map(\.count).max() ?? 1
        return groups.enumerated().map { number, group in entity(number + 1, group, most) }
    }

    private func entity(_ number: Int, _ group: [Int], _ most: Int) -> Entity {
        let written = distinct(group.map { names[$0].written })
        let kind = kind(group)
        let known = group.lazy.compactMap { names[$0].key.alias }.first
        let place = kind == .location || kind == .facility ? group.lazy.compactMap { names[$0].key.place }.first : nil
        let name = known?.name ?? place?.name ?? (kind == .group ? usual(group) : fullest(written))
        return Entity(
            id: "e\(number)", kind: kind, name: name, aliases: written.filter { $0 != name },
            mentions: group.map { Entity.Mention(names[$0].mention.span) },
            salience: salience(group, most, written), wikidata: known?.wikidata,
            country: kind == .location || kind == .group ? group.lazy.compactMap { names[$0].key.country }.first : nil,
            coordinates: place?.coordinates)
    }

    /// The kind that most mentions have, by confidence; the earlier in the contract's list wins a tie.
    private func kind(_ group: [Int]) -> Entity.Kind {
        var best = names[group[0]].mention.kind
        var weight = -1.0
        for kind in Entity.Kind.allCases {
            let sum = group.reduce(0.0) { names[$1].mention.kind == kind ? $0 + names[$1].mention.confidence : $0 }
            if sum > weight { (best, weight) = (kind, sum) }
        }
        return best
    }

    private func distinct(_ names: [String]) -> [String] {
        var seen: Set<String> = []
        return names.filter { seen.insert($0).inserted }
    }

    /// The form that is written most often, the first of equals: "Iraqi" rather than "Iraqis".
    private func usual(_ group: [Int]) -> String {
        var counts: [String: Int] = [:]
        for index in group { counts[names[index].written, default: 0] += 1 }
        let most = counts.values.max() ?? 0
        return names[group.first { counts[names[$0].written] == most } ?? group[0]].written
    }

    /// Most words, then most letters, then the first.
    private func fullest(_ written: [String]) -> String {
        var best = written[0]
        var size = (words: 0, letters: 0)
        for name in written {
            let own = (words: name.split(separator: " ").count, letters: name.utf8.count)
            if own > size { (best, size) = (name, own) }
        }
        return best
    }

    /// Half for being named often, three tenths for coming early, two tenths for the headline or the first sentence.
    private func salience(_ group: [Int], _ most: Int, _ written: [String]) -> Double {
        let first = names[group[0]].mention.span.start
        let often = Double(group.count) / Double(max(1, most))
        let early = 1 - Double(first) / Double(max(1, length))
        let isInHeadline = headline.map { headline in
            written.prefix(8).contains { name in
                let key = NameFolding.key(name)
                return key.utf8.count > 1 && Self.holds(headline, key)
            }
        }
        let top = isInHeadline == true || isInHeadline == nil && first < opening ? 1.0 : isInHeadline == false && first < opening ? 0.5 : 0
        return ((0.5 * often + 0.3 * early + 0.2 * top) * 1000).rounded() / 1000
    }

    /// Whether the words stand in the headline as words.
    private static func holds(_ headline: String, _ key: String) -> Bool {
        let words = headline.split(whereSeparator: { !$0.isLetter && !$0.isNumber }).prefix(40)
        let wanted = key.split(whereSeparator: { !$0.isLetter && !$0.isNumber })
        guard !wanted.isEmpty, words.count >= wanted.count else { return false }
        return (0...(words.count - wanted.count)).contains { words.dropFirst($0).prefix(wanted.count).elementsEqual(wanted) }
    }
}
