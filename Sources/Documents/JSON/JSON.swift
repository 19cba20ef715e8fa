// SPDX-License-Identifier: Apache-2.0

/// A JSON value that knows where in its file it stood, so that an error about it can name line and column.
///
/// Our own rather than Foundation's: `JSONDecoder` gives no positions, and below `Manifests` nothing links Foundation.
public struct JSON: Sendable {
    public enum Content: Hashable, Sendable {
        case null
        case bool(Bool)
        case integer(Int)
        case number(Double)
        case string(String)
        case array([JSON])
        case object([Member])
    }

    /// A name and its value, in the order of the file.
    public struct Member: Hashable, Sendable {
        public var name: String
        /// Byte offset of the name.
        public var offset: Int
        public var value: JSON

        public init(_ name: String, _ value: JSON, offset: Int = 0) {
            self.name = name
            self.value = value
            self.offset = offset
        }
    }

    public var content: Content
    /// Byte offset in the text that it was parsed from; 0 for one made by the program.
    public var offset: Int

    public init(_ content: Content, offset: Int = 0) {
        self.content = content
        self.offset = offset
    }

    public subscript(name: String) -> JSON? { members?.first { $0.name == name }?.value }

    public var members: [Member]? { if case .object(let members) = content { members } else { nil } }
    public var elements: [JSON]? { if case .array(let elements) = content { elements } else { nil } }
    public var string: String? { if case .string(let string) = content { string } else { nil } }
    public var bool: Bool? { if case .bool(let bool) = content { bool } else { nil } }
    public var integer: Int? { if case .integer(let integer) = content { integer } else { nil } }
    public var number: Double? {
        switch content {
        case .integer(let integer): Double(integer)
        case .number(let number): number
        default: nil
        }
    }
    public var isNull: Bool { content == .null }

    /// "a string", "a list": for messages.
    public var kind: String {
        switch content {
        case .null: "null"
        case .bool: "true or false"
        case .integer: "a whole number"
        case .number: "a number"
        case .string: "a string"
        case .array: "a list"
        case .object: "an object"
        }
    }
}

/// Positions do not count, nor does the order of an object's members: two values are equal when they say the same.
extension JSON: Hashable {
    public static func == (left: JSON, right: JSON) -> Bool {
        guard case .object(let one) = left.content, case .object(let other) = right.content else { return left.content == right.content }
        if one == other { return true }
        // Of two members of one name the last counts, as most readers have it.
        let (these, those) = (Dictionary(one.map { ($0.name, $0.value) }) { $1 }, Dictionary(other.map { ($0.name, $0.value) }) { $1 })
        return these == those
    }

    public func hash(into hasher: inout Hasher) {
        if case .object(let members) = content { hasher.combine(Set(members.map(\.name))) } else { hasher.combine(content) }
    }
}

extension JSON.Member {
    public static func == (left: JSON.Member, right: JSON.Member) -> Bool { left.name == right.name && left.value == right.value }

    public func hash(into hasher: inout Hasher) {
        hasher.combine(name)
        hasher.combine(value)
    }
}

extension JSON: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral, ExpressibleByFloatLiteral,
    ExpressibleByBooleanLiteral, ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral, ExpressibleByNilLiteral
{
    public init(stringLiteral value: String) { self.init(.string(value)) }
    public init(integerLiteral value: Int) { self.init(.integer(value)) }
    public init(floatLiteral value: Double) { self.init(.number(value)) }
    public init(booleanLiteral value: Bool) { self.init(.bool(value)) }
    public init(arrayLiteral elements: JSON...) { self.init(.array(elements)) }
    public init(dictionaryLiteral elements: (String, JSON)...) { self.init(.object(elements.map { Member($0.0, $0.1) })) }
    public init(nilLiteral: ()) { self.init(.null) }
}
