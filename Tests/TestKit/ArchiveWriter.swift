// SPDX-License-Identifier: Apache-2.0

/// Writes small archives, so that tests can say what is in them, and what is wrong with them.
package enum ArchiveWriter {
    package struct Entry {
        var name: [UInt8]
        var content: [UInt8]
        /// Bit 0: encrypted. Bit 11: the name is UTF-8 (APPNOTE.TXT, 4.4.4).
        var flags: UInt16
        /// 0 stored, 8 deflated.
        var method: UInt16
        var size: Int

        package init(_ name: String, _ content: String) { self.init(name, Array(content.utf8)) }

        package init(_ name: String, _ content: [UInt8], flags: UInt16 = 0x800) {
            self.init(name: Array(name.utf8), content, flags: flags)
        }

        package init(name: [UInt8], _ content: [UInt8], flags: UInt16 = 0) {
            self.name = name
            self.content = content
            self.flags = flags
            method = 0
            size = content.count
        }

        /// An entry that unpacks to `size` zeros.
        package init(zeros size: Int, name: String) {
            self.init(name, ArchiveWriter.deflatedZeros(size))
            method = 8
            self.size = size
        }
    }

    /// A ZIP archive. CRCs are right for what is stored and zero, which makes a warning, for what is deflated.
    package static func zip(_ entries: [Entry]) -> [UInt8] {
        var bytes: [UInt8] = []
        var directory: [UInt8] = []
        for entry in entries {
            let offset = bytes.count
            let crc = entry.method == 0 ? crc32(entry.content) : 0
            let common =
                little(entry.flags, 2) + little(entry.method, 2) + little(0, 4) + little(crc, 4) + little(entry.content.count, 4)
                + little(entry.size, 4) + little(entry.name.count, 2) + little(0, 2)
            bytes += little(0x0403_4B50, 4) + little(20, 2) + common + entry.name + entry.content
            directory += little(0x0201_4B50, 4) + little(0x0314, 2) + little(20, 2) + common + little(0, 6) + little(0x81A4_0000, 4)
            directory += little(offset, 4) + entry.name
        }
        let end = little(0x0605_4B50, 4) + little(0, 4) + little(entries.count, 2) + little(entries.count, 2)
        return bytes + directory + end + little(directory.count, 4) + little(bytes.count, 4) + little(0, 2)
    }

    /// A tar archive (ustar). A `type` other than "0" is a link to "elsewhere", "5" a folder.
    package static func tar(_ entries: [(name: String, content: String, type: Unicode.Scalar)]) -> [UInt8] {
        var bytes: [UInt8] = []
        for entry in entries {
            let content = entry.type == "0" ? Array(entry.content.utf8) : []
            var header = field(entry.name, 100) + field("0000644", 8) + field("0000000", 8) + field("0000000", 8)
            header += field(octal(content.count, 11), 12) + field(octal(0, 11), 12) + [UInt8](repeating: 0x20, count: 8)
            header += [UInt8(truncatingIfNeeded: entry.type.value)] + field(entry.type == "0" ? "" : "elsewhere", 100) + field("ustar", 6)
            header += field("00", 2)
            header[263..<265] = [0x30, 0x30]
            header += [UInt8](repeating: 0, count: 512 - header.count)
            header.replaceSubrange(148..<156, with: field(octal(header.reduce(0) { $0 + Int($1) }, 6), 7) + [0x20])
            bytes += header + content + [UInt8](repeating: 0, count: (512 - content.count % 512) % 512)
        }
        return bytes + [UInt8](repeating: 0, count: 1024)
    }

    /// A gzip member whose content is stored, not packed (RFC 1951, 3.2.4).
    package static func gzip(_ content: [UInt8]) -> [UInt8] {
        gzip(deflated: stored(content), size: content.count, crc: crc32(content))
    }

    /// A gzip member around what is deflated already.
    package static func gzip(deflated: [UInt8], size: Int, crc: UInt32 = 0) -> [UInt8] {
        [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 3] + deflated + little(crc, 4) + little(size, 4)
    }

    package static func stored(_ content: [UInt8]) -> [UInt8] {
        var bytes: [UInt8] = []
        var at = 0
        repeat {
            let count = min(0xFFFF, content.count - at)
            bytes += [at + count == content.count ? 1 : 0] + little(count, 2) + little(count ^ 0xFFFF, 2) + content[at..<(at + count)]
            at += count
        } while at < content.count
        return bytes
    }

    /// DEFLATE's tightest: matches of 258 bytes at a distance of one, in two bits each (RFC 1951), a thousand to one.
    ///
    /// A block with codes of its own: literal 0 and length 285 in one bit, end of block in two, distance 1 in one.
    package static func deflatedZeros(_ size: Int) -> [UInt8] {
        var bits = BitWriter()
        bits.write(1, 1)
        bits.write(2, 2)
        // 286 literal codes, 1 distance code, all 19 code lengths given but the last: order 16 17 18 0 8 7 9 6 10 5 11 4 12 3 13 2 14 1 15.
        bits.write(29, 5)
        bits.write(0, 5)
        bits.write(14, 4)
        // Lengths 18, 0 (unused), 2 and 1 are used: 18 in one bit, 1 and 2 in two.
        for code in [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1] {
            bits.write(code == 18 ? 1 : code == 1 || code == 2 ? 2 : 0, 3)
        }
        // Canonical: 18 is 0, 1 is 10, 2 is 11 (written from the highest bit on).
        func one() { bits.writeReversed(0b10, 2) }
        func two() { bits.writeReversed(0b11, 2) }
        func zeros(_ count: Int) {
            bits.write(0, 1)
            bits.write(count - 11, 7)
        }
        two()
        zeros(138)
        zeros(117)
        two()
        zeros(28)
        one()
        one()
        // Now 285 is 0, literal 0 is 10, end of block 11; the distance is 0.
        bits.writeReversed(0b10, 2)
        var left = size - 1
        while left >= 258 {
            bits.write(0, 2)
            left -= 258
        }
        for _ in 0..<left { bits.writeReversed(0b10, 2) }
        bits.writeReversed(0b11, 2)
        return bits.finish()
    }

    package static func crc32(_ bytes: [UInt8]) -> UInt32 {
        ~bytes.reduce(~0) { crc, byte in
            (0..<8).reduce(crc ^ UInt32(byte)) { value, _ in value & 1 == 1 ? value >> 1 ^ 0xEDB8_8320 : value >> 1 }
        }
    }

    private static func little(_ value: some BinaryInteger, _ count: Int) -> [UInt8] {
        (0..<count).map { UInt8(truncatingIfNeeded: Int(value) >> ($0 * 8)) }
    }

    private static func field(_ text: String, _ count: Int) -> [UInt8] {
        Array(text.utf8.prefix(count)) + [UInt8](repeating: 0, count: max(0, count - text.utf8.count))
    }

    private static func octal(_ value: Int, _ count: Int) -> String {
        let digits = String(value, radix: 8)
        return String(repeating: "0", count: count - digits.count) + digits
    }
}

/// Bits from the lowest of each byte on, as DEFLATE packs them.
private struct BitWriter {
    private var bytes: [UInt8] = []
    private var current: UInt8 = 0
    private var used: UInt8 = 0

    mutating func write(_ value: Int, _ count: Int) {
        for bit in 0..<count {
            if value >> bit & 1 == 1 { current |= 1 << used }
            used += 1
            if used == 8 {
                bytes.append(current)
                (current, used) = (0, 0)
            }
        }
    }

    /// A code, which starts with its highest bit.
    mutating func writeReversed(_ value: Int, _ count: Int) {
        for bit in (0..<count).reversed() { write(value >> bit & 1, 1) }
    }

    consuming func finish() -> [UInt8] { used > 0 ? bytes + [current] : bytes }
}
