// SPDX-License-Identifier: Apache-2.0

package import Files

/// The right to process one file, and the duty to settle it.
///
/// Settling consumes the claim, so the compiler refuses a second time. A claim dropped unsettled, or whose settling fails, goes back to
/// the inbox. After a crash, when nothing is left to do so, `Spool.recover()` does.
package struct Claim: ~Copyable, Sendable {
    /// Below the inbox.
    package let path: RelativePath
    /// When it was claimed.
    package let received: Timestamp
    /// Bytes.
    package let size: Int

    /// The path, printable.
    package var name: String { path.description }

    /// The how-manieth attempt this is, from 1.
    package var attempt: Int { max(1, held.attempt) }

    let held: HeldFile
    private let spool: Spool
    private var isSettled = false

    init(_ held: HeldFile, size: Int, received: Timestamp, spool: Spool) {
        self.path = held.path
        self.held = held
        self.size = size
        self.received = received
        self.spool = spool
    }

    deinit {
        if !isSettled { spool.putBackIfPossible(held) }
    }

    /// The whole file.
    ///
    /// - Throws: with the fate `document` where it cannot be read for its own sake, `retry` where the disk fails.
    package func bytes() throws(SpoolError) -> [UInt8] { try spool.bytes(of: held) }

    /// The files that go with it, in the order of the setting.
    ///
    /// - Throws: as `bytes()`.
    package func companions() throws(SpoolError) -> [[UInt8]] { try spool.bytes(ofCompanionsOf: held) }

    /// Publishes durably, then retires the original.
    ///
    /// Each result is written beside its target, synced and renamed; then the folder is synced and the original archived or deleted.
    /// The last rename is the point of no return: before it, a failure is thrown, noted, and the file goes back to rest; after it, it is told in the
    /// receipt and left to the next start, because the article has its result.
    ///
    /// - Parameter folder: below the outbox; the file's own folders are repeated below it.
    package consuming func commit(_ renditions: [Rendition], below folder: RelativePath = RelativePath()) throws(SpoolError) -> Receipt {
        isSettled = true
        let results: [Place]
        do {
            results = try spool.publish(renditions, for: held, below: folder)
        } catch {
            spool.putBackForRetry(held, error)
            throw error
        }
        return spool.finish(held, results)
    }

    /// Puts the file back where it was, after its attempt was noted; it rests for a time that grows with every attempt.
    package consuming func retry(after error: SpoolError) {
        isSettled = true
        spool.putBackForRetry(held, error)
    }

    /// The same, where what failed is not the spool's.
    package consuming func retry(after reason: Reason) {
        isSettled = true
        spool.putBackForRetry(held, reason.code, reason.problem, reason.remedy)
    }

    /// Puts the file back where it was. If there is a newer one of its name, it gets a number.
    package consuming func release() {}

    /// Puts the file, byte for byte, and the reason beside it into the quarantine folder.
    ///
    /// - Returns: its path below the quarantine folder, printable.
    package consuming func quarantine(_ reason: Reason) throws(SpoolError) -> String {
        let place = try spool.quarantine(held, reason)
        isSettled = true
        return place
    }
}
