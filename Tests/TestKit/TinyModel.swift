// SPDX-License-Identifier: Apache-2.0

import Crypto

/// A model of random weights, small enough for a test: two layers of width 64 over a vocabulary of words that the tests use.
///
/// Tensors can be looked at, changed and left out before the file is written, so that damage has a name.
package struct TinyModel {
    package static let width = 64
    package static let feedforward = 128
    package static let attentionHeads = 2
    package static let layers = 2
    package static let positions = 64
    package static let labels = ["O", "B-PER", "I-PER", "B-LOC", "I-LOC"]
    package static let vocabulary =
        ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]"] + "abcdefghijklmnopqrstuvwxyz0123456789".flatMap { ["\($0)", "##\($0)"] }
        + [
            ".", ",", "-", "'", "“", "”", "the", "mayor", "of", "spoke", "flood", "##s", "##ing", "##ed", "cafe", "mosul", "un", "##ha",
            "##pp", "中", "文", "か", "ß", "σ", "##σ",
        ]

    package enum Numbers {
        case floats([Float])
        case whole([Int8])
        case bytes([UInt8])
    }

    package struct Tensor {
        package var name: String
        package var shape: [Int]
        package var numbers: Numbers
    }

    package var tensors: [Tensor] = []
    package var metadata: [(name: String, value: String)]

    package init(seed: UInt64 = 1) {
        metadata = [
            ("format", "copydesk-encoder"), ("version", "1"), ("name", "tiny"), ("layers", "\(Self.layers)"), ("width", "\(Self.width)"),
            ("attention_heads", "\(Self.attentionHeads)"),
            ("heads.names.labels", "[\(Self.labels.map { "\\\"\($0)\\\"" }.joined(separator: ","))]"),
            ("heads.kind.labels", #"[\"x\",\"y\"]"#),
        ]
        var chance = SeededGenerator(seed: seed)
        let (width, feedforward) = (Self.width, Self.feedforward)
        whole("embeddings.word", Self.vocabulary.count, width, &chance)
        floats("embeddings.word.scale", [Self.vocabulary.count], 0.002...0.004, &chance)
        floats("embeddings.position", [Self.positions, width], -0.1...0.1, &chance)
        floats("embeddings.type", [width], -0.1...0.1, &chance)
        floats("embeddings.shape", [9, width], -0.3...0.3, &chance)
        floats("embeddings.spacing", [4, width], -0.3...0.3, &chance)
        norm("embeddings.norm", &chance)
        for layer in 0..<Self.layers {
            for part in ["query", "key", "value", "output"] { linear("layers.\(layer).attention.\(part)", width, width, &chance) }
            norm("layers.\(layer).attention.norm", &chance)
            linear("layers.\(layer).feedforward.up", feedforward, width, &chance)
            linear("layers.\(layer).feedforward.down", width, feedforward, &chance)
            norm("layers.\(layer).feedforward.norm", &chance)
        }
        for layer in 0..<Self.layers {
            for part in ["attention", "feedforward"] { floats("layers.\(layer).\(part).columns", [width], 0.5...2, &chance) }
        }
        for (head, count) in [("names", Self.labels.count), ("kind", 2)] {
            floats("heads.\(head).weight", [count, width], -1...1, &chance)
            floats("heads.\(head).bias", [count], -1...1, &chance)
        }
        let list = Array(Self.vocabulary.map { $0 + "\n" }.joined().utf8)
        tensors.append(Tensor(name: "tokenizer.vocab", shape: [list.count], numbers: .bytes(list)))
    }

    package subscript(name: String) -> Tensor? {
        get { tensors.first { $0.name == name } }
        set {
            guard let index = tensors.firstIndex(where: { $0.name == name }) else { return }
            if let newValue { tensors[index] = newValue } else { tensors.remove(at: index) }
        }
    }

    /// Adds a matrix that a stage keeps in the model's file, row by row.
    package mutating func addTable(_ name: String, rows: Int, columns: Int, _ numbers: [Float]) {
        tensors.append(Tensor(name: "tables.\(name).weight", shape: [rows, columns], numbers: .floats(numbers)))
    }

    /// The numbers of a tensor of floats.
    package func floats(_ name: String) -> [Float] {
        guard case .floats(let numbers)? = self[name]?.numbers else { return [] }
        return numbers
    }

    package func whole(_ name: String) -> [Int8] {
        guard case .whole(let numbers)? = self[name]?.numbers else { return [] }
        return numbers
    }

    /// The file, with the digest that it has to have.
    package var bytes: [UInt8] {
        let zeros = [UInt8](repeating: UInt8(ascii: "0"), count: 64)
        let (file, digestAt) = file(digest: zeros)
        let digits = Array("0123456789abcdef".utf8)
        let digest = SHA256.hash(data: file).flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }
        return Array(file[..<digestAt] + digest + file[(digestAt + 64)...])
    }

    private func file(digest: [UInt8]) -> (bytes: [UInt8], digestAt: Int) {
        var entries: [String] = []
        var body: [UInt8] = []
        for tensor in tensors {
            let start = body.count
            let kind: String
            switch tensor.numbers {
            case .floats(let numbers):
                kind = "F32"
                for number in numbers {
                    for shift in [0, 8, 16, 24] { body.append(UInt8(truncatingIfNeeded: number.bitPattern >> shift)) }
                }
            case .whole(let numbers):
                kind = "I8"
                body += numbers.map { UInt8(bitPattern: $0) }
            case .bytes(let bytes):
                kind = "U8"
                body += bytes
            }
            let shape = tensor.shape.map(String.init).joined(separator: ",")
            entries.append(#""\#(tensor.name)":{"dtype":"\#(kind)","shape":[\#(shape)],"data_offsets":[\#(start),\#(body.count)]}"#)
            body += [UInt8](repeating: 0, count: (64 - body.count % 64) % 64)
        }
        let notes = metadata.map { #""\#($0.name)":"\#($0.value)""# }.joined(separator: ",")
        let front = Array(#"{"__metadata__":{\#(notes),"sha256":""#.utf8)
        var header = front + digest + Array("\"},\(entries.joined(separator: ","))}".utf8)
        header += [UInt8](repeating: 0x20, count: (64 - (8 + header.count) % 64) % 64)
        let length = (0..<8).map { UInt8(truncatingIfNeeded: UInt64(header.count) >> (8 * UInt64($0))) }
        return (length + header + body, 8 + front.count)
    }

    private mutating func floats(_ name: String, _ shape: [Int], _ range: ClosedRange<Float>, _ chance: inout SeededGenerator) {
        let numbers = (0..<shape.reduce(1, *)).map { _ in Float.random(in: range, using: &chance) }
        tensors.append(Tensor(name: name, shape: shape, numbers: .floats(numbers)))
    }

    private mutating func whole(_ name: String, _ rows: Int, _ columns: Int, _ chance: inout SeededGenerator) {
        let numbers = (0..<rows * columns).map { _ in Int8.random(in: -127...127, using: &chance) }
        tensors.append(Tensor(name: name, shape: [rows, columns], numbers: .whole(numbers)))
    }

    private mutating func linear(_ name: String, _ outputs: Int, _ inputs: Int, _ chance: inout SeededGenerator) {
        whole("\(name).weight", outputs, inputs, &chance)
        floats("\(name).scale", [outputs], 0.001...0.002, &chance)
        floats("\(name).bias", [outputs], -0.1...0.1, &chance)
    }

    private mutating func norm(_ name: String, _ chance: inout SeededGenerator) {
        floats("\(name).weight", [Self.width], 0.8...1.2, &chance)
        floats("\(name).bias", [Self.width], -0.1...0.1, &chance)
    }
}
