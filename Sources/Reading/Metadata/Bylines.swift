// SPDX-License-Identifier: Apache-2.0

/// Names of authors, as they come from metadata.
enum Bylines {
    /// The names of the first source that gives any, other than the publisher's own where a later one names a person.
    static func names(_ sources: [[String]], publisher: String? = nil) -> [String] {
        var spare: [String] = []
        for source in sources {
            var seen: Set<String> = []
            let names = Array(source.flatMap(split).filter { seen.insert($0.lowercased()).inserted }.prefix(20))
            if names.isEmpty { continue }
            if names.count == 1, let publisher, names[0].lowercased() == publisher.lowercased() {
                if spare.isEmpty { spare = names }
            } else {
                return names
            }
        }
        return spare
    }

    /// "By A Person and B Person" gives two names; addresses and handles give none, nor does what the person is or works for.
    static func split(_ value: String) -> [String] {
        guard var line = Plain.line(value) else { return [] }
        for prefix in prefixes where line.lowercased().hasPrefix(prefix) {
            line = String(line.unicodeScalars.dropFirst(prefix.unicodeScalars.count))
            break
        }
        var names = [""]
        for word in line.split(separator: " ") {
            if ["and", "&", "und", "et", "y", "|", "•", "·"].contains(word.lowercased()) {
                names.append("")
            } else {
                names[names.count - 1] += (names[names.count - 1].isEmpty ? "" : " ") + word
            }
        }
        return names.flatMap { $0.split(separator: ";") }.compactMap { Plain.line(String($0)) }.flatMap(splitCommas).filter(isName)
    }

    private static let prefixes = [
        "by: ", "by ", "von ", "por ", "par ", "written by ", "posted by ", "reported by ", "article by ", "story by ", "text by ",
        "author: ", "text: ", "words by ", "автор: ",
    ]

    /// "Jane Roe, John Doe" are two, "Jane Roe, Staff Writer" and "Jane Roe, Jr." one.
    private static func splitCommas(_ name: String) -> [String] {
        let parts = name.split(separator: ",").compactMap { Plain.line(String($0)) }
        guard parts.count > 1 else { return parts }
        guard parts[0].contains(" ") else { return [parts.joined(separator: ", ")] }
        var result = [parts[0]]
        for part in parts.dropFirst() {
            let words = part.lowercased().split { $0 == " " || $0 == "." || $0 == "/" }
            if ["jr", "sr", "phd", "md", "ii", "iii"].contains(words.first) { continue }
            if words.contains(where: { roles.contains(String($0)) }) || !part.contains(" ") { continue }
            result.append(part)
        }
        return result
    }

    private static let roles: Set<String> = [
        "staff", "writer", "correspondent", "reporter", "reporters", "editor", "press", "news", "times", "agency", "bureau", "post",
        "columnist",
        "contributor", "producer", "associated", "reuters", "afp", "ap", "upi", "bloomberg", "cnn", "today", "journal", "herald", "tribune",
        "daily", "guardian", "university", "director", "professor", "analyst", "digital", "network", "for", "the", "of", "special",
        "redakteur", "redakteurin", "journalist", "journaliste", "redacción", "senior", "chief", "political", "national",
    ]

    /// "news service reports": words in lower case, one of which tells what somebody does.
    private static func isRole(_ name: String) -> Bool {
        let words = name.split(separator: " ")
        return words.allSatisfy { $0.first?.isLowercase == true } && words.contains { roles.contains(String($0)) }
    }

    private static func isName(_ name: String) -> Bool {
        let bytes = Array(name.utf8)
        let lower = name.lowercased()
        return bytes.count > 1 && bytes.count <= 60 && !bytes.contains(UInt8(ascii: "@")) && !name.hasPrefix("http")
            && !bytes.contains(UInt8(ascii: "/")) && !bytes.contains { $0 == UInt8(ascii: "<") || $0 == UInt8(ascii: "{") }
            && !["admin", "administrator", "editor", "webmaster", "staff", "unknown", "anonymous", "null", "none", "author"].contains(lower)
            && !bytes.allSatisfy(ByteScanner.isDigit) && !isRole(name)
    }
}
