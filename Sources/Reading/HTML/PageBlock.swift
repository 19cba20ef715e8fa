// SPDX-License-Identifier: Apache-2.0

/// One block of a page's text: a paragraph, a heading, an item of a list, a row of a table.
struct PageBlock {
    enum Step {
        case run(Int, isPreformatted: Bool)
        case line
        case cell(Int)
    }

    var steps: [Step] = []
    var element: Element
    /// The node of the tree that it is.
    var node: Int
    var characters = 0
    /// Characters inside links.
    var linked = 0
    /// Characters inside `<time>`.
    var timed = 0
    /// Whether a sentence ends in it.
    var hasEnd = false
    var isWritten = true

    init(element: Element, node: Int) {
        self.element = element
        self.node = node
    }

    /// Whether this is a sentence or more of running text. Thai and its neighbours write no stops.
    var isRunning: Bool { !element.isHeading && characters >= 80 && (hasEnd || characters >= 200) && linked * 2 < characters }
}
