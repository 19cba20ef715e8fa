// SPDX-License-Identifier: Apache-2.0

internal import Files

/// A file under `inbox/.claimed/TAG/`, where its path below the inbox can be read off the disk alone.
struct HeldFile: Hashable, Sendable {
    /// The claim's own folder.
    let tag: FileName
    /// The how-manieth attempt this is, from 1; 0 where nobody knows.
    var attempt: Int { ClaimTag(tag)?.attempt ?? 0 }
    /// Below the inbox, and below the claim's folder likewise.
    let path: RelativePath
    let inbox: String

    static let folder = RelativePath(".claimed")!

    var place: Place { Place(inbox, Self.folder.appending(tag).appending(path)) }
    var home: Place { Place(inbox, path) }
}
