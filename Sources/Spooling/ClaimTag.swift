// SPDX-License-Identifier: Apache-2.0

internal import Files

/// The name of a claim's folder: who holds it, and the how-manieth attempt this is.
///
/// The rename that takes a file out of the inbox thereby counts the attempt on disk before it begins, at no cost: whoever finds the
/// folder after a crash reads off it what was going on.
struct ClaimTag: Hashable, Sendable {
    let owner: ProcessIdentity
    /// Unlike any other of the owner.
    let serial: Int
    /// From 1.
    let attempt: Int

    init(owner: ProcessIdentity, serial: Int, attempt: Int) {
        self.owner = owner
        self.serial = serial
        self.attempt = attempt
    }

    /// `nil` for a folder that no copydesk of this version made.
    init?(_ name: FileName) {
        let word = String(decoding: name.bytes, as: UTF8.self)
        let parts = word.split(separator: "-", omittingEmptySubsequences: false)
        guard parts.count == 5, let owner = ProcessIdentity(word), let serial = Int(parts[3]),
            parts[4].hasPrefix("a"), let attempt = Int(parts[4].dropFirst())
        else { return nil }
        self.init(owner: owner, serial: serial, attempt: attempt)
    }

    var name: String { "\(owner.word)-\(serial)-a\(attempt)" }
}
