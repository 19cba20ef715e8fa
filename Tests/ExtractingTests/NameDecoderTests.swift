// SPDX-License-Identifier: Apache-2.0

import Documents
import Testing

@testable import Extracting

@Suite struct `Names out of labels` {
    static let labels = ["O", "B-PER", "I-PER", "B-LOC", "I-LOC"]

    @Test func `begin where the labels allow it and go on within one kind`() throws {
        let tags = try #require(NameTags(Self.labels))
        // The second word leans to the inside of a place, which no person's name goes on with.
        let logits: [Float] = [0, 9, 0, 0, 0, 0, 0, 4, 0, 5, 9, 0, 0, 0, 0]
        let names = NameDecoder(tags, logits: logits).names(in: 0..<3)
        #expect(names.map(\.words) == [0..<2])
        #expect(names.first.map { TaggedName.best($0.shares).kind } == .person)
    }

    @Test func `never begin inside`() throws {
        let tags = try #require(NameTags(Self.labels))
        #expect(NameDecoder(tags, logits: [0, 0, 9, 0, 0]).names(in: 0..<1).isEmpty)
    }

    @Test(arguments: [["O", "X-PER"], ["B-PER", "O"], ["O", "B-THING"]])
    func `are not read out of labels that are none of names`(_ labels: [String]) {
        #expect(NameTags(labels) == nil)
    }
}
