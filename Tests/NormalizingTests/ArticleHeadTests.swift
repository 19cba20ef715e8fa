// SPDX-License-Identifier: Apache-2.0

import Documents
import Normalizing
import Testing

@Suite struct `The head of an article` {
    private static let body =
        "The council met on Tuesday evening to talk about the new bridge over the river, and about the cost of opening it again."

    @Test(arguments: [
        ("OLDHAM, England, May 27 (Wire) - ", "Oldham, England", nil), ("OLDHAM (AB) — ", "Oldham", nil), ("OLDHAM — ", "Oldham", nil),
        ("Oldham, 3 March 2020 – ", "Oldham", "2020-03-03"), ("ST. LOUIS, Mo., Oct. 7, 2023 (AB) -- ", "St. Louis, Mo.", "2023-10-07"),
        ("NEW YORK (Wire) – ", "New York", nil), ("WASHINGTON, D.C. — ", "Washington, D.C.", nil), ("OLDHAM, Feb. 30 — ", nil, nil),
        ("The town — ", nil, nil), ("Oldham – ", nil, nil), ("Three – ", nil, nil), ("", nil, nil), ("In 2014 - ", nil, nil),
    ])
    func `gives the dateline`(head: String, place: String?, date: String?) throws {
        let document = try normalized(head + Self.body)
        #expect(document.dateline?.place == place)
        #expect(document.dateline?.date == date)
    }

    @Test(arguments: [("2017-05-28", "May 27", "2017-05-27"), ("2018-01-01T03:00:00Z", "Dec 31", "2017-12-31")])
    func `takes the year from the day of publication`(published: String, day: String, date: String) throws {
        let document = try normalized("OLDHAM, \(day) (Wire) - \(Self.body)", known: [.published(published)])
        #expect(document.dateline?.date == date)
        #expect(document.published == published)
    }

    @Test func `gives headline, byline and day`() throws {
        let document = try normalized(
            "Bridge stays closed as talks stall\n\nBy Jane Roe and John van Dale, Staff Writers\n\nMarch 3, 2020\n\n\(Self.body)")
        #expect(document.headline == "Bridge stays closed as talks stall")
        #expect(document.byline == ["Jane Roe", "John van Dale"])
        #expect(document.published == "2020-03-03")
        #expect(document.text.string.hasPrefix("Bridge"))
    }

    @Test func `lets what the file says stand`() throws {
        let document = try normalized("Bridge stays closed\n\n\(Self.body)", known: [.headline("Other")])
        #expect(document.headline == "Other")
    }

    @Test(arguments: ["The bridge is closed.", "bridge", "Dear all,", "Bridge"])
    func `takes no other line for a headline`(line: String) throws {
        let document = try normalized("\(line)\n\n\(Self.body)")
        #expect(document.headline == nil)
        #expect(document.byline == nil)
    }

    @Test func `is left to reading where the text was marked up`() throws {
        #expect(try normalized("Bridge stays closed\n\n\(Self.body)", mediaType: "text/html").headline == nil)
    }
}
