// SPDX-License-Identifier: Apache-2.0

internal import Documents
internal import Encoding
internal import Extracting
internal import Language
internal import Stages

/// An article and what claims to tell the same, both with everything that extraction finds in them.
struct CheckedPair {
    let article: Document
    let articleWords: ArticleWords
    /// The abstract as a document of its own, with the article's date, language and address.
    let told: Document
    let toldWords: ArticleWords

    init(_ article: Document, _ abstract: Text, encoder: ArticleEncoder?) throws(StageFailure) {
        let stage: ExtractStage
        do { stage = try ExtractStage(options: StageOptions(for: ExtractStage.contract), encoder: encoder) } catch {
            throw StageFailure(.document, error.problem, remedy: error.remedy)
        }
        self.article =
            article.entities == nil || article.figures == nil || article.times == nil ? try Self.extracted(article, stage) : article
        var known: [Annotation] = [.paragraphs([abstract.whole])]
        if let language = article.language { known.append(.language(language)) }
        if let published = article.published { known.append(.published(published)) }
        if let dateline = article.dateline?.date { known.append(.dateline(Dateline(date: dateline))) }
        if let url = article.url { known.append(.url(url)) }
        known.append(.sentences(SentenceSplitter.sentences(of: abstract, in: abstract.whole, language: article.language?.tag)))
        told = try Self.extracted(
            Document(
                id: article.id, source: article.source, text: abstract, sourceMap: .identity(count: abstract.count), annotations: known),
            stage)
        let beside = [article.headline, article.dateline?.place, article.publisher].compactMap { $0 } + (article.byline ?? [])
        articleWords = ArticleWords(TokenizedText(self.article), beside: beside)
        toldWords = ArticleWords(TokenizedText(told))
    }

    private static func extracted(_ document: Document, _ stage: ExtractStage) throws(StageFailure) -> Document {
        var document = document
        let annotations = try stage.annotate(document).filter { $0.layer != .notices }
        do { try document.apply(annotations, writes: ExtractStage.contract.writes) } catch {
            throw StageFailure(.document, error.description, remedy: "Report this to the authors of copydesk")
        }
        return document
    }
}
