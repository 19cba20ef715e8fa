// SPDX-License-Identifier: Apache-2.0

import Documents
import Duplicates
import Testing

@Suite struct `Comparing with earlier articles` {
    @Test func `finds the same text in full, under another head and dateline too`() throws {
        var sample = SampleText(seed: 1)
        let text = sample.paragraphs(6)
        let same = found(text.reversed().map { $0.uppercased() }, after: [text])
        #expect(same.duplicates == [Duplicate(id: "0", similarity: 1, partOfThis: 1, partOfThat: 1)])
        let framed = found([sample.paragraph(15)] + text + [sample.paragraph(20)], after: [text])
        let duplicate = try #require(framed.duplicates.first)
        #expect(duplicate.partOfThat == 1 && duplicate.similarity > 0.85 && duplicate.similarity == duplicate.partOfThis)
    }

    @Test(arguments: 0..<10 as Range<UInt64>) func `moves little with one word`(seed: UInt64) throws {
        var sample = SampleText(seed: seed)
        let words = (0..<400).map { _ in sample.word() }
        var changed = words
        changed[Int(seed) * 37] = sample.word()
        let duplicate = try #require(found([changed.joined(separator: " ")], after: [[words.joined(separator: " ")]]).duplicates.first)
        // Four of 397 shingles on either side.
        #expect(duplicate.similarity >= 0.97 && duplicate.similarity < 1)
    }

    @Test func `sees the wire story inside a longer article, and each paragraph of it`() throws {
        var sample = SampleText(seed: 2)
        let (wire, own) = (sample.paragraphs(4), sample.paragraphs(16))
        let pasted = Array(own[..<8] + wire + own[8...])
        let (duplicates, reuse) = found(pasted, after: [wire])
        #expect(duplicates == [Duplicate(id: "0", similarity: 0.2, partOfThis: 0.2, partOfThat: 1)])
        let text = Text(pasted.joined(separator: "\n\n"))
        #expect(reuse.map { text.string($0.span) } == wire)
        #expect(reuse.allSatisfy { $0.id == "0" && $0.similarity == 1 })
    }

    @Test func `names the article that had a paragraph first, unless another has more of it`() {
        var sample = SampleText(seed: 3)
        let (first, second) = (sample.paragraph(), sample.paragraph())
        let shortened = second.split(separator: " ").prefix(30).joined(separator: " ")
        let earlier = [[sample.paragraph(), first, shortened], [first, second, sample.paragraph()], [second]]
        #expect(found([first, second], after: earlier).reuse.map(\.id) == ["0", "1"])
        #expect(found([first, second], after: earlier.map { $0.map { $0.uppercased() } }).reuse.map(\.similarity) == [1, 1])
    }

    @Test func `gives the most similar first, and ten at most`() {
        var sample = SampleText(seed: 4)
        let text = sample.paragraphs(30)
        let earlier = (0..<14).map { Array(text.prefix(14 + $0)) }
        let duplicates = found(text, after: earlier).duplicates
        #expect(duplicates.map(\.id) == (4..<14).reversed().map { "\($0)" })
    }

    @Test func `leaves articles apart that share a phrase, or less than is asked for`() {
        var sample = SampleText(seed: 5)
        let (one, other) = (sample.paragraphs(5), sample.paragraphs(5))
        let phrase = "the ministry said in a statement on friday"
        #expect(found(one + [phrase], after: [other + [phrase]]).duplicates.isEmpty)
        let half = Array(one[..<3] + other[..<2])
        #expect(found(half, after: [one], similarity: 0.5).duplicates.map(\.similarity) == [0.43])
        #expect(found(half, after: [one], similarity: 0.7).duplicates.isEmpty)
        #expect(found(["Too short to be told apart."], after: [["Too short to be told apart."]]).duplicates.isEmpty)
    }

    @Test func `asks for more where two short articles may be of one pattern`() {
        var sample = SampleText(seed: 8)
        let pattern = (0..<20).map { _ in sample.paragraph(8) }
        let filled = { (count: Int, share: Int) in
            (0..<count).map { index in index % 10 < share ? pattern[index] : sample.paragraph(8) }
        }
        // Five shingles a paragraph: 60 of 100 are shared, then 80; 30 of 50, then 40.
        #expect(found(filled(20, 6), after: [pattern]).duplicates.isEmpty)
        #expect(found(filled(20, 8), after: [pattern]).duplicates.count == 1)
        #expect(found(filled(10, 6), after: [Array(pattern.prefix(10))]).duplicates.isEmpty)
        #expect(found(filled(10, 8), after: [Array(pattern.prefix(10))]).duplicates.count == 1)
    }

    @Test func `does not count what very many articles have, unless it is the article`() {
        var sample = SampleText(seed: 6)
        let notice = sample.paragraphs(2)
        let keys = Set(ShingledText(notice).fingerprint.keys)
        let (one, other) = (sample.paragraphs(2), sample.paragraphs(2))
        let unaware = found(one + notice, after: [other + notice])
        #expect(unaware.duplicates.count == 1 && unaware.reuse.count == 2)
        let aware = found(one + notice, after: [other + notice], common: keys)
        #expect(aware.duplicates.isEmpty && aware.reuse.isEmpty)
        #expect(found(one + notice, after: [one + notice], common: keys).duplicates.map(\.similarity) == [1])
        #expect(found(notice, after: [notice], common: keys).duplicates.map(\.similarity) == [1])
    }

    @Test(arguments: [5_000, 20_000, 60_000]) func `estimates what it has a sample of only`(words: Int) throws {
        var sample = SampleText(seed: 7)
        let (story, rest) = (sample.paragraphs(words / 80), sample.paragraphs(words / 80))
        let long = story + rest
        let duplicate = try #require(found(story, after: [long]).duplicates.first)
        #expect(abs(duplicate.similarity - 0.5) < 0.04 && duplicate.partOfThis == 1)
        let other = try #require(found(long, after: [story]).duplicates.first)
        #expect(abs(other.similarity - 0.5) < 0.04 && other.partOfThat == 1)
        #expect(found(sample.paragraphs(words / 40), after: [long]).duplicates.isEmpty)
    }
}
