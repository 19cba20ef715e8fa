// SPDX-License-Identifier: Apache-2.0

import Documents
import Language
import Testing

@testable import Extracting

@Suite struct `Roles and references` {
    /// Of each entity with them: its name, its role and what its pronouns and common nouns are.
    static func entities(_ string: String) throws -> [Entity] {
        let text = TokenizedText(Text(string), sentences: nil, paragraphs: nil)
        return EntityResolver().entities(from: try NameFinder.mentions(in: text), in: text)
    }

    static func references(_ string: String) throws -> [String] {
        let bytes = Array(string.utf8)
        return try entities(string).flatMap { entity in
            entity.mentions.filter { $0.kind != .name }.map { mention in
                entity.name + " = " + String(decoding: bytes[mention.span.start..<mention.span.end], as: UTF8.self)
            }
        }
    }

    @Test(arguments: [
        ("Mary Thompson said she was ready.", ["Mary Thompson = she"]),
        ("Mary Thompson met John Miller, and he left.", ["John Miller = he"]),
        ("Mark Thompson met John Miller, and he left.", []),
        ("Mary Thompson said \u{201C}she is ready\u{201D}.", []),
        ("John Miller, who lives in London, left.", ["John Miller = who"]),
    ])
    func `are led back where one person fits`(_ text: String, _ expected: [String]) throws {
        #expect(try Self.references(text) == expected)
    }

    @Test func `keep a title and an apposition as the role`() throws {
        let entities = try Self.entities("On Monday Prime Minister John Miller, a spokesman for the coalition, left London.")
        #expect(entities.first { $0.kind == .person }?.role == "Prime Minister, spokesman for the coalition")
    }
}
