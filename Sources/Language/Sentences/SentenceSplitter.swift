// SPDX-License-Identifier: Apache-2.0

package import Documents

/// Cuts paragraphs into sentences by rules over what stands before and behind a stop.
///
/// Closing quotation marks, brackets and note marks ("[3]") belong to the sentence they close. Takes time linear in the text.
package enum SentenceSplitter {
    /// - Parameter paragraphs: ordered and apart; no sentence crosses their edges.
    /// - Returns: trimmed spans, none empty, in order; with their white space they cover the paragraphs.
    package static func sentences(of text: Text, in paragraphs: [TextSpan]) -> [TextSpan] {
        var result: [TextSpan] = []
        for paragraph in paragraphs { result.append(contentsOf: sentences(of: text, in: paragraph)) }
        return result
    }

    package static func sentences(of text: Text, in paragraph: TextSpan) -> [TextSpan] {
        var scanner = SentenceScanner(text: text, paragraph: text.trimmed(paragraph))
        return scanner.sentences()
    }
}
