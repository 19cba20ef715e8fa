// SPDX-License-Identifier: Apache-2.0

internal import Documents
internal import Language

/// Tells the kind of a text by features that each kind has by its nature, each with the place that shows it.
///
/// Every genre adds up points for what is there; the confidence grows with the points and with the lead over the next. Fewer than
/// `leastPoints`, or no lead, is no genre. Layout (clock times, questions and answers) counts in every language, words in English.
struct GenreFinder {
    private static let leastPoints = 1.5
    private static let leastLead = 0.4
    private static let evidenceLimit = 6

    let document: Document
    let text: TokenizedText
    let isEnglish: Bool

    /// - Throws: `CancellationError` where the task was cancelled.
    func genre() throws(CancellationError) -> Genre? {
        var points = GenrePoints()
        layout(&points)
        if isEnglish {
            markers(&points)
            try words(&points)
        }
        facts(&points)
        let ranked = Genre.Name.allCases.map { ($0, points.total($0)) }.sorted { $1.1 < $0.1 }
        guard let best = ranked.first, ranked.count > 1, best.1 >= Self.leastPoints, best.1 - ranked[1].1 >= Self.leastLead else {
            return nil
        }
        let lead = min(best.1 - ranked[1].1, 3) / 3
        let strength = min(best.1, 4) / 4
        let confidence = TopicScorer.rounded(0.4 + 0.35 * lead + 0.23 * strength)
        return Genre(best.0, confidence: confidence, evidence: Array(points.evidence(best.0).prefix(Self.evidenceLimit)))
    }

    /// Clock times and questions at the start of paragraphs.
    private func layout(_ points: inout GenrePoints) {
        var (times, questions, labels, sentences) = (0, 0, 0, 0)
        for paragraph in text.paragraphs {
            let tokens = paragraph.tokens
            guard let first = tokens.first, let last = tokens.last else { continue }
            sentences += 1
            if isClockTime(first, tokens.upperBound) {
                times += 1
                if times <= 3 { points.add(.liveBlog, 1, paragraphStart(tokens, 4), "a clock time opens the paragraph") }
            }
            let isLabelled = isSpeakerLabel(first, tokens.upperBound)
            if isLabelled { labels += 1 }
            let isQuestion = text.text.equals(text.tokens[last].span, "?") && tokens.count < 60
            if isQuestion {
                questions += 1
                if questions <= 3 {
                    points.add(.interview, isLabelled ? 0.9 : 0.6, text.span(tokens), "a question stands as a paragraph of its own")
                }
            } else if isLabelled, labels <= 5 {
                points.add(.interview, 0.4, paragraphStart(tokens, 3), "a name or letter with a colon opens the turn of a speaker")
            }
        }
        if questions == 0 || Double(questions) < 0.12 * Double(sentences) { points.drop(.interview) }
        if times < 3 { points.drop(.liveBlog) }
    }

    private func paragraphStart(_ tokens: Range<Int>, _ count: Int) -> TextSpan {
        text.span(tokens.lowerBound..<min(tokens.lowerBound + count, tokens.upperBound))
    }

    /// "14:05", "9.30am", "2:15 p.m."
    private func isClockTime(_ token: Int, _ end: Int) -> Bool {
        let token = token + 1 < end && text.tokens[token].kind == .punctuation ? token + 1 : token
        guard text.tokens[token].kind == .number else { return false }
        let digits = text.folded(token).prefix { $0.isNumber || $0 == ":" || $0 == "." }
        let parts = digits.split(whereSeparator: { $0 == ":" || $0 == "." })
        guard parts.count == 2, let hour = Int(parts[0]), hour < 24, parts[1].count == 2, let minute = Int(parts[1]), minute < 60 else {
            return false
        }
        return digits.contains(":") || ["am", "pm", "bst", "gmt", "h", "uhr"].contains(token + 1 < end ? text.folded(token + 1) : "")
    }

    /// "Q:", "A.", "Interviewer:", "ANNA HOLT:"
    private func isSpeakerLabel(_ token: Int, _ end: Int) -> Bool {
        for next in token..<min(token + 4, end) {
            if text.text.equals(text.tokens[next].span, ":") { return next > token }
            guard text.tokens[next].kind == .word, text.tokens[next].casing != .lower else { return false }
        }
        return false
    }

    /// Fixed phrases that publishers set.
    private func markers(_ points: inout GenrePoints) {
        let matches = GenrePhrases.matches(in: text)
        for match in matches {
            let places = match.phrase.isOpening ? match.tokens.lowerBound < 12 : true
            guard places else { continue }
            points.add(match.phrase.genre, match.phrase.points, text.span(match.tokens), match.phrase.reason, most: match.phrase.most)
        }
        for (prefix, genre) in GenrePhrases.headlines where document.headline?.lowercased().hasPrefix(prefix) == true {
            points.add(genre, 2.5, nil, "")
        }
        for (name, genre) in GenrePhrases.sections where document.section?.lowercased().contains(name) == true {
            points.add(genre, 2, nil, "")
        }
    }

    /// Who speaks, outside quotations, and how.
    private func words(_ points: inout GenrePoints) throws(CancellationError) {
        var count = 0
        var isQuoted = false
        var (paragraph, quote) = (0, 0)
        let quotes = (document.quotes ?? []).filter { $0.kind != .indirect }.sorted { $0.span < $1.span }
        var tally: [GenreWords.Kind: [Int]] = [:]
        for token in text.tokens.indices {
            if token & 0xFFF == 0, Task.isCancelled { throw CancellationError() }
            while paragraph < text.paragraphs.count, text.paragraphs[paragraph].tokens.upperBound <= token {
                paragraph += 1
                isQuoted = false
            }
            let span = text.tokens[token].span
            if text.tokens[token].kind != .word {
                if text.text.equals(span, "\"") { isQuoted.toggle() }
                if text.text.equals(span, "“") { isQuoted = true }
                if text.text.equals(span, "”") { isQuoted = false }
                continue
            }
            while quote < quotes.count, quotes[quote].span.end <= span.start { quote += 1 }
            guard !isQuoted, quote == quotes.count || !quotes[quote].span.contains(span.start) else { continue }
            count += 1
            // "US" is a country.
            if text.tokens[token].casing == .upper { continue }
            if let kind = GenreWords.kind(of: text.folded(token)) { tally[kind, default: []].append(token) }
        }
        guard count > 20 else { return }
        for (kind, weight, most) in GenreWords.weights {
            let places = tally[kind] ?? []
            guard places.count >= kind.least else { continue }
            let share = Double(places.count) * 100 / Double(count)
            let value = min(share * weight, most)
            for place in places.prefix(3) {
                points.add(kind.genre, value / Double(min(places.count, 3)), text.tokens[place].span, kind.reason)
            }
        }
    }

    private func facts(_ points: inout GenrePoints) {
        if document.dateline != nil { points.add(.news, 1.2, nil, "") }
        let quotes = document.quotes ?? []
        for quote in quotes.prefix(4) where quote.speaker != nil {
            points.add(.news, 0.35, quote.cue ?? quote.span, "a statement with its source")
        }
    }
}
