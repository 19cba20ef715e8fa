// SPDX-License-Identifier: Apache-2.0

/// Where and why a text is not JSON.
public struct JSONError: Error, Hashable, Sendable {
    /// Byte offset.
    public var offset: Int
    public var problem: String
    public var remedy: String

    public init(offset: Int, problem: String, remedy: String) {
        self.offset = offset
        self.problem = problem
        self.remedy = remedy
    }
}

/// Reads JSON strictly by RFC 8259, in one pass over the bytes.
public struct JSONParser {
    /// Nesting beyond this is refused: a stack must not depend on what a stranger wrote.
    public static let maximumDepth = 256

    private let bytes: [UInt8]
    private var position = 0
    private var depth = 0

    /// - Throws: `JSONError` at the first byte that does not fit.
    public static func parse(_ bytes: [UInt8]) throws(JSONError) -> JSON {
        var parser = JSONParser(bytes: bytes)
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { parser.position = 3 }
        let value = try parser.value()
        parser.skipSpace()
        if parser.position < bytes.count {
            throw parser.error("text follows the end of the value", "remove it, or put both values into a list")
        }
        return value
    }

    public static func parse(_ string: String) throws(JSONError) -> JSON { try parse(Array(string.utf8)) }

    private init(bytes: [UInt8]) { self.bytes = bytes }

    private mutating func value() throws(JSONError) -> JSON {
        skipSpace()
        let start = position
        guard position < bytes.count else { throw error("the text ends where a value should stand", "complete the value") }
        switch bytes[position] {
        case UInt8(ascii: "{"): return JSON(try object(), offset: start)
        case UInt8(ascii: "["): return JSON(try array(), offset: start)
        case UInt8(ascii: "\""): return JSON(.string(try string()), offset: start)
        case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): return JSON(try number(), offset: start)
        case UInt8(ascii: "t") where take("true"): return JSON(.bool(true), offset: start)
        case UInt8(ascii: "f") where take("false"): return JSON(.bool(false), offset: start)
        case UInt8(ascii: "n") where take("null"): return JSON(.null, offset: start)
        case UInt8(ascii: "'"): throw error("strings stand in double quotes", "write \" in place of '")
        case UInt8(ascii: "/"): throw error("JSON has no comments", "remove it, or use a member named \"$comment\"")
        case UInt8(ascii: "]"), UInt8(ascii: "}"), UInt8(ascii: ","):
            throw error("a value is missing here", "add it, or remove the comma before")
        default: throw error("this is not a JSON value", "write a string in double quotes, a number, true, false, null, [ … ] or { … }")
        }
    }

    private mutating func object() throws(JSONError) -> JSON.Content {
        try enter()
        defer { depth -= 1 }
        var members: [JSON.Member] = []
        skipSpace()
        if take("}") { return .object(members) }
        while true {
            skipSpace()
            let start = position
            guard peek() == UInt8(ascii: "\"") else {
                throw error("a member name in double quotes is missing", "write \"name\": value, and no comma after the last member")
            }
            let name = try string()
            if members.count < 1024, members.contains(where: { $0.name == name }) {
                position = start
                throw error("\"\(JSONParser.shortened(name))\" stands twice in this object", "keep one of them")
            }
            skipSpace()
            guard take(":") else { throw error("\":\" is missing after the name", "write \"name\": value") }
            members.append(JSON.Member(name, try value(), offset: start))
            skipSpace()
            if take("}") { return .object(members) }
            guard take(",") else { throw error("\",\" or \"}\" is missing", "put a comma between members, or close the object") }
        }
    }

    private mutating func array() throws(JSONError) -> JSON.Content {
        try enter()
        defer { depth -= 1 }
        var elements: [JSON] = []
        skipSpace()
        if take("]") { return .array(elements) }
        while true {
            elements.append(try value())
            skipSpace()
            if take("]") { return .array(elements) }
            guard take(",") else { throw error("\",\" or \"]\" is missing", "put a comma between elements, or close the list") }
        }
    }

    private mutating func enter() throws(JSONError) {
        depth += 1
        if depth > Self.maximumDepth {
            throw error("nested more than \(Self.maximumDepth) deep", "flatten the structure")
        }
        position += 1
    }

    private mutating func number() throws(JSONError) -> JSON.Content {
        let start = position
        var isInteger = true
        _ = take("-")
        if take("0") {
            if let next = peek(), isDigit(next) { throw error("a number may not start with 0", "remove the leading 0") }
        } else {
            try digits()
        }
        if take(".") {
            isInteger = false
            try digits()
        }
        if take("e") || take("E") {
            isInteger = false
            if !take("+") { _ = take("-") }
            try digits()
        }
        let literal = String(decoding: bytes[start..<position], as: UTF8.self)
        if isInteger, let integer = Int(literal) { return .integer(integer) }
        guard let number = Double(literal), number.isFinite else {
            position = start
            throw error("this number is out of range", "use one that fits a 64-bit floating-point number")
        }
        return .number(number)
    }

    private mutating func digits() throws(JSONError) {
        guard let first = peek(), isDigit(first) else { throw error("a digit is missing", "complete the number") }
        while let next = peek(), isDigit(next) { position += 1 }
    }

    private mutating func string() throws(JSONError) -> String {
        let start = position
        position += 1
        var result: [UInt8] = []
        var copied = position
        while true {
            guard position < bytes.count else {
                position = start
                throw error("this string is never closed", "add the closing \"")
            }
            switch bytes[position] {
            case UInt8(ascii: "\""):
                result.append(contentsOf: bytes[copied..<position])
                position += 1
                guard let string = String(validating: result, as: UTF8.self) else {
                    position = start
                    throw error("this string is not valid UTF-8", "save the file as UTF-8")
                }
                return string
            case UInt8(ascii: "\\"):
                result.append(contentsOf: bytes[copied..<position])
                try escape(into: &result)
                copied = position
            case 0..<0x20: throw error("a control character stands in this string", "write it as \\n, \\t or \\u00XX")
            default: position += 1
            }
        }
    }

    private mutating func escape(into result: inout [UInt8]) throws(JSONError) {
        position += 1
        guard let kind = peek() else { throw error("this string is never closed", "add the closing \"") }
        position += 1
        switch kind {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): result.append(kind)
        case UInt8(ascii: "b"): result.append(0x08)
        case UInt8(ascii: "f"): result.append(0x0C)
        case UInt8(ascii: "n"): result.append(0x0A)
        case UInt8(ascii: "r"): result.append(0x0D)
        case UInt8(ascii: "t"): result.append(0x09)
        case UInt8(ascii: "u"): result.append(contentsOf: Array(String(try scalar()).utf8))
        default:
            position -= 2
            throw error("no such escape in JSON", "write \\\\ for a backslash")
        }
    }

    /// A lone surrogate becomes U+FFFD, as browsers and Python's writers of `ensure_ascii` text expect a reader to survive it.
    private mutating func scalar() throws(JSONError) -> Unicode.Scalar {
        let high = try hexadecimal()
        if let scalar = Unicode.Scalar(high) { return scalar }
        guard high < 0xDC00, position + 1 < bytes.count, bytes[position] == UInt8(ascii: "\\"), bytes[position + 1] == UInt8(ascii: "u")
        else { return "\u{FFFD}" }
        let before = position
        position += 2
        let low = try hexadecimal()
        guard (0xDC00...0xDFFF).contains(low) else {
            position = before
            return "\u{FFFD}"
        }
        return Unicode.Scalar(0x10000 + (high - 0xD800) << 10 + (low - 0xDC00)) ?? "\u{FFFD}"
    }

    private mutating func hexadecimal() throws(JSONError) -> UInt32 {
        guard position + 4 <= bytes.count, bytes[position..<(position + 4)].allSatisfy({ Character(Unicode.Scalar($0)).isHexDigit }),
            let value = UInt32(String(decoding: bytes[position..<(position + 4)], as: UTF8.self), radix: 16)
        else { throw error("\\u takes four hexadecimal digits", "write for example \\u00e9") }
        position += 4
        return value
    }

    private mutating func skipSpace() {
        while let next = peek(), next == 0x20 || next == 0x0A || next == 0x0D || next == 0x09 { position += 1 }
    }

    private func peek() -> UInt8? { position < bytes.count ? bytes[position] : nil }
    private func isDigit(_ byte: UInt8) -> Bool { byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9") }

    private mutating func take(_ literal: StaticString) -> Bool {
        let count = literal.utf8CodeUnitCount
        guard position + count <= bytes.count else { return false }
        let matches = literal.withUTF8Buffer { buffer in
            for index in 0..<count where unsafe buffer[index] != bytes[position + index] { return false }
            return true
        }
        if matches { position += count }
        return matches
    }

    private func error(_ problem: String, _ remedy: String) -> JSONError {
        JSONError(offset: position, problem: problem, remedy: remedy)
    }

    private static func shortened(_ name: String) -> String { name.count > 40 ? "\(name.prefix(40))…" : name }
}
