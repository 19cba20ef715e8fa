// SPDX-License-Identifier: Apache-2.0

/// Times and sizes as people write them in a manifest.
enum Quantity {
    /// "12h", "30d"; more than zero, at most a hundred years.
    static func age(_ string: String) -> Duration? {
        let (digits, unit) = split(string)
        guard unit == "d" else { return duration(string) }
        guard let days = Int64(digits), days > 0, days <= 36_525 else { return nil }
        return .seconds(days * 86_400)
    }

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

    /// "512kB", "64MB", "1GB", "2TB": powers of 1024, at most 1024 TB.
    static func space(_ string: String) -> Int? {
        let (digits, unit) = split(string)
        guard let number = Int(digits), number > 0, number <= 1 << 50 else { return nil }
        let factor: Int
        switch unit.lowercased() {
        case "b", "": factor = 1
        case "kb": factor = 1 << 10
        case "mb": factor = 1 << 20
        case "gb": factor = 1 << 30
        case "tb": factor = 1 << 40
        default: return nil
        }
        let (bytes, overflow) = number.multipliedReportingOverflow(by: factor)
        return overflow || bytes > 1 << 50 ? nil : bytes
    }

    /// The same for what has to fit into memory, at most 16 GB.
    static func bytes(_ string: String) -> Int? { space(string).flatMap { $0 <= 1 << 34 ? $0 : nil } }

    private static func split(_ string: String) -> (Substring, Substring) {
        let digits = string.prefix { $0.isASCII && $0.isNumber }
        return (digits, string[digits.endIndex...].drop { $0 == " " })
    }
}
