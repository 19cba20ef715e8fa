// SPDX-License-Identifier: Apache-2.0

/// A ZIP archive written by hand, entries unpacked unless they come packed (PKWARE APPNOTE 6.3).
struct StoredArchive {
    private var body: [UInt8] = []
    private var directory: [UInt8] = []
    private var count = 0

    init(_ files: [(name: String, content: String)] = []) {
        for file in files { add(file.name, Array(file.content.utf8)) }
    }

    /// - Parameters:
    ///   - deflated: the size that `content` unpacks to, where it is packed.
    ///   - isEncrypted: sets the flag and nothing else.
    mutating func add(_ name: String, _ content: [UInt8], deflated: Int? = nil, isEncrypted: Bool = false) {
        let start = UInt32(body.count)
        var header = Self.short(20) + Self.short(isEncrypted ? 1 : 0) + Self.short(deflated == nil ? 0 : 8) + Self.long(0x0021_0000)
        header += Self.long(deflated == nil ? Self.checksum(content) : 0) + Self.long(UInt32(content.count))
        header += Self.long(UInt32(deflated ?? content.count)) + Self.short(UInt16(name.utf8.count)) + Self.short(0)
        body += [0x50, 0x4B, 3, 4] + header + Array(name.utf8) + content
        directory += [0x50, 0x4B, 1, 2] + Self.short(20) + header + Self.short(0) + Self.short(0) + Self.short(0) + Self.long(0)
        directory += Self.long(start) + Array(name.utf8)
        count += 1
    }

    var bytes: [UInt8] {
        body + directory + [0x50, 0x4B, 5, 6, 0, 0, 0, 0] + Self.short(UInt16(count)) + Self.short(UInt16(count))
            + Self.long(UInt32(directory.count)) + Self.long(UInt32(body.count)) + [0, 0]
    }

    private static func short(_ value: UInt16) -> [UInt8] { [UInt8(value & 0xFF), UInt8(value >> 8)] }
    private static func long(_ value: UInt32) -> [UInt8] { short(UInt16(value & 0xFFFF)) + short(UInt16(value >> 16)) }

    /// CRC-32 as ZIP has it.
    private static func checksum(_ bytes: [UInt8]) -> UInt32 {
        var value: UInt32 = ~0
        for byte in bytes {
            value ^= UInt32(byte)
            for _ in 0..<8 { value = value & 1 == 1 ? value >> 1 ^ 0xEDB8_8320 : value >> 1 }
        }
        return ~value
    }
}
