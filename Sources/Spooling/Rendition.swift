// SPDX-License-Identifier: Apache-2.0

package import Files

/// One result as it is to lie in the outbox.
package struct Rendition: Hashable, Sendable {
    package enum Content: Hashable, Sendable {
        case bytes([UInt8])
        /// What an earlier result has, named by its path below the outbox: the new one is another name of it.
        case result(RelativePath)
    }

    /// Names the article, such as `sha256:…`. It must stand in the first 4 KiB of the content: that is how the spool tells whether a file of
    /// this name in the outbox is an earlier result of the same article.
    package var article: String
    /// What follows the name of the file, without the dot: `json`; `2.json` for the second article of a file.
    package var suffix: String
    package var content: Content

    package init(article: String, suffix: String, content: Content) {
        self.article = article
        self.suffix = suffix
        self.content = content
    }
}
