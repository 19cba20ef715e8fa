// SPDX-License-Identifier: Apache-2.0

/// Dates of metadata as RFC 3339.
enum Timestamp {
    /// A date or date-time of ISO 8601 or RFC 822 as an RFC 3339 one; a time without a zone is left out, since RFC 3339 has none such.
    ///
    /// - Returns: `nil` for anything else: a date in words is the text's, not a machine's.
    static func normalized(_ value: String) -> String? { iso(value) ?? MailDate.normalized(value) }

    /// ISO 8601 in its basic format, which news agencies write: `20240304T050607+0100`, `20240304`.
    static func compact(_ value: String) -> String? {
        let digits = value.utf8.prefix(while: ByteScanner.isDigit)
        guard digits.count == 8 || digits.count == 14 else { return normalized(value) }
        let rest = Array(value.utf8.dropFirst(8).drop { $0 == UInt8(ascii: "T") || $0 == UInt8(ascii: "t") })
        let all = Array(digits.prefix(8))
        func part(_ bytes: [UInt8], _ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }
        let date = "\(part(all, 0..<4))-\(part(all, 4..<6))-\(part(all, 6..<8))"
        guard rest.count >= 6, rest.prefix(6).allSatisfy(ByteScanner.isDigit) else { return iso(date) }
        return iso("\(date)T\(part(rest, 0..<2)):\(part(rest, 2..<4)):\(part(rest, 4..<6))\(part(rest, 6..<rest.count))")
    }

    private static func iso(_ value: String) -> String? {
        var scanner = DigitScanner(Array(value.utf8))
        scanner.skipSpace()
        guard let year = scanner.number(4), year >= 1000, scanner.take("-"), let month = scanner.number(2), (1...12).contains(month),
            scanner.take("-"), let day = scanner.number(2), (1...days(year, month)).contains(day)
        else { return nil }
        let date = "\(padded(year, 4))-\(padded(month))-\(padded(day))"
        guard scanner.take("T") || scanner.take("t") || scanner.take(" ") else { return scanner.isAtEnd ? date : nil }
        guard let hour = scanner.number(2), hour < 24, scanner.take(":"), let minute = scanner.number(2), minute < 60 else { return date }
        var second = 0
        if scanner.take(":") {
            guard let value = scanner.number(2), value < 61 else { return date }
            second = min(value, 59)
            if scanner.take(".") || scanner.take(",") { scanner.skipDigits() }
        }
        scanner.skipSpace()
        guard let zone = zone(&scanner) else { return date }
        return "\(date)T\(padded(hour)):\(padded(minute)):\(padded(second))\(zone)"
    }

    /// A date as `normalized` takes it, or as pages write it otherwise.
    static func read(_ value: String) -> String? { normalized(value) ?? WrittenTimestamp.normalized(value) }

    private static func zone(_ scanner: inout DigitScanner) -> String? {
        if scanner.take("Z") || scanner.take("z") { return "Z" }
        let sign = scanner.take("+") ? "+" : scanner.take("-") ? "-" : nil
        guard let sign, let hours = scanner.number(2), hours < 24 else { return nil }
        _ = scanner.take(":")
        let minutes = scanner.number(2) ?? 0
        return minutes < 60 ? "\(sign)\(padded(hours)):\(padded(minutes))" : nil
    }

    static func days(_ year: Int, _ month: Int) -> Int {
        switch month {
        case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }

    static func padded(_ number: Int, _ width: Int = 2) -> String {
        let digits = String(number)
        return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
    }
}

/// Numbers of fixed width and the signs between them.
private struct DigitScanner {
    private let bytes: [UInt8]
    private var position = 0

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    var isAtEnd: Bool { bytes[position...].allSatisfy(ByteScanner.isSpace) }

    mutating func take(_ sign: Unicode.Scalar) -> Bool {
        guard position < bytes.count, UInt32(bytes[position]) == sign.value else { return false }
        position += 1
        return true
    }

    mutating func number(_ width: Int) -> Int? {
        guard position + width <= bytes.count, bytes[position..<(position + width)].allSatisfy(ByteScanner.isDigit) else { return nil }
        defer { position += width }
        return bytes[position..<(position + width)].reduce(0) { $0 * 10 + Int($1 - 0x30) }
    }

    mutating func skipDigits() {
        while position < bytes.count, ByteScanner.isDigit(bytes[position]) { position += 1 }
    }

    mutating func skipSpace() {
        while position < bytes.count, ByteScanner.isSpace(bytes[position]) { position += 1 }
    }
}
