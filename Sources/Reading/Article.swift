// SPDX-License-Identifier: Apache-2.0

internal import Documents

/// What a reader of one format makes of the decoded text: the article's body, the way back, and what the file says about itself.
struct Article {
    var text: Text
    var map: SourceMap
    var annotations: [Annotation] = []
    /// The source bytes of its own entry, where one text holds several articles (a feed): their digest is its identity.
    var entry: Range<Int>?
}
