// SPDX-License-Identifier: Apache-2.0

internal import Documents

/// Which mentions name the same thing: sets that only ever join.
struct EntityClusters {
    private let names: [ResolvedName]
    /// Each mention points to an earlier one of its set, the first to itself.
    private var parents: [Int]

    init(_ names: [ResolvedName]) {
        self.names = names
        parents = Array(names.indices)
        var first: [String: Int] = [:]
        for (index, name) in names.enumerated() {
            // Surnames are no identity: two people may share one.
            if name.mention.kind == .person, name.key.words.count == 1 { continue }
            let identity = Self.family(name.mention.kind) + name.key.identity
            if let other = first[identity] { join(index, other) } else { first[identity] = index }
        }
    }

    /// The mentions of each set, sets and mentions in the order of the text.
    var groups: [[Int]] {
        var groups: [Int: [Int]] = [:]
        for index in names.indices { groups[root(index), default: []].append(index) }
        return groups.sorted { $0.key < $1.key }.map(\.value)
    }

    /// Facilities and locations are told apart badly, and one name stands for one of them.
    private static func family(_ kind: Entity.Kind) -> String {
        kind == .facility ? Entity.Kind.location.rawValue : kind.rawValue
    }

    /// Shorter and longer full names ("J. Smith", "John Smith"), then single words: surnames and given names.
    mutating func joinPersons() {
        var bySurname: [String: [Int]] = [:]
        var byGiven: [String: [Int]] = [:]
        for (index, name) in names.enumerated() where name.mention.kind == .person && name.key.words.count > 1 {
            guard root(index) == index else { continue }
            let surname = Self.surname(name)
            // A handful of bearers of one surname is compared; more stay apart.
            for other in (bySurname[surname] ?? []).suffix(8) where Self.agree(name.key.words, names[other].key.words) {
                join(index, other)
                break
            }
            bySurname[surname, default: []].append(index)
            // More than `only` looks at says as much as all of them.
            if byGiven[name.key.words[0], default: []].count <= 8 { byGiven[name.key.words[0], default: []].append(index) }
        }
        var nearest: [String: Int] = [:]
        var lone: [String: Int] = [:]
        for (index, name) in names.enumerated() where name.mention.kind == .person {
            let words = name.key.words
            if words.count > 1 {
                nearest[Self.surname(name)] = index
                continue
            }
            guard let word = words.first else { continue }
            if let full = nearest[word] ?? only(bySurname[word]) ?? only(byGiven[word]) {
                join(index, full)
            } else if let other = lone[word] {
                join(index, other)
            } else {
                lone[word] = index
            }
        }
    }

    /// "(IOM)" behind a name, and elsewhere acronyms whose letters begin the words of one name of the article.
    mutating func joinAcronyms(in text: Text) {
        var byInitials: [String: Int] = [:]
        for (index, name) in names.enumerated() where name.mention.kind != .person && name.key.words.count > 1 {
            for initials in Self.initials(name.written) where byInitials[initials] == nil { byInitials[initials] = index }
        }
        for (index, name) in names.enumerated() where name.mention.kind != .group {
            let letters = name.written.filter { $0 != "." }
            guard letters.count >= 2, letters.count <= 8, letters.allSatisfy({ $0.isUppercase }) else { continue }
            if index > 0, isDefinition(index, in: text), names[index - 1].written.first == letters.first,
                names[index - 1].mention.kind != .person
            {
                join(index, index - 1)
            }
            guard name.key.alias == nil, name.key.place == nil, let full = byInitials[letters],
                Self.family(names[full].mention.kind) != "person"
            else { continue }
            join(index, full)
        }
        joinEqualAcronyms()
    }

    /// "Halliburton" beside one "Halliburton Energy Services".
    mutating func joinShortForms() {
        var byFirst: [String: [Int]] = [:]
        for (index, name) in names.enumerated()
        where name.mention.kind == .organization && name.key.words.count > 1 && name.key.alias == nil {
            let root = root(index)
            if byFirst[name.key.words[0]]?.contains(root) != true, byFirst[name.key.words[0], default: []].count < 3 {
                byFirst[name.key.words[0], default: []].append(root)
            }
        }
        for (index, name) in names.enumerated()
        where name.mention.kind == .organization && name.key.words.count == 1 && name.key.alias == nil {
            if let full = byFirst[name.key.identity], full.count == 1 { join(index, full[0]) }
        }
    }

    /// After a definition every later use of the acronym follows it.
    private mutating func joinEqualAcronyms() {
        var first: [String: Int] = [:]
        for (index, name) in names.enumerated() where name.mention.kind != .person && name.written.count <= 8 {
            let letters = name.written.filter { $0 != "." }
            guard letters.count >= 2, letters.allSatisfy({ $0.isUppercase }) else { continue }
            if let other = first[letters] { join(index, other) } else { first[letters] = index }
        }
    }

    private func isDefinition(_ index: Int, in text: Text) -> Bool {
        let gap = TextSpan(names[index - 1].mention.span.end, max(names[index - 1].mention.span.end, names[index].mention.span.start))
        return text.equals(gap, " (") && names[index].mention.span.end < text.count
            && text[names[index].mention.span.end] == UInt8(ascii: ")")
    }

    /// The first letters of the words, with and without the small ones.
    private static func initials(_ name: String) -> [String] {
        let words = name.split(whereSeparator: { $0 == " " || $0 == "-" })
        let all = String(words.compactMap(\.first)).uppercased()
        let large = String(words.compactMap(\.first).filter(\.isUppercase))
        return [all, large].filter { $0.count >= 2 }
    }

    private static func surname(_ name: ResolvedName) -> String {
        guard let last = name.key.words.last else { return "" }
        return ["jr", "jr.", "sr", "sr.", "ii", "iii"].contains(last) && name.key.words.count > 2
            ? name.key.words[name.key.words.count - 2] : last
    }

    /// Whether the words before the surname do not gainsay each other: equal, an initial, or left out.
    private static func agree(_ left: [String], _ right: [String]) -> Bool {
        // A double surname alone: "Lind-Aster" behind "Mara Lind-Aster".
        let (short, long) = left.count <= right.count ? (left, right) : (right, left)
        if short.count < long.count, long.suffix(short.count).elementsEqual(short) { return true }
        let (a, b) = (left[0].filter { $0 != "." }, right[0].filter { $0 != "." })
        return a == b || a.count == 1 && b.hasPrefix(a) || b.count == 1 && a.hasPrefix(b)
    }

    private mutating func only(_ candidates: [Int]?) -> Int? {
        guard let candidates, let first = candidates.first, candidates.count <= 8 else { return nil }
        let one = root(first)
        return candidates.allSatisfy { root($0) == one } ? one : nil
    }

    private func root(_ index: Int) -> Int {
        var index = index
        while parents[index] != index { index = parents[index] }
        return index
    }

    private mutating func join(_ left: Int, _ right: Int) {
        let (a, b) = (root(left), root(right))
        if a == b { return }
        parents[max(a, b)] = min(a, b)
        // Short ways keep many joins linear.
        parents[left] = min(a, b)
        parents[right] = min(a, b)
    }
}
