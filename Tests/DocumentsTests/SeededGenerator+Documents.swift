// SPDX-License-Identifier: Apache-2.0

import Documents
import TestKit

extension SeededGenerator {
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
