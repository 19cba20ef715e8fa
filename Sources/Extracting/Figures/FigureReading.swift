// SPDX-License-Identifier: Apache-2.0

/// A number with its bound and unit, before it is known what it counts.
struct FigureReading {
    var start: Int
    var end: Int
    var value: Double?
    var min: Double?
    var max: Double?
    var approximate = false
    var unit: String?
    var category: String?
    /// Whether "of" leads to what is counted: "thousands of", "5 percent of".
    var takesOf = false
    /// Whether it is a statement by itself: "tenfold", "3-2", "dozens were injured".
    var isAlone = false

    init(start: Int, end: Int, value: Double? = nil, min: Double? = nil, unit: String? = nil) {
        self.start = start
        self.end = end
        self.value = value
        self.min = min
        self.unit = unit
    }

    var isLarge: Bool { (value ?? max ?? 0) >= 1000 }

    mutating func setRange(_ low: Double, _ high: Double) {
        value = nil
        min = Swift.min(low, high)
        max = Swift.max(low, high)
    }

    mutating func scale(by factor: Double) {
        value = value.map { $0 * factor }
        min = min.map { $0 * factor }
        max = max.map { $0 * factor }
    }
}
