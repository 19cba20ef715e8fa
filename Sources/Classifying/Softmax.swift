// SPDX-License-Identifier: Apache-2.0

/// Shares of 1 by the exponential of scores, without Foundation and with the same bits everywhere.
enum Softmax {
    /// - Parameter temperature: how far apart two scores must lie for one to have e times the share of the other.
    static func shares(_ scores: [Double], temperature: Double) -> [Double] {
        let best = scores.max() ?? 0
        let powers = scores.map { Exponential.of(($0 - best) / temperature) }
        let sum = powers.reduce(0, +)
        return powers.map { $0 / sum }
    }
}
