// SPDX-License-Identifier: Apache-2.0

/// Names of authors, as they come from metadata.
enum Bylines {
    /// The names of the first source that gives any.
    static func names(_ sources: [[String]]) -> [String] {
        for source in sources {
            var seen: Set<String> = []
            let names = source.flatMap(split).filter { seen.insert($0.lowercased()).inserted }
            if !names.isEmpty { return Array(names.prefix(20)) }
        }
        return []
    }

    /// "By A Person and B Person" gives two names; addresses and handles give none.
    static func split(_ value: String) -> [String] {
        guard var line = Plain.line(value) else { return [] }
        for prefix in ["by ", "von ", "por ", "par "] where line.lowercased().hasPrefix(prefix) {
            line = String(line.unicodeScalars.dropFirst(prefix.unicodeScalars.count))
            break
        }
        var names = [""]
        for word in line.split(separator: " ") {
            if word == "and" || word == "&" {
                names.append("")
            } else {
                names[names.count - 1] += (names[names.count - 1].isEmpty ? "" : " ") + word
            }
        }
        return names.flatMap { $0.split(separator: ";") }.compactMap { Plain.line(String($0)) }.map(withoutComma).filter(isName)
    }

    private static func withoutComma(_ name: String) -> String { name.hasSuffix(",") ? String(name.dropLast()) : name }

    private static func isName(_ name: String) -> Bool {
        let bytes = Array(name.utf8)
        return bytes.count > 1 && bytes.count <= 60 && !bytes.contains(UInt8(ascii: "@")) && !name.hasPrefix("http")
            && !bytes.contains(UInt8(ascii: "/"))
    }
}
