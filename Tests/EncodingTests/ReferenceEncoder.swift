// SPDX-License-Identifier: Apache-2.0

import Documents
import Glibc
import TestKit

@testable import Encoding

/// The forward pass written down plainly in 64-bit floats: what the kernels have to compute, rows of activations rounded to whole numbers as there.
struct ReferenceEncoder {
    let model: TinyModel
    private let width = TinyModel.width

    /// The last layer's rows of one window.
    func states(pieces: [Int], shapes: [Int], spacings: [Int]) -> [[Double]] {
        let (words, scales) = (model.whole("embeddings.word"), model.floats("embeddings.word.scale"))
        let tables = ["type", "position", "shape", "spacing"].map { model.floats("embeddings.\($0)") }
        var rows = pieces.indices.map { row in
            (0..<width).map { column in
                Double(words[pieces[row] * width + column]) * Double(scales[pieces[row]]) + Double(tables[0][column])
                    + Double(tables[1][row * width + column]) + Double(tables[2][shapes[row] * width + column])
                    + Double(tables[3][spacings[row] * width + column])
            }
        }
        rows = norm(rows, "embeddings.norm")
        for layer in 0..<TinyModel.layers {
            let name = "layers.\(layer)"
            let even = times(rows, model.floats("\(name).attention.columns"))
            let attended = attention(
                linear(even, "\(name).attention.query"), linear(even, "\(name).attention.key"), linear(even, "\(name).attention.value"))
            rows = norm(sum(linear(attended, "\(name).attention.output"), rows), "\(name).attention.norm")
            let up = linear(times(rows, model.floats("\(name).feedforward.columns")), "\(name).feedforward.up").map {
                $0.map { 0.5 * $0 * (1 + erf($0 / 2.0.squareRoot())) }
            }
            rows = norm(sum(linear(up, "\(name).feedforward.down"), rows), "\(name).feedforward.norm")
        }
        return rows
    }

    func logits(_ row: [Double], head: String) -> [Double] {
        let (weight, bias) = (model.floats("heads.\(head).weight"), model.floats("heads.\(head).bias"))
        return bias.indices.map { label in
            (0..<width).reduce(Double(bias[label])) { $0 + row[$1] * Double(weight[label * width + $1]) }
        }
    }

    private func linear(_ rows: [[Double]], _ name: String) -> [[Double]] {
        let (weight, scale, bias) = (model.whole("\(name).weight"), model.floats("\(name).scale"), model.floats("\(name).bias"))
        return rows.map { row in
            let step = (row.map(abs).max() ?? 0) / 127
            let whole = row.map { ($0 / step).rounded(.toNearestOrEven) }
            return bias.indices.map { channel in
                let sum = row.indices.reduce(0.0) { $0 + whole[$1] * Double(weight[channel * row.count + $1]) }
                return sum * step * Double(scale[channel]) + Double(bias[channel])
            }
        }
    }

    /// Each column by its number; as they are where there are no numbers.
    private func times(_ rows: [[Double]], _ columns: [Float]) -> [[Double]] {
        columns.isEmpty ? rows : rows.map { zip($0, columns).map { $0 * Double($1) } }
    }

    private func attention(_ queries: [[Double]], _ keys: [[Double]], _ values: [[Double]]) -> [[Double]] {
        let size = width / TinyModel.attentionHeads
        return queries.map { query in
            (0..<width).map { column in
                let head = column / size * size..<(column / size + 1) * size
                let scores = keys.map { key in head.reduce(0.0) { $0 + query[$1] * key[$1] } / Double(size).squareRoot() }
                let most = scores.max() ?? 0
                let weights = scores.map { exp($0 - most) }
                return zip(weights, values).reduce(0.0) { $0 + $1.0 * $1.1[column] } / weights.reduce(0, +)
            }
        }
    }

    private func norm(_ rows: [[Double]], _ name: String) -> [[Double]] {
        let (weight, bias) = (model.floats("\(name).weight"), model.floats("\(name).bias"))
        return rows.map { row in
            let mean = row.reduce(0, +) / Double(row.count)
            let variance = row.reduce(0.0) { $0 + ($1 - mean) * ($1 - mean) } / Double(row.count)
            return row.indices.map { (row[$0] - mean) / (variance + 1e-12).squareRoot() * Double(weight[$0]) + Double(bias[$0]) }
        }
    }

    private func sum(_ one: [[Double]], _ other: [[Double]]) -> [[Double]] { zip(one, other).map { zip($0, $1).map(+) } }
}
