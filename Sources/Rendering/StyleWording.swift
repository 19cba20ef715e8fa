// SPDX-License-Identifier: Apache-2.0

internal import Documents

/// Genre, tone and reading level in words that readers know.
enum StyleWording {
    static func genre(_ genre: Genre) -> String { "\(name(genre.name)) (\(Wording.percent(genre.confidence))%)" }

    private static func name(_ name: Genre.Name) -> String {
        switch name {
        case .news: "News report"
        case .opinion: "Opinion"
        case .analysis: "Analysis"
        case .interview: "Interview"
        case .liveBlog: "Live blog"
        case .pressRelease: "Press release"
        }
    }

    /// "spoken well of"
    static func tone(_ value: Double) -> String {
        value > 0.1 ? "spoken well of" : value < -0.1 ? "spoken badly of" : "praised and criticized"
    }

    /// The sentence-long surroundings are in the text; here stand the words themselves, with whose opinion they are.
    static func evidence(_ tone: Tone, in document: Document) -> String {
        tone.evidence.prefix(4).map { evidence in
            let words = "“" + Wording.excerpt(evidence.span, of: document.text, limit: 80) + "”"
            guard let speaker = name(of: evidence.speaker, in: document) else { return words }
            return words + " (" + speaker + ")"
        }.joined(separator: ", ")
    }

    static func name(of entity: String?, in document: Document) -> String? {
        guard let entity else { return nil }
        return document.entities?.first { $0.id == entity }.map { Wording.excerpt($0.name, limit: 80) }
    }

    /// "312 words, 1 minute to read, 18.5 words a sentence, reading level: school year 10"
    static func level(_ level: Readability) -> String {
        let minutes = max((level.readingSeconds + 30) / 60, 1)
        var parts = [
            "\(Wording.number(Double(level.words))) words", "\(minutes) \(minutes == 1 ? "minute" : "minutes") to read",
            "\(Wording.number(level.wordsPerSentence)) words a sentence",
        ]
        if let grade = level.fleschKincaidGrade, (-50...500).contains(grade) {
            parts.append("reading level: school year \(max(Int(grade.rounded()), 1))")
        }
        return parts.joined(separator: ", ")
    }
}
