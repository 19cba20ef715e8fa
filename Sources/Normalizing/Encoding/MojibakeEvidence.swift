// SPDX-License-Identifier: Apache-2.0

internal import Documents
internal import Language

/// Weighs how unlikely it is that somebody wrote the characters of a sequence as they stand.
///
/// After the idea of ftfy's "badness" (Robyn Speer, ftfy.readthedocs.io): text is broken where kinds of characters meet that do not meet in writing.
/// A capital with an accent behind a small letter, a sign in the middle of a word, a control character; not „DAS CAFÉ“, ESPAÑA or IRMÃ.
struct MojibakeEvidence {
    enum Verdict {
        case none
        /// Broken if something else in its line is, in the same way.
        case likely
        case certain
    }

    let sequence: MojibakeSequence
    /// What stands around the sequence, as it will be read.
    let before: Unicode.Scalar?
    let after: Unicode.Scalar?
    /// Sequences that touch it, itself included; counted to three.
    let chain: Int

    var verdict: Verdict {
        if isDrawing { return .none }
        let weight = weight
        switch sequence.script {
        case .common:
            if weight >= 2 { return .certain }
            // ÇA VA, «MAÇÃ»: a capital among capitals needs no explanation.
            return isUpper(before) && !isLetter(after) ? .none : .likely
        case .foreign:
            if chain >= 3 && (weight > 0 || sequence.page.isWindows) || chain == 2 && weight >= 2 { return .certain }
            return weight >= 2 ? .likely : .none
        case .rare: return chain >= 3 && weight >= 2 ? .likely : .none
        }
    }

    private var weight: Int {
        var weight = 0
        let isCapital = sequence.lead.properties.isUppercase
        let isSign = !isLetter(sequence.lead) || sequence.lead == "ƒ"
        if isCapital, isLower(before) { weight += 2 }
        if isSign, isLetter(before), !sequence.page.isWindows, sequence.isWestern { weight += 2 }
        if sequence.opensLikeNothingElse { weight += 2 }
        for scalar in sequence.tail {
            switch strength(of: scalar) {
            case .strong: weight += 2
            case .joining where isLower(after) && !isUpper(before): weight += 2
            case .joining where sequence.first == 0xC3 && isUpper(before) && isUpper(after): weight += 2
            default: break
            }
        }
        if sequence.meaning == "\u{A0}" || sequence.meaning == "\u{E0}", isCapital, !isUpper(before) { weight += 2 }
        if sequence.first == 0xC2, isCapital, sequence.page.isWindows, sequence.page != .windows1251 { weight += weightAfterCircumflex }
        if sequence.meaning == "\u{ED}", isCapital, !isUpper(before), isLower(after) { weight += 2 }
        return weight
    }

    /// Â before a sign that means itself: "5Â°", "Â£5"; not "ROMÂ»".
    private var weightAfterCircumflex: Int {
        switch sequence.meaning {
        case "»", "\u{AD}", "´", "¶", "·", "¬": isUpper(before) ? 0 : 2
        default: sequence.meaning.value >= 0xA1 ? 2 : 0
        }
    }

    private enum Strength { case weak, joining, strong }

    private func strength(of scalar: Unicode.Scalar) -> Strength {
        switch scalar {
        case "\u{80}"..."\u{9F}": return .strong
        case "¡", "¿", "¢", "£", "¤", "¥", "¦", "§", "¨", "©", "¯", "¸", "ƒ", "ˆ", "˜", "‰", "†", "‡", "¼", "½", "¾", "‚", "„", "€", "⌐",
            "₧",
            "ˇ", "˘", "˛", "˝", "\u{98}":
            return .strong
        case "±", "µ": return sequence.page.isWindows ? .strong : .weak
        case "š", "œ", "ž", "Ÿ", "Š", "Œ", "Ž":
            return sequence.first == 0xC3 && sequence.page == .windows1252 ? .strong : .weak
        // What may follow a word: no sign of damage but where another letter follows at once.
        case "®", "°", "™", "²", "³", "¹", "º", "ª", "“", "”", "‘", "»", "«", "‹", "›", "•", "¶", "´", "№": return .joining
        default: return .weak
        }
    }

    /// Whether the characters are parts of a frame or of a formula: "├┐", "√π".
    private var isDrawing: Bool {
        guard !sequence.page.isWindows, !isLetter(sequence.lead) else { return false }
        let isFrame = Self.isBox(sequence.lead) && sequence.tail.allSatisfy(Self.isBox)
        if isFrame { return !isLetter(before) || after.map(Self.isBox) ?? false }
        if sequence.page == .macintosh, sequence.first == 0xC3, !isLetter(before) { return sequence.tail.allSatisfy(Self.isFormula) }
        return false
    }

    private static func isBox(_ scalar: Unicode.Scalar) -> Bool { (0x2500..<0x25A0).contains(scalar.value) }

    private static func isFormula(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "π", "∑", "∏", "∫", "Ω", "∂", "∞", "±", "≤", "≥", "≠", "µ": true
        default: false
        }
    }

    private func isLower(_ scalar: Unicode.Scalar?) -> Bool { scalar?.properties.isLowercase ?? false }
    private func isUpper(_ scalar: Unicode.Scalar?) -> Bool { scalar?.properties.isUppercase ?? false }
    private func isLetter(_ scalar: Unicode.Scalar?) -> Bool { scalar?.isLetter ?? false }
}
