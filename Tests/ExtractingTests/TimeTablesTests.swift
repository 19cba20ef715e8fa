// SPDX-License-Identifier: Apache-2.0

import Documents
import Extracting
import Language
import Testing

/// The expressions in a sentence, each as "its text = its value", or "its text ?" where there is no value.
private func read(_ string: String, published: String? = "2026-11-24", language: String? = nil) -> [String] {
    let text = Text(string)
    let tokenized = TokenizedText(text, sentences: nil, paragraphs: nil)
    return TimeFinder.times(in: tokenized, published: published, dateline: nil, language: language).map {
        "\(text.string($0.span)) \($0.value.map { "= \($0)" } ?? "?")"
    }
}

/// The 24th of November 2026, the day that all is counted from, is a Tuesday in week 48.
@Suite struct `Tables of times` {
    @Test(arguments: [
        ("The envoys will meet Friday.", ["Friday = 2026-11-27"]),
        ("The envoys met Friday.", ["Friday = 2026-11-20"]),
        ("On Friday, the envoys will meet.", ["Friday = 2026-11-27"]),
        ("He said Monday that talks resume Thursday.", ["Monday = 2026-11-23", "Thursday = 2026-11-26"]),
        ("The court is to rule Wednesday.", ["Wednesday = 2026-11-25"]),
        ("A deal to be signed in March was leaked.", ["March = 2027-03"]),
        ("In September, it announced plans to expand.", ["September = 2026-09"]),
        ("He was hired on Jan. 31.", ["Jan. 31 = 2026-01-31"]),
        ("The dividend is payable Sept. 2.", ["Sept. 2 = 2027-09-02"]),
    ])
    func `follow the verb beside them`(sentence: String, expected: [String]) { #expect(read(sentence) == expected) }

    @Test(arguments: [
        ("It closed in nineteen ninety-seven.", ["nineteen ninety-seven = 1997"]),
        ("It shut by the year two thousand.", ["the year two thousand = 2000"]),
        ("It shone in the nineties and the late '80s.", ["the nineties = 199", "the late '80s = 198"]),
        ("Prices of the mid-1990s returned.", ["the mid-1990s = 199"]),
        ("Its 1996 earnings and 1997 sales fell.", ["1996 = 1996", "1997 = 1997"]),
        ("FY2024 and fiscal 2023 costs grew.", ["FY2024 = 2024", "fiscal 2023 = 2023"]),
        ("It ran from 1991 to 1995, then in 2001-14.", ["1991 = 1991", "1995 = 1995", "2001 = 2001", "14 = 2014"]),
        ("It fell in both 1990 and 1991.", ["1990 = 1990", "1991 = 1991"]),
        ("A nineteenth-century mill of the 20th century.", ["nineteenth-century = 18", "the 20th century = 19"]),
    ])
    func `read years, decades and centuries in digits and words`(sentence: String, expected: [String]) {
        #expect(read(sentence) == expected)
    }

    @Test(arguments: [
        "The 1500 people left, and in 1500 people trust.", "About 2000 were hurt.", "They sold 1996 shares.", "He is in his fifties.",
        "Call 555-2014-99 on Highway 2014.", "It may be a long march under the sun.", "Release 2.15.2017 came, then version 1.2.2017.",
        "They score 3-4-05 at halftime.", "He reads USA Today.", "Come as soon as you can.", "April Jones sang on Easter Island.",
        "A 37-year-old man and one 32 years old.", "Two thousand people came.",
    ])
    func `are not seen in counts, names and versions`(sentence: String) { #expect(read(sentence) == []) }

    @Test(arguments: [
        (
            "Profit rose in the third quarter from the year-earlier quarter.",
            ["the third quarter = 2026-Q3", "the year-earlier quarter = 2025-Q3"]
        ),
        ("Third-quarter sales doubled from a year ago.", ["Third-quarter = 2026-Q3", "a year ago = 2025-Q3"]),
        ("Net for the nine months beat that of a year earlier.", ["the nine months = P9M", "a year earlier = 2025"]),
        ("It lost money in last year's second quarter.", ["last year's second quarter = 2025-Q2"]),
        ("In the corresponding period last year it lost.", ["the corresponding period last year = 2025-Q3"]),
        ("Sales fell in the current quarter.", ["the current quarter = 2026-Q4"]),
        ("Q3 2025 was good, the last half of 2024 better.", ["Q3 2025 = 2025-Q3", "the last half of 2024 = 2024-H2"]),
        ("Output for the full year was flat.", ["the full year = 2026"]),
        ("She was player of the year.", []),
        ("The plant opens by year's end.", ["year's end = 2026"]),
    ])
    func `read the periods of business reports`(sentence: String, expected: [String]) { #expect(read(sentence) == expected) }

    @Test(arguments: [
        ("It was signed on Jan. 5, 2001. The next day they fought.", ["Jan. 5, 2001 = 2001-01-05", "The next day = 2001-01-06"]),
        ("In 1998 it grew, and two years earlier it shrank.", ["1998 = 1998", "two years earlier = 1996"]),
        ("On May 3, 2010, it sank; 10 days later it rose.", ["May 3, 2010 = 2010-05-03", "10 days later = 2010-05-13"]),
        ("It opened in 1994 and closed that year.", ["1994 = 1994", "that year = 1994"]),
        ("They sailed two years ago.", ["two years ago = 2024"]),
        ("They left the next day.", ["the next day ?"]),
        ("It happened several years ago.", ["several years ago = PAST_REF"]),
    ])
    func `that a story counts from its own dates do so`(sentence: String, expected: [String]) { #expect(read(sentence) == expected) }

    @Test(arguments: [
        ("Open 3-5 May 2027.", ["3 = 2027-05-03", "5 May 2027 = 2027-05-05"]),
        ("Open December 3-5.", ["December 3 = 2026-12-03", "5 = 2026-12-05"]),
        ("On Nov. 14, 15 people died.", ["Nov. 14 = 2026-11-14"]),
        ("It lasts two to six days.", ["two = P2D", "six days = P6D"]),
    ])
    func `in a range are two`(sentence: String, expected: [String]) { #expect(read(sentence) == expected) }

    @Test(arguments: [
        ("It fell more than four hours later than at 9am GMT.", ["more than four hours later = PT4H", "9am GMT = 2026-11-24T09:00"]),
        ("It struck at 0300 local time.", ["0300 local time = 2026-11-24T03:00"]),
        ("It ends at 5 p.m. EST, Dec. 6.", ["5 p.m. EST, Dec. 6 = 2026-12-06T17:00"]),
        ("Lunch is at 2.15pm.", ["2.15pm = 2026-11-24T14:15"]),
        ("Saved 2017-05-27T10:00:00Z.", ["2017-05-27T10:00:00Z = 2017-05-27T10:00:00Z"]),
        ("Saved 2017-05-27 10:00:00+02:00.", ["2017-05-27 10:00:00+02:00 = 2017-05-27T10:00:00+02:00"]),
        ("On D+3 they moved.", ["D+3 ?"]),
    ])
    func `of day have their clock`(sentence: String, expected: [String]) { #expect(read(sentence) == expected) }

    @Test(
        arguments: [
            ("Dated 5/4/2017.", nil, ["5/4/2017 ?"]),
            ("Dated 5/4/2017.", "en-GB", ["5/4/2017 = 2017-04-05"]),
            ("Dated 5/4/2017.", "en-US", ["5/4/2017 = 2017-05-04"]),
            ("Dated 5/4/2017.", "en", ["5/4/2017 ?"]),
            ("Dated 5/4/2017, paid 27/4/2017.", nil, ["5/4/2017 = 2017-04-05", "27/4/2017 = 2017-04-27"]),
            ("Dated 5/4/2017, paid 4/27/2017.", "en-GB", ["5/4/2017 = 2017-05-04", "4/27/2017 = 2017-04-27"]),
            ("Dated 5/4/2017, paid 4/27/2017 or 27/4/2017.", "en-US", ["5/4/2017 ?", "4/27/2017 = 2017-04-27", "27/4/2017 = 2017-04-27"]),
            ("Dated 7/7/2017 and 1.2.2017.", nil, ["7/7/2017 = 2017-07-07", "1.2.2017 = 2017-02-01"]),
            ("Sent 11-02-89 1523EDT.", nil, ["11-02-89 = 1989-11-02", "1523EDT = 2026-11-24T15:23"]),
        ] as [(String, String?, [String])])
    func `in digits have the order that the article shows`(sentence: String, language: String?, expected: [String]) {
        #expect(read(sentence, language: language) == expected)
    }

    @Test func `whose order nothing shows say what they could be`() {
        let text = TokenizedText(Text("Dated 5/4/2017."), sentences: nil, paragraphs: nil)
        let found = TimeFinder.times(in: text, published: nil, dateline: nil)
        #expect(found.map(\.reason) == ["it could be 2017-04-05 or 2017-05-04"])
    }

    @Test(arguments: [
        ("They march each July and every other week.", ["each July = XXXX-07", "every other week = P2W"]),
        ("It flies Monday nights, 40 flights a week.", ["Monday nights = XXXX-WXX-1TNI", "a week = P1W"]),
        ("An 8-month-old truce held.", ["8-month-old = P8M"]),
        ("It grew in recent years and will in coming months.", ["recent years = PAST_REF", "coming months = FUTURE_REF"]),
        ("It lasts at least 20 more years.", ["at least 20 more years = P20Y"]),
        ("Paid over the next year or so.", ["the next year or so = 2027"]),
        ("Due at the end of next week.", ["the end of next week = 2026-W49"]),
        ("Open last Easter and Christmas Eve.", ["last Easter = 2026-04-05", "Christmas Eve = 2026-12-24"]),
        ("It closed on Thanksgiving 1998 and Labor Day 2024.", ["Thanksgiving 1998 = 1998-11-26", "Labor Day 2024 = 2024-09-02"]),
        ("It is, at present, quiet.", ["at present = PRESENT_REF"]),
        ("It rained last winter.", ["last winter = 2025-WI"]),
    ])
    func `that recur, last or are feasts have their value`(sentence: String, expected: [String]) { #expect(read(sentence) == expected) }
}
