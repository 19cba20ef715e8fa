// SPDX-License-Identifier: Apache-2.0

internal import Documents
internal import Language

/// Cardinal numbers in digits and English words.
enum NumberWords {
    static let small: [String: Double] = [
        "zero": 0, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
        "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16, "seventeen": 17, "eighteen": 18,
        "nineteen": 19, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90,
    ]

    static let scales: [String: Double] = [
        "hundred": 100, "thousand": 1000, "million": 1e6, "billion": 1e9, "trillion": 1e12, "m": 1e6, "mn": 1e6, "bn": 1e9, "k": 1000,
        "tn": 1e12, "lakh": 1e5, "crore": 1e7, "lakhs": 1e5, "crores": 1e7, "dozen": 12, "b": 1e9,
    ]

    static let vulgar: [String: Double] = [
        "½": 0.5, "¼": 0.25, "¾": 0.75, "⅓": 1.0 / 3, "⅔": 2.0 / 3, "⅛": 0.125, "⅜": 0.375, "⅝": 0.625, "⅞": 0.875,
    ]

    /// Beyond it a count is noise, and a `Double` no longer tells neighbours apart.
    private static let greatest = 1e18
    /// Tokens that a number in words may take: "nine hundred and ninety-nine million nine hundred and ninety-nine thousand …". The bound
    /// keeps reading linear where every word of a text goes on with a number.
    private static let longest = 24

    /// The number in digits, with "," or spaces between groups of three taken out; `nil` for a date, a time of day, or more than 15 digits.
    static func digits(_ token: Substring) -> Double? {
        if let number = plainDigits(token) { return number }
        guard token.utf8.count <= 24, token.utf8.allSatisfy({ $0.isASCIIDigit || $0 == UInt8(ascii: ",") || $0 == UInt8(ascii: ".") })
        else {
            return nil
        }
        let parts = token.split(separator: ",", omittingEmptySubsequences: false)
        if parts.count > 1 {
            guard let head = parts.first, (1...3).contains(head.count) else { return nil }
            // "1,50,000": India groups by two above the thousands.
            let isIndian = head.count <= 2 && parts.count > 2 && parts[1].count == 2
            for (index, part) in parts.dropFirst().enumerated() {
                let isLast = index == parts.count - 2
                let whole = isLast ? part.prefix { $0 != "." } : part
                if whole.count != (isIndian && !isLast ? 2 : 3) { return nil }
            }
        }
        guard token.filter({ $0 == "." }).count <= 1 else { return nil }
        let plain = token.filter { $0 != "," }
        guard plain.filter({ $0 != "." }).count <= 15, let number = Double(plain) else { return nil }
        return number
    }

    /// "1234", "12.5", "760,000", in one go over the bytes; `nil` for whatever is not as plain as that. Fifteen digits and a power of ten are exact in a
    /// `Double`, so one division gives the number that reading the whole as decimal gives.
    private static func plainDigits(_ token: Substring) -> Double? {
        var mantissa = 0
        var digits = 0
        // Since the last comma, and behind the point; -1 where there is none.
        var group = -1
        var decimals = -1
        for byte in token.utf8 {
            if byte.isASCIIDigit {
                guard digits < 15 else { return nil }
                mantissa = mantissa * 10 + Int(byte - UInt8(ascii: "0"))
                digits += 1
                if decimals >= 0 { decimals += 1 } else if group >= 0 { group += 1 }
            } else if byte == UInt8(ascii: ","), decimals < 0, group == 3 || group < 0 && (1...3).contains(digits) {
                group = 0
            } else if byte == UInt8(ascii: "."), decimals < 0, digits > 0, group == 3 || group < 0 {
                decimals = 0
            } else {
                return nil
            }
        }
        guard digits > 0, decimals != 0, group == 3 || group < 0 else { return nil }
        var divisor = 1
        for _ in 0..<max(0, decimals) { divisor *= 10 }
        return Double(mantissa) / Double(divisor)
    }

    /// Reads a number at a token.
    ///
    /// - Returns: its value and the index behind its last token. "2.3 million", "three hundred and five", "twenty-one", "760,000", "5bn".
    static func number(at index: Int, in text: TokenizedText, words: [String]) -> (value: Double, end: Int)? {
        guard index < words.count else { return nil }
        if text.tokens[index].kind == .number { return digitNumber(at: index, in: text, words: words) }
        return wordNumber(at: index, in: text, words: words)
    }

    private static func digitNumber(at index: Int, in text: TokenizedText, words: [String]) -> (value: Double, end: Int)? {
        let word = words[index]
        let letters = word.drop { !$0.isLetter }
        guard var value = digits(word.prefix { !$0.isLetter }) else { return nil }
        var end = index + 1
        if !letters.isEmpty {
            guard let scale = scales[String(letters)] else { return nil }
            value *= scale
        } else {
            // "816 000": groups of exactly three digits behind one space.
            var digits = word.count
            while digits <= 12, word.allSatisfy({ $0.isNumber }), word.count <= 3, end < words.count, words[end].count == 3,
                text.tokens[end].kind == .number, words[end].utf8.allSatisfy(\.isASCIIDigit),
                text.tokens[end].span.start == text.tokens[end - 1].span.end + 1, let group = Double(words[end])
            {
                value = value * 1000 + group
                digits += 3
                end += 1
            }
        }
        if letters.isEmpty, value == value.rounded(), let (part, behind) = remainder(at: end, in: text, words: words) {
            value += part
            end = behind
        }
        while end < words.count, value <= greatest, text.tokens[end].kind == .word, let scale = scales[words[end]],
            words[end].count > 2 || !text.tokens[end].afterSpace
        {
            value *= scale
            end += 1
        }
        return value <= greatest ? (value, end) : nil
    }

    /// What goes with a whole number before it: "½" in "4½", "1/2" in "4 1/2".
    private static func remainder(at index: Int, in text: TokenizedText, words: [String]) -> (value: Double, end: Int)? {
        guard index < words.count else { return nil }
        if !text.tokens[index].afterSpace { return vulgar[words[index]].map { ($0, index + 1) } }
        guard index + 2 < words.count, words[index + 1] == "/", !text.tokens[index + 1].afterSpace, !text.tokens[index + 2].afterSpace,
            words[index].utf8.count == 1, let above = digits(words[index][...]), words[index + 2].utf8.count == 1,
            let below = digits(words[index + 2][...]), above > 0, above < below
        else { return nil }
        return (above / below, index + 3)
    }

    private static func wordNumber(at index: Int, in text: TokenizedText, words: [String]) -> (value: Double, end: Int)? {
        var end = index
        var total = 0.0
        var group = 0.0
        var isAny = false
        if words[index] == "a" || words[index] == "half" || words[index] == "an" {
            guard let (factor, next) = indefinite(at: index, words) else { return nil }
            return (factor, next)
        }
        while end < words.count, end - index < longest {
            let word = words[end]
            if let value = small[word] {
                // "two one" is two numbers.
                if isAny, group.truncatingRemainder(dividingBy: 100) != 0,
                    !(group.truncatingRemainder(dividingBy: 100) >= 20 && value < 10 && value > 0)
                {
                    break
                }
                group += value
                isAny = true
                end += 1
            } else if isAny, let scale = scales[word], word.count > 2 {
                if scale == 100 || scale == 12 {
                    group *= scale
                } else if group == 0 {
                    // "two thousand million"
                    total *= scale
                } else {
                    total += group * scale
                    group = 0
                }
                end += 1
            } else if isAny, word == "-", end + 1 < words.count, !text.tokens[end].afterSpace, !text.tokens[end + 1].afterSpace,
                small[words[end + 1]] != nil || scales[words[end + 1]] != nil
            {
                end += 1
            } else if isAny, word == "and", end + 1 < words.count, small[words[end + 1]] != nil, end > index, scales[words[end - 1]] != nil
            {
                end += 1
            } else {
                break
            }
        }
        return isAny && total + group <= greatest ? (total + group, end) : nil
    }

    /// "a million", "half a million", "a hundred", "half a dozen", "a dozen".
    private static func indefinite(at index: Int, _ words: [String]) -> (Double, Int)? {
        var next = index + 1
        var factor = 1.0
        if words[index] == "half" {
            factor = 0.5
            if next < words.count, words[next] == "a" || words[next] == "-" { next += 1 }
        }
        guard next < words.count, let scale = scales[words[next]], words[next].count > 2 else { return nil }
        return (factor * scale, next + 1)
    }
}
