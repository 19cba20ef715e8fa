// SPDX-License-Identifier: Apache-2.0

internal import Documents
internal import Language

/// Reads "MOSUL, Iraq, May 27 (Reuters) - " from the start of a paragraph.
///
/// A place in capitals is the rule of the trade; one in mixed case counts only with an agency in brackets or a date, since
/// "Iraq – a country" begins many sentences.
enum DatelineReader {
    private static let longest = 100

    static func read(_ text: Text, _ paragraph: TextSpan, published: String?) -> Dateline? {
        guard let head = head(text, paragraph) else { return nil }
        var line = text.string(TextSpan(paragraph.start, head.end))
        var hasAgency = false
        if line.hasSuffix(")"), let open = line.lastIndex(of: "(") {
            hasAgency = true
            line = String(line[..<open])
        }
        var parts = line.split(separator: ",").map(trimmed)
        if parts.last?.isEmpty == true { parts.removeLast() }
        let date = takeDate(&parts)
        guard !parts.isEmpty, parts.count <= 3, let first = parts.first, isPlace(first) else { return nil }
        for part in parts.dropFirst() where !isRegion(part) { return nil }
        let isUpper = isAllUpper(first)
        guard isUpper || hasAgency || date != nil else { return nil }
        if !hasAgency, date == nil, parts.count == 1 {
            guard isUpper, first.utf8.count >= 4, beginsWithCapital(text, head.body, paragraph.end) else { return nil }
        }
        let place = parts.map { isAllUpper($0) ? titleCased($0) : String($0) }.joined(separator: ", ")
        return Dateline(place: place, date: date?.iso(published: published))
    }

    /// Where the part before the dash ends, and where the article goes on.
    private static func head(_ text: Text, _ paragraph: TextSpan) -> (end: Int, body: Int)? {
        let limit = min(paragraph.end, paragraph.start + longest)
        var offset = paragraph.start
        while offset < limit {
            let (scalar, length) = text.scalar(at: offset)
            var next = offset + length
            if scalar == "\n" { return nil }
            if scalar == "—" || scalar == "–" || scalar == "-" {
                while next < limit, text[next] == UInt8(ascii: "-") { next += 1 }
                let isSpaced = offset > paragraph.start && text[offset - 1] == 0x20 && next < paragraph.end && text[next] == 0x20
                if isSpaced || scalar == "—" && offset > paragraph.start {
                    let before = text.trimmed(TextSpan(paragraph.start, offset))
                    return before.isEmpty ? nil : (before.end, next)
                }
            }
            offset = next
        }
        return nil
    }

    /// Takes the date off the end: "May 27", "May 27" + "2017", "3 March 2020".
    private static func takeDate(_ parts: inout [Substring]) -> WrittenDate? {
        for count in [2, 1] where parts.count > count {
            let words = parts.suffix(count).flatMap { $0.split(separator: " ") }.map { $0.hasSuffix(".") ? $0.dropLast() : $0 }
            if let date = WrittenDate(words) {
                parts.removeLast(count)
                return date
            }
        }
        // "BAGHDAD May 27"
        guard let last = parts.last else { return nil }
        let words = last.split(separator: " ")
        guard words.count > 2, let date = WrittenDate(words.suffix(2).map { $0.hasSuffix(".") ? $0.dropLast() : $0 }) else { return nil }
        parts[parts.count - 1] = trimmed(words.dropLast(2).joined(separator: " ")[...])
        return date
    }

    private static func isPlace(_ part: Substring) -> Bool {
        let words = part.split(separator: " ")
        guard (1...5).contains(words.count), part.unicodeScalars.count(where: { $0.isLetter }) >= 3 else { return false }
        return words.allSatisfy { word in
            word.unicodeScalars.allSatisfy { $0.isLetter || $0.isMark || "-’'./".unicodeScalars.contains($0) }
                && (word.unicodeScalars.first?.properties.isUppercase == true || Self.particles.contains(word.lowercased()))
        } && words[0].unicodeScalars.first?.properties.isUppercase == true
    }

    /// "Iraq", "D.C.", "Mo."
    private static func isRegion(_ part: Substring) -> Bool {
        isPlace(part)
            || part.utf8.count <= 6 && part.hasSuffix(".") && part.unicodeScalars.first?.properties.isUppercase == true
                && part.unicodeScalars.allSatisfy { $0.isLetter || $0 == "." }
    }

    private static func isInitials(_ part: Substring) -> Bool {
        part.unicodeScalars.allSatisfy { $0.properties.isUppercase || $0 == "." }
    }

    private static let particles: Set<String> = ["de", "la", "of", "the", "am", "upon", "sur", "del", "al", "el", "an", "der", "and"]

    private static func isAllUpper(_ part: Substring) -> Bool {
        part.unicodeScalars.contains { $0.isLetter } && part.unicodeScalars.allSatisfy { !$0.isLetter || !$0.properties.isLowercase }
    }

    /// "MOSUL" → "Mosul", "ST. LOUIS" → "St. Louis"; "D.C." stays.
    private static func titleCased(_ part: Substring) -> String {
        var result = ""
        var startsWord = true
        let isShort = isInitials(part) && part.utf8.contains(UInt8(ascii: ".")) && !part.contains(" ") && part.utf8.count <= 6
        if isShort { return String(part) }
        for character in part {
            result += startsWord ? String(character) : character.lowercased()
            startsWord = character == " " || character == "-" || character == "/"
        }
        return result
    }

    /// Whether a sentence begins here, and not the second half of a title in capitals.
    private static func beginsWithCapital(_ text: Text, _ offset: Int, _ end: Int) -> Bool {
        var offset = offset
        while offset < end, text[offset] == 0x20 { offset += 1 }
        while offset < end {
            let (scalar, length) = text.scalar(at: offset)
            guard scalar == "“" || scalar == "\"" || scalar == "‘" else {
                guard scalar.properties.isUppercase, offset + length < end else { return false }
                let next = text.scalar(at: offset + length).scalar
                return next.properties.isLowercase || next == " " || next.isApostrophe
            }
            offset += length
        }
        return false
    }

    private static func trimmed(_ part: Substring) -> Substring {
        var part = part
        while part.hasPrefix(" ") { part.removeFirst() }
        while part.hasSuffix(" ") { part.removeLast() }
        return part
    }
}
