// SPDX-License-Identifier: Apache-2.0

/// Writes JSON straight into bytes, without a tree in between.
public struct JSONWriter {
    public enum Layout: Sendable {
        /// One line.
        case compact
        /// Two spaces a level; what was begun with `inline: true` stays on one line.
        case readable
    }

    public private(set) var bytes: [UInt8] = []
    private let layout: Layout
    /// For each open container: whether it is empty so far, and whether it is on one line.
    private var open: [(isEmpty: Bool, inline: Bool)] = []
    private var afterName = false

    public init(layout: Layout = .compact) { self.layout = layout }

    public mutating func object(inline: Bool = false, _ body: (inout JSONWriter) -> Void) { container("{", "}", inline, body) }
    public mutating func array(inline: Bool = false, _ body: (inout JSONWriter) -> Void) { container("[", "]", inline, body) }

    public mutating func name(_ name: String) {
        separate()
        quote(name)
        bytes.append(UInt8(ascii: ":"))
        if layout == .readable { bytes.append(UInt8(ascii: " ")) }
        afterName = true
    }

    public mutating func string(_ value: String) {
        separate()
        quote(value)
    }

    /// A string given as valid UTF-8.
    public mutating func string(_ value: ArraySlice<UInt8>) {
        separate()
        quote(value)
    }

    public mutating func integer(_ value: Int) {
        separate()
        bytes.append(contentsOf: String(value).utf8)
    }

    /// Whole numbers are written without a fraction; what JSON cannot say becomes null.
    public mutating func number(_ value: Double) {
        if value == value.rounded(), abs(value) < 9e15 { return integer(Int(value)) }
        separate()
        bytes.append(contentsOf: (value.isFinite ? value.description : "null").utf8)
    }

    public mutating func bool(_ value: Bool) {
        separate()
        bytes.append(contentsOf: (value ? "true" : "false").utf8)
    }

    public mutating func null() {
        separate()
        bytes.append(contentsOf: "null".utf8)
    }

    public mutating func json(_ json: JSON, inline: Bool = false) {
        switch json.content {
        case .null: null()
        case .bool(let value): bool(value)
        case .integer(let value): integer(value)
        case .number(let value): number(value)
        case .string(let value): string(value)
        case .array(let elements): array(inline: inline) { writer in for element in elements { writer.json(element, inline: inline) } }
        case .object(let members):
            object(inline: inline) { writer in
                for member in members {
                    writer.name(member.name)
                    writer.json(member.value, inline: inline)
                }
            }
        }
    }

    private mutating func container(_ start: Unicode.Scalar, _ end: Unicode.Scalar, _ inline: Bool, _ body: (inout JSONWriter) -> Void) {
        separate()
        bytes.append(UInt8(ascii: start))
        open.append((true, inline || open.last?.inline == true || layout == .compact))
        body(&self)
        let closed = open.removeLast()
        if !closed.isEmpty, !closed.inline { breakLine() }
        bytes.append(UInt8(ascii: end))
    }

    private mutating func separate() {
        if afterName {
            afterName = false
            return
        }
        guard let current = open.last else { return }
        if !current.isEmpty {
            bytes.append(UInt8(ascii: ","))
            if current.inline, layout == .readable { bytes.append(UInt8(ascii: " ")) }
        }
        open[open.count - 1].isEmpty = false
        if !current.inline { breakLine() }
    }

    private mutating func breakLine() {
        bytes.append(UInt8(ascii: "\n"))
        bytes.append(contentsOf: repeatElement(UInt8(ascii: " "), count: open.count * 2))
    }

    private mutating func quote(_ string: some Sequence<UInt8>) {
        bytes.append(UInt8(ascii: "\""))
        for byte in string {
            switch byte {
            case UInt8(ascii: "\""), UInt8(ascii: "\\"): bytes.append(contentsOf: [UInt8(ascii: "\\"), byte])
            case 0x0A: bytes.append(contentsOf: "\\n".utf8)
            case 0x0D: bytes.append(contentsOf: "\\r".utf8)
            case 0x09: bytes.append(contentsOf: "\\t".utf8)
            case 0..<0x20, 0x7F:
                bytes.append(contentsOf: "\\u00".utf8)
                bytes.append(Self.hexadecimal[Int(byte >> 4)])
                bytes.append(Self.hexadecimal[Int(byte & 15)])
            default: bytes.append(byte)
            }
        }
        bytes.append(UInt8(ascii: "\""))
    }

    private mutating func quote(_ string: String) { quote(string.utf8) }

    private static let hexadecimal = Array("0123456789abcdef".utf8)
}
