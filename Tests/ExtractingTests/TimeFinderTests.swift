// SPDX-License-Identifier: Apache-2.0

import Documents
import Extracting
import Language
import Testing

private func times(_ string: String, published: String? = nil, dateline: Dateline? = nil) -> [(text: String, found: TimeExpression)] {
    let text = Text(string)
    let tokenized = TokenizedText(text, sentences: nil, paragraphs: nil)
    return TimeFinder.times(in: tokenized, published: published, dateline: dateline).map { (text.string($0.span), $0) }
}

@Suite struct `Times` {
    /// The 24th of November 2026 is a Tuesday.
    private static let day = "2026-11-24T08:00:00Z"

    @Test(arguments: [
        ("The bridge fell on May 27, 2017, at night.", "May 27, 2017", "2017-05-27"),
        ("It was signed on 27 May 2017 in Bern.", "27 May 2017", "2017-05-27"),
        ("It was signed on the 3rd of March 1998.", "the 3rd of March 1998", "1998-03-03"),
        ("Filed 2017-05-27 by the desk.", "2017-05-27", "2017-05-27"),
        ("Filed 27/05/2017 by the desk.", "27/05/2017", "2017-05-27"),
        ("They met on Saturday, Nov. 7, 2026, in Oslo.", "Saturday, Nov. 7, 2026", "2026-11-07"),
        ("He was elected in May 2015.", "May 2015", "2015-05"),
        ("He was elected in 2015.", "2015", "2015"),
        ("Prices rose in the 1990s and fell.", "the 1990s", "199"),
        ("A church of the 19th century burned.", "the 19th century", "18"),
        ("Output fell in the third quarter of 2014.", "the third quarter of 2014", "2014-Q3"),
        ("It opened in the summer of 2012.", "the summer of 2012", "2012-SU"),
    ])
    func `that name a date have its value without any anchor`(sentence: String, text: String, value: String) {
        let found = times(sentence)
        #expect(found.map(\.text) == [text])
        #expect(found.first?.found.value == value)
        #expect(found.first?.found.kind == .date)
        #expect(found.first?.found.anchor == nil)
    }

    @Test(arguments: [
        ("He left on Friday.", "Friday", "2026-11-20"),
        ("He left on Tuesday.", "Tuesday", "2026-11-24"),
        ("He will leave on Friday.", "Friday", "2026-11-27"),
        ("She spoke yesterday.", "yesterday", "2026-11-23"),
        ("Voters choose tomorrow.", "tomorrow", "2026-11-25"),
        ("It rained last week.", "last week", "2026-W47"),
        ("It rained last month.", "last month", "2026-10"),
        ("It rained earlier this year.", "earlier this year", "2026"),
        ("The war began two years ago.", "two years ago", "2024"),
        ("It was closed three months ago.", "three months ago", "2026-08"),
        ("It opened on Sept. 30.", "Sept. 30", "2026-09-30"),
        ("It opened on January 5.", "January 5", "2027-01-05"),
        ("It was built in December.", "December", "2025-12"),
        ("Rain fell last night.", "last night", "2026-11-23TNI"),
        ("They met at 9 p.m. Monday.", "9 p.m. Monday", "2026-11-23T21:00"),
        ("They closed for the weekend.", "the weekend", "2026-W47-WE"),
    ])
    func `that are relative are counted from the day of publication`(sentence: String, text: String, value: String) {
        let found = times(sentence, published: Self.day)
        #expect(found.map(\.text) == [text])
        #expect(found.first?.found.value == value)
        #expect(found.first?.found.anchor == "published")
    }

    @Test(arguments: ["He left on Friday.", "She spoke yesterday.", "It rained last month.", "It was built in December."])
    func `that are relative stay without value where nothing dates the article`(sentence: String) {
        let found = times(sentence)
        #expect(found.count == 1)
        #expect(found.first?.found.value == nil)
        #expect(found.first?.found.reason?.isEmpty == false)
    }

    @Test func `are counted from the dateline where there is no other date`() {
        let found = times("He left on Friday.", dateline: Dateline(place: "Oslo", date: "2026-11-24"))
        #expect(found.first?.found.value == "2026-11-20")
        #expect(found.first?.found.anchor == "dateline")
    }

    @Test(arguments: [
        ("It lasted three years.", "three years", "P3Y", TimeExpression.Kind.duration),
        ("It took 24 hours.", "24 hours", "PT24H", .duration),
        ("It took several months.", "several months", "PXM", .duration),
        ("They signed a five-year plan.", "five-year", "P5Y", .duration),
        ("It lasted more than twenty-one days.", "more than twenty-one days", "P21D", .duration),
        ("They meet every Monday.", "every Monday", "XXXX-WXX-1", .set),
        ("It is checked annually.", "annually", "P1Y", .set),
    ])
    func `that last or recur have their kind`(sentence: String, text: String, value: String, kind: TimeExpression.Kind) {
        let found = times(sentence)
        #expect(found.map(\.text) == [text])
        #expect(found.first?.found.value == value)
        #expect(found.first?.found.kind == kind)
    }

    @Test(arguments: [
        "It may rain.", "Theresa May spoke.", "They march on.", "The second man fell.", "About 2000 people came.", "An 18-year-old won.",
        "Sun and sea.", "Call 555-2014-99 now or never"[...].description.replacing(" now or never", with: ""), "It costs $2014 in all.",
    ])
    func `are not seen where there are none`(sentence: String) {
        #expect(times(sentence, published: Self.day).isEmpty)
    }

    @Test(arguments: ["2026-02-30", "0000-00-00", "9999999999-01-01", "soon", ""])
    func `survive an anchor that is none`(published: String) {
        #expect(times("He left on Friday.", published: published).first?.found.value == nil)
    }
}
