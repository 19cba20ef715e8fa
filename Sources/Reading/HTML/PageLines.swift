// SPDX-License-Identifier: Apache-2.0

/// What lines of a page say that are about the page and not of its article. Lines come in lower case, with single blanks.
enum PageLines {
    /// A whole block that labels or operates something: "Advertisement", "Share", "Image 1 of 8".
    static func isLabel(_ line: String) -> Bool {
        let words = stripped(line)
        if PagePhrases.labels.contains(words) { return true }
        guard words.utf8.contains(where: ByteScanner.isDigit) else { return false }
        // "1 of 6", "image 3 of / 12"
        let parts = words.split(separator: " ").filter { $0 != "/" }
        let counted = parts.drop { $0 == "image" || $0 == "photo" || $0 == "slide" }
        if counted.count == 2, counted.count < line.split(separator: " ").count { return counted.allSatisfy { isNumber($0) } }
        return counted.count == 3 && counted.dropFirst().first == "of" && isNumber(counted.first) && isNumber(counted.last)
    }

    static func isCredit(_ line: String) -> Bool { PagePhrases.credits.begins(line) }

    /// Leads to another article: "Read more: …".
    static func isPointer(_ line: String) -> Bool { PagePhrases.pointers.begins(line) }

    /// Asks the reader to subscribe, follow, download, write or pay.
    static func isInvitation(_ line: String) -> Bool {
        if PagePhrases.invitations.begins(line) || PagePhrases.invitationsInside.occurs(in: line) { return true }
        // "Follow the reporter on Twitter"
        return PagePhrases.follow.begins(line) && PagePhrases.networks.occurs(in: line)
    }

    static func isCopyright(_ line: String) -> Bool {
        line.utf8.count <= 300
            && (PagePhrases.copyrights.begins(line) || PagePhrases.copyrightsInside.occurs(in: line))
    }

    static func isTags(_ line: String) -> Bool { PagePhrases.tags.begins(line) }

    static func isByline(_ line: String) -> Bool { PagePhrases.bylines.begins(line) }

    /// What follows a name in a note about who has it: " is a reporter …".
    static func isBiography(_ rest: Substring) -> Bool { PagePhrases.biographies.begins(rest) }

    /// What stands before a name in the title of such a note.
    static func isAbout(_ start: Substring) -> Bool { PagePhrases.abouts.contains(String(start)) }

    /// "Comments (12)", "2 Comentários", "Leave a reply"
    static func opensComments(_ line: String) -> Bool {
        let words = stripped(line).split { $0 == " " || $0 == "(" || $0 == ")" }.filter { !isNumber($0) }
        return PagePhrases.comments.contains(words.joined(separator: " "))
    }

    /// "Related stories", "More from …"
    static func opensRelated(_ line: String) -> Bool {
        PagePhrases.related.contains(stripped(line)) || PagePhrases.relatedStarts.begins(line)
    }

    /// "About the author", "Newsletter"
    static func opensColophon(_ line: String) -> Bool {
        PagePhrases.colophons.contains(stripped(line)) || PagePhrases.colophonStarts.begins(line)
    }

    static func isReadingTime(_ line: String) -> Bool {
        line.utf8.count <= 50 && line.utf8.contains(where: ByteScanner.isDigit) && PagePhrases.readingTimes.occurs(in: line)
    }

    static func isAddress(_ line: String) -> Bool {
        (line.hasPrefix("http://") || line.hasPrefix("https://") || line.hasPrefix("www.")) && !line.contains(" ")
    }

    /// A date or a time, with words that belong to one and no others: "Updated 10:01 pm PST, Tuesday, November 19, 2019". A place among them makes
    /// it a dateline, which is the article's.
    static func isDate(_ line: String) -> Bool {
        guard line.utf8.count <= 120 else { return false }
        var (digits, unknown, others) = (0, 0, 0)
        for word in line.split(whereSeparator: { !($0.isLetter || $0.isNumber) }) {
            let number = word.utf8.prefix { ByteScanner.isDigit($0) }.count
            digits += number
            let rest = word.dropFirst(number)
            if rest.isEmpty || PagePhrases.dateWords.contains(String(rest)) { continue }
            if let first = rest.utf8.first, first >= 0xE0 { others += rest.count } else { unknown += 1 }
        }
        return digits >= 3 && unknown == 0 && others <= (digits >= 8 ? 8 : 0)
    }

    // MARK: Comparing

    /// Without the marks around it.
    private static func stripped(_ line: String) -> String {
        let bytes = Array(line.utf8)
        var (start, end) = (0, bytes.count)
        while start < end {
            let length = markLength(bytes[start])
            if length == 0 { break }
            start = min(start + length, end)
        }
        while end > start {
            var at = end - 1
            while at > start, bytes[at] & 0xC0 == 0x80 { at -= 1 }
            if markLength(bytes[at]) == 0 { break }
            end = at
        }
        return String(decoding: bytes[start..<end], as: UTF8.self)
    }

    /// Bytes of the mark that begins with this byte; 0 for letters, digits and parentheses. What begins with E2 is punctuation, arrows, signs.
    private static func markLength(_ byte: UInt8) -> Int {
        if byte == 0xE2 { return 3 }
        if byte == 0xC2 { return 2 }
        let isWord = byte >= 0x80 || ByteScanner.isLetter(byte) || ByteScanner.isDigit(byte) || byte == 0x28 || byte == 0x29
        return isWord ? 0 : 1
    }

    private static func isNumber(_ word: Substring?) -> Bool {
        guard let word, !word.isEmpty else { return false }
        return word.utf8.allSatisfy(ByteScanner.isDigit)
    }
}
