// SPDX-License-Identifier: Apache-2.0

internal import Documents

/// What a feed or a wire says of an article. Setting a field cleans it; what cannot be used leaves it empty.
struct Facts {
    private(set) var headline: String?
    private(set) var byline: [String] = []
    private(set) var place: String?
    private(set) var date: String?
    private(set) var published: String?
    private(set) var modified: String?
    private(set) var publisher: String?
    private(set) var url: String?
    private(set) var section: String?
    private(set) var tags: [String] = []
    private(set) var language: String?

    /// How sure a declared language is: publishers copy it from one feed to the next.
    private static let declaredConfidence = 0.5

    /// - Parameter headline: text, or HTML where it has tags or references.
    mutating func title(_ headline: String?) { self.headline = headline.flatMap(Self.plain) }

    mutating func title(exactly headline: String?) { self.headline = headline.flatMap(Plain.line) }

    mutating func authors(_ names: [String]) { byline = Bylines.names([names.map(Self.author)]) }

    mutating func writtenAt(_ place: String?, on date: String? = nil) {
        self.place = place.flatMap(Plain.line).flatMap { $0.utf8.count <= 100 ? $0 : nil }
        self.date = date.flatMap(Timestamp.normalized).map { String($0.prefix(10)) }
    }

    /// The first that is a date, of those in `published`; the change only where it says something else.
    mutating func dates(published: [String?], modified: [String?] = []) {
        self.published = published.lazy.compactMap { $0.flatMap(Timestamp.normalized) }.first
        let changed = modified.lazy.compactMap { $0.flatMap(Timestamp.normalized) }.first
        self.modified = changed == self.published ? nil : changed
    }

    mutating func publishedBy(_ names: [String?]) {
        publisher = names.lazy.compactMap { $0.flatMap(Self.plain) }.first { !PageMetadata.isAddress($0) }
    }

    mutating func addresses(_ addresses: [String?]) {
        url = addresses.lazy.compactMap { $0.flatMap(Plain.line) }.first(where: PageMetadata.isAddress)
    }

    mutating func inSection(_ name: String?) { section = name.flatMap(Self.plain) }

    mutating func tagged(_ names: [String]) { tags = PageMetadata.tags(names.compactMap(Self.plain)) }

    /// - Parameter tags: BCP 47; the first that is one counts.
    mutating func inLanguage(_ tags: [String?]) { language = tags.lazy.compactMap { $0.flatMap(LanguageTag.normalized) }.first }

    /// Takes what is not known here from `other`.
    mutating func fill(from other: Facts) {
        headline = headline ?? other.headline
        if byline.isEmpty { byline = other.byline }
        place = place ?? other.place
        date = date ?? other.date
        published = published ?? other.published
        modified = modified ?? other.modified
        publisher = publisher ?? other.publisher
        url = url ?? other.url
        section = section ?? other.section
        if tags.isEmpty { tags = other.tags }
        language = language ?? other.language
    }

    var annotations: [Annotation] {
        var result: [Annotation] = []
        if let language { result.append(.language(LanguageGuess(tag: language, confidence: Self.declaredConfidence))) }
        if let headline { result.append(.headline(headline)) }
        if !byline.isEmpty { result.append(.byline(byline)) }
        if place != nil || date != nil { result.append(.dateline(Dateline(place: place, date: date))) }
        if let published { result.append(.published(published)) }
        if let modified { result.append(.modified(modified)) }
        if let publisher { result.append(.publisher(publisher)) }
        if let url { result.append(.url(url)) }
        if let section { result.append(.section(section)) }
        if !tags.isEmpty { result.append(.tags(tags)) }
        return result
    }

    /// One line, without tags and with references resolved.
    static func plain(_ value: String) -> String? {
        let bytes = Array(value.utf8.prefix(20_000))
        guard bytes.contains(where: { $0 == UInt8(ascii: "<") || $0 == UInt8(ascii: "&") }) else { return Plain.line(value) }
        guard HTMLSigns.areIn(bytes) else { return Plain.line(CharacterReferences.resolve(bytes[...])) }
        let text = Text(knownValid: Array(String(decoding: bytes, as: UTF8.self).utf8))
        return Plain.line(HTMLReader.read(fragment: text, map: .identity(count: text.count), headline: nil).text.string)
    }

    /// "ann@valley.example (Ann Writer)" and "Ann Writer <ann@valley.example>" give the name.
    private static func author(_ value: String) -> String {
        if let open = value.firstIndex(of: "("), let close = value.lastIndex(of: ")"), open < close, value[..<open].contains("@") {
            return String(value[value.index(after: open)..<close])
        }
        if let open = value.firstIndex(of: "<"), value[open...].contains("@") { return String(value[..<open]) }
        return plain(value) ?? ""
    }
}
