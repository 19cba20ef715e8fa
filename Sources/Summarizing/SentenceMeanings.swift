// SPDX-License-Identifier: Apache-2.0

internal import Encoding

/// What the encoder says that each sentence means.
struct SentenceMeanings {
    private let width: Int
    private let values: [Float]

    init(_ encoded: EncodedText) {
        width = encoded.width
        values = encoded.meanings
    }

    /// Of length 1.
    subscript(sentence: Int) -> ArraySlice<Float> { values[sentence * width..<(sentence + 1) * width] }

    /// The mean direction of some sentences, of length 1: what they say together.
    func center(of sentences: [Int]) -> ArraySlice<Float> {
        var sum = [Float](repeating: 0, count: width)
        for sentence in sentences {
            for (column, value) in self[sentence].enumerated() { sum[column] += value }
        }
        return UnitVector.of(sum)[...]
    }
}
