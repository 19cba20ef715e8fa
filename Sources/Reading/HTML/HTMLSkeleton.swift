// SPDX-License-Identifier: Apache-2.0

/// A page taken apart: its tags and its text by number, and a skeleton of it for libxml2.
///
/// libxml2 keeps no positions of text, so it never sees the text. The skeleton holds the tags, each with its number as sole
/// attribute, and for each run of text its number in brackets; libxml2 repairs the nesting, and the numbers in its tree lead
/// back to the bytes. Nothing that a stranger wrote reaches the skeleton, so no placeholder can be forged, attributes in the
/// thousands cost nothing, and the size of what libxml2 parses is bounded by the number of tags.
struct HTMLSkeleton {
    struct Tag {
        var element: Element
        /// From behind the name to the `>`.
        var attributes: Range<Int>
    }

    struct Run {
        var start: Int
        var end: Int
        /// White space alone.
        var isBlank: Bool

        var range: Range<Int> { start..<end }
    }

    var tags: [Tag] = []
    var runs: [Run] = []
    /// What libxml2 parses.
    var markup: [UInt8] = []

    /// For the metadata: attributes of `<meta>`, `<link>`, `<html>`; contents of JSON-LD scripts; the first `<title>`.
    var metas: [Range<Int>] = []
    var links: [Range<Int>] = []
    var html: Range<Int>?
    var linkedData: [Range<Int>] = []
    var title: Range<Int>?
}
