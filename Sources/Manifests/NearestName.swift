// SPDX-License-Identifier: Apache-2.0

/// The known name that a mistyped one most likely meant.
enum NearestName {
    /// "did you mean \"summarize\"?", or the list of all where none is near.
    static func remedy(for name: String, among known: [String]) -> String {
        let ranked = known.map { ($0, distance(Array(name.lowercased().unicodeScalars), Array($0.unicodeScalars))) }
        if let best = ranked.min(by: { ($0.1, $0.0) < ($1.1, $1.0) }), best.1 <= max(2, best.0.count / 3) {
            return "did you mean \"\(best.0)\"?"
        }
        return known.isEmpty ? "remove it" : "known are " + known.map { "\"\($0)\"" }.joined(separator: ", ")
    }

    /// Edits to turn one into the other (Levenshtein); names of more than 64 scalars are not compared.
    private static func distance(_ left: [Unicode.Scalar], _ right: [Unicode.Scalar]) -> Int {
        guard left.count <= 64, right.count <= 64 else { return .max }
        var row = Array(0...right.count)
        for (i, a) in left.enumerated() {
            var diagonal = row[0]
            row[0] = i + 1
            for (j, b) in right.enumerated() {
                let above = row[j + 1]
                row[j + 1] = a == b ? diagonal : 1 + min(diagonal, above, row[j])
                diagonal = above
            }
        }
        return row[right.count]
    }
}
