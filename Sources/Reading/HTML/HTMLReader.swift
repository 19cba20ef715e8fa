// SPDX-License-Identifier: Apache-2.0

internal import Documents

/// Reads a page: its article's text and what the page says about it.
enum HTMLReader {
    static func read(_ text: Text, map: SourceMap) -> Article {
        var tokenizer = HTMLTokenizer(text.bytes)
        let skeleton = tokenizer.scan()
        let tree = PageTree(skeleton)
        let measures = PageMeasures(tree, skeleton, text.bytes)
        let metadata = PageMetadata(text.bytes, skeleton, tree)
        let content = MainContent(tree, measures, skeleton, text.bytes, articleBody: metadata.articleBody)
        let blocks = PageBlocks(tree, measures, content, skeleton, text.bytes, metadata: metadata)
        var writer = BlockWriter(text)
        blocks.write(with: &writer)
        let (body, bodyMap) = writer.finish(map)
        return Article(text: body, map: bodyMap, annotations: metadata.annotations)
    }

    /// Reads a piece of HTML that is all article, as entries of feeds are: nothing is chosen, and only what no reader sees is left out, with what
    /// feeds put around their entries.
    ///
    /// - Parameter headline: a heading that says the same is left out.
    static func read(fragment text: Text, map: SourceMap, headline: String?) -> (text: Text, map: SourceMap) {
        var tokenizer = HTMLTokenizer(text.bytes)
        let skeleton = tokenizer.scan()
        let tree = PageTree(skeleton)
        let measures = PageMeasures(tree, skeleton, text.bytes)
        let content = MainContent(fragment: tree, measures, skeleton, text.bytes)
        let blocks = PageBlocks(fragment: tree, measures, content, skeleton, text.bytes, headline: headline)
        var writer = BlockWriter(text)
        // Text that was typed into a form has blank lines for paragraphs, and inline marks alone.
        writer.breaksAtBlankLines = tree.nodes.allSatisfy { $0.tag < 0 || $0.element.isInline && $0.element != .br }
        blocks.write(with: &writer)
        return writer.finish(map)
    }
}
