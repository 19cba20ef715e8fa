// SPDX-License-Identifier: Apache-2.0

import Testing

@testable import Reading

@Suite struct `Dates of metadata` {
    @Test(arguments: [
        ("2024-03-04", "2024-03-04"), (" 2024-03-04 ", "2024-03-04"), ("2024-03-04T05:06:07Z", "2024-03-04T05:06:07Z"),
        ("2024-03-04T05:06:07.891+0100", "2024-03-04T05:06:07+01:00"), ("2024-03-04 05:06 -05:00", "2024-03-04T05:06:00-05:00"),
        ("2024-03-04T05:06:07", "2024-03-04"), ("2024-02-29", "2024-02-29"), ("2024-03-04T24:00:00Z", "2024-03-04"),
    ])
    func `become RFC 3339`(value: String, expected: String) { #expect(Timestamp.normalized(value) == expected) }

    @Test(arguments: ["", "2023-02-29", "2024-13-01", "2024-00-10", "March 4, 2024", "4.3.2024", "20240304", "99999999999", "2024-03-04x"])
    func `are left out where a machine did not write them`(value: String) { #expect(Timestamp.normalized(value) == nil) }
}

@Suite struct `Names of authors` {
    @Test(arguments: [
        ("By Ann Writer", ["Ann Writer"]), ("Ann Writer and Bo Pen", ["Ann Writer", "Bo Pen"]), ("https://social.example/ann", []),
        ("ann@valley.example", []), ("  Ann \n Writer, ", ["Ann Writer"]), ("Byron Land", ["Byron Land"]), ("", []),
    ])
    func `are names alone`(value: String, names: [String]) { #expect(Bylines.split(value) == names) }
}
