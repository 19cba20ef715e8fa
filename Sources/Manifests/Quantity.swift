// SPDX-License-Identifier: Apache-2.0

/// Times and sizes as people write them in a manifest.
enum Quantity {
    /// "500ms", "30s", "2m", "1h"; more than zero, at most 24 hours.
    static func duration(_ string: String) -> Duration? {
        let (digits, unit) = split(string)
        guard let number = Int64(digits), number > 0, number <= 86_400_000 else { return nil }
        let milliseconds: Int64
        switch unit {
        case "ms": milliseconds = number
        case "s": milliseconds = number * 1000
        case "m": milliseconds = number * 60_000
        case "h": milliseconds = number * 3_600_000
        default: return nil
        }
        return milliseconds <= 86_400_000 ? .milliseconds(milliseconds) : nil
    }

    /// "512kB", "64MB", "1GB": powers of 1024, at most 16 GB.
    static func bytes(_ string: String) -> Int? {
        let (digits, unit) = split(string)
        guard let number = Int(digits), number > 0, number <= 1 << 34 else { return nil }
        let factor: Int
        switch unit.lowercased() {
        case "b", "": factor = 1
        case "kb": factor = 1 << 10
        case "mb": factor = 1 << 20
        case "gb": factor = 1 << 30
        default: return nil
        }
        let (bytes, overflow) = number.multipliedReportingOverflow(by: factor)
        return overflow || bytes > 1 << 34 ? nil : bytes
    }

    private static func split(_ string: String) -> (Substring, Substring) {
        let digits = string.prefix { $0.isASCII && $0.isNumber }
        return (digits, string[digits.endIndex...].drop { $0 == " " })
    }
}
