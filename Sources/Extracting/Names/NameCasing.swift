// SPDX-License-Identifier: Apache-2.0

internal import Documents
internal import Language

/// How a sentence uses capitals, and so what a capital in it is worth.
enum NameCasing: Sendable {
    /// Capitals mark names.
    case plain
    /// Nearly every word has one, as in English headlines.
    case title
    /// Nothing but capitals.
    case upper

    init(_ sentence: Range<Int>, in text: NameText) {
        var words = 0
        var capitalized = 0
        var upper = 0
        for index in sentence where text.isWord(index) {
            if text.tokens[index].span.count < 2 { continue }
            let casing = text.tokens[index].casing
            if casing == .lower, text.traits[index].has(.function) || text.tokens[index].span.count < 4 { continue }
            words += 1
            if casing != .lower { capitalized += 1 }
            if casing == .upper { upper += 1 }
        }
        // Two or three words alone may well be one name.
        if words >= 3, upper * 10 >= words * 8 {
            self = .upper
        } else if words >= 4, capitalized * 10 >= words * 8 {
            self = .title
        } else {
            self = .plain
        }
    }
}
