// SPDX-License-Identifier: Apache-2.0
internal import Documents
enum MarkdownReader {
    static func read(_ text: Text, map: SourceMap) -> Article { Article(text: text, map: map) }
}
enum FrontMatter { static func opens(_ text: [UInt8]) -> Bool { false } }
