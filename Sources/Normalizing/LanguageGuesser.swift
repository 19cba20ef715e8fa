// SPDX-License-Identifier: Apache-2.0

internal import CTextServices
internal import Documents
internal import Language

/// Tells the language of a text: CLD2 knows many languages, our own profiles tell neighbours apart in few words.
struct LanguageGuesser {
    /// Of a long text, this much of each paragraph is looked at, and so many paragraphs, spread evenly. In bytes.
    private static let sampledBytes = 400
    private static let sampledParagraphs = 40
    private static let excerptPieces = 8
    private static let excerptBytes = 100
    /// In 16ths of a unit of log likelihood.
    private static let leastLead = 32
    /// Malay is written far less than Indonesian, and most words are both.
    private static let malayHandicap = 128

    private let profiles = LanguageProfiles()

    /// `nil` where there are no letters, or nothing speaks for one language.
    func guess(_ text: Text) -> LanguageGuess? { judge(sample(of: text)) }

    /// The language of one paragraph by its first bytes, where it is surely another one than `tag`.
    func otherLanguage(than tag: String, in paragraph: TextSpan, of text: Text) -> LanguageGuess? {
        guard paragraph.count >= 100 else { return nil }
        let opening = Text(knownValid: Array(text[cut(paragraph, of: text)]))
        let detected = Self.detect(opening)
        guard let other = detected.tag, LanguageGuess.primary(of: other) != tag, detected.isReliable else { return nil }
        guard let guess = judge(opening), guess.primary != tag, guess.confidence >= 0.9 else { return nil }
        return guess
    }

    private func sample(of text: Text) -> Text {
        guard text.count > Self.sampledBytes * 4 else { return text }
        let paragraphs = Paragraphs.spans(of: text)
        let step = max(1, paragraphs.count / Self.sampledParagraphs)
        var bytes: [UInt8] = []
        for index in stride(from: 0, to: paragraphs.count, by: step) {
            bytes.append(contentsOf: text[cut(paragraphs[index], of: text)])
            bytes.append(0x0A)
        }
        return Text(knownValid: bytes)
    }

    /// What the profiles are asked about: a few hundred words decide, from pieces that lie all over the text.
    private func excerpt(of text: Text) -> Text {
        guard text.count > Self.excerptPieces * Self.excerptBytes else { return text }
        var bytes: [UInt8] = []
        for piece in 0..<Self.excerptPieces {
            var start = piece * (text.count - Self.excerptBytes) / (Self.excerptPieces - 1)
            let end = start + Self.excerptBytes
            // From the next word on; the last one is cut, which costs it a trigram.
            while piece > 0, start < end, text[start] > 0x20 { start += 1 }
            var last = end
            while last > start, !text.isScalarEdge(last) { last -= 1 }
            while start < last, !text.isScalarEdge(start) { start += 1 }
            bytes.append(contentsOf: text[TextSpan(start, last)])
            bytes.append(0x20)
        }
        return Text(knownValid: bytes)
    }

    private func cut(_ paragraph: TextSpan, of text: Text) -> TextSpan {
        var end = min(paragraph.end, paragraph.start + Self.sampledBytes)
        while !text.isScalarEdge(end) { end -= 1 }
        return TextSpan(paragraph.start, end)
    }

    private func judge(_ text: Text) -> LanguageGuess? {
        let detected = Self.detect(text)
        let scores = profiles.scores(of: excerpt(of: text))
        guard scores.words > 0 else { return nil }
        var best = 0
        var (first, second) = (Int.min, Int.min)
        for (index, tag) in profiles.tags.enumerated() {
            let weight = scores.weights[index] - (tag == "ms" ? Self.malayHandicap : 0)
            if weight > first {
                (best, first, second) = (index, weight, first)
            } else if weight > second {
                second = weight
            }
        }
        let lead = first - max(second, 0)
        let tag = profiles.tags[best]
        let share = Double(scores.known[best]) / Double(scores.words)
        guard let other = detected.tag else {
            return lead >= Self.leastLead && share >= 0.25 ? LanguageGuess(tag: tag, confidence: Self.confidence(lead)) : nil
        }
        if profiles.tags.contains(other), first > 0 {
            let isSure = detected.isReliable && other == tag
            guard isSure || lead >= Self.leastLead || detected.isReliable else { return nil }
            return LanguageGuess(tag: tag, confidence: isSure ? max(0.9, Self.confidence(lead)) : Self.confidence(lead))
        }
        // A language without a profile: taken on CLD2's word, unless the profile of a neighbour explains nearly every word.
        if first > 0, share >= 0.55, !Witnesses.speak(for: other, in: text) {
            return LanguageGuess(tag: tag, confidence: min(0.9, Self.confidence(lead)))
        }
        guard detected.isReliable || detected.percent >= 80 && share < 0.25 else { return nil }
        return LanguageGuess(tag: other, confidence: !detected.isReliable ? 0.6 : scores.words < 15 ? 0.85 : 0.95)
    }

    /// From a lead in 16ths of a unit: 0.5 for none, 0.89 for four units, 0.99 for nine and more.
    private static func confidence(_ lead: Int) -> Double {
        var doubt = 1.0
        for _ in 0..<min(max(lead, 0) / 20, 10) { doubt *= 0.5 }
        return min(0.99, (100 / (1 + doubt)).rounded() / 100)
    }

    private struct Detection {
        var tag: String?
        var percent = 0
        var isReliable = false
    }

    private static func detect(_ text: Text) -> Detection {
        let found = unsafe text.bytes.withUnsafeBufferPointer { buffer in
            unsafe copydesk_detect_language(buffer.baseAddress, buffer.count)
        }
        let tag = unsafe withUnsafeBytes(of: found.tag) { bytes in unsafe String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self) }
        guard tag != "und", tag != "un", found.percent > 0 else { return Detection() }
        return Detection(tag: current(tag), percent: Int(found.percent), isReliable: found.reliable)
    }

    /// CLD2 still gives some codes that BCP 47 has replaced.
    private static func current(_ tag: String) -> String {
        switch tag {
        case "iw": "he"
        case "jw": "jv"
        case "mo": "ro"
        case "tl": "fil"
        case "nb": "no"
        default: tag
        }
    }
}
