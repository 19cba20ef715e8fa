// SPDX-License-Identifier: Apache-2.0

internal import Documents

/// A run of tokens that is a time.
struct TimeMatch {
    enum Value {
        case absolute(String)
        /// Counted from the anchor; `nil` where there is none, or the words do not suffice.
        case relative(String?)
        /// Something that could be read in two ways, and why.
        case unresolved(String)

        var string: String? {
            switch self {
            case .absolute(let value): value
            case .relative(let value): value
            case .unresolved: nil
            }
        }

        /// The same kind of value, with another one in it.
        func replaced(by string: String?) -> Value {
            switch self {
            case .absolute: string.map { .absolute($0) } ?? .unresolved("it says too little to be counted")
            case .relative: .relative(string)
            case .unresolved: self
            }
        }
    }

    var start: Int
    var end: Int
    var kind: TimeExpression.Kind
    var value: Value
}
