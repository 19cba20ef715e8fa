// SPDX-License-Identifier: Apache-2.0

/// How much may still come out of one file, however deep it lies, so that a bomb is refused before it has gone off.
struct Allowance {
    /// The most that may come out of one file, in bytes.
    static let size = 256 << 20
    /// Parts of one file, in all containers together.
    static let parts = 10_000
    /// Containers inside containers.
    static let depth = 5
    /// Unpacked bytes a packed one. DEFLATE cannot pass 1,032; texts stay below 20.
    static let ratio = 250
    /// Below this many unpacked bytes the ratio does not count: an empty table is all blanks.
    static let ratioFloor = 8 << 20

    /// What may be unpacked without being kept: pictures and what is skipped cost time, no room.
    static let passing = 2 << 30

    private var size = Self.size
    private var passing = Self.passing
    private var parts = Self.parts
    /// Containers that are open around what is read now.
    private var depth = 0

    /// Counts a part in before it is unpacked.
    ///
    /// - Throws: `.tooMuch`.
    mutating func takePart() throws(ReadingError) {
        guard parts > 0 else { throw .tooMuch("more than \(Self.parts) parts") }
        parts -= 1
    }

    /// Counts bytes in as they come out.
    ///
    /// - Parameters:
    ///   - count: how many have come out now.
    ///   - total: how many of this part have come out in all.
    ///   - packed: how many it was packed in; `nil` where it was not packed or that is not known.
    /// - Throws: `.tooMuch`.
    mutating func take(_ count: Int, total: Int, packed: Int? = nil) throws(ReadingError) {
        guard count <= size else { throw .tooMuch("more than \(Self.size >> 20) MB in all") }
        try checkRatio(total, packed)
        size -= count
    }

    private func checkRatio(_ total: Int, _ packed: Int?) throws(ReadingError) {
        if let packed, total > Self.ratioFloor, total / max(1, packed) > Self.ratio {
            throw .tooMuch("a part that was packed more than \(Self.ratio) to one")
        }
    }

    /// Counts bytes that come out and are not kept.
    ///
    /// - Throws: `.tooMuch`.
    mutating func pass(_ count: Int, total: Int, packed: Int? = nil) throws(ReadingError) {
        guard count <= passing else { throw .tooMuch("more than \(Self.passing >> 30) GB in all") }
        try checkRatio(total, packed)
        passing -= count
    }

    /// Opens a container; `leave` closes it when all that is in it has been read.
    ///
    /// - Throws: `.tooMuch`.
    mutating func enter() throws(ReadingError) {
        guard depth < Self.depth else { throw .tooMuch("containers inside containers, more than \(Self.depth) deep") }
        depth += 1
    }

    mutating func leave() { depth -= 1 }
}
