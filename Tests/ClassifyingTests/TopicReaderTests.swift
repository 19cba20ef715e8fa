// SPDX-License-Identifier: Apache-2.0

import Documents
import Encoding
import Files
import Stages
import TestKit
import Testing

@testable import Classifying

/// By a tiny model whose tables are made for one text: what the numbers are for is seen, not what a real model knows.
@Suite struct `Topics by the encoder` {
    private static let text =
        "The mayor spoke of the flood in Mosul. The cafe of the mayor was flooded and the river rose. Soldiers shelled the town."
    /// Place of "conflict, war and peace" among the top-level topics, and of two concepts below it.
    private static let war = 15

    private func open(_ model: TinyModel) throws -> Encoder {
        let folder = try TemporaryFolder()
        let name = try #require(RelativePath("encoder.safetensors"))
        try LiveFileSystem().create(Place(folder.path, name), holding: model.bytes)
        // What is mapped outlives its name.
        return try Encoder(EncoderFile("\(folder.path)/encoder.safetensors"), path: .portable)
    }

    /// A model with tables, of which some rows are the text's own mean vector.
    private func encoder(pointing rows: [Int], columns: Int? = nil) throws -> ArticleEncoder {
        let document = sample(Self.text)
        let plain = try open(TinyModel())
        let encoded = try plain.encode(document.text, sentences: document.sentences ?? [], heads: [], vectors: true)
        var mean = [Float](repeating: 0, count: plain.width)
        for (place, value) in encoded.sentenceVectors.enumerated() { mean[place % plain.width] += value }
        var model = TinyModel()
        let (count, width) = (MediaTopics.topCount + MediaTopics.codes.count, columns ?? plain.width)
        var weights = [Float](repeating: 0, count: count * width)
        for row in rows { for column in 0..<min(width, plain.width) { weights[row * width + column] = mean[column] } }
        model.addTable("topics", rows: count, columns: width, weights)
        model.addTable("topics.mean", rows: 1, columns: width, [Float](repeating: 0, count: width))
        let scale = [Float](repeating: 0, count: count) + [Float](repeating: 50, count: count)
        model.addTable("topics.scale", rows: 2, columns: count, scale)
        return ArticleEncoder(try open(model))
    }

    private func topics(_ encoder: ArticleEncoder, _ options: [JSON.Member] = []) throws -> [Topic] {
        var document = sample(Self.text)
        let stage = try ClassifyStage(options: StageOptions(options, for: ClassifyStage.contract), encoder: encoder)
        try document.apply(try stage.annotate(document), writes: ClassifyStage.contract.writes)
        return document.topics ?? []
    }

    private func row(of code: String) throws -> Int { MediaTopics.topCount + (try #require(MediaTopics.codes.firstIndex(of: code))) }

    @Test func `are what the model's rows say, with the sentences that decided`() throws {
        let topics = try topics(try encoder(pointing: [Self.war]))
        #expect(topics.map(\.code) == ["medtop:16000000"])
        #expect(try #require(topics.first).confidence > 0.9)
        let why = try #require(topics.first?.why)
        #expect(!why.sentences.isEmpty && why.sentences.count <= 3)
        #expect(why.sentences == why.sentences.sorted { $0.start < $1.start })
    }

    @Test func `bring their parents with them, never less sure than they`() throws {
        // War, three levels down: conflict, war and peace; armed conflict; war.
        let deep = try #require(
            MediaTopics.codes.indices.first { MediaTopics.path(of: $0).count == 3 && MediaTopics.path(of: $0)[0] == Self.war })
        let topics = try topics(try encoder(pointing: [Self.war, MediaTopics.topCount + deep]))
        #expect(topics.map(\.code) == MediaTopics.path(of: deep).map { MediaTopics.codes[$0] })
        #expect(topics.map(\.confidence) == topics.map(\.confidence).sorted(by: >))
    }

    @Test func `below the top are named under a top-level topic of the article alone`() throws {
        let soccer = try #require(
            MediaTopics.codes.indices.first { MediaTopics.path(of: $0).count == 2 && MediaTopics.path(of: $0)[0] == 14 })
        let topics = try topics(try encoder(pointing: [Self.war, MediaTopics.topCount + soccer]))
        #expect(topics.map(\.code) == ["medtop:16000000"])
    }

    @Test(arguments: [1, 2, 3]) func `keep to their limit`(limit: Int) throws {
        let deep = try #require(
            MediaTopics.codes.indices.first { MediaTopics.path(of: $0).count == 2 && MediaTopics.path(of: $0)[0] == Self.war })
        let topics = try topics(try encoder(pointing: [Self.war, MediaTopics.topCount + deep]), [.init("topics", JSON(.integer(limit)))])
        #expect(topics.count == min(limit, 2))
    }

    @Test func `go by terms where the tables do not fit the model`() throws {
        let byTerms = try topics(ArticleEncoder(try open(TinyModel())))
        #expect(try topics(try encoder(pointing: [Self.war], columns: 32)) == byTerms)
        #expect(!byTerms.isEmpty)
        #expect(byTerms.allSatisfy { $0.why?.sentences.isEmpty == true && $0.why?.terms.isEmpty == false })
    }
}
