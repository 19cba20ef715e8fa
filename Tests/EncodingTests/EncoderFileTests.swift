// SPDX-License-Identifier: Apache-2.0

import Files
import TestKit
import Testing

@testable import Encoding

@Suite struct `A model file` {
    private static let good = TinyModel().bytes

    /// Why a file is refused; `nil` where it is taken.
    private func refusal(_ bytes: [UInt8]) throws -> EncoderError? {
        do {
            _ = try TinyModel.open(bytes)
            return nil
        } catch let error as EncoderError {
            return error
        }
    }

    @Test func `is taken as it was written, under its digest`() throws {
        let encoder = try TinyModel.open(Self.good)
        #expect(encoder.name == "tiny" && encoder.digest.count == 64)
        #expect(try TinyModel(seed: 2).open().digest != encoder.digest)
    }

    @Test func `that is cut off anywhere is refused`() throws {
        for length in [0, 1, 7, 8, 9, 100] + Array(stride(from: 200, to: Self.good.count, by: 4999)) + [Self.good.count - 1] {
            let error = try #require(try refusal(Array(Self.good[..<length])), "\(length) bytes")
            #expect(!error.problem.isEmpty && !error.remedy.isEmpty)
        }
    }

    @Test func `with a changed byte is refused`() throws {
        for offset in stride(from: 0, to: Self.good.count, by: 2503) {
            var bytes = Self.good
            bytes[offset] ^= 0x41
            #expect(try refusal(bytes) != nil, "byte \(offset)")
        }
    }

    @Test(arguments: [
        [UInt8](repeating: 0xFF, count: 64), [2, 0, 0, 0, 0, 0, 0, 0] + Array("{}".utf8), Array("no model, but long enough to be one".utf8),
        [0, 0, 0, 0, 0, 0, 0, 0], [4, 0, 0, 0, 0, 0, 0, 0] + Array("[[[[".utf8),
    ])
    func `that is something else is refused`(bytes: [UInt8]) throws {
        #expect(try refusal(bytes)?.code == .foreign)
    }

    @Test func `with a tensor missing is refused`() throws {
        for tensor in TinyModel().tensors where tensor.name != "embeddings.shape" && !tensor.name.hasSuffix(".columns") {
            var model = TinyModel()
            model[tensor.name] = nil
            #expect(try refusal(model.bytes)?.code == .damaged, "\(tensor.name)")
        }
    }

    @Test func `with a tensor of another shape is refused`() throws {
        for tensor in TinyModel().tensors where tensor.name != "tokenizer.vocab" {
            var model = TinyModel()
            model[tensor.name]?.shape = [tensor.shape.reduce(1, *)] + (tensor.shape.count == 1 ? [1] : [])
            #expect(try refusal(model.bytes)?.code == .damaged, "\(tensor.name)")
        }
    }

    @Test(arguments: [
        ("width", "96"), ("width", "0"), ("width", "-64"), ("width", "99999999999999999999"), ("attention_heads", "1"), ("layers", "3"),
        ("layers", "0"), ("heads.names.labels", "[]"), ("heads.names.labels", "{"),
    ])
    func `whose sizes do not fit is refused`(name: String, value: String) throws {
        var model = TinyModel()
        let index = try #require(model.metadata.firstIndex { $0.name == name })
        model.metadata[index].value = value
        #expect(try refusal(model.bytes)?.code == .damaged)
    }

    @Test func `of another version is refused`() throws {
        var model = TinyModel()
        model.metadata[1].value = "2"
        #expect(try refusal(model.bytes)?.code == .foreign)
    }

    @Test(arguments: [Float.nan, .infinity, -.infinity])
    func `with what is no number is refused`(number: Float) throws {
        for name in ["embeddings.position", "layers.1.feedforward.up.scale", "heads.names.bias", "embeddings.word.scale"] {
            var model = TinyModel()
            var numbers = model.floats(name)
            numbers[numbers.count / 2] = number
            model[name]?.numbers = .floats(numbers)
            #expect(try refusal(model.bytes)?.code == .damaged)
        }
    }

    @Test func `with a weight that the paths would not sum alike is refused`() throws {
        var model = TinyModel()
        var numbers = model.whole("layers.0.attention.key.weight")
        numbers[77] = -128
        model["layers.0.attention.key.weight"]?.numbers = .whole(numbers)
        #expect(try refusal(model.bytes)?.code == .damaged)
    }

    @Test(arguments: ["a\nb\n", "[UNK]\n[CLS]\n[SEP]", "\u{FFFD}", ""])
    func `with another vocabulary is refused`(list: String) throws {
        var model = TinyModel()
        model["tokenizer.vocab"]?.numbers = .bytes(Array(list.utf8))
        model["tokenizer.vocab"]?.shape = [list.utf8.count]
        #expect(try refusal(model.bytes)?.code == .damaged)
    }

    @Test func `that is not there, or a folder, is refused`() throws {
        let folder = try TemporaryFolder()
        for path in [folder.path, "\(folder.path)/nothing"] {
            let error = #expect(throws: EncoderError.self) { try EncoderFile(path) }
            #expect(error?.code == .unreadable && error?.file == path)
        }
    }
}
