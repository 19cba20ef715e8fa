// SPDX-License-Identifier: Apache-2.0

/// Brings vectors to length 1, so that their dot product is the cosine.
package enum UnitVector {
    /// The vector's direction; a vector of zeros stays as it is.
    package static func of(_ vector: [Float]) -> [Float] {
        let length = vector.reduce(0) { $0 + $1 * $1 }.squareRoot()
        return length > 0 ? vector.map { $0 / length } : vector
    }
}
