// SPDX-License-Identifier: Apache-2.0

import Documents
import TestKit
import Testing

@testable import Encoding

@Suite struct `The encoder` {
    private static let model = TinyModel()

    private func encode(_ encoder: Encoder, _ lines: Lines = .sample, _ windowing: Windowing = .standard) throws -> EncodedText {
        try encoder.encode(lines.text, sentences: lines.sentences, heads: ["names", "kind"], vectors: true, windowing: windowing)
    }

    @Test(arguments: KernelPath.runnable, [true, false])
    func `computes what the plain forward pass does`(path: KernelPath, hasColumns: Bool) throws {
        var model = Self.model
        if !hasColumns {
            // Files from before there were any.
            for name in model.tensors.map(\.name) where name.hasSuffix(".columns") { model[name] = nil }
        }
        let encoder = try model.open(path)
        let lines = Lines(["The mayor of Mosul spoke; floods-", "a 2026"])
        let encoded = try encode(encoder, lines, .sentences)
        let reference = ReferenceEncoder(model: model)
        var first = 0
        for (number, sentence) in lines.sentences.enumerated() {
            var cut = PieceText()
            encoder.tokenizer.cut(lines.text, in: sentence, into: &cut)
            let words = cut.words.flatMap { word in word.pieces.map { _ in word } }
            let states = reference.states(
                pieces: [2] + cut.pieces.map(Int.init) + [3], shapes: [0] + words.map { Int($0.shape.rawValue) } + [0],
                spacings: [0] + words.map { Int($0.spacing.rawValue) } + [0])
            for (head, count) in [("names", 5), ("kind", 2)] {
                for (index, word) in cut.words.enumerated() {
                    let wanted = reference.logits(states[word.pieces.lowerBound + 1], head: head)
                    let row = (first + index) * count
                    let found = (encoded.logits[head] ?? [])[row..<row + count].map(Double.init)
                    // A row that lies between two whole numbers may be rounded to either.
                    for (one, other) in zip(wanted, found) {
                        #expect(abs(one - other) < 0.05, "\(head), word \(index): \(wanted), \(found)")
                    }
                }
            }
            for column in 0..<TinyModel.width {
                let mean = states.reduce(0.0) { $0 + $1[column] } / Double(states.count)
                #expect(abs(Double(encoded.sentenceVectors[number * TinyModel.width + column]) - mean) < 0.02)
            }
            first += cut.words.count
        }
        #expect(first == encoded.words.count)
    }

    @Test(arguments: KernelPath.runnable)
    func `gives the same bits on every path`(path: KernelPath) throws {
        for windowing in [Windowing.standard, .sentences, .joined(pieces: 40)] {
            let one = try encode(try Self.model.open(.portable), .sample, windowing)
            let other = try encode(try Self.model.open(path), .sample, windowing)
            #expect(one.logits == other.logits)
            #expect(one.sentenceVectors == other.sentenceVectors)
            #expect(one.logits["names"]?.contains { $0 != 0 } == true)
        }
    }

    @Test func `gives the same on many threads as on one`() async throws {
        let encoder = try Self.model.open()
        let alone = try encode(encoder)
        await withTaskGroup(of: Bool.self) { group in
            for _ in 0..<16 {
                group.addTask {
                    let encoded = try? encoder.encode(Lines.sample.text, sentences: Lines.sample.sentences, heads: ["names"], vectors: true)
                    return encoded?.logits["names"] == alone.logits["names"] && encoded?.sentenceVectors == alone.sentenceVectors
                }
            }
            for await isSame in group { #expect(isSame) }
        }
    }

    @Test func `serves the heads that are asked, and no other`() throws {
        let encoder = try Self.model.open()
        #expect(encoder.labels["names"] == TinyModel.labels)
        let both = try encode(encoder)
        let one = try encoder.encode(Lines.sample.text, sentences: Lines.sample.sentences, heads: ["kind"])
        #expect(one.logits["kind"] == both.logits["kind"])
        #expect(one.logits["names"] == nil && one.sentenceVectors.isEmpty)
    }

    @Test func `says something of every word of a long sentence, and of no other`() throws {
        let encoder = try Self.model.open()
        let lines = Lines(["", Array(repeating: "mosul", count: 500).joined(separator: " "), " "])
        let encoded = try encode(encoder, lines)
        #expect(encoded.words.count == 500)
        #expect(encoded.words.allSatisfy { $0.sentence == 1 && lines.text.string($0.span) == "mosul" })
        let logits = try #require(encoded.logits["names"])
        #expect(logits.count == 500 * 5)
        #expect((0..<500).allSatisfy { word in (0..<5).contains { logits[word * 5 + $0] != 0 } })
        let vectors = (0..<3).map { encoded.sentenceVectors[$0 * TinyModel.width..<($0 + 1) * TinyModel.width] }
        #expect(vectors[0].allSatisfy { $0 == 0 } && vectors[1].contains { $0 != 0 } && vectors[2].allSatisfy { $0 == 0 })
    }

    @Test func `has nothing to say of an empty text`() throws {
        let encoder = try Self.model.open()
        for lines in [Lines([]), Lines([""]), Lines(["\u{200B}\u{1}"])] {
            let encoded = try encode(encoder, lines)
            #expect(encoded.words.isEmpty && encoded.logits["names"] == [] && encoded.pieceCount == 0)
        }
    }

    @Test func `stops where its task was cancelled`() async throws {
        let encoder = try Self.model.open()
        let lines = Lines(Array(repeating: "the mayor of mosul spoke.", count: 2000))
        let task = Task {
            unsafe withUnsafeCurrentTask { unsafe $0?.cancel() }
            return try encoder.encode(lines.text, sentences: lines.sentences, heads: ["names"])
        }
        await #expect(throws: CancellationError.self) { try await task.value }
    }
}

@Suite struct `Windows` {
    @Test(arguments: [(Windowing.standard, 62), (.joined(pieces: 40), 40), (.joined(pieces: 1), 20), (.sentences, 62)])
    func `hold every word once, in order and within bounds`(windowing: Windowing, limit: Int) throws {
        let tokenizer = try TinyModel().open().tokenizer
        var cut = PieceText()
        var sentences: [Range<Int>] = []
        for sentence in Lines.sample.sentences {
            let first = cut.words.count
            tokenizer.cut(Lines.sample.text, in: sentence, into: &cut)
            sentences.append(first..<cut.words.count)
        }
        let windows = Window.plan(cut, sentences: sentences, windowing, largest: TinyModel.positions - 2)
        #expect(windows.flatMap(\.words) == Array(cut.words.indices))
        for window in windows {
            #expect(!window.words.isEmpty && window.pieces <= limit)
            #expect(window.pieces == cut.words[window.words].map { min($0.pieces.count, Window.piecesOfWord) }.reduce(0, +))
        }
        if case .sentences = windowing { #expect(windows.count >= sentences.count { !$0.isEmpty }) }
    }

    @Test func `take successive sentences together`() throws {
        let tokenizer = try TinyModel().open().tokenizer
        var cut = PieceText()
        let lines = Lines(["the flood", "of mosul", "the mayor spoke"])
        let sentences = lines.sentences.map { sentence in
            let first = cut.words.count
            tokenizer.cut(lines.text, in: sentence, into: &cut)
            return first..<cut.words.count
        }
        #expect(Window.plan(cut, sentences: sentences, .joined(pieces: 60), largest: 62).map(\.words) == [0..<7])
        #expect(Window.plan(cut, sentences: sentences, .sentences, largest: 62).map(\.words) == [0..<2, 2..<4, 4..<7])
    }
}
