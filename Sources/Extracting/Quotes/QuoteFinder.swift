// SPDX-License-Identifier: Apache-2.0

package import Documents
package import Language

/// Finds what people are reported to have said, with speaker and cue.
///
/// Between quotation marks, a whole statement counts as speech, and so does a fragment of some length or one that somebody is said to have
/// used; titles, nicknames and doubts stand between the same marks and are left out. Without marks, only the plainest forms are taken.
package enum QuoteFinder {
    /// - Parameters:
    ///   - entities: names of speakers; without them speakers are still found by the phrases around the verbs.
    ///   - isEnglish: elsewhere no verb tells a statement, and a comma behind it must do.
    /// - Returns: quotations in the order of the text.
    package static func quotes(in text: TokenizedText, entities: [Entity], isEnglish: Bool = true) -> [Quote] {
        var search = QuoteSearch(QuoteContext(text, entities: entities), entities: entities, isEnglish: isEnglish)
        return search.run()
    }
}
