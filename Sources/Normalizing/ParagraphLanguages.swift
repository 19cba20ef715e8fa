// SPDX-License-Identifier: Apache-2.0

internal import Documents
internal import Language
internal import Stages

/// Which paragraphs are in another language than the text, and whether that is much enough to be said.
struct ParagraphLanguages {
    /// A tenth of the text is no quotation any more.
    private static let noticedShare = 10

    private let language: String?
    private var others: [Int: String] = [:]
    private(set) var notices: [Notice] = []

    /// - Parameter language: of the whole text, without script and region.
    init(_ text: Text, paragraphs: [TextSpan], language: String?, guesser: LanguageGuesser) throws(StageFailure) {
        self.language = language
        guard let language, paragraphs.count > 1 else { return }
        var bytes: [String: Int] = [:]
        var first: [String: TextSpan] = [:]
        for (index, paragraph) in paragraphs.enumerated() {
            if Task.isCancelled { throw .cancelled }
            guard let other = guesser.otherLanguage(than: language, in: paragraph, of: text) else { continue }
            others[index] = other.tag
            bytes[other.tag, default: 0] += paragraph.count
            if first[other.tag] == nil { first[other.tag] = paragraph }
        }
        for (tag, count) in bytes.sorted(by: { $0.key < $1.key }) where count * Self.noticedShare >= text.count {
            guard let span = first[tag] else { continue }
            let share = count * 100 / text.count
            notices.append(
                Notice(
                    "mixed-language",
                    "About \(share) percent of the text, in paragraphs from here on, is in “\(tag)”, not in “\(language)”",
                    severity: .warning, at: span))
        }
    }

    /// BCP 47 of one paragraph; the text's own where nothing else is sure.
    func tag(of paragraph: Int) -> String? { others[paragraph] ?? language }
}
