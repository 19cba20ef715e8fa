// SPDX-License-Identifier: Apache-2.0

import Documents

/// SplitMix64: the same seed gives the same case again.
struct SeededGenerator: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    /// Scalars of one to four bytes.
    mutating func string(upTo count: Int, from alphabet: [Unicode.Scalar] = Array("ab .\né“ßд漢🙂\u{10FFFF}\u{301}".unicodeScalars)) -> String
    {
        var string = String.UnicodeScalarView()
        for _ in 0..<Int.random(in: 0...count, using: &self) { string.append(alphabet[Int.random(in: 0..<alphabet.count, using: &self)]) }
        return String(string)
    }

    /// Ordered edits of a text that do not overlap and lie on scalar edges.
    mutating func edits(of text: Text, names: [String]) -> [TextEdit] {
        var edits: [TextEdit] = []
        var offset = 0
        while offset < text.count {
            let (_, length) = text.scalar(at: offset)
            if Int.random(in: 0..<6, using: &self) == 0 {
                var end = offset + length
                while end < text.count, Bool.random(using: &self) { end += text.scalar(at: end).length }
                let name = names[Int.random(in: 0..<names.count, using: &self)]
                edits.append(TextEdit(TextSpan(offset, end), string(upTo: 3), name: name))
                offset = end
            } else {
                offset += length
            }
        }
        return edits
    }
}
