// SPDX-License-Identifier: Apache-2.0

/// Walks the lines of a text: ends are LF, CR LF or CR, and belong to no line.
struct LineScanner {
    private let bytes: [UInt8]
    private let limit: Int
    private(set) var position: Int

    init(_ bytes: [UInt8], from start: Int = 0, upTo limit: Int? = nil) {
        self.bytes = bytes
        position = start
        self.limit = limit ?? bytes.count
    }

    mutating func next() -> Range<Int>? {
        guard position < limit else { return nil }
        let start = position
        while position < limit, bytes[position] != 0x0A, bytes[position] != 0x0D { position += 1 }
        let line = start..<position
        if position < limit {
            let isPair = bytes[position] == 0x0D && position + 1 < limit && bytes[position + 1] == 0x0A
            position += isPair ? 2 : 1
        }
        return line
    }
}
