// SPDX-License-Identifier: Apache-2.0

import Files
import Testing

@Suite struct `A file name` {
    @Test(arguments: [
        (Array("plain.txt".utf8), "plain.txt"),
        (Array("Überblick – 2.txt".utf8), "Überblick – 2.txt"),
        (Array("two\nlines".utf8), "two\\x0Alines"),
        (Array("back\\slash".utf8), "back\\\\slash"),
        ([0x61, 0xFF, 0x62], "a\\xFFb"),
        ([0xC3], "\\xC3"),
        ([0xE2, 0x80, 0xAE, 0x61], "\\xE2\\x80\\xAEa"),
    ]) func `is printed on one line without losing a byte`(bytes: [UInt8], printed: String) throws {
        #expect(try #require(FileName(bytes)).description == printed)
    }

    @Test(arguments: ["", ".", "..", "a/b", "a\0b"]) func `is none that leads elsewhere`(name: String) { #expect(FileName(name) == nil) }

    @Test func `of a path may not climb`() {
        #expect(RelativePath("a/../b") == nil)
        #expect(RelativePath("a//b")?.description == "a/b")
    }
}

@Suite struct `A timestamp` {
    @Test(arguments: [
        (0, 0, "1970-01-01T00:00:00.000Z"),
        (951_782_400, 999_999_999, "2000-02-29T00:00:00.999Z"),
        (1_709_251_199, 5_000_000, "2024-02-29T23:59:59.005Z"),
        (-1, 0, "1969-12-31T23:59:59.000Z"),
        (-62_167_219_200, 0, "0000-01-01T00:00:00.000Z"),
        (4_107_542_399, 0, "2100-02-28T23:59:59.000Z"),
        (Int.max, 0, "9999-12-31T23:59:59.000Z"),
    ]) func `is written by RFC 3339`(seconds: Int, nanoseconds: Int, text: String) {
        #expect(Timestamp(secondsSince1970: seconds, nanoseconds: nanoseconds).rfc3339 == text)
    }
}
