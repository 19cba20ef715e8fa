// SPDX-License-Identifier: Apache-2.0

internal import Documents
package import Files

/// What is remembered of a file that was tried and lies in the inbox again: `inbox/.attempts/DIGEST-OF-ITS-PATH.json`.
///
/// It belongs to the file of this size and time; a mended file of the same name begins anew.
package struct AttemptNote: Hashable, Sendable {
    /// Below the inbox, printable.
    package var file: String
    /// Attempts that have begun.
    package var attempts: Int
    /// Those of them during which the program died.
    package var deaths: Int
    /// Of the last attempt.
    package var code: String
    package var problem: String
    package var remedy: String
    package var last: Timestamp
    /// Not before.
    package var next: Timestamp
    /// The claim that the last attempt had, so that one death is not counted twice.
    var claim: String
    var size: Int
    var modified: Timestamp

    func belongs(to status: FileStatus) -> Bool { status.size == size && status.modified == modified }

    /// How much longer the file rests; `nil` where it is due. A clock that was set back must not make a file rest for longer than ever meant.
    func rest(at now: Timestamp, longest: Duration) -> Duration? {
        let rest = next.duration(since: now)
        return rest > .zero && rest <= longest * 2 ? rest : nil
    }

    var json: [UInt8] {
        var writer = JSONWriter(layout: .readable)
        writer.object { writer in
            for (name, value) in [
                ("file", file), ("code", code), ("problem", problem), ("remedy", remedy), ("claim", claim), ("last_try", last.rfc3339),
                ("next_try", next.rfc3339),
            ] {
                writer.member(name, value)
            }
            for (name, value) in [
                ("attempts", attempts), ("deaths", deaths), ("size", size), ("modified_seconds", modified.secondsSince1970),
                ("modified_nanoseconds", modified.nanoseconds), ("last_try_milliseconds", last.milliseconds),
                ("next_try_milliseconds", next.milliseconds),
            ] {
                writer.member(name, value)
            }
        }
        return writer.bytes + [UInt8(ascii: "\n")]
    }
}

extension AttemptNote {
    /// `nil` for bytes that are no note: then the file is treated as if it had none.
    init?(json bytes: [UInt8]) {
        let json: JSON
        do { json = try JSONParser.parse(bytes) } catch { return nil }
        guard let file = json["file"]?.string, let code = json["code"]?.string, let problem = json["problem"]?.string,
            let remedy = json["remedy"]?.string, let claim = json["claim"]?.string, let attempts = json["attempts"]?.integer,
            let deaths = json["deaths"]?.integer, let size = json["size"]?.integer, let seconds = json["modified_seconds"]?.integer,
            let nanoseconds = json["modified_nanoseconds"]?.integer, let last = json["last_try_milliseconds"]?.integer,
            let next = json["next_try_milliseconds"]?.integer
        else { return nil }
        self.init(
            file: file, attempts: attempts, deaths: deaths, code: code, problem: problem, remedy: remedy,
            last: Timestamp(milliseconds: last), next: Timestamp(milliseconds: next), claim: claim, size: size,
            modified: Timestamp(secondsSince1970: seconds, nanoseconds: nanoseconds))
    }
}
