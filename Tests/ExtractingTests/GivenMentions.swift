// SPDX-License-Identifier: Apache-2.0

import Documents
import Language

@testable import Extracting

extension TokenizedText {
    /// Mentions of the names given, which stand in the text in this order.
    func mentions(_ names: [(String, Entity.Kind)]) -> [NameMention] {
        var from = 0
        return names.map { name, kind in
            let bytes = Array(name.utf8)
            while !text.bytes[from...].starts(with: bytes) { from += 1 }
            defer { from += bytes.count }
            return NameMention(TextSpan(from, from + bytes.count), kind: kind, confidence: 0.9)
        }
    }
}
