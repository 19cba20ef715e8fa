// SPDX-License-Identifier: Apache-2.0

import TestKit
import Testing

@testable import Extracting

@Suite struct `Numbers in digits` {
    @Test(arguments: [
        ("7", 7), ("0012", 12), ("12.5", 12.5), ("0.1", 0.1), ("760,000", 760_000), ("1,234,567.25", 1_234_567.25), ("1,50,000", 150_000),
        ("123456789012345", 123_456_789_012_345), ("3.14159265358979", 3.14159265358979),
    ])
    func `are read with their groups`(digits: String, value: Double) { #expect(NumberWords.digits(digits[...]) == value) }

    @Test(arguments: ["", ",", "1,2", "1234,567", "12,34", "1.2.3", "1,,000", "1234567890123456", "12a", "½", "10:30", ",000"])
    func `are none where the groups are those of something else`(digits: String) { #expect(NumberWords.digits(digits[...]) == nil) }

    @Test func `have the value that the library reads`() {
        var chance = SeededGenerator(seed: 20)
        for _ in 0..<2000 {
            let whole = Int.random(in: 0..<1_000_000_000, using: &chance)
            let decimals = Int.random(in: 0..<100_000, using: &chance)
            let written = "\(whole).\(decimals)"
            #expect(NumberWords.digits(written[...]) == Double(written), "\(written)")
        }
    }
}
