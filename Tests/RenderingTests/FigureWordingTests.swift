// SPDX-License-Identifier: Apache-2.0

import Documents
import Testing

@testable import Rendering

@Suite struct FigureWordingTests {
    private let span = TextSpan(0, 1)

    @Test(
        arguments: [
            (7, "mo", "7 months"), (1, "mo", "1 month"), (0.5, "h", "0.5 hours"), (1, "[ft_i]", "1 foot"), (40, "[mi_i]/h", "40 mph"),
            (-3, "Cel", "−3 °C"),
            (760_000, "km2", "760,000 km²"), (12, "/10*5", "12 per 100,000"), (5, "%", "5 %"), (20, "USD", "20 USD"),
            (3, "furlong", "3 furlong"),
        ] as [(Double, String, String)])
    func `units stand in words that readers know, one and many apart`(value: Double, unit: String, words: String) {
        #expect(Wording.amount(Figure(span, value: value, unit: unit)) == words)
    }

    @Test(
        arguments: [(0.3333, "a third"), (0.6667, "two thirds"), (0.5, "a half"), (0.4286, "0.4286"), (2, "2")] as [(Double, String)])
    func `shares of a whole are said as shares, and without the unit 1`(value: Double, words: String) {
        #expect(Wording.amount(Figure(span, value: value, unit: "1")) == words)
    }

    @Test func `bounds take the unit of many, and multiples are times`() {
        #expect(Wording.amount(Figure(span, min: 1, max: 3, unit: "wk")) == "1–3 weeks")
        #expect(Wording.amount(Figure(span, min: 0.3333, unit: "1")) == "≥ a third")
        #expect(Wording.amount(Figure(span, value: 0.25, approximate: true, unit: "1")) == "≈ a quarter")
        #expect(Wording.amount(Figure(span, value: 3, unit: "1", category: "multiple")) == "3 times")
    }
}
