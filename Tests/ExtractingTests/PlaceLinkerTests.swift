// SPDX-License-Identifier: Apache-2.0

import Documents
import Language
import Testing

@testable import Extracting

@Suite struct `Places of an article` {
    /// The entities of the names given, in the order of the text, linked.
    static func linked(
        _ string: String, _ mentions: [(String, Entity.Kind)], dateline: Dateline? = nil
    ) -> [Entity] {
        let text = TokenizedText(Text(string), sentences: nil, paragraphs: nil)
        return PlaceLinker().linked(EntityResolver().entities(from: text.mentions(mentions), in: text), in: text, dateline: dateline)
    }

    /// The first entity, all names of the text being locations.
    static func place(_ string: String, _ names: String...) throws -> Entity {
        try #require(linked(string, names.map { ($0, .location) }).first)
    }

    static func isNear(_ entity: Entity, _ latitude: Double, _ longitude: Double) -> Bool {
        guard let spot = entity.coordinates else { return false }
        return (spot.latitude - latitude).magnitude < 0.5 && (spot.longitude - longitude).magnitude < 0.5
    }

    @Test(arguments: [
        ("Tripoli lies by the sea.", ["Tripoli"], "LY", 32.9, 13.2),
        (
            "Tripoli is poor, Beirut is not, and Lebanon looks on. Lebanon waits.", ["Tripoli", "Beirut", "Lebanon", "Lebanon"], "LB", 34.4,
            35.8
        ),
        ("Paris was calm.", ["Paris"], "FR", 48.9, 2.4),
        ("Paris, Texas, was calm.", ["Paris", "Texas"], "US", 33.7, -95.6),
        ("Portland, Ore., was wet.", ["Portland"], "US", 45.5, -122.7),
        ("Portland, ME, was wet.", ["Portland"], "US", 43.7, -70.3),
        ("Birmingham met Leeds and Manchester in England.", ["Birmingham", "Leeds", "Manchester", "England"], "GB", 52.5, -1.9),
        ("Birmingham is the largest city of Alabama.", ["Birmingham", "Alabama"], "US", 33.5, -86.8),
        ("Cordoba lies between Seville and Granada in Spain.", ["Cordoba", "Seville", "Granada", "Spain"], "ES", 37.9, -4.8),
        ("Cordoba lies between Rosario and Mendoza in Argentina.", ["Cordoba", "Rosario", "Mendoza", "Argentina"], "AR", -31.4, -64.2),
        ("Valencia and Alicante are in Spain.", ["Valencia", "Alicante", "Spain"], "ES", 39.5, -0.4),
        ("Valencia is west of Caracas in Venezuela.", ["Valencia", "Caracas", "Venezuela"], "VE", 10.2, -68.0),
        ("San Jose is the capital of Costa Rica.", ["San Jose", "Costa Rica"], "CR", 9.9, -84.1),
        ("San Jose is near Oakland in California.", ["San Jose", "Oakland", "California"], "US", 37.3, -121.9),
        (
            "Victoria is the capital of British Columbia, and Vancouver is its port.", ["Victoria", "British Columbia", "Vancouver"], "CA",
            48.4, -123.4
        ),
        ("Victoria, Texas, flooded.", ["Victoria", "Texas"], "US", 28.8, -97.0),
        ("Athens, Ga., sleeps.", ["Athens"], "US", 34.0, -83.4),
        ("Mosul in northern Iraq is free.", ["Mosul"], "IQ", 36.3, 43.1),
        ("London (Ontario) is not London.", ["London"], "CA", 43.0, -81.2),
    ])
    func `are found by what stands around them`(text: String, names: [String], country: String, latitude: Double, longitude: Double) throws
    {
        let place = try #require(Self.linked(text, names.map { ($0, .location) }).first)
        #expect(place.country == country)
        #expect(Self.isNear(place, latitude, longitude), "\(String(describing: place.coordinates))")
    }

    @Test(arguments: [
        ("Mosul", "IQ"), ("Mossoul", "IQ"), ("al-Mawsil", "IQ"), ("Kyiv", "UA"), ("Kiev", "UA"), ("Ar Raqqah", "SY"), ("Raqqa", "SY"),
        ("Deir ez-Zor", "SY"), ("Sana'a", "YE"), ("Sana\u{2019}a", "YE"), ("Khan Younis", "PS"), ("São Paulo", "BR"), ("Zürich", "CH"),
        ("Łódź", "PL"), ("Hodeidah", "YE"), ("City of Cleveland", "US"),
    ])
    func `have many spellings`(name: String, country: String) throws {
        let place = try Self.place("Near \(name) it rained.", name)
        #expect(place.country == country)
        #expect(place.coordinates != nil)
    }

    @Test(arguments: [
        ("Iraq", "IQ", "Q796"), ("U.S.", "US", "Q30"), ("United States", "US", "Q30"), ("Russian Federation", "RU", "Q159"),
        ("Ivory Coast", "CI", "Q1008"),
        ("Jordan", "JO", "Q810"), ("China", "CN", "Q148"), ("Mexico", "MX", "Q96"), ("California", "US", "Q99"), ("Scotland", "GB", "Q22"),
    ])
    func `that are countries and states have their item of Wikidata`(name: String, country: String, wikidata: String) throws {
        let place = try Self.place("In \(name) it rained.", name)
        #expect(place.country == country)
        #expect(place.wikidata == wikidata)
        #expect(place.coordinates != nil)
    }

    @Test func `named Georgia are told apart by their neighbours`() throws {
        let state = try Self.place("Georgia and Alabama voted, and so did Florida.", "Georgia", "Alabama", "Florida")
        #expect(state.country == "US")
        let country = try Self.place("Georgia and Armenia met in Tbilisi.", "Georgia", "Armenia", "Tbilisi")
        #expect(country.country == "GE")
        let neither = try Self.place("Georgia voted.", "Georgia")
        #expect(neither.country == nil && neither.coordinates == nil && neither.wikidata == nil)
        let proved = Self.linked(
            "Atlanta, Georgia, was hot. Georgia is large.", [("Atlanta", .location), ("Georgia", .location), ("Georgia", .location)])
        #expect(proved.map(\.country) == ["US", "US"])
    }

    @Test(arguments: ["Springfield", "Santa Maria", "Greenville", "Qwxzt"])
    func `that nothing tells apart stay without a spot`(name: String) throws {
        #expect(try Self.place("In \(name) it rained.", name).coordinates == nil)
    }

    @Test func `have their country where all in question share it`() throws {
        let place = try Self.place("Arlington is quiet, says Ohio.", "Arlington", "Ohio")
        #expect(place.country == "US")
    }

    @Test func `in a dateline are cities`() throws {
        let place = try #require(
            Self.linked(
                "WASHINGTON — The United States agreed.", [("WASHINGTON", .location), ("United States", .location)],
                dateline: Dateline(place: "WASHINGTON")
            ).first)
        #expect(Self.isNear(place, 38.9, -77))
    }

    @Test func `called provinces are no cities`() throws {
        let city = try Self.place("Kirkuk is calm.", "Kirkuk")
        let province = try Self.place("Kirkuk province is calm.", "Kirkuk")
        #expect(city.country == "IQ" && province.country == "IQ")
        #expect(city.coordinates != province.coordinates)
    }

    @Test func `that are seas and continents lie in no country`() throws {
        for name in ["Europe", "Middle East", "Red Sea", "Africa", "Soviet Union"] {
            let place = try Self.place("In \(name) it rained.", name)
            #expect(place.country == nil && place.coordinates == nil, "\(name)")
        }
    }

    @Test func `that are parts of a country have the country alone`() throws {
        let place = try Self.place("In northern Iraq it rained.", "northern Iraq")
        #expect(place.country == "IQ" && place.coordinates == nil && place.wikidata == nil)
    }

    @Test(arguments: [Entity.Kind.person, .organization, .product, .work, .event, .other])
    func `are not people or organizations`(kind: Entity.Kind) throws {
        for name in ["Washington", "Jordan", "Columbia University", "Paris", "China"] {
            let entity = try #require(Self.linked("Then \(name) spoke in Iraq.", [(name, kind), ("Iraq", .location)]).first)
            #expect(entity.country == nil && entity.coordinates == nil && entity.wikidata == nil)
        }
    }

    @Test func `that cannot be found leave the others alone`() throws {
        let alone = Self.linked("Mosul and Erbil are in Iraq.", [("Mosul", .location), ("Erbil", .location), ("Iraq", .location)])
        let beside = Self.linked(
            "Mosul and Erbil are in Iraq, Qwxzt is not.",
            [("Mosul", .location), ("Erbil", .location), ("Iraq", .location), ("Qwxzt", .location)])
        #expect(beside.prefix(3).map(\.coordinates) == alone.map(\.coordinates))
        #expect(beside.last?.coordinates == nil && beside.last?.country == nil)
    }

    @Test func `keep the user's own Wikidata number`() throws {
        let aliases = try NameAliases(["location: Qwxzt Hill (Q4115189) = Hill 70"])
        let text = TokenizedText(Text("They took Hill 70."), sentences: nil, paragraphs: nil)
        let mention = NameMention(TextSpan(10, 17), kind: .location, confidence: 0.9)
        let entities = EntityResolver(aliases: aliases).entities(from: [mention], in: text)
        #expect(PlaceLinker().linked(entities, in: text).map(\.wikidata) == ["Q4115189"])
    }

    @Test func `of a text of nothing but places are linked in linear time`() throws {
        let count = 20_000
        let string = String(repeating: "Springfield, Iraq (Paris) ", count: count)
        let text = TokenizedText(Text(string), sentences: nil, paragraphs: nil)
        let entities = (0..<count).map {
            Entity(id: "e\($0 + 1)", kind: .location, name: "Springfield", mentions: [Entity.Mention(TextSpan($0 * 26, $0 * 26 + 11))])
        }
        let elapsed = ContinuousClock().measure { _ = PlaceLinker().linked(entities, in: text) }
        #expect(elapsed < .seconds(60))
    }
}
