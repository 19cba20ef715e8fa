// SPDX-License-Identifier: Apache-2.0

// The encoder by itself: what it cuts, what it says, and how fast. compare.py beside this file holds it against Hugging Face's tokenizers and
// ONNX Runtime. Reads a sentence a line from standard input.
//
//   EncoderBenchmark pieces MODEL          of each line its pieces "number:start:end", "|", its words "start:end:shape:spacing"; bytes
//   EncoderBenchmark vectors MODEL [PATH]  of each line its vector
//   EncoderBenchmark logits MODEL [PATH]   of each line the logits of head "names", word by word
//   EncoderBenchmark speed MODEL [PATH]    pieces a second on this thread, sentence by sentence and with sentences joined

import Documents
import Encoding

let arguments = CommandLine.arguments
guard arguments.count >= 3 else { fatalError("usage: EncoderBenchmark pieces|vectors|logits|speed MODEL [PATH] < SENTENCES") }
let clock = ContinuousClock()
let opening = clock.now
let path = arguments.count > 3 ? KernelPath(rawValue: arguments[3]) : nil
let encoder = try Encoder(EncoderFile(arguments[2]), path: path)
let opened = clock.now - opening

var lines: [Text] = []
while let line = readLine() { lines.append(Text(line)) }

func milliseconds(_ duration: Duration) -> Double { Double(duration.components.attoseconds) / 1e15 + Double(duration.components.seconds) * 1e3 }

switch arguments[1] {
case "pieces":
    for line in lines {
        var cut = PieceText()
        encoder.tokenizer.cut(line, in: line.whole, into: &cut)
        let pieces = zip(cut.pieces, cut.pieceSpans).map { "\($0):\($1.start):\($1.end)" }
        let words = cut.words.map { word -> String in
            "\(word.span.start):\(word.span.end):\(word.shape.rawValue):\(word.spacing.rawValue)"
        }
        print((pieces + ["|"] + words).joined(separator: " "))
    }
case "vectors":
    for line in lines {
        let encoded = try encoder.encode(line, sentences: [line.whole], heads: [], vectors: true, windowing: .sentences)
        print(encoded.sentenceVectors.map(\.description).joined(separator: " "))
    }
case "logits":
    for line in lines {
        let encoded = try encoder.encode(line, sentences: [line.whole], heads: ["names"])
        print((encoded.logits["names"] ?? []).map(\.description).joined(separator: " "))
    }
case "speed":
    var bytes: [UInt8] = []
    var spans: [TextSpan] = []
    for line in lines {
        spans.append(TextSpan(bytes.count, bytes.count + line.count))
        bytes += line.bytes + [0x0A]
    }
    guard let text = Text(validating: bytes) else { fatalError("No UTF-8") }
    func measure(_ name: String, _ windowing: Windowing) throws {
        var best = Duration.seconds(3600)
        var pieces = 0
        for _ in 0..<3 {
            let start = clock.now
            pieces = try encoder.encode(text, sentences: spans, heads: Array(encoder.labels.keys), vectors: true, windowing: windowing).pieceCount
            best = min(best, clock.now - start)
        }
        print("\(name) \(Int(Double(pieces) / milliseconds(best) * 1000)) pieces/s (\(pieces) pieces)")
    }
    print("path \(encoder.path.rawValue), opened in \(milliseconds(opened)) ms")
    try measure("sentences", .sentences)
    try measure("joined", .standard)
    let start = clock.now
    var cut = PieceText()
    for span in spans { encoder.tokenizer.cut(text, in: span, into: &cut) }
    print("cutting \(Int(Double(cut.pieces.count) / milliseconds(clock.now - start) * 1000)) pieces/s")
default: fatalError("no such mode")
}
