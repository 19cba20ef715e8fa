// SPDX-License-Identifier: Apache-2.0

/// e to the power of numbers up to 0, by squaring a short series: no Foundation, and the same bits everywhere.
enum Exponential {
    static func of(_ x: Double) -> Double {
        guard x > -700 else { return 0 }
        let y = x / 1024
        var power = 1 + y * (1 + y / 2 * (1 + y / 3 * (1 + y / 4 * (1 + y / 5))))
        for _ in 0..<10 { power *= power }
        return power
    }
}
