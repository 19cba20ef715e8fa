// SPDX-License-Identifier: Apache-2.0

internal import CLexicons

/// A table of facts that was compiled into the program: sorted lines, fields separated by tabs, found by binary search.
///
/// Nothing is read or built at start: the bytes lie in the program's read-only pages.
package struct Lexicon: Sendable {
    private let name: StaticString

    /// - Precondition: `Sources/CLexicons/lexicons.c` lists the table.
    package init(_ name: StaticString) {
        self.name = name
        precondition(unsafe table.count > 0, "No lexicon named \(name)")
    }

    private var table: CopydeskTable {
        unsafe copydesk_table(UnsafeRawPointer(name.utf8Start).assumingMemoryBound(to: CChar.self))
    }

    /// The fields behind `key`, or `nil`. A table without further fields gives an empty list.
    package func fields(of key: String) -> [Substring]? {
        var key = key
        return key.withUTF8 { buffer in
            guard let line = unsafe line(keyed: buffer) else { return nil }
            return line.split(separator: "\t", omittingEmptySubsequences: false).dropFirst().map { $0 }
        }
    }

    package func contains(_ key: String) -> Bool {
        var key = key
        return key.withUTF8 { unsafe line(keyed: $0) != nil }
    }

    /// Every line, split into its fields: for tables that are small enough to be held.
    package func lines() -> [[Substring]] {
        let table = unsafe table
        let whole = unsafe String(decoding: UnsafeBufferPointer(start: table.bytes, count: table.count), as: UTF8.self)
        return whole.split(separator: "\n").map { $0.split(separator: "\t", omittingEmptySubsequences: false) }
    }

    private func line(keyed key: UnsafeBufferPointer<UInt8>) -> String? {
        let table = unsafe table
        let bytes = unsafe UnsafeBufferPointer(start: table.bytes, count: table.count)
        var low = 0
        var high = bytes.count
        while low < high {
            var start = (low + high) / 2
            while start > low, unsafe bytes[start - 1] != 0x0A { start -= 1 }
            let order = unsafe order(of: key, in: bytes, start, high)
            if order < 0 {
                high = start
                continue
            }
            // Where the line ends is looked for only by those who need it.
            var end = start
            while end < high, unsafe bytes[end] != 0x0A { end += 1 }
            if order == 0 { return unsafe String(decoding: bytes[start..<end], as: UTF8.self) }
            low = end + 1
        }
        return nil
    }

    /// -1, 0 or 1 as the key sorts before, with or behind the first field of the line at `start`; `limit` is no further than the end of some line.
    private func order(of key: UnsafeBufferPointer<UInt8>, in bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ limit: Int) -> Int {
        var index = 0
        while true {
            let position = start + index
            let byte = unsafe position == limit ? 0x0A : bytes[position]
            let fieldEnds = byte == 0x09 || byte == 0x0A
            if index == key.count { return fieldEnds ? 0 : -1 }
            if fieldEnds { return 1 }
            let wanted = unsafe key[index]
            if wanted != byte { return wanted < byte ? -1 : 1 }
            index += 1
        }
    }
}
