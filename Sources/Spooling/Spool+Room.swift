// SPDX-License-Identifier: Apache-2.0

internal import Files

extension Spool {
    /// Whether results still fit: `nil` where they do, otherwise what to tell the operator.
    ///
    /// To stop before the disk is full keeps the room that other programs, and the notes of the spool itself, need to go on.
    package func lackOfRoom() -> SpoolError? {
        for root in roots {
            let space: FileSystemSpace
            do { space = try files.space(of: root) } catch { continue }  // What is wrong with the folder, its use will tell.
            let needed = settings.minimumFree ?? min(space.total / 50, 64 << 20)
            guard space.free < needed else { continue }
            return SpoolError(
                code: .full, fate: .retry, problem: "Only \(space.free) bytes are free, and \"min_free\" wants \(needed)",
                remedy: "Free space; work goes on by itself", place: root)
        }
        return nil
    }
}
