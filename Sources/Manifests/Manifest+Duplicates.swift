// SPDX-License-Identifier: Apache-2.0

extension Manifest {
    /// How an article is compared with earlier ones.
    package struct Duplicates: Hashable, Sendable {
        /// How much of the shorter of two articles the other must have for them to say nearly the same, 0…1.
        package var similarity = 0.5
        /// How far back it is looked.
        package var within: Duration = .seconds(30 * 86_400)
        /// Whether paragraphs that stood in an earlier article are named.
        package var paragraphs = true

        package init() {}

        /// As compact JSON.
        package var options: String {
            #"{"similarity":\#(similarity),"within_seconds":\#(within.components.seconds),"paragraphs":\#(paragraphs)}"#
        }
    }
}
