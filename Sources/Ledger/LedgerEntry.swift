// SPDX-License-Identifier: Apache-2.0

package import Files

/// What became of one file: a line of the ledger.
package struct LedgerEntry: Hashable, Sendable {
    package enum Outcome: String, Hashable, Sendable {
        case done, failed
        /// Answered from the results of an earlier file of the same content.
        case repeated
    }

    /// One result in the outbox.
    package struct Result: Hashable, Sendable {
        /// Below the outbox, printable.
        package var path: String
        /// What follows the file's name in the result's, such as `json` or `2.html`.
        package var suffix: String
        /// The article's identity.
        package var article: String

        package init(path: String, suffix: String, article: String) {
            self.path = path
            self.suffix = suffix
            self.article = article
        }
    }

    /// Below the inbox, printable.
    package var file: String
    /// SHA-256 of the file's bytes, hexadecimal; `nil` for what could not be read.
    package var content: String?
    /// Names everything but the content that a result depends on; `nil` where it has none.
    package var recipe: String?
    package var outcome: Outcome
    package var results: [Result]
    /// Why it failed, as in its reason.
    package var code: String?
    package var attempts: Int
    package var settled: Timestamp

    package init(
        file: String, content: String?, recipe: String? = nil, outcome: Outcome, results: [Result] = [], code: String? = nil,
        attempts: Int = 1, settled: Timestamp
    ) {
        self.file = file
        self.content = content
        self.recipe = recipe
        self.outcome = outcome
        self.results = results
        self.code = code
        self.attempts = attempts
        self.settled = settled
    }
}
