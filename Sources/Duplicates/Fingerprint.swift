// SPDX-License-Identifier: Apache-2.0

/// What is kept of an article's text so that later ones can be compared with it.
///
/// Both lists are ascending and hold hashes of *shingles*, sequences of four words (`ShingledText`).
package struct Fingerprint: Hashable, Sendable {
    /// Changes with every change of what a hash is made of: fingerprints of different versions cannot be compared.
    package static let version = "1"
    /// Texts up to so many shingles, about 4,000 words, are compared as a whole; of longer ones a sample of this size stands for the rest.
    package static let sketchLimit = 4096
    package static let keyLimit = 512

    /// A bottom-k sketch: the smallest hashes of the text's distinct shingles (min-wise sampling, Broder 1997). Because every text keeps its
    /// smallest, two sketches are samples of the same part of all shingles, from which resemblance and containment follow.
    package var sketch: [UInt32]
    /// Under which the article is found: hashes chosen by winnowing (Schleimer, Wilkerson and Aiken 2003).
    package var keys: [UInt32]
    /// Distinct shingles of the text.
    package var shingles: Int

    package init(sketch: [UInt32], keys: [UInt32], shingles: Int) {
        self.sketch = sketch
        self.keys = keys
        self.shingles = shingles
    }

    /// The largest hash that the sketch would hold.
    var reach: UInt32 { sketch.count < shingles ? sketch.last ?? 0 : .max }
}
