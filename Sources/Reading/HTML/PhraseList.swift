// SPDX-License-Identifier: Apache-2.0

/// Phrases by their first byte, so that a line is compared with few of them.
struct PhraseList: ExpressibleByArrayLiteral {
    private var byFirst = [[[UInt8]]](repeating: [], count: 256)

    init(arrayLiteral phrases: String...) {
        for phrase in phrases {
            let bytes = Array(phrase.utf8)
            if let first = bytes.first { byFirst[Int(first)].append(bytes) }
        }
    }

    /// Whether the line begins with one of them.
    func begins(_ line: some StringProtocol) -> Bool {
        guard let first = line.utf8.first else { return false }
        return byFirst[Int(first)].contains { line.utf8.starts(with: $0) }
    }

    /// Whether one of them stands anywhere in the line.
    func occurs(in line: String) -> Bool {
        let bytes = Array(line.utf8)
        return bytes.indices.contains { at in byFirst[Int(bytes[at])].contains { bytes[at...].starts(with: $0) } }
    }
}
