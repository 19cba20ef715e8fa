// SPDX-License-Identifier: Apache-2.0

internal import Documents
internal import Language

/// The IPTC Media Topics (CC BY 4.0, IPTC NewsCodes): codes, names and hierarchy of the release `version`.
struct MediaTopics {
    static let version = "2023-10-24"
    /// Top-level codes are `medtop:01000000` to `medtop:17000000`.
    static let topCount = 17

    private static let table = Lexicon("mediatopics")

    /// Every code in force, in order.
    static let codes = table.lines().map { String($0[0]) }
    private static let indexes = Dictionary(uniqueKeysWithValues: codes.enumerated().map { ($1, $0) })
    private static let paths = codes.indices.map(readPath)

    /// Indexes into `codes` from the top-level topic down to the concept.
    static func path(of concept: Int) -> [Int] { paths[concept] }

    private static func readPath(_ concept: Int) -> [Int] {
        var path = [concept]
        while path.count < 6, let parent = table.fields(of: codes[path[0]])?.first, let above = indexes[String(parent)] {
            path.insert(above, at: 0)
        }
        return path
    }

    /// How many top-level topics stand before that of a code's index; `nil` for a concept below the top.
    static func topIndex(of concept: Int) -> Int? {
        let code = codes[concept]
        return code.hasSuffix("000000") ? Int(code.dropFirst(7).prefix(2)).map { $0 - 1 } : nil
    }

    /// The code of the top-level topic that is `index` places behind the first.
    static func topCode(_ index: Int) -> String { "medtop:\(index < 9 ? "0" : "")\(index + 1)000000" }

    /// The topic as the contract writes it, or `nil` where the vocabulary has no such code.
    static func topic(_ code: String, confidence: Double) -> Topic? {
        guard let fields = table.fields(of: code), fields.count == 3 else { return nil }
        return Topic(
            scheme: "mediatopic", code: code, name: String(fields[2]), confidence: confidence, vocabulary: version)
    }

    static func name(of code: String) -> String? { table.fields(of: code)?.last.map(String.init) }

    /// The index of the top-level topic above a code.
    static func top(above code: String) -> Int? {
        var code = code
        for _ in 0..<6 {
            guard let fields = table.fields(of: code), let parent = fields.first else { return nil }
            if parent.isEmpty { return Int(code.dropFirst(7).prefix(2)).map { $0 - 1 } }
            code = String(parent)
        }
        return nil
    }
}
