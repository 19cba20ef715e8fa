// SPDX-License-Identifier: Apache-2.0

import Documents
import Language
import Stages
import Testing

@testable import Extracting

@Suite struct `Names of one thing` {
    static func entities(_ string: String, headline: String? = nil) throws -> [Entity] {
        let text = TokenizedText(Text(string), sentences: nil, paragraphs: nil)
        return EntityResolver().entities(from: try NameFinder.mentions(in: text), in: text, headline: headline)
    }

    static func entities(_ string: String, _ mentions: [(String, Entity.Kind)]) -> [Entity] {
        let text = TokenizedText(Text(string), sentences: nil, paragraphs: nil)
        return EntityResolver().entities(from: text.mentions(mentions), in: text)
    }

    @Test func `are one organization under all its aliases`() throws {
        let entities = try Self.entities(
            "Fighters of the Islamic State group fled. ISIS denied it, while Isis and ISIL, or IS, or Daesh, are one.")
        #expect(entities.map(\.name) == ["Islamic State group"])
        #expect(entities[0].aliases == ["Islamic State", "ISIS", "Isis", "ISIL", "IS", "Daesh"])
        #expect(entities[0].wikidata == "Q2429253")
    }

    @Test func `share a country by its abbreviations`() throws {
        let entities = try Self.entities("The United States and the U.S. and the USA and the US agreed with Britain.")
        #expect(entities.map(\.name) == ["United States", "United Kingdom"] || entities.first?.mentions.count == 4)
        #expect(entities.first?.country == "US")
    }

    @Test func `keep two people of one surname apart`() {
        let text = "Anna Weber spoke first. Weber smiled. Then Karl Weber rose. Weber frowned."
        let people = Self.entities(
            text, [("Anna Weber", .person), ("Weber", .person), ("Karl Weber", .person), ("Weber", .person)])
        #expect(people.map(\.name) == ["Anna Weber", "Karl Weber"])
        #expect(people.map(\.mentions.count) == [2, 2])
    }

    @Test func `follow the definition of an acronym`() {
        let found = Self.entities(
            "The Northern Tidal Office (NTO) said so. NTO staff agreed.",
            [("Northern Tidal Office", .organization), ("NTO", .organization), ("NTO", .organization)])
        #expect(found.map(\.name) == ["Northern Tidal Office"])
        #expect(found[0].aliases == ["NTO"])
    }

    @Test func `are one with and without article and hyphen`() {
        let found = Self.entities(
            "Zubani and al-Zubani and Al-Zubani", [("Zubani", .location), ("al-Zubani", .location), ("Al-Zubani", .location)])
        #expect(found.count == 1)
        #expect(found[0].mentions.count == 3)
    }

    @Test func `are one in singular and plural of a people`() {
        let found = Self.entities("Iraqi troops met Iraqis.", [("Iraqi", .group), ("Iraqis", .group)])
        #expect(found.map(\.country) == ["IQ"])
    }

    @Test func `carry facts only where they are sure`() {
        let found = Self.entities("Baghdad, Springfield", [("Baghdad", .location), ("Springfield", .location)])
        #expect(found[0].country == "IQ")
        #expect(found[0].coordinates != nil)
        #expect(found[1].coordinates == nil)
    }

    @Test func `are numbered by first mention and weighed from nought to one`() throws {
        let found = try Self.entities("Oslo welcomed Marta Olsen. Olsen thanked Oslo. Oslo slept.", headline: "Oslo hosts guests")
        #expect(found.map(\.id) == ["e1", "e2"])
        #expect(found[0].salience == 1)
        #expect(found[1].salience < found[0].salience && found[1].salience > 0)
    }

    @Test func `come out of the stage within its contract`() {
        let text = Text("The UN spoke in Mosul. U.N. staff left Mosul with Jane Doe.")
        let document = Document(
            id: "sha256:0", source: Source(name: "a.txt", mediaType: "text/plain", charset: "UTF-8", bytes: text.count, sha256: ""),
            text: text,
            sourceMap: .identity(count: text.count), annotations: [.sentences([text.whole])])
        let (result, findings) = StageConformance.run(ExtractStage.self, on: document)
        #expect(findings.isEmpty)
        #expect(result.entities?.map(\.name) == ["United Nations", "Mosul", "Jane Doe"])
        #expect(StageConformance.findings(about: ExtractStage.self).isEmpty)
    }
}
