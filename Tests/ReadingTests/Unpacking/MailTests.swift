// SPDX-License-Identifier: Apache-2.0

import Documents
import Reading
import TestKit
import Testing

/// Writes mails as mailers do.
enum MailWriter {
    static let head = """
        From: "Ann Writer" <ann@valley.example>
        To: desk@valley.example
        Subject: Crane falls in the harbour
        Date: Tue, 03 Mar 2026 10:00:00 +0530
        Message-ID: <1@valley.example>
        MIME-Version: 1.0

        """

    static func leaf(_ type: String, _ content: String, _ fields: String...) -> String {
        "Content-Type: \(type)\n" + fields.map { "\($0)\n" }.joined() + "\n\(content)\n"
    }

    static func multipart(_ type: String, _ parts: [String], parameters: String = "") -> String {
        // A boundary that no other multipart of the mail has.
        let boundary = "b\(type.utf8.count)-\(parts.reduce(0) { $0 + $1.utf8.count })"
        let body = parts.map { "--\(boundary)\n\($0)\n" }.joined()
        return "Content-Type: multipart/\(type); boundary=\"\(boundary)\"\(parameters)\n\n\(body)--\(boundary)--\n"
    }

    static func mail(_ body: String) -> [UInt8] { Array((head + body).utf8) }

    static func base64(_ bytes: [UInt8]) -> String {
        let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
        var line: [UInt8] = []
        for at in stride(from: 0, to: bytes.count, by: 3) {
            let group = (0..<3).reduce(0) { $0 << 8 | (at + $1 < bytes.count ? Int(bytes[at + $1]) : 0) }
            for index in 0..<4 { line.append(at + index <= bytes.count ? alphabet[group >> (18 - 6 * index) & 63] : 0x3D) }
            if line.count % 77 == 76 { line.append(0x0A) }
        }
        return String(decoding: line, as: UTF8.self)
    }
}

@Suite struct `Articles in mails` {
    private static let page = "<html><head><title>Shell</title></head><body><p>\(story())</p><p>\(story(2))</p></body></html>"

    private func parts(_ bytes: [UInt8], name: String = "a.eml") throws -> [String?] {
        let documents = try readAll(bytes, name: name)
        #expect(try faults(of: documents, in: bytes, name: name) == [])
        return documents.map(\.source.part)
    }

    @Test func `have headline, byline and date from the header`() throws {
        let documents = try readAll(MailWriter.mail(MailWriter.leaf("text/plain; charset=utf-8", story())), name: "a.eml")
        #expect(documents.count == 1)
        #expect(documents[0].headline == "Crane falls in the harbour")
        #expect(documents[0].byline == ["Ann Writer"])
        #expect(documents[0].published == "2026-03-03T10:00:00+05:30")
        #expect(documents[0].source.part == "1")
        #expect(documents[0].text.string.hasPrefix("The harbour closed quay 1"))
    }

    @Test func `have the list's name as publisher and never an address`() throws {
        let head =
            "From: ann@valley.example\nSubject: =?utf-8?q?=C3=9Cber_den_Fluss?=\nList-Id: Valley News <n.valley.example>\nMessage-ID: <2@x>\n\n"
        let document = try readAll(Array((head + story()).utf8), name: "a")[0]
        #expect(document.headline == "Über den Fluss")
        #expect(document.publisher == "Valley News")
        #expect(document.byline == nil)
        #expect(document.published == nil)
        #expect(document.url == nil)
    }

    @Test(arguments: [
        ("Re: Flood", "Flood"), ("RE[2]: Fwd: Flood", "Flood"), ("AW: WG: Flut", "Flut"), ("[desk] Re: Flood", "Flood"),
        ("Fwd:Flood", "Flood"), ("[Update two] Flood", "[Update two] Flood"), ("Reuters: a flood", "Reuters: a flood"),
        ("Iraq: a flood", "Iraq: a flood"), ("[desk]", "[desk]"),
    ])
    func `have the subject without what is put before it`(subject: String, headline: String) throws {
        let head = "From: A B <a@x.example>\nSubject: \(subject)\nList-Id: <desk.x.example>\nMessage-ID: <2@x>\n\n"
        #expect(try readAll(Array((head + story()).utf8), name: "a.eml")[0].headline == (subject == "[desk]" ? nil : headline))
    }

    @Test func `are the HTML where it holds the text, the plain text where it is a shell`() throws {
        let plain = MailWriter.leaf("text/plain", story() + story(2))
        let full = MailWriter.mail(MailWriter.multipart("alternative", [plain, MailWriter.leaf("text/html", Self.page)]))
        #expect(try parts(full) == ["2"])
        let shell = "<html><body><img src=x><p>Open this mail in a newer program.</p></body></html>"
        #expect(try parts(MailWriter.mail(MailWriter.multipart("alternative", [plain, MailWriter.leaf("text/html", shell)]))) == ["1"])
        let note = MailWriter.leaf("text/plain", "This mail is in HTML.\n<https://x.example/\(String(repeating: "a", count: 500))>")
        #expect(try parts(MailWriter.mail(MailWriter.multipart("alternative", [note, MailWriter.leaf("text/html", Self.page)]))) == ["2"])
    }

    @Test func `keep the version's attachments that is not taken`() throws {
        let attached = MailWriter.leaf("text/plain; name=\"two.txt\"", story(2), "Content-Disposition: attachment; filename=\"two.txt\"")
        let html = MailWriter.multipart("mixed", [MailWriter.leaf("text/html", "<p>See text.</p>"), attached])
        #expect(
            try parts(MailWriter.mail(MailWriter.multipart("alternative", [MailWriter.leaf("text/plain", story()), html]))) == ["1", "2.2"])
    }

    @Test func `are read with every transfer encoding and their own charset`() throws {
        let quoted = MailWriter.leaf(
            "text/plain; charset=iso-8859-1", "Le caf=E9 ferma =\ntard.", "Content-Transfer-Encoding: quoted-printable")
        let bytes = MailWriter.mail(quoted)
        let document = try readAll(bytes, name: "a.eml")[0]
        #expect(document.text.string.hasPrefix("Le café ferma tard."))
        #expect(document.source.charset == "windows-1252")
        #expect(try parts(bytes) == ["1"])
        let utf16 = Array("Über alles 😀".utf16).flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
        let packed = MailWriter.leaf(
            "text/plain; charset=utf-16le", MailWriter.base64([0xFF, 0xFE] + utf16), "Content-Transfer-Encoding: base64")
        #expect(try readAll(MailWriter.mail(packed), name: "a.eml")[0].text.string == "Über alles 😀")
    }

    @Test func `are attachments too, each as what its content is`() throws {
        let zip = ArchiveWriter.zip([.init("b.txt", story(2)), .init("a.png", [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 1])])
        let bytes = MailWriter.mail(
            MailWriter.multipart(
                "mixed",
                [
                    MailWriter.leaf("text/plain", story()),
                    MailWriter.leaf(
                        "application/octet-stream", "# Head\n\nText of it.",
                        "Content-Disposition: attachment; filename*=utf-8''gr%C3%BC%C3%9Fe.md"),
                    MailWriter.leaf(
                        "application/zip", MailWriter.base64(zip), "Content-Disposition: attachment; filename=a.zip",
                        "Content-Transfer-Encoding: base64"),
                    MailWriter.leaf("image/jpeg", "x", "Content-Disposition: attachment; filename=a.jpg"),
                    MailWriter.leaf("text/calendar", "BEGIN:VCALENDAR"), MailWriter.leaf("application/ms-tnef", "x"),
                ]))
        let documents = try readAll(bytes, name: "a.eml")
        #expect(try parts(bytes) == ["1", "2", "3!/b.txt"])
        #expect(documents[1].source.mediaType == "text/markdown")
        #expect(documents[1].headline == "Head")
        #expect(documents[2].headline == nil)
        #expect(documents[0].unread.hasPrefix("4 parts of the file are no articles: 3!/a.png: The file is not text but a PNG picture; 4: "))
    }

    @Test func `that are many stories in one table are read whole`() throws {
        let cells = (1...6).map { number in
            "<tr><td><table><tr><td><h2>Story \(number)</h2></td></tr><tr><td>\(story(number))</td></tr>"
                + "<tr><td><a href=\"https://x.example/\(number)\">Read more</a></td></tr></table></td></tr>"
        }
        let page = "<html><body><table>\(cells.joined())</table></body></html>"
        let digest = try readAll(MailWriter.mail(MailWriter.leaf("text/html", page)), name: "a.eml")[0]
        #expect((1...6).allSatisfy { digest.text.string.contains("quay \($0)") }, "\(digest.text.string)")
        #expect(digest.notices == nil)
        let whole = try readAll(MailWriter.mail(MailWriter.leaf("text/html", Self.page)), name: "a.eml")[0]
        #expect(whole.notices == nil)
    }

    @Test func `that hold nothing where something should be have a reason`() {
        let error = #expect(throws: ReadingError.self) {
            try readAll(
                Array("From: a@x.example\nMessage-ID: <1@x>\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=b\n\n".utf8),
                name: "a.eml")
        }
        #expect(error?.problem.contains("missing or too deep") == true)
    }

    @Test func `are without inline pictures and signatures`() throws {
        let related = MailWriter.multipart(
            "related", [MailWriter.leaf("text/html", Self.page), MailWriter.leaf("image/png", "x", "Content-ID: <p@x>")])
        let bytes = MailWriter.mail(
            MailWriter.multipart("signed", [related, MailWriter.leaf("application/pgp-signature", "-----BEGIN PGP SIGNATURE-----")]))
        let documents = try readAll(bytes, name: "a.eml")
        #expect(documents.map(\.source.part) == ["1.1"])
        #expect(documents[0].unread == "")
    }

    @Test func `are enclosed mails with their own header`() throws {
        let inner = "From: In Ner <in@x.example>\nSubject: Inner\nDate: Wed, 4 Mar 2026 09:00:00 +0000\n\n\(story(2))"
        let bytes = MailWriter.mail(
            MailWriter.multipart("mixed", [MailWriter.leaf("text/plain", story()), MailWriter.leaf("message/rfc822", inner)]))
        let documents = try readAll(bytes, name: "a.eml")
        #expect(try parts(bytes) == ["1", "2.1"])
        #expect(documents.map(\.headline) == ["Crane falls in the harbour", "Inner"])
        #expect(documents.map(\.byline) == [["Ann Writer"], ["In Ner"]])
    }

    @Test(arguments: [
        ("multipart/encrypted", "password"), ("application/pkcs7-mime", "password"), ("message/partial", "piece"),
        ("text/plain; charset=iso-2022-jp", "shift states"),
    ])
    func `that cannot be read have a reason`(type: String, reason: String) {
        let leaf = MailWriter.leaf("application/octet-stream", "x")
        let body = type.hasPrefix("multipart") ? MailWriter.multipart("encrypted", [leaf, leaf]) : MailWriter.leaf(type, "x y z")
        let error = #expect(throws: ReadingError.self) { try readAll(MailWriter.mail(body), name: "a.eml") }
        #expect(error?.problem.contains(reason) == true, "\(error?.problem ?? "")")
    }

    @Test func `armored by PGP are refused as encrypted`() {
        let body = MailWriter.leaf("text/plain", "\n-----BEGIN PGP MESSAGE-----\n\nhQEMA\n-----END PGP MESSAGE-----")
        let error = #expect(throws: ReadingError.self) { try readAll(MailWriter.mail(body), name: "a.eml") }
        #expect(error?.problem.contains("encrypted") == true)
    }

    @Test(arguments: [
        ("From: The press office\nDate: today\n\nA text.", "a.txt", false),
        ("From: The press office\nDate: today\n\nA text.", "a.eml", true),
        ("Message-ID: <1@x>\nFrom: A <a@x>\nSubject: S\n\nA text.", "a.txt", true), ("Note: this\nand that.\n\nText.", "a.eml", false),
        ("Title: One\nAuthor: Two\n\nText.", "a.eml", false),
    ])
    func `are known by their header, not by a word with a colon`(text: String, name: String, isMail: Bool) throws {
        #expect((try readAll(Array(text.utf8), name: name)[0].source.part != nil) == isMail)
    }

    @Test func `saved as MHTML are the page, with its address`() throws {
        let root = MailWriter.leaf("text/html", Self.page, "Content-Location: https://valley.example/crane")
        let frame = MailWriter.leaf("text/html", "<p>An advertisement.</p>", "Content-Location: https://ads.example/")
        let head =
            "From: <Saved by Blink>\nSnapshot-Content-Location: https://valley.example/crane\nSubject: Crane\nDate: Tue, 3 Mar 2026 10:00:00 -0000\nMIME-Version: 1.0\n"
        let bytes = Array((head + MailWriter.multipart("related", [root, frame])).utf8)
        let documents = try readAll(bytes, name: "page.mht")
        #expect(documents.count == 1)
        #expect(documents[0].url == "https://valley.example/crane")
        #expect(documents[0].published == nil)
        #expect(documents[0].byline == nil)
        #expect(documents[0].headline == "Shell")
    }

    @Test func `in an archive in a mail are found`() throws {
        let inner = MailWriter.mail(MailWriter.leaf("text/plain", story()))
        let zip = ArchiveWriter.zip([.init("m.eml", inner)])
        let bytes = MailWriter.mail(
            MailWriter.multipart(
                "mixed", [MailWriter.leaf("application/zip", MailWriter.base64(zip), "Content-Transfer-Encoding: base64")]))
        #expect(try parts(ArchiveWriter.gzip(bytes), name: "a.eml.gz") == ["a.eml!/1!/m.eml!/1"])
    }
}

@Suite struct `The end of a mail's text` {
    private static let start = "The crane fell at noon.\n\nNobody was hurt."

    @Test(arguments: [
        ("\n\n-- \nAnn Writer\nValley News\n", "signature"),
        ("\n\nOn Mon, 2 Mar 2026, Bo <bo@x.example> wrote:\n> Is it true?\n>\n> Bo\n", "quoted-reply"),
        ("\n\nOn Mon, 2 Mar 2026 at 10:00, Bo Long-Name\n<bo@x.example> wrote:\n\n> Is it true?\n", "quoted-reply"),
        ("\n\nYou get this as a reader. Unsubscribe: https://x.example/u\n", "mail-footer"),
    ])
    func `is left out by an edit with a name`(ending: String, edit: String) throws {
        let bytes = MailWriter.mail(MailWriter.leaf("text/plain", Self.start + ending))
        let document = try readAll(bytes, name: "a.eml")[0]
        #expect(document.text.string.trimmingBlanks == Self.start)
        #expect(document.sourceMap.runs.last?.edit == edit)
        #expect(try faults(of: [document], in: bytes, name: "a.eml") == [])
    }

    @Test(arguments: [
        "\n\n--\nA line of dashes without its blank.", "\n\n> A quotation that ends the text.", "\n\nHe wrote:\n> A verse of his own.\n",
        "\n\nMany readers want to unsubscribe from the plan, the minister said, and no one can stop them from that now.",
        "\n\n-----Original Message-----\nFrom: Bo\n\nText.",
    ])
    func `is kept where it is not certain`(ending: String) throws {
        let document = try readAll(MailWriter.mail(MailWriter.leaf("text/plain", Self.start + ending)), name: "a.eml")[0]
        #expect(document.text.string.trimmingBlanks == (Self.start + ending).trimmingBlanks)
    }

    @Test func `is never all of it`() throws {
        let document = try readAll(MailWriter.mail(MailWriter.leaf("text/plain", "-- \nAnn Writer")), name: "a.eml")[0]
        #expect(document.text.string.contains("Ann Writer"))
    }
}

@Suite struct `Mailboxes` {
    private static let separator = "From ann@x.example Tue Mar  3 10:00:00 2026\n"

    @Test func `give each of their mails`() throws {
        let one = String(
            decoding: MailWriter.mail(MailWriter.leaf("text/plain", ">From the start it was clear.\n\nFrom there on nothing.")),
            as: UTF8.self)
        let two = "From: Bo <bo@x.example>\nSubject: Two\nMessage-ID: <2@x>\n\n\(story(2))"
        let bytes = Array((Self.separator + one + "\n" + Self.separator + two).utf8)
        let documents = try readAll(bytes, name: "a.mbox")
        #expect(documents.map(\.source.part) == ["message 1!/1", "message 2!/1"])
        #expect(documents[0].text.string.hasPrefix("From the start it was clear.\n\nFrom there on nothing."))
        #expect(documents.map(\.headline) == ["Crane falls in the harbour", "Two"])
        #expect(try faults(of: documents, in: bytes, name: "a.mbox") == [])
    }

    @Test func `are not texts that begin with "From"`() throws {
        #expect(try readAll(Array("From here to the sea: it was 2026, and far.\n\nText.".utf8), name: "a.mbox")[0].source.part == nil)
    }

    @Test func `of too many mails are refused`() {
        let mail = Self.separator + "From: a@x.example\nMessage-ID: <1@x>\n\nText.\n\n"
        let error = #expect(throws: ReadingError.self) { try readAll(Array(String(repeating: mail, count: 10_001).utf8), name: "a.mbox") }
        #expect(error?.code == .tooMuch)
    }
}

extension String {
    /// Without white space at its ends.
    fileprivate var trimmingBlanks: String {
        var view = Substring(self)
        while view.last?.isWhitespace == true { view.removeLast() }
        while view.first?.isWhitespace == true { view.removeFirst() }
        return String(view)
    }
}
