// SPDX-License-Identifier: Apache-2.0

import Documents
import Duplicates
import Testing

@Suite struct `The fingerprint of a text` {
    private func fingerprint(_ paragraphs: String...) -> Fingerprint { ShingledText(paragraphs).fingerprint }

    @Test(arguments: [
        ("Saïd’s 760,000 people in Zürich", "SAIDS 760000 PEOPLE IN ZURICH"),
        ("Café — they don't know \"why\"", "cafe they don\u{2019}t, know: why!"),
        ("Łódź, Århus, Ñandú, straße", "lodz arhus nandu strase"),
        ("Cafe\u{301} co\u{AD}operation now and then", "café cooperation now and then"),
        ("МОСКВА Ёлка растёт здесь всегда", "москва ёлка растёт здесь всегда"),
        ("ΑΘΗΝΑ is the Greek capital", "αθηνα is the greek capital"),
    ])
    func `does not depend on case, marks and punctuation`(one: String, other: String) {
        #expect(fingerprint(one) == fingerprint(other))
    }

    @Test(arguments: [
        ("one two three four", "one two four three"), ("in 2024 they were five", "in 2025 they were five"),
        ("one, two, three, four", "one twothree four five"), ("4,five six seven", "45 six seven"),
    ])
    func `depends on the words and their order`(one: String, other: String) {
        #expect(fingerprint(one) != fingerprint(other))
    }

    @Test func `sees a word in each character of scripts without spaces`() {
        #expect(fingerprint("国務院は北京で会議を開いた").shingles == 10)
        #expect(fingerprint("한국어 문장은 띄어 쓴다").shingles == 1)
    }

    @Test(arguments: 0..<20 as Range<UInt64>) func `does not depend on the order of paragraphs`(seed: UInt64) {
        var sample = SampleText(seed: seed)
        let paragraphs = sample.paragraphs(12)
        #expect(ShingledText(paragraphs).fingerprint == ShingledText(paragraphs.reversed()).fingerprint)
    }

    @Test(arguments: [0, 1, 3, 40, 400, 4000, 40000]) func `is ascending, distinct and bounded`(words: Int) {
        var sample = SampleText(seed: UInt64(words))
        let fingerprint = ShingledText([words == 0 ? "—" : sample.paragraph(words)]).fingerprint
        #expect(fingerprint.shingles <= words && fingerprint.shingles >= words - 3 - words / 1000)
        #expect(fingerprint.sketch.count == min(fingerprint.shingles, Fingerprint.sketchLimit))
        #expect(fingerprint.keys.count <= Fingerprint.keyLimit && fingerprint.keys.isEmpty == (words == 0))
        for hashes in [fingerprint.sketch, fingerprint.keys] {
            #expect(zip(hashes, hashes.dropFirst()).allSatisfy { $0 < $1 } && hashes.allSatisfy { $0 < 1 << 31 })
        }
    }

    /// What winnowing promises: 24 shingles in a row are 27 words.
    @Test(arguments: 0..<50 as Range<UInt64>) func `shares a key with every text that has 27 words in a row of it`(seed: UInt64) {
        var sample = SampleText(seed: seed)
        let words = (0..<300).map { _ in sample.word() }
        let start = Int(seed) * 5
        let other = [sample.paragraph(50), words[start..<(start + 27)].joined(separator: " "), sample.paragraph(60)].joined(separator: " ")
        let keys = Set(fingerprint(words.joined(separator: " ")).keys)
        #expect(!keys.isDisjoint(with: fingerprint(other).keys))
    }

    @Test func `takes time in proportion to the text, whatever is in it`() {
        // A run of falling hashes would have each window searched; equal words make one shingle of a million.
        let same = ShingledText([String(repeating: "a ", count: 1_000_000)])
        #expect(same.fingerprint.shingles == 1)
        let many = ShingledText(Array(repeating: "the same four words again here", count: 50_000))
        #expect(many.fingerprint.shingles == 3)
        let neighbour = Neighbour(id: "0", order: 0, fingerprint: many.fingerprint)
        let finder = DuplicateFinder(many, among: Neighbourhood(neighbours: Array(repeating: neighbour, count: 32)), similarity: 0.5)
        #expect(finder.find().duplicates.isEmpty)
    }
}
