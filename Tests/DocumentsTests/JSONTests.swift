// SPDX-License-Identifier: Apache-2.0

import Documents
import TestKit
import Testing

@Suite struct `JSON text` {
    private func written(_ json: JSON, _ layout: JSONWriter.Layout = .compact) -> [UInt8] {
        var writer = JSONWriter(layout: layout)
        writer.json(json)
        return writer.bytes
    }

    private func value(_ depth: Int, _ random: inout SeededGenerator) -> String {
        switch Int.random(in: 0..<(depth > 0 ? 8 : 6), using: &random) {
        case 0: return "null"
        case 1: return Bool.random(using: &random) ? "true" : "false"
        case 2: return String(Int.random(in: Int.min...Int.max, using: &random))
        case 3: return "\(Double.random(in: -1e300...1e300, using: &random))"
        case 4, 5: return quoted(&random)
        case 6: return "[" + (0..<Int.random(in: 0..<4, using: &random)).map { _ in value(depth - 1, &random) }.joined(separator: ",") + "]"
        default:
            return "{"
                + (0..<Int.random(in: 0..<4, using: &random)).map { "\"k\($0)\":" + value(depth - 1, &random) }.joined(separator: ",") + "}"
        }
    }

    private func quoted(_ random: inout SeededGenerator) -> String {
        var writer = JSONWriter()
        writer.string(random.string(upTo: 12, from: Array("a\"\\/\u{0}\u{1F}\n\t\r\u{7F}é漢🙂".unicodeScalars)))
        return String(decoding: writer.bytes, as: UTF8.self)
    }

    @Test(arguments: 0..<100 as Range<UInt64>)
    func `comes back as it was written`(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        let first = try JSONParser.parse(value(5, &random))
        let compact = written(first)
        #expect(written(try JSONParser.parse(compact)) == compact, "seed \(seed)")
        #expect(written(try JSONParser.parse(written(first, .readable))) == compact, "seed \(seed)")
    }

    @Test(arguments: 0..<200 as Range<UInt64>)
    func `never crashes on noise`(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        let text = random.string(upTo: 24, from: Array("{}[]\",:\\u0dD8c-+.eE1 tfn\n\u{FEFF}é".unicodeScalars))
        do {
            _ = try JSONParser.parse(text)
        } catch {
            #expect(error.offset >= 0 && error.offset <= text.utf8.count, "seed \(seed)")
            #expect(!error.problem.isEmpty && !error.remedy.isEmpty)
        }
    }

    @Test(arguments: [
        ("", 0), ("[1,]", 3), ("{\"a\":1,}", 7), ("{'a':1}", 1), ("[1 2]", 3), ("\"a", 0), ("\"\\x\"", 1), ("\"\\u12G4\"", 3), ("01", 1),
        ("-", 1), ("1.", 2), ("1e", 2), ("1e999", 0), ("nul", 0), ("[] []", 3), ("// a", 0), ("\"a\nb\"", 2), ("{\"a\":1,\"a\":2}", 7),
        ("[[1]", 4),
    ])
    func `says where it is wrong`(text: String, offset: Int) {
        let error = #expect(throws: JSONError.self) { try JSONParser.parse(text) }
        #expect(error?.offset == offset, "\(text): \(error?.problem ?? "")")
    }

    @Test(arguments: [
        (#""\uD83D\uDE42""#, "🙂"), (#""\uD83D""#, "\u{FFFD}"), (#""\uDE42""#, "\u{FFFD}"), (#""\uD83Dx""#, "\u{FFFD}x"),
        (#""\uD83D\u0041""#, "\u{FFFD}A"), (#""\uD83D\uD83D\uDE42""#, "\u{FFFD}🙂"), (#""\u0000""#, "\u{0}"), (#""\/\b\f""#, "/\u{8}\u{C}"),
    ])
    func `survives lone surrogates`(text: String, string: String) throws {
        #expect(try JSONParser.parse(text).string == string)
    }

    @Test func `has a greatest depth`() throws {
        let depth = JSONParser.maximumDepth
        _ = try JSONParser.parse(String(repeating: "[", count: depth) + String(repeating: "]", count: depth))
        #expect(throws: JSONError.self) { try JSONParser.parse(String(repeating: "[", count: depth + 1)) }
        #expect(throws: JSONError.self) { try JSONParser.parse(String(repeating: "{\"a\":", count: 100_000)) }
    }

    @Test(arguments: [
        ("9223372036854775807", "9223372036854775807"), ("-9223372036854775808", "-9223372036854775808"), ("1.0", "1"), ("-0.0", "0"),
        ("2.5", "2.5"), ("1e300", "1e+300"),
    ])
    func `keeps numbers`(text: String, expected: String) throws {
        #expect(String(decoding: written(try JSONParser.parse(text)), as: UTF8.self) == expected)
    }

    @Test func `takes whole numbers beyond 64 bits as fractions`() throws {
        #expect(try JSONParser.parse("9223372036854775808").number == 9223372036854775808.0)
        #expect(try JSONParser.parse("9223372036854775808").integer == nil)
    }

    @Test(arguments: [Double.nan, .infinity, -.infinity])
    func `writes null for what it cannot say`(number: Double) {
        var writer = JSONWriter()
        writer.number(number)
        #expect(writer.bytes == Array("null".utf8))
    }

    @Test func `are equal when they say the same`() throws {
        let one = try JSONParser.parse(Array(#"{"a": [1, {"b": null, "c": "d"}], "e": 2}"#.utf8))
        let other = try JSONParser.parse(Array(#" { "e":2,"a":[1,{"c":"d","b":null}]}"#.utf8))
        #expect(one == other && one.hashValue == other.hashValue)
        for different in [#"{"a": [1, {"b": null}], "e": 2}"#, #"{"a": [{"b": null, "c": "d"}, 1], "e": 2}"#, "[]"] {
            #expect(try JSONParser.parse(Array(different.utf8)) != one)
        }
    }
}
