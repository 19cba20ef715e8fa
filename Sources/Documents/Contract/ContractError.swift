// SPDX-License-Identifier: Apache-2.0

/// Why a part of a document cannot be read from JSON.
public struct ContractError: Error, Hashable, Sendable, CustomStringConvertible {
    /// Where: `entities[3].mentions[0].end`.
    public var path: String
    public var problem: String

    public init(_ path: String, _ problem: String) {
        self.path = path
        self.problem = problem
    }

    public var description: String { "\(path) \(problem)" }
}

/// A JSON value that knows its path, read with complaints that name it.
struct ContractValue {
    let json: JSON
    let path: String

    /// - Throws: where there is none.
    func member(_ name: String) throws(ContractError) -> ContractValue {
        guard let value = try optional(name) else { throw ContractError("\(path).\(name)", "is missing") }
        return value
    }

    /// `nil` where there is none, or null.
    func optional(_ name: String) throws(ContractError) -> ContractValue? {
        guard json.members != nil else { throw ContractError(path, "is \(json.kind), not an object") }
        guard let value = json[name], !value.isNull else { return nil }
        return ContractValue(json: value, path: "\(path).\(name)")
    }

    func string() throws(ContractError) -> String {
        guard let string = json.string else { throw ContractError(path, "is \(json.kind), not a string") }
        return string
    }

    func integer() throws(ContractError) -> Int {
        guard let integer = json.integer else { throw ContractError(path, "is \(json.kind), not a whole number") }
        return integer
    }

    func number() throws(ContractError) -> Double {
        guard let number = json.number, number.isFinite else { throw ContractError(path, "is \(json.kind), not a number") }
        return number
    }

    /// A number from 0 to 1.
    func fraction() throws(ContractError) -> Double {
        let number = try number()
        guard (0...1).contains(number) else { throw ContractError(path, "is \(number), not a number from 0 to 1") }
        return number
    }

    func bool() throws(ContractError) -> Bool {
        guard let bool = json.bool else { throw ContractError(path, "is \(json.kind), not true or false") }
        return bool
    }

    func choice<Choice: RawRepresentable<String>>(_ type: Choice.Type) throws(ContractError) -> Choice {
        guard let choice = Choice(rawValue: try string()) else { throw ContractError(path, "cannot be \"\(try string())\"") }
        return choice
    }

    func list<Element>(_ element: (ContractValue) throws(ContractError) -> Element) throws(ContractError) -> [Element] {
        guard let elements = json.elements else { throw ContractError(path, "is \(json.kind), not a list") }
        var list: [Element] = []
        list.reserveCapacity(elements.count)
        for (index, value) in elements.enumerated() { list.append(try element(ContractValue(json: value, path: "\(path)[\(index)]"))) }
        return list
    }

    func strings() throws(ContractError) -> [String] { try list { value throws(ContractError) in try value.string() } }
}

extension Optional where Wrapped == ContractValue {
    func map<Value>(_ read: (ContractValue) throws(ContractError) -> Value) throws(ContractError) -> Value? {
        guard let self else { return nil }
        return try read(self)
    }
}
