// SPDX-License-Identifier: Apache-2.0

import Documents
import Language
import Stages
import Testing

@testable import Extracting

@Suite struct `Names in a sentence` {
    static func names(_ string: String, aliases: [String] = []) throws -> [String] {
        let text = Text(string)
        let mentions = try NameFinder.mentions(in: TokenizedText(text, sentences: nil, paragraphs: nil), aliases: NameAliases(aliases))
        return mentions.map { "\(text.string($0.span)):\($0.kind.rawValue)" }
    }

    @Test(arguments: [
        ("On Tuesday President Marta Olsen met Lt. Gen. Karim al-Rashid.", ["Marta Olsen:person", "Karim al-Rashid:person"]),
        ("Officials in Baghdad said Iraqi forces had left.", ["Baghdad:location", "Iraqi:group"]),
        ("The US-led coalition hit IS-held villages.", ["US:location", "IS:organization"]),
        (
            "The Ministry of Health hired staff at Queen Mary Hospital.",
            ["Ministry of Health:organization", "Queen Mary Hospital:facility"]
        ),
        ("Fishermen on Lake Victoria saw the World Cup.", ["Lake Victoria:location", "World Cup:event"]),
        ("She told us that it is late.", []),
        ("Security was tight. Police said so.", []),
        ("Who is to pay? The WHO will.", ["WHO:organization"]),
        ("Shares of Acme Widgets Inc. fell.", ["Acme Widgets Inc.:organization"]),
        ("Aid workers in the Karada and Zubair districts spoke.", ["Karada:location", "Zubair:location"]),
        ("US Secretary of State John Kerry arrived.", ["US:location", "John Kerry:person"]),
        ("The al-Nasr mosque was full.", ["al-Nasr:facility"]),
        ("Save the Children opened a clinic.", ["Save the Children:organization"]),
        ("Ludwig van der Berg lives in New York City.", ["Ludwig van der Berg:person", "New York City:location"]),
    ])
    func `are found with their kinds`(sentence: String, expected: [String]) throws {
        #expect(try Self.names(sentence) == expected)
    }

    @Test func `in capitals throughout are not guessed from small words`() throws {
        let found = try Self.names("WHO IS TO BLAME FOR IT WHEN NOBODY TELLS US")
        #expect(found.isEmpty)
    }

    @Test func `of the user's own table count as written`() throws {
        let lines = ["organization: Harbour Workers Guild (Q1) = HWG, Guild of Tides"]
        #expect(try Self.names("We asked HWG about it.", aliases: lines) == ["HWG:organization"])
        #expect(try Self.names("We asked the Harbour Workers Guild.", aliases: lines) == ["Harbour Workers Guild:organization"])
    }

    @Test(arguments: ["no sign", "planet: Mars = Red Planet", " = X"])
    func `are refused where a line of the user's table makes no sense`(line: String) {
        #expect(throws: OptionError.self) { try NameAliases([line]) }
    }

    @Test(arguments: ["", " ", ".", "-", "al-", "A.", "&", "’s", "Ministry of", "Gen.", "The", "U.S.", "\u{301}", "A.B.C.D."])
    func `need no more than a scrap of text`(scrap: String) throws {
        for mention in try Self.names(scrap) { #expect(!mention.isEmpty) }
    }

    @Test(arguments: ["Of ", "al-", "A. ", "New ", "University of ", "Mr. ", "X & ", "Iraqi ", "(", "a", "St. "])
    func `take time in proportion to a long line`(unit: String) throws {
        let text = Text(String(repeating: unit, count: 60_000))
        let mentions = try NameFinder.mentions(in: TokenizedText(text, sentences: nil, paragraphs: nil))
        var end = 0
        for mention in mentions {
            #expect(mention.span.start >= end && mention.span.end <= text.count)
            end = mention.span.end
        }
    }

    @Test func `leave every class of words its own bit`() {
        let letters = "wgGsStTrvoflLxeEdpmDNFOAnP"
        let bits = letters.map { WordTraits(letters: Substring(String($0))).rawValue }
        #expect(Set(bits).count == letters.count)
        #expect(bits.allSatisfy { $0.nonzeroBitCount == 1 })
    }
}
