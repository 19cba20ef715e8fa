// SPDX-License-Identifier: Apache-2.0

/// One result as it is to lie in the outbox.
package struct Rendition: Hashable, Sendable {
    /// Names the article, such as `sha256:…`. It must stand in the first 4 KiB of `bytes`: that is how the spool tells whether a file of
    /// this name in the outbox is an earlier result of the same article.
    package var article: String
    /// What follows the name of the file, without the dot: `json`; `2.json` for the second article of a file.
    package var suffix: String
    package var bytes: [UInt8]

    package init(article: String, suffix: String, bytes: [UInt8]) {
        self.article = article
        self.suffix = suffix
        self.bytes = bytes
    }
}
