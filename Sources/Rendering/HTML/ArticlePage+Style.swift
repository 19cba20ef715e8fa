// SPDX-License-Identifier: Apache-2.0

internal import Documents

/// The panels of how the article is written.
extension ArticlePage {
    mutating func style() {
        let facts = [document.genre.map(StyleWording.genre), document.readability.map(StyleWording.level)].compactMap { $0 }
        panel("Kind of text", facts, "<ul>", "</ul>") { page, _, fact in page.html.element("<li>", fact, "</li>\n") }
        panel("Praise and blame", document.tones ?? [], "<ul>", "</ul>") { page, _, tone in
            page.html.raw("<li>")
            page.html.isolated(StyleWording.name(of: tone.entity, in: page.document) ?? "somebody")
            page.html.element(" <small>", StyleWording.tone(tone.value) + ": ", "")
            page.html.isolated(StyleWording.evidence(tone, in: page.document))
            page.html.raw("</small></li>\n")
        }
    }
}
