// SPDX-License-Identifier: Apache-2.0

internal import Documents
internal import Language

/// What plain text says about itself before it begins: headline, byline, day, dateline.
///
/// Careful rather than complete: a wrong headline is worse than none. Nothing is taken out of the text.
struct ArticleHead {
    private(set) var annotations: [Annotation] = []

    /// - Parameter known: what the file's own metadata says, which stands.
    init(_ text: Text, paragraphs: [TextSpan], known: Document) {
        let lines = Self.lines(text, paragraphs)
        var published = known.published
        if published == nil, let date = lines.lazy.compactMap({ Self.day(text, $0.span) }).first {
            published = date
            annotations.append(.published(date))
        }
        if known.byline == nil, let names = lines.lazy.compactMap({ Self.byline(text, $0.span) }).first {
            annotations.append(.byline(names))
        }
        if known.headline == nil, let headline = Self.headline(text, paragraphs, lines) { annotations.append(.headline(headline)) }
        if known.dateline == nil, let dateline = Self.dateline(text, paragraphs, published: published) {
            annotations.append(.dateline(dateline))
        }
    }

    /// The first that opens one of the first paragraphs.
    static func dateline(_ text: Text, _ paragraphs: [TextSpan], published: String?) -> Dateline? {
        paragraphs.prefix(6).lazy.compactMap { DatelineReader.read(text, $0, published: published) }.first
    }

    private struct Line {
        var span: TextSpan
        var paragraph: Int
    }

    /// The lines of the first paragraphs, up to the first long one.
    private static func lines(_ text: Text, _ paragraphs: [TextSpan]) -> [Line] {
        var result: [Line] = []
        for (index, paragraph) in paragraphs.prefix(6).enumerated() {
            guard paragraph.count < 400 else { break }
            var start = paragraph.start
            for offset in paragraph.range where text[offset] == 0x0A {
                result.append(Line(span: TextSpan(start, offset), paragraph: index))
                start = offset + 1
            }
            result.append(Line(span: TextSpan(start, paragraph.end), paragraph: index))
        }
        return result
    }

    /// A line that is nothing but a day with its year.
    private static func day(_ text: Text, _ span: TextSpan) -> String? {
        guard span.count <= 40 else { return nil }
        var words = text.string(span).split(whereSeparator: { $0 == " " || $0 == "," }).map { $0.hasSuffix(".") ? $0.dropLast() : $0 }
        if let first = words.first?.lowercased(), first == "published:" || first == "published" || first == "updated" || first == "date:" {
            words.removeFirst()
        }
        if words.count == 4, words[0].hasSuffix("day") { words.removeFirst() }
        guard words.count == 3 else { return nil }
        return WrittenDate(words)?.iso(published: nil)
    }

    /// "By Jane Doe and John Roe", perhaps with a role behind a comma.
    private static func byline(_ text: Text, _ span: TextSpan) -> [String]? {
        guard span.count <= 120, !TextLine.endsSentence(text, span) else { return nil }
        let words = text.string(span).split(separator: " ")
        guard let first = words.first, first == "By" || first == "BY" || first == "by", words.count > 2 else { return nil }
        var names: [String] = []
        for part in words.dropFirst().joined(separator: " ").split(separator: ",") {
            for name in String(part).split(separator: " ").split(whereSeparator: { $0 == "and" || $0 == "AND" || $0 == "&" }) {
                if isName(name) {
                    names.append(name.joined(separator: " "))
                } else if names.isEmpty {
                    return nil
                }
            }
        }
        return names.isEmpty ? nil : names
    }

    private static func isName(_ words: ArraySlice<Substring>) -> Bool {
        guard (2...5).contains(words.count) else { return false }
        let particles: Set<Substring> = ["de", "la", "van", "von", "der", "den", "al", "el", "bin", "ibn", "da", "di", "le", "du", "dos"]
        let roles: Set<String> = [
            "staff", "writer", "correspondent", "reporter", "editor", "press", "news", "times", "agency", "bureau", "post",
        ]
        return words.allSatisfy { word in
            guard !roles.contains(word.lowercased()),
                word.unicodeScalars.allSatisfy({ $0.isLetter || $0.isMark || "-'’.".unicodeScalars.contains($0) })
            else { return false }
            return word.unicodeScalars.first?.properties.isUppercase == true || particles.contains(word)
        }
    }

    /// A short first line without a stop, and a longer paragraph that ends as sentences do.
    private static func headline(_ text: Text, _ paragraphs: [TextSpan], _ lines: [Line]) -> String? {
        guard let line = lines.first, paragraphs.count > 1, line.span.count <= 140 else { return nil }
        let ownParagraph = lines.count { $0.paragraph == 0 } == 1
        guard ownParagraph || lines.count > 1 && byline(text, lines[1].span) != nil else { return nil }
        let words = text.string(line.span).split(separator: " ")
        guard words.count > 1, words.count <= 24, byline(text, line.span) == nil, day(text, line.span) == nil else { return nil }
        let (first, _) = text.scalar(at: line.span.start)
        let (last, _) = text.scalar(before: line.span.end)
        guard first.properties.isUppercase || first.isASCIIDigit || "“\"‘'".unicodeScalars.contains(first) else { return nil }
        guard last.isLetter || last.isASCIIDigit || "?!’”\"')%".unicodeScalars.contains(last), !endsWithStop(text, line.span) else {
            return nil
        }
        let body = paragraphs.dropFirst().prefix(4).first {
            $0.count > line.span.count * 3 / 2 && $0.count > 80 && TextLine.endsSentence(text, $0)
        }
        return body == nil ? nil : text.string(line.span)
    }

    private static func endsWithStop(_ text: Text, _ span: TextSpan) -> Bool {
        guard TextLine.endsSentence(text, span) else { return false }
        return !text.string(span).hasSuffix("?") && !text.string(span).hasSuffix("!")
    }
}
