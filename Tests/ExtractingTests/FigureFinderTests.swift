// SPDX-License-Identifier: Apache-2.0

import Documents
import Extracting
import Language
import Testing

private struct Seen: Equatable {
    var text: String
    var of: String?
    var figure: Figure
}

private func figures(_ string: String) -> [Seen] {
    let text = Text(string)
    let tokenized = TokenizedText(text, sentences: nil, paragraphs: nil)
    let times = TimeFinder.times(in: tokenized, published: nil, dateline: nil)
    return FigureFinder.figures(in: tokenized, times: times, entities: []).figures.map {
        Seen(text: text.string($0.span), of: $0.of.map { text.string($0) }, figure: $0)
    }
}

@Suite struct `Figures` {
    @Test(arguments: [
        ("At least 12 miners were killed.", "At least 12", "miners", "killed"),
        ("The blast killed 45 people.", "45", "people", "killed"),
        ("The flood claimed 12 lives.", "12", "lives", "killed"),
        ("Nearly 3,400 families have fled the valley.", "Nearly 3,400", "families", "displaced"),
        ("Police arrested about 30 students.", "about 30", "students", "detained"),
        ("Two soldiers were wounded.", "Two", "soldiers", "injured"),
        ("More than 90 villagers are missing.", "More than 90", "villagers", "missing"),
        ("They dropped thousands of leaflets.", "thousands", "leaflets", "count"),
        ("Rebels hold less than 5 percent of the town.", "less than 5 percent", "the town", "percent"),
        ("The fund gave $3.5 million.", "$3.5 million", nil, "money"),
        ("The road is 40 kilometres long.", "40 kilometres", nil, "distance"),
        ("They paved 1,000km of road.", "1,000km", "road", "distance"),
        ("A third of the crop was lost.", "A third", "the crop", "share"),
        ("It ended 14-21 there.", "14-21", nil, "score"), ("They claimed a 2-1 victory on the day.", "2-1", nil, "score"),
        ("It lasted three years.", "three years", nil, "duration"), ("No one was hurt.", "No one", nil, "injured"),
        ("Debt grew tenfold.", "tenfold", nil, "multiple"), ("Kesran had 12 murders per 100,000 residents.", "12", "murders", "rate"),
        ("Floods drowned 1,50,000 chickens.", "1,50,000", "chickens", "killed"),
    ])
    func `say what is counted and what happened to it`(sentence: String, text: String, of: String?, category: String) {
        let seen = figures(sentence)
        #expect(seen.map(\.text) == [text])
        #expect(seen.first?.of == of)
        #expect(seen.first?.figure.category == category)
    }

    @Test(
        arguments: [
            ("at least 20 men", 20.0, 20.0, nil, false), ("up to 30 men", 30, nil, 30, false),
            ("as many as 200,000 men", 200_000, nil, 200_000, false),
            ("nearly 760,000 men", 760_000, nil, 760_000, true), ("about 50 men", 50, nil, nil, true),
            ("between 18 and 25 men", nil, 18, 25, false),
            ("18 to 25 men", nil, 18, 25, false), ("half a million men", 500_000, nil, nil, false), ("two dozen men", 24, nil, nil, false),
            ("2.5 million men", 2_500_000, nil, nil, false), ("three hundred and five men", 305, nil, nil, false),
            ("816 000 men", 816_000, nil, nil, false), ("4½ million men", 4_500_000, nil, nil, false),
            ("2 1/2 million men", 2_500_000, nil, nil, false), ("14-21 men", nil, 14, 21, false),
        ] as [(String, Double?, Double?, Double?, Bool)])
    func `carry their bounds`(phrase: String, value: Double?, low: Double?, high: Double?, approximate: Bool) {
        let figure = figures("Officials counted \(phrase) there.").first?.figure
        #expect(figure?.value == value)
        #expect(figure?.min == low)
        #expect(figure?.max == high)
        #expect(figure?.approximate == approximate)
    }

    @Test(arguments: [
        "It happened in 2014.", "He flew a Boeing 737 home.", "See page 12 there.", "The ship sank.2", "The F-16 landed.",
        "One of them spoke.",
        "He lives at 221 Baker Street.", "Call 020 7946 0018.", "They met at 10:30 a.m. on Friday.", "Resolution 2334 was passed.",
        "Call 555-1234 at once.",
    ])
    func `are not seen in dates, names and references`(sentence: String) {
        #expect(figures(sentence).isEmpty)
    }

    @Test(arguments: [
        ("It cost €1.3bn.", 1.3e9, "EUR"), ("It cost Rs 500 crore.", 5e9, "INR"), ("It cost A$70 million.", 7e7, "AUD"),
        ("It cost US$2.5 billion.", 2.5e9, "USD"),
        ("It cost 3 billion yen.", 3e9, "JPY"), ("It cost 75 cents.", 0.75, "USD"), ("The pit is 1.5m deep.", 1.5, "m"),
        ("It covers 350 square kilometres.", 350, "km2"), ("It used 12 kWh.", 12, "kW.h"), ("It was minus 12 degrees Celsius.", -12, "Cel"),
        ("Gusts hit 140 km/h.", 140, "km/h"), ("Rates rose 4.5%.", 4.5, "%"), ("They found 300 pounds of powder.", 300, "[lb_av]"),
    ])
    func `have units of UCUM and currencies of ISO 4217`(sentence: String, value: Double, unit: String) {
        let seen = figures(sentence)
        #expect(seen.map(\.figure.value) == [value])
        #expect(seen.first?.figure.unit == unit)
    }

    @Test func `of a part, a list and a change keep to their own nouns and verbs`() {
        let loose = figures("Shelling killed two guards and wounded 14 in 3 villages.")
        #expect(loose.map(\.figure.category) == ["killed", "injured", "count"])
        let part = figures("3 of the 7 were missing.")
        #expect(part.map(\.figure.value) == [3, 7])
        #expect(part.map(\.figure.category) == ["missing", "count"])
        #expect(figures("Rents rose from 4 to 6 percent.").map(\.figure.value) == [4, 6])
    }

    @Test(
        arguments: [
            ("At least 12 miners were killed, police said.", "police"),
            ("According to the Red Crescent, 23 miners were killed.", "the Red Crescent"),
            ("The mayor said two clinics had burned down.", "The mayor"), ("It was said that two clinics had burned down.", nil),
        ] as [(String, String?)])
    func `name who says so`(sentence: String, source: String?) {
        let text = Text(sentence)
        let tokenized = TokenizedText(text, sentences: nil, paragraphs: nil)
        let figure = FigureFinder.figures(in: tokenized, times: [], entities: []).figures.first
        #expect(figure?.assertedBy.map { text.string($0.span) } == source)
    }

    @Test func `survive numbers that no machine can hold`() {
        for text in [
            String(repeating: "9", count: 10_000), "1e999 people", "99999999999999999999 trillion trillion trillion people",
            "$1,2,3,4 people",
        ] {
            for seen in figures(text) { #expect(seen.figure.value?.isFinite != false) }
        }
    }

    @Test(arguments: [
        "One \(String(repeating: "hundred ", count: 400))people were killed.",
        "99 \(String(repeating: "billion ", count: 30))people were killed.",
    ])
    func `are not made of words that only pile up`(text: String) {
        #expect(figures(text).allSatisfy { ($0.figure.value ?? 0) <= 1e18 })
    }

    @Test func `multiply one scale by the next`() {
        #expect(figures("They lost two thousand million dollars.").first?.figure.value == 2e9)
    }

    @Test func `give a person's age behind the name`() {
        let text = Text("Jane Doe, 34, left the town.")
        let doe = Entity(id: "e1", kind: .person, name: "Jane Doe", mentions: [Entity.Mention(TextSpan(0, 8))])
        let tokenized = TokenizedText(text, sentences: nil, paragraphs: nil)
        let figures = FigureFinder.figures(in: tokenized, times: [], entities: [doe]).figures
        #expect(figures == [Figure(TextSpan(10, 12), value: 34, unit: "a", category: "age", entity: "e1")])
        #expect(FigureFinder.figures(in: tokenized, times: [], entities: []).figures.isEmpty)
    }

    @Test(arguments: ["1. Bring water.", "2) Bring water."])
    func `are not seen in the numbers of a list`(line: String) {
        #expect(figures(line).isEmpty)
    }

    @Test(.timeLimit(.minutes(1))) func `stay linear over many paragraphs`() {
        let line = "7. item\n\n"
        let count = 200_000
        let spans = (0..<count).map { TextSpan($0 * line.utf8.count, $0 * line.utf8.count + line.utf8.count - 2) }
        let tokenized = TokenizedText(Text(String(repeating: line, count: count)), sentences: nil, paragraphs: spans)
        #expect(FigureFinder.figures(in: tokenized, times: [], entities: []).figures.isEmpty)
    }

    @Test func `that disagree about the same thing are listed together`() {
        let string = "At least 20 miners were killed in the shaft. Later the union said 35 miners were killed. Nine dogs were found."
        let text = Text(string)
        let sentences = [TextSpan(0, 43), TextSpan(44, 90), TextSpan(91, text.count)]
        let tokenized = TokenizedText(text, sentences: sentences, paragraphs: nil)
        let agreeing = FigureFinder.figures(in: tokenized, times: [], entities: [])
        #expect(agreeing.conflicts.isEmpty, "at least 20 allows 35")
        let other = Text(string.replacing("At least 20", with: "Exactly 20x").replacing("20x", with: "20"))
        let changed = TokenizedText(other, sentences: nil, paragraphs: nil)
        #expect(FigureFinder.figures(in: changed, times: [], entities: []).conflicts.isEmpty, "one sentence does not contradict itself")
        let apart = TokenizedText(other, sentences: [TextSpan(0, 42), TextSpan(43, 89), TextSpan(90, other.count)], paragraphs: nil)
        #expect(FigureFinder.figures(in: apart, times: [], entities: []).conflicts == [[0, 1]])
    }
}
