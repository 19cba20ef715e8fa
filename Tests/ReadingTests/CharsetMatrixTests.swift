// SPDX-License-Identifier: Apache-2.0

import Documents
import Reading
import Testing

/// Every sample in every charset that was in use for its language, without a declaration: how often does the text come back?
@Suite struct `Undeclared charsets` {
    struct Score {
        var right = 0
        var all = 0
        var wrong: [String] = []

        mutating func count(_ isRight: Bool, _ name: String) {
            all += 1
            if isRight { right += 1 } else { wrong.append(name) }
        }
    }

    private func score(_ length: Int, wide: Bool) -> Score {
        var score = Score()
        for sample in CharsetSamples.all {
            for charset in wide ? CharsetSamples.wide : sample.charsets {
                guard let (bytes, text) = CharsetSamples.encoded(sample.text, in: charset, atMost: length) else {
                    score.count(false, "\(charset) is unknown to iconv")
                    continue
                }
                let found = try? read(bytes)
                score.count(found?.text.string == text, "\(sample.language) \(charset) as \(found?.source.charset ?? "nothing")")
            }
        }
        return score
    }

    @Test(arguments: [(80, 50), (600, 50)])
    func `are found by the bytes alone`(length: Int, floor: Int) {
        let score = score(length, wide: false)
        print("charsets, \(length) bytes: \(score.right) of \(score.all); not: \(score.wrong.joined(separator: ", "))")
        #expect(score.right >= floor, "\(score.wrong)")
    }

    @Test(arguments: [(80, 94), (600, 96)])
    func `of whole units are found by their units`(length: Int, floor: Int) {
        let score = score(length, wide: true)
        print("wide charsets, \(length) bytes: \(score.right) of \(score.all); not: \(score.wrong.joined(separator: ", "))")
        #expect(score.right >= floor, "\(score.wrong)")
    }
}
