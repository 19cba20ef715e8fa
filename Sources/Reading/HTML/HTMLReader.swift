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
}
