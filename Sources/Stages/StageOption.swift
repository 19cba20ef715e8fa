// SPDX-License-Identifier: Apache-2.0

public import Documents

/// One option of a stage: what the manifest may say under `options`.
public struct StageOption: Sendable {
    public enum Kind: Sendable {
        case boolean
        case integer(ClosedRange<Int>)
        case number(ClosedRange<Double>)
        case string
        case choice([String])
        case strings
        /// A path, relative to the manifest's folder.
        case file
    }

    public var name: String
    public var kind: Kind
    /// In force where the manifest says nothing; null for an optional string or file.
    public var standard: JSON
    /// One sentence for `copydesk stages` and the JSON Schema.
    public var summary: String

    public init(_ name: String, _ kind: Kind, standard: JSON, _ summary: String) {
        self.name = name
        self.kind = kind
        self.standard = standard
        self.summary = summary
    }

    /// Why `value` cannot be taken, as problem and remedy; `nil` where it can.
    public func objection(to value: JSON) -> (problem: String, remedy: String)? {
        if value.isNull, standard.isNull { return nil }
        switch kind {
        case .boolean where value.bool != nil: return nil
        case .integer(let range):
            if let integer = value.integer, range.contains(integer) { return nil }
        case .number(let range):
            if let number = value.number, range.contains(number) { return nil }
        case .string where value.string != nil, .file where value.string != nil: return nil
        case .choice(let names):
            if let string = value.string, names.contains(string) { return nil }
        case .strings where value.elements?.allSatisfy({ $0.string != nil }) == true: return nil
        default: break
        }
        var writer = JSONWriter()
        writer.json(value)
        let written = String(decoding: writer.bytes, as: UTF8.self)
        return ("\"\(name)\" cannot be \(written.count > 60 ? value.kind : written)", "write \(expectation)")
    }

    /// "a whole number from 1 to 20"
    public var expectation: String {
        switch kind {
        case .boolean: "true or false"
        case .integer(let range): "a whole number from \(range.lowerBound) to \(range.upperBound)"
        case .number(let range): "a number from \(range.lowerBound) to \(range.upperBound)"
        case .string: "a string"
        case .choice(let names): "one of " + names.map { "\"\($0)\"" }.joined(separator: ", ")
        case .strings: "a list of strings"
        case .file: "a path, relative to the manifest's folder"
        }
    }
}

/// The options of one stage in one manifest, checked and completed with the standard values.
public struct StageOptions: Sendable {
    /// In the order of the contract.
    public let members: [JSON.Member]

    /// Takes `given` over the standard values of `contract`.
    ///
    /// - Precondition: `given` was checked against the contract.
    public init(_ given: [JSON.Member] = [], for contract: StageContract) {
        members = contract.options.map { option in
            given.first { $0.name == option.name } ?? JSON.Member(option.name, option.standard)
        }
    }

    public subscript(name: String) -> JSON {
        guard let member = members.first(where: { $0.name == name }) else { preconditionFailure("No option \(name) in the contract") }
        return member.value
    }

    public func bool(_ name: String) -> Bool { self[name].bool ?? false }
    public func integer(_ name: String) -> Int { self[name].integer ?? 0 }
    public func number(_ name: String) -> Double { self[name].number ?? 0 }
    public func string(_ name: String) -> String? { self[name].string }
    public func strings(_ name: String) -> [String] { (self[name].elements ?? []).compactMap(\.string) }
}

/// An option that is well-formed and cannot be used.
public struct OptionError: Error, Hashable, Sendable {
    public var option: String
    public var problem: String
    public var remedy: String

    public init(option: String, problem: String, remedy: String) {
        self.option = option
        self.problem = problem
        self.remedy = remedy
    }
}
