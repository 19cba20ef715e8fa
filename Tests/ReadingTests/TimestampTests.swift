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

    @Test(arguments: [
        ("Mon, 04 Mar 2024 05:06:07 +0100", "2024-03-04T05:06:07+01:00"), ("4 Mar 24 05:06 EST", "2024-03-04T05:06:00-05:00"),
        ("Mon, 04 Mar 2024 05:06:07 GMT", "2024-03-04T05:06:07Z"), ("Fri, 1 Jan 99 00:00:00 PDT", "1999-01-01T00:00:00-07:00"),
        ("Monday, 04 March 2024 05:06:07 CEST", "2024-03-04T05:06:07+02:00"), ("04 Mar 2024 05:06:07 XYZ", "2024-03-04"),
        ("04 Mar 2024", "2024-03-04"),
        ("Mon, 04 Mar 2024 25:06:07 GMT", "2024-03-04"),
    ])
    func `become RFC 3339 from RFC 822`(value: String, expected: String) { #expect(Timestamp.normalized(value) == expected) }

    @Test(arguments: [
        ("20240304T050607+0100", "2024-03-04T05:06:07+01:00"), ("20240304T050607Z", "2024-03-04T05:06:07Z"), ("20240304", "2024-03-04"),
        ("20240304T050607", "2024-03-04"), ("2024-03-04", "2024-03-04"), ("20240304050607Z", "2024-03-04T05:06:07Z"),
    ])
    func `become RFC 3339 from the basic format of agencies`(value: String, expected: String) {
        #expect(Timestamp.compact(value) == expected)
    }

    @Test(arguments: ["31 Feb 2024 00:00 GMT", "Mon, 04 Foo 2024", "99 Mar 2024", "4 Mar 024", "-4 Mar 2024"])
    func `are left out where no calendar has them`(value: String) { #expect(Timestamp.normalized(value) == nil) }

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

@Suite struct `Declared languages` {
    @Test(arguments: [
        ("en-us", "en-US"), ("EN", "en"), ("zh-hant-tw", "zh-Hant-TW"), ("de_AT", "de-AT"), (" fr ", "fr"), ("und", nil), ("english", nil),
        ("", nil),
        ("en-", "en"), ("e", nil), ("x-default", nil),
    ])
    func `are tags of BCP 47 or none`(value: String, expected: String?) { #expect(LanguageTag.normalized(value) == expected) }
}
