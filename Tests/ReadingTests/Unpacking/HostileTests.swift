// SPDX-License-Identifier: Apache-2.0

import Documents
import Reading
import TestKit
import Testing

@Suite struct `Hostile containers` {
    private static let head = "From: a@x.example\nMessage-ID: <1@x>\nMIME-Version: 1.0\n"

    private static let mails: [(name: String, text: String)] = [
        (
            "multiparts",
            (0..<10_000).reduce(into: head) { $0 += "Content-Type: multipart/mixed; boundary=b\($1)\n\n--b\($1)\n" } + "\nText."
        ),
        ("mails in mails", (0..<10_000).reduce(into: "") { text, _ in text += head + "Content-Type: message/rfc822\n\n" } + "\nText."),
        ("groups in groups", "From: " + String(repeating: "a:", count: 1_000_000) + "\nMessage-ID: <1@x>\nSubject: x\n\nText."),
        (
            "comments",
            "From: " + String(repeating: "(", count: 200_000) + "\nDate: " + String(repeating: "(", count: 200_000)
                + "\nMessage-ID: <1@x>\n\nText."
        ),
        ("boundaries", head + "Content-Type: multipart/mixed; boundary=b\n\n" + String(repeating: "--b\n\n", count: 200_000)),
        ("fields", head + (0..<100_000).map { "X-\($0): a\n" }.joined() + "\nText."),
        ("parameters", head + "Content-Type: text/plain" + (0..<50_000).map { "; p\($0)*\($0 % 3)=x" }.joined() + "\n\nText."),
        ("words", head + "Subject: " + String(repeating: "=?utf-8?q?a?= ", count: 100_000) + "\n\nText."),
    ]

    @Test(arguments: 0..<8)
    func `of mail are read or refused`(index: Int) {
        do {
            let documents = try readAll(Array(Self.mails[index].text.utf8), name: "a.eml")
            #expect(!documents.isEmpty)
        } catch {
            #expect(!error.problem.isEmpty)
        }
    }

    @Test func `are read on several threads at once`() async throws {
        let bytes = Self.seeds[1].bytes
        let expected = try readAll(bytes, name: "a.eml").map(\.text.string)
        try await withThrowingTaskGroup(of: [String].self) { group in
            for _ in 0..<200 { group.addTask { try readAll(bytes, name: "a.eml").map(\.text.string) } }
            for try await texts in group { #expect(texts == expected) }
        }
    }

    private static let seeds: [(name: String, bytes: [UInt8])] = {
        let plain = MailWriter.leaf("text/plain; charset=utf-8", "Le café ferma.\n\n-- \nAnn")
        let html = MailWriter.leaf("text/html", "<p>Le caf=C3=A9 <b>ferma</b>.</p>", "Content-Transfer-Encoding: quoted-printable")
        let zip = ArchiveWriter.zip([.init("a.txt", story(1)), .init("b.html", WebArchiveWriter.page)])
        let tar = ArchiveWriter.tar([("a.txt", story(1), "0"), ("l", "", "2"), ("b.md", "# B\n\n" + story(2), "0")])
        let attached = MailWriter.leaf("application/zip", MailWriter.base64(zip), "Content-Transfer-Encoding: base64")
        let mail = MailWriter.mail(
            MailWriter.multipart(
                "mixed",
                [MailWriter.multipart("alternative", [plain, html]), attached, MailWriter.leaf("message/rfc822", MailWriter.head + plain)]))
        let mailbox = Array("From a@x.example Tue Mar  3 10:00:00 2026\n".utf8)
        let web =
            WebArchiveWriter.response()
            + WebArchiveWriter.response(ArchiveWriter.gzip(Array(WebArchiveWriter.page.utf8)), fields: "Content-Encoding: gzip\r\n")
        return [
            ("a.zip", zip), ("a.eml", mail), ("a.mbox", mailbox + mail + [0x0A] + mailbox + mail), ("a.tar", tar),
            ("a.tar.gz", ArchiveWriter.gzip(tar)), ("a.warc", web), ("a.warc.gz", ArchiveWriter.gzip(web)),
            ("a.7z", PackedSamples.bytes(PackedSamples.sevenZip)), ("a.zip", PackedSamples.bytes(PackedSamples.deflated)),
            ("a.txt.xz", PackedSamples.bytes(PackedSamples.xz)), ("a.txt.zst", PackedSamples.bytes(PackedSamples.zstd)),
            ("a.tar.gz", PackedSamples.bytes(PackedSamples.pax)),
        ]
    }()

    @Test(arguments: 0..<12)
    func `have whole maps when whole`(index: Int) throws {
        let seed = Self.seeds[index]
        let documents = try readAll(seed.bytes, name: seed.name)
        #expect(try faults(of: documents, in: seed.bytes, name: seed.name) == [])
    }

    @Test(arguments: 0..<12, [UInt64(1), 20, 300])
    func `have whole maps when damaged, or a reason`(index: Int, state: UInt64) {
        var generator = SeededGenerator(seed: Fuzzing.seed(state))
        for round in 0..<Fuzzing.rounds(40) {
            var bytes = Self.seeds[index].bytes
            for _ in 0..<Int.random(in: 1...5, using: &generator) where !bytes.isEmpty {
                let at = Int.random(in: 0..<bytes.count, using: &generator)
                switch Int.random(in: 0..<5, using: &generator) {
                case 0: bytes[at] ^= 1 << UInt8.random(in: 0..<8, using: &generator)
                case 1: bytes.removeSubrange(at..<min(bytes.count, at + Int.random(in: 1...90, using: &generator)))
                case 2: bytes.insert(contentsOf: Self.odd.randomElement(using: &generator) ?? [], at: at)
                case 3: bytes.removeLast(min(bytes.count, Int.random(in: 1...200, using: &generator)))
                default: bytes[at] = UInt8.random(in: 0...255, using: &generator)
                }
            }
            do {
                let documents = try readAll(bytes, name: Self.seeds[index].name)
                // A mail that is no longer known as one is a text, which has no parts.
                if documents.contains(where: { $0.source.part == nil }) { continue }
                let found = try faults(of: documents, in: bytes, name: Self.seeds[index].name)
                #expect(found == [], "seed \(state), file \(index), round \(round)")
            } catch {
                #expect(!error.problem.isEmpty)
            }
        }
    }

    private static let odd: [[UInt8]] = [
        "\n\n", "\r\n", "--", "Content-Type: text/plain\n", "Content-Transfer-Encoding: base64\n", "boundary=", "=?utf-8?b?", "?=", "\"",
        "(", ";", "=\n",
        "=E", "message/rfc822", "multipart/mixed", "From ", ">From ", "WARC/1.0\r\n", "PK\u{3}\u{4}", "\u{0}",
        "Content-Length: 99999999\r\n",
    ].map { Array($0.utf8) }
}
