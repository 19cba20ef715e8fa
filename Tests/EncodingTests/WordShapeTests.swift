// SPDX-License-Identifier: Apache-2.0

import Testing

@testable import Encoding

@Suite struct `The shape of a word` {
    @Test(arguments: [
        ("flood", WordShape.lower), ("Mosul", .capitalized), ("UNHCR", .upper), ("A", .letter), ("a", .lower), ("McCain", .mixed),
        ("iPhone", .mixed), ("2026", .digits), ("²", .digits), ("21st", .withDigits), ("B52", .withDigits), ("-", .mark), ("“", .mark),
        ("é", .lower), ("Évian", .capitalized), ("ÉTÉ", .upper), ("سوريا", .lower), ("中", .lower), ("ǅ", .lower), ("½", .lower),
        ("€", .mark),
    ])
    func `is that of the training script`(word: String, shape: WordShape) {
        #expect(WordShape(word.unicodeScalars) == shape)
    }
}
