// SPDX-License-Identifier: Apache-2.0

/// What the author of a page gave away about an element: by class, id, role, and by hiding it.
struct Hints {
    /// Furniture of the page: shares, adverts, related stories.
    var isFurniture = false
    /// What readers wrote under the article.
    var isComments = false
    /// Not shown, or a caption, byline and the like: not part of the running text however much of it there is.
    var isHidden = false
    /// A notice laid over the page, about cookies and consent.
    var isNotice = false
    /// How sure the names are that this holds the article: 3 for `itemprop=articleBody`, 2 for names that mean the body, 1 for looser ones.
    var body: UInt8 = 0
}

/// Reads the hints of one element after the other; a page has thousands, so its lists are kept from one to the next.
struct HintReader {
    private let bytes: [UInt8]
    /// Letters of all names, in lower case, and where each word of them begins.
    private var letters: [UInt8] = []
    private var words: [Int] = []

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    mutating func hints(of tag: HTMLSkeleton.Tag) -> Hints {
        var result = Hints()
        guard !tag.attributes.isEmpty else { return result }
        letters.removeAll(keepingCapacity: true)
        words.removeAll(keepingCapacity: true)
        Attributes(bytes, tag.attributes).forEach { name, value in
            let count = name.count
            func isNamed(_ literal: StaticString) -> Bool {
                count == literal.utf8CodeUnitCount && ByteScanner.matches(bytes, at: name.lowerBound, word: literal)
            }
            // By the first letter, as most attributes are none of these.
            switch ByteScanner.lower(bytes[name.lowerBound]) {
            case UInt8(ascii: "c") where isNamed("class"), UInt8(ascii: "r") where isNamed("role"),
                UInt8(ascii: "d") where isNamed("data-testid"),
                UInt8(ascii: "d") where isNamed("data-component"), UInt8(ascii: "i") where isNamed("id"):
                addWords(value)
            case UInt8(ascii: "i") where isNamed("itemprop"): Self.judgeProperty(bytes[value], &result)
            case UInt8(ascii: "h") where isNamed("hidden"): result.isHidden = true
            case UInt8(ascii: "a") where isNamed("aria-hidden"):
                if ByteScanner.matches(bytes, at: value.lowerBound, "true".utf8) { result.isHidden = true }
            case UInt8(ascii: "s") where isNamed("style"):
                let style = bytes[value].filter { $0 != 0x20 }
                if Self.contains(style, "display:none") || Self.contains(style, "visibility:hidden") { result.isHidden = true }
            default: break
            }
        }
        if !words.isEmpty { judge(&result, tag.element) }
        return result
    }

    private static func judgeProperty(_ value: ArraySlice<UInt8>, _ result: inout Hints) {
        let properties = String(decoding: value, as: UTF8.self).split(separator: " ")
        if properties.contains("articleBody") { result.body = 3 }
        if properties.count == 1, ["author", "datePublished", "publisher", "caption", "headline", "commentCount"].contains(properties[0]) {
            result.isFurniture = true
        }
        if properties.contains("comment") { result.isComments = true }
    }

    private func judge(_ result: inout Hints, _ element: Element) {
        var isQuoted = false
        for index in words.indices {
            let word = letters[words[index]..<(index + 1 < words.count ? words[index + 1] : letters.count)]
            switch NameWords.meaning(of: word) {
            case .furniture: result.isFurniture = true
            case .comments: (result.isComments, result.isFurniture) = (true, true)
            case .notice: result.isNotice = true
            case .quoted: isQuoted = true
            case .body: result.body = max(result.body, 1)
            case nil: break
            }
        }
        let isHolder = [.div, .section, .article, .main, .cell].contains(element)
        switch isHolder ? NameWords.joinedMeaning(of: letters) : nil {
        case .body: result.body = max(result.body, 2)
        case .notice: result.isNotice = true
        default: break
        }
        // A post that is quoted is part of the article, though its box is called "social".
        if isQuoted { result.isFurniture = false }
        if !isHolder, result.body < 3 { result.body = 0 }
    }

    private static func contains(_ bytes: [UInt8], _ literal: String) -> Bool {
        ByteScanner.index(of: literal, in: bytes, from: 0, to: bytes.count) != nil
    }

    /// "articleBody related-links" is article, body, related, links.
    private mutating func addWords(_ value: Range<Int>) {
        var start = letters.count
        var previousIsLower = false
        var isSplit = false
        func end(_ letters: inout [UInt8], _ words: inout [Int]) {
            if start < letters.count {
                // Names made by machines ("hJpRRP") split into syllables that mean nothing.
                if !isSplit || letters.count - start >= 4 { words.append(start) } else { letters.removeSubrange(start...) }
            }
            start = letters.count
        }
        for at in value.lowerBound..<min(value.upperBound, value.lowerBound + 512) {
            let byte = bytes[at]
            let isLetter = ByteScanner.isLetter(byte)
            let isUpper = byte >= 0x41 && byte <= 0x5A
            if isUpper && previousIsLower {
                isSplit = true
                end(&letters, &words)
            } else if !isLetter {
                end(&letters, &words)
                isSplit = false
            }
            if isLetter { letters.append(ByteScanner.lower(byte)) }
            // Classes stand apart, as far as joined words go.
            if byte == 0x20 { addGap() }
            if byte == 0x20 { start = letters.count }
            previousIsLower = isLetter && !isUpper
        }
        end(&letters, &words)
        addGap()
    }

    private mutating func addGap() {
        guard letters.last != 0x20 else { return }
        words.append(letters.count)
        letters.append(0x20)
    }
}
