// SPDX-License-Identifier: Apache-2.0

package import Documents
internal import Files

/// Why a file was put into quarantine, for the person who looks there.
package struct Reason: Hashable, Sendable {
    /// A stable word for programs, such as `too-large`.
    package var code: String
    package var problem: String
    package var remedy: String
    /// The stage's name in the manifest, where a stage failed.
    package var stage: String?
    /// How often it was tried.
    package var attempts: Int
    /// When, by RFC 3339; known of a reason that was read.
    package private(set) var failed: String?

    package init(code: String, problem: String, remedy: String, stage: String? = nil, attempts: Int = 1) {
        self.code = code
        self.problem = problem
        self.remedy = remedy
        self.stage = stage
        self.attempts = attempts
    }

    /// The file that lies beside the original.
    func json(file: RelativePath, failed: Timestamp) -> [UInt8] {
        var writer = JSONWriter(layout: .readable)
        writer.object { writer in
            writer.member("file", file.description)
            writeMembers(to: &writer, failed: failed.rfc3339)
        }
        return writer.bytes + [UInt8(ascii: "\n")]
    }

    /// The members of an object that tells of the failure.
    package func writeMembers(to writer: inout JSONWriter, failed: String?) {
        for (name, value) in [("stage", stage), ("code", code), ("problem", problem), ("remedy", remedy), ("failed", failed)] {
            writer.member(name, value)
        }
        writer.member("attempts", attempts)
    }
}

extension Reason {
    /// Reads what `json` writes; `nil` for anything else.
    init?(json bytes: [UInt8]) {
        let json: JSON
        do { json = try JSONParser.parse(bytes) } catch { return nil }
        guard let code = json["code"]?.string, let problem = json["problem"]?.string, let remedy = json["remedy"]?.string else {
            return nil
        }
        self.init(code: code, problem: problem, remedy: remedy, stage: json["stage"]?.string, attempts: json["attempts"]?.integer ?? 1)
        failed = json["failed"]?.string
    }
}

/// The spool's own reasons to refuse a file.
extension Reason {
    static func notRegular(_ kind: FileKind) -> Reason {
        let (code, what) =
            switch kind {
            case .link: ("link", "a symbolic link")
            case .pipe: ("pipe", "a named pipe")
            case .socket: ("socket", "a socket")
            default: ("device", "a device")
            }
        return Reason(
            code: code, problem: "This is \(what), not a file; it was neither opened nor followed",
            remedy: "Copy the article itself into the inbox")
    }

    /// What the program died of, it cannot say itself.
    static func poison(_ deaths: Int, attempts: Int) -> Reason {
        Reason(
            code: "poison", problem: "The program died \(deaths) times while it was at work on this file",
            remedy: "Look into the journal for the cause (memory, a crash); then run copydesk retry, or report the file", attempts: attempts
        )
    }

    static func tooLarge(_ size: Int, limit: Int) -> Reason {
        Reason(
            code: "too-large", problem: "The file has \(size) bytes; at most \(limit) are taken",
            remedy: "Raise \"maximum_size\" in the manifest, or split the file, and drop it again")
    }

    static func unreadable(_ permissions: UInt32) -> Reason {
        Reason(
            code: "unreadable", problem: "Its permissions (\(String(permissions, radix: 8))) do not let the daemon read it",
            remedy: "Run chmod 644 on the file and drop it again")
    }
}
