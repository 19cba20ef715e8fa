// SPDX-License-Identifier: Apache-2.0

/// Ascending hashes as they lie in the ledger: the distance of each from the one before, five bits a character, the lowest first.
///
/// Characters from `0` to `O` end a number, those from `P` to `o` are followed by more of it.
enum HashList {
    private static let zero = UInt8(ascii: "0")

    static func text(_ hashes: [UInt32]) -> String {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(hashes.count * 5)
        var last: UInt32 = 0
        for hash in hashes {
            var distance = hash - last
            while distance > 31 {
                bytes.append(zero + 32 + UInt8(distance & 31))
                distance >>= 5
            }
            bytes.append(zero + UInt8(distance))
            last = hash
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// What is no such list, which only other hands can have written, gives a wrong list or a shorter one.
    static func hashes(_ text: String) -> [UInt32] {
        var hashes: [UInt32] = []
        hashes.reserveCapacity(text.utf8.count / 4)
        var last: UInt32 = 0
        var distance: UInt32 = 0
        var shift: UInt32 = 0
        for byte in text.utf8 {
            let digit = UInt32(byte &- zero)
            guard digit < 64, shift < 32 else { break }
            distance |= (digit & 31) << shift
            shift += 5
            guard digit < 32 else { continue }
            let (next, isTooLarge) = last.addingReportingOverflow(distance)
            if isTooLarge { break }
            last = next
            hashes.append(last)
            (distance, shift) = (0, 0)
        }
        return hashes
    }
}
