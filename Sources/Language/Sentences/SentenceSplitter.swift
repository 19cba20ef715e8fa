// SPDX-License-Identifier: Apache-2.0

package import Documents

/// Cuts paragraphs into sentences by rules over what stands before and behind a stop, and in English by a small model where no stop stands.
///
/// Closing quotation marks, brackets and note marks ("[3]") belong to the sentence they close. Takes time linear in the text.
package enum SentenceSplitter {
    /// - Parameters:
    ///   - paragraphs: ordered and apart; no sentence crosses their edges.
    ///   - language: BCP 47 tag; where it is not known, English abbreviations count and nothing more.
    /// - Returns: trimmed spans, none empty, in order; with their white space they cover the paragraphs.
    package static func sentences(of text: Text, in paragraphs: [TextSpan], language: String?) -> [TextSpan] {
        var result: [TextSpan] = []
        for paragraph in paragraphs { result.append(contentsOf: sentences(of: text, in: paragraph, language: language)) }
        return result
    }

    package static func sentences(of text: Text, in paragraph: TextSpan, language: String?) -> [TextSpan] {
        var scanner = SentenceScanner(text: text, paragraph: text.trimmed(paragraph), language: language)
        return scanner.sentences()
    }
}
