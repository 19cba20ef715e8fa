// SPDX-License-Identifier: Apache-2.0

internal import Documents

/// A summary in words of its own. It is never shown without what the check says of it.
extension ArticlePage {
    /// Sentences shown; an abstract has a handful.
    private static let sentenceLimit = 50

    mutating func abstract() {
        guard let abstract = document.abstract else { return }
        html.raw("<section class=\"abstract\">\n<h2>Summary by a model")
        if let model = abstract.model {
            html.raw(" <small>")
            html.isolated(Wording.excerpt(model, limit: 80))
            html.raw("</small>")
        }
        html.raw("</h2>\n")
        html.element("<p class=\"verdict\">", AbstractWording.verdict(abstract), "</p>\n")
        guard let sentences = abstract.sentences else {
            html.element("<p dir=\"auto\">", Wording.excerpt(abstract.text.whole, of: abstract.text, limit: 16_384), "</p>\n</section>\n")
            return
        }
        html.raw("<ul>\n")
        for sentence in sentences.prefix(Self.sentenceLimit) { self.sentence(sentence, of: abstract.text) }
        html.raw("</ul>\n</section>\n")
    }

    private mutating func sentence(_ sentence: Abstract.Sentence, of text: Text) {
        if sentence.supported { html.raw("<li dir=\"auto\">") } else { html.raw("<li dir=\"auto\" class=\"unsupported\">") }
        for (span, isMarked) in AbstractWording.pieces(of: sentence, in: text) {
            if isMarked { html.element("<mark class=\"unsupported\">", text.string(span), "</mark>") } else { html.text(text[span]) }
        }
        if !sentence.flags.isEmpty {
            html.raw("\n<ul class=\"flags\">")
            for flag in sentence.flags.prefix(20) {
                html.element("<li><b>", AbstractWording.label(flag.kind), "</b> ")
                html.isolated(Wording.excerpt(flag.reason, limit: 300))
                html.raw("</li>")
            }
            html.raw("</ul>")
        }
        html.raw("</li>\n")
    }
}
