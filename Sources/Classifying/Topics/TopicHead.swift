// SPDX-License-Identifier: Apache-2.0

internal import Encoding

/// The weights that read Media Topics from the encoder's sentence vectors: tables `topics`, `topics.mean` and `topics.scale` of the model's file.
///
/// `Models/topics/head.py` makes them. A row of `topics` for each top-level topic, then one a concept in the order of the vocabulary's codes.
struct TopicHead: Sendable {
    private let rows: EncoderTable
    /// Of open text: what every sentence shares says nothing of its topic.
    private let mean: ArraySlice<Float>
    private let added: ArraySlice<Float>
    private let factors: ArraySlice<Float>

    /// `nil` where the model has no such tables, or tables of another vocabulary.
    init?(_ encoder: Encoder) {
        let tables: [EncoderTable]
        do {
            tables = try ["topics", "topics.mean", "topics.scale"].compactMap { name throws(EncoderError) in try encoder.table(name) }
        } catch {
            return nil
        }
        guard tables.count == 3 else { return nil }
        let (rows, mean, scale) = (tables[0], tables[1], tables[2])
        guard rows.rows == MediaTopics.topCount + MediaTopics.codes.count, rows.columns == encoder.width, mean.rows == 1,
            mean.columns == rows.columns, scale.rows == 2, scale.columns == rows.rows
        else { return nil }
        self.rows = rows
        self.mean = mean.row(0)
        added = scale.row(0)
        factors = scale.row(1)
    }

    /// Takes the mean of open text off a sentence's vector and brings it to length one, so that every sentence has one voice.
    func centred(_ vector: ArraySlice<Float>) -> [Float] { UnitVector.of(zip(vector, mean).map { $0 - $1 }) }

    /// Of each top-level topic the logit, given a centred vector.
    func tops(_ vector: [Float]) -> [Float] { (0..<MediaTopics.topCount).map { value(row: $0, vector) } }

    /// How near a concept is to a centred vector, in spreads above what open text has.
    ///
    /// - Parameter concept: index into `MediaTopics.codes`.
    func nearness(of concept: Int, _ unit: [Float]) -> Float { value(row: MediaTopics.topCount + concept, unit) }

    /// How much a sentence says for a top-level topic or a concept, for comparing sentences.
    func weight(top: Int, _ vector: [Float]) -> Float { product(top, vector) }
    func weight(concept: Int, _ vector: [Float]) -> Float { product(MediaTopics.topCount + concept, vector) }

    private func value(row: Int, _ vector: [Float]) -> Float {
        (product(row, vector) + added[added.startIndex + row]) * factors[factors.startIndex + row]
    }

    private func product(_ row: Int, _ vector: [Float]) -> Float {
        zip(rows.row(row), vector).reduce(0) { $0 + $1.0 * $1.1 }
    }
}
