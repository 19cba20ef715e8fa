// SPDX-License-Identifier: Apache-2.0

// How many words a second are cut into sentences and tokens, on one core: `make bench-sentences`.
// Reads text from standard input, paragraphs parted by blank lines, and repeats it until it is 16 MB.

import Documents
import Language

var read = ""
while let line = readLine(strippingNewline: false) { read += line }
guard !read.isEmpty else { fatalError("usage: SplittingBenchmark [LANGUAGE] < TEXT") }
let language = CommandLine.arguments.dropFirst().first ?? "en"

var bytes = Array(read.utf8)
while bytes.count < 16 << 20 { bytes += "\n\n".utf8 + bytes }
guard let text = Text(validating: bytes) else { fatalError("No UTF-8") }

var words = 0
var inWord = false
for byte in bytes {
    let isSpace = byte == 0x20 || byte == 0x0A || byte == 0x09
    if inWord, isSpace { words += 1 }
    inWord = !isSpace
}
if inWord { words += 1 }

var paragraphs: [TextSpan] = []
var start = 0
for offset in 1..<text.count where text[offset] == 0x0A && text[offset - 1] == 0x0A {
    let paragraph = text.trimmed(TextSpan(start, offset))
    if !paragraph.isEmpty { paragraphs.append(paragraph) }
    start = offset
}
paragraphs.append(text.trimmed(TextSpan(start, text.count)))

func measure(_ name: String, words: Int, _ work: () -> Int) {
    var best = Duration.seconds(3600)
    var count = 0
    for _ in 0..<3 {
        let clock = ContinuousClock()
        let begin = clock.now
        count = work()
        best = min(best, clock.now - begin)
    }
    let seconds = Double(best.components.seconds) + Double(best.components.attoseconds) / 1e18
    print("\(name): \(count) in \(Int(seconds * 1000)) ms, \(Int(Double(words) / seconds / 1000) * 1000) words a second")
}

print("\(words) words, \(paragraphs.count) paragraphs, \(bytes.count >> 20) MB, language \(language)")
measure("sentences", words: words) { SentenceSplitter.sentences(of: text, in: paragraphs, language: language).count }
measure("tokens", words: words) { Tokenizer.tokens(of: text).count }
measure("sentences with tokens", words: words) {
    let sentences = SentenceSplitter.sentences(of: text, in: paragraphs, language: language)
    let tokenized = TokenizedText(text, sentences: sentences, paragraphs: paragraphs)
    return tokenized.sentences.count
}
