// SPDX-License-Identifier: Apache-2.0

import Files
import Spooling
import Synchronization
import TestKit

/// A spool in a temporary folder, and what a test does with it again and again.
struct Desk {
    let temporary: TemporaryFolder
    let live = LiveFileSystem()

    init() throws {
        temporary = try TemporaryFolder()
        for root in ["inbox", "outbox", "archive", "quarantine"] { try live.makeRoot(path(root)) }
    }

    func path(_ name: String) -> String { "\(temporary.path)/\(name)" }

    func settings(owner: String = "test") -> SpoolSettings {
        SpoolSettings(
            inbox: path("inbox"), outbox: path("outbox"), quarantine: path("quarantine"), originals: .archive(path("archive")),
            owner: Self.owner(owner))
    }

    func spool(on files: any FileSystem = LiveFileSystem(), owner: String = "test", at seconds: Int = 0) -> Spool {
        Spool(settings: settings(owner: owner), files: files, time: .standing(at: seconds), life: { _ in .dead })
    }

    /// A process of that name, dead as soon as another asks.
    static func owner(_ name: String) -> ProcessIdentity {
        ProcessIdentity(machine: String(repeating: "0", count: 16), process: name.utf8.reduce(0) { $0 * 31 % 65_521 + Int($1) }, started: 1)
    }

    func drop(_ name: String, _ text: String) throws { try drop(RelativePath(name)!, text) }

    func drop(_ path: RelativePath, _ text: String) throws {
        let place = Place(self.path("inbox"), path)
        try live.makeFolders(place.parent)
        try live.create(place, holding: Array(text.utf8))
    }

    /// Every file below a folder, by its printable path; folders of the spool's own left out on request.
    func tree(_ root: String, withOwn: Bool = false) throws -> [String: String] {
        var files: [String: String] = [:]
        var pending = [RelativePath()]
        while let folder = pending.popLast() {
            var listing = try live.list(Place(path(root)).appending(folder))
            while let entry = try listing.next() {
                let path = folder.appending(entry.name)
                if entry.kind == .folder {
                    if entry.name.description == ".attempts" { continue }
                    if withOwn || entry.name.bytes.first != UInt8(ascii: ".") { pending.append(path) }
                } else {
                    let place = Place(self.path(root), path)
                    files[path.description] =
                        entry.kind == .regular ? String(decoding: try live.read(place, limit: 1 << 20), as: UTF8.self) : "\(entry.kind)"
                }
            }
        }
        return files
    }

    static func rendition(_ text: [UInt8], suffix: String = "json") -> Rendition {
        // A made-up identity will do: the same for the same text.
        let digest = text.reduce(into: UInt64(14_695_981_039_346_656_037)) { $0 = ($0 ^ UInt64($1)) &* 1_099_511_628_211 }
        let hexadecimal = String(repeating: String(digest | 1 << 63, radix: 16), count: 4)
        return Rendition(
            article: "sha256:\(hexadecimal)", suffix: suffix, content: .bytes(Array("{\"id\": \"sha256:\(hexadecimal)\"}".utf8)))
    }

    enum Settling: Sendable {
        case commit, quarantine
        /// Answered from the results of an earlier file, `earlier.json` and `earlier.2.json` in the outbox.
        case link
    }

    /// Takes everything that waits through, once.
    ///
    /// - Returns: what was not claimed, by path.
    @discardableResult
    func work(_ spool: Spool, _ settling: Settling = .commit) throws -> [String: String] {
        var answers: [String: String] = [:]
        var scan = spool.arrivals()
        while let arrival = try scan.next() {
            switch try spool.claim(arrival) {
            case .claimed(let claim):
                let bytes = try claim.bytes()
                switch settling {
                case .commit:
                    _ = try claim.commit([Self.rendition(bytes), Self.rendition(bytes, suffix: "2.json")])
                case .link:
                    _ = try claim.commit(
                        ["json", "2.json"].map { suffix in
                            Rendition(
                                article: Self.rendition(bytes).article, suffix: suffix, content: .result(RelativePath("earlier.\(suffix)")!)
                            )
                        })
                case .quarantine: _ = try claim.quarantine(Reason(code: "bad", problem: "It is bad", remedy: "Mend it", stage: "extract"))
                }
            case .refused(let reason, let quarantined): answers[arrival.description] = "\(reason.code) \(quarantined)"
            case .gone: answers[arrival.description] = "gone"
            case .resting: answers[arrival.description] = "resting"
            case .stillWritten: answers[arrival.description] = "still written"
            }
        }
        return answers
    }
}

extension TimeSource {
    /// Seconds behind some moment.
    static func standing(at seconds: Int) -> TimeSource {
        TimeSource(now: { Timestamp(secondsSince1970: 1_000_000_000 + seconds) }, elapsed: { .seconds(seconds) })
    }
}
