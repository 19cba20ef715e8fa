// SPDX-License-Identifier: Apache-2.0

/// Counts the syllables of English words by their spelling: groups of vowels, without the silent ones, with the hiatus of "create" and "radio".
enum SyllableCounter {
    /// - Parameter word: lower case; every byte that is no ASCII letter separates.
    /// - Returns: 1 at least.
    static func count(_ word: some Collection<UInt8>) -> Int {
        let letters = Array(word.prefix(64))
        var count = 0
        var previousIsVowel = false
        for (index, letter) in letters.enumerated() {
            let isVowel = isVowel(letter) || isAccented(letter)
            if isVowel, !previousIsVowel || isHiatus(letters, index) { count += 1 }
            previousIsVowel = isVowel
        }
        return max(count - silent(letters), 1)
    }

    private static func isVowel(_ letter: UInt8) -> Bool {
        switch letter {
        case 0x61, 0x65, 0x69, 0x6F, 0x75, 0x79: true
        default: false
        }
    }

    /// The first byte of "é" and its like.
    private static func isAccented(_ letter: UInt8) -> Bool { letter == 0xC3 }

    /// Whether the vowel at `index` is sounded apart from the one before it.
    private static func isHiatus(_ letters: [UInt8], _ index: Int) -> Bool {
        let (before, letter) = (letters[index - 1], letters[index])
        let isLast = index == letters.count - 1
        switch (before, letter) {
        case (0x69, 0x61):  // "media", but not "special", "martial"
            return index < 2 || !(letters[index - 2] == 0x63 || letters[index - 2] == 0x74)
        case (0x69, 0x6F):  // "radio", "violent", but not "nation", "vision", "region", "gracious"
            guard index > 1, !isLast else { return true }
            return !(letters[index - 2] == 0x74 || letters[index - 2] == 0x73 || letters[index - 2] == 0x67 || letters[index - 2] == 0x63)
        case (0x69, 0x75), (0x75, 0x6F), (0x79, 0x61), (0x79, 0x6F): return index > 1
        case (0x75, 0x61):  // "actual", but not "quality", "guard"
            return index > 1 && letters[index - 2] != 0x71 && letters[index - 2] != 0x67
        case (0x65, 0x6F): return !(index > 1 && letters[index - 2] == 0x67)  // "video", but not "pigeon"
        case (0x69, 0x65):  // "quiet", "science"
            return index > 2 && !isLast && letters[index + 1] == 0x74 || index == 2 && letters[0] == 0x64
        case (0x65, 0x61):  // "create", "area"
            return isLast && index > 2 || index > 1 && letters[index - 2] == 0x72 && index + 2 < letters.count && letters[index + 1] == 0x74
        default: return false
        }
    }

    /// Vowels that the spelling has and nobody says: "made", "makes", "asked", "statement".
    private static func silent(_ letters: [UInt8]) -> Int {
        let count = letters.count
        guard count > 2 else { return 0 }
        let last = letters[count - 1]
        let isDoubled = { (index: Int) in index >= 0 && (isVowel(letters[index])) }
        if last == 0x65 {  // e
            if isDoubled(count - 2) { return 0 }
            // "table", "acre" keep theirs
            if letters[count - 2] == 0x6C, count > 3, !isVowel(letters[count - 3]) { return 0 }
            return 1
        }
        if last == 0x64, letters[count - 2] == 0x65, !isDoubled(count - 3) {  // ed
            return letters[count - 3] == 0x74 || letters[count - 3] == 0x64 ? 0 : 1
        }
        if last == 0x73, letters[count - 2] == 0x65, !isDoubled(count - 3), count > 3 {  // es
            switch letters[count - 3] {
            case 0x73, 0x78, 0x7A, 0x63, 0x67: return 0
            case 0x68: return letters[count - 4] == 0x63 || letters[count - 4] == 0x73 ? 0 : 1
            case 0x6C: return isVowel(letters[count - 4]) ? 1 : 0
            default: return 1
            }
        }
        for ending in ["ement", "ements", "eful", "eless", "ely"] where letters.count > ending.utf8.count + 1 {
            let start = count - ending.utf8.count
            if letters[start...].elementsEqual(ending.utf8), !isVowel(letters[start - 1]) { return 1 }
        }
        return 0
    }
}
