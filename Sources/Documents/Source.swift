// SPDX-License-Identifier: Apache-2.0

/// The file (or the part of one) that a document was read from.
public struct Source: Hashable, Sendable {
    /// File name relative to the inbox, with `/` between folders.
    public var name: String
    /// IANA media type.
    public var mediaType: String
    /// IANA charset name, as the text was decoded.
    public var charset: String
    /// Size in bytes.
    public var bytes: Int
    /// Hex digest of the original bytes.
    public var sha256: String
    /// RFC 3339, UTC; `nil` outside the daemon.
    public var received: String?
    /// Names the decoded part that the source map counts in, where the file is a container.
    public var part: String?

    public init(
        name: String, mediaType: String, charset: String, bytes: Int, sha256: String, received: String? = nil,
        part: String? = nil
    ) {
        self.name = name
        self.mediaType = mediaType
        self.charset = charset
        self.bytes = bytes
        self.sha256 = sha256
        self.received = received
        self.part = part
    }
}
