// SPDX-License-Identifier: Apache-2.0

/// Shares of 1 by the exponential of scores, without Foundation and with the same bits everywhere.
enum Softmax {
    /// - Parameter temperature: how far apart two scores must lie for one to have e times the share of the other.
    static func shares(_ scores: [Double], temperature: Double) -> [Double] {
        let best = scores.max() ?? 0
        let powers = scores.map { exponential(($0 - best) / temperature) }
        let sum = powers.reduce(0, +)
        return powers.map { $0 / sum }
    }

    /// e to the power of `x` for x at most 0, by squaring a short series.
    private static func exponential(_ x: Double) -> Double {
        guard x > -700 else { return 0 }
        let y = x / 1024
        var power = 1 + y * (1 + y / 2 * (1 + y / 3 * (1 + y / 4 * (1 + y / 5))))
        for _ in 0..<10 { power *= power }
        return power
    }
}
