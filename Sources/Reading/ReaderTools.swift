// SPDX-License-Identifier: Apache-2.0

/// Programs that open what `Reading` does not open itself, as whoever reads has them run: confined, and with a time limit.
package struct ReaderTools: Sendable {
    /// Is given the whole file, and gives what the program writes.
    package typealias Tool = @Sendable ([UInt8]) throws(ReadingError) -> [UInt8]

    /// `pdftotext -bbox-layout` (poppler); `nil` where it is not installed.
    ///
    /// A program of its own, because poppler is under the GPL and copydesk under Apache-2.0, and because PDF files come from strangers.
    package var pageLayout: Tool?

    package init(pageLayout: Tool? = nil) { self.pageLayout = pageLayout }
}
