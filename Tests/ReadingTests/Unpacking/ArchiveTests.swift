// SPDX-License-Identifier: Apache-2.0

import Documents
import Reading
import TestKit
import Testing

@Suite struct `Articles in archives` {
    private typealias Entry = ArchiveWriter.Entry

    @Test func `are read one by one, each with its own part, digest and map`() throws {
        let bytes = ArchiveWriter.zip([
            Entry("desk/one.txt", story(1)), Entry("two.html", "<html><body><p>\(story(2))</p></body></html>"),
            Entry("three.md", "# Head\n\n" + story(3)),
        ])
        let documents = try readAll(bytes, name: "three.zip")
        #expect(documents.map(\.source.part) == ["desk/one.txt", "two.html", "three.md"])
        #expect(documents.map(\.source.mediaType) == ["text/plain", "text/html", "text/markdown"])
        #expect(documents.map(\.source.name) == ["three.zip", "three.zip", "three.zip"])
        #expect(documents[0].text.string == story(1))
        #expect(try faults(of: documents, in: bytes, name: "three.zip") == [])
    }

    @Test func `have the file's digest where there is one alone`() throws {
        let bytes = ArchiveWriter.zip([Entry("one.txt", story())])
        let documents = try readAll(bytes, name: "a.zip")
        #expect(documents.map(\.id) == ["sha256:\(Reader.digest(of: bytes))"])
    }

    @Test(arguments: [
        (PackedSamples.zip64, "a.zip", "big.txt"), (PackedSamples.deflated, "a.zip", "a.txt"), (PackedSamples.sevenZip, "a.7z", "a.txt"),
        (PackedSamples.bzip2, "a.txt.bz2", "a.txt"), (PackedSamples.xz, "a.txt.xz", "a.txt"), (PackedSamples.lzma, "a.txt.lzma", "a.txt"),
        (PackedSamples.zstd, "desk/a.txt.zst", "a.txt"), (PackedSamples.pax, "a.tar.gz", String(repeating: "d/", count: 60) + "Größe.txt"),
        (PackedSamples.gnu, "a.tgz", String(repeating: "d/", count: 60) + "Größe.txt"),
    ])
    func `are read as other programs pack them`(base64: String, name: String, part: String) throws {
        let bytes = PackedSamples.bytes(base64)
        let documents = try readAll(bytes, name: name)
        #expect(documents.map(\.source.part) == [part])
        #expect(documents[0].text.string.hasPrefix(PackedSamples.text))
        #expect(try faults(of: documents, in: bytes, name: name) == [])
    }

    @Test func `are found by content, whatever the file is called`() throws {
        let bytes = ArchiveWriter.gzip(ArchiveWriter.tar([("one.txt", story(), "0")]))
        #expect(try readAll(bytes, name: "download.txt").map(\.source.part) == ["one.txt"])
        #expect(try readAll(ArchiveWriter.gzip(Array(story().utf8)), name: "story").map(\.source.part) == ["story"])
    }

    @Test func `are read from all members of a gzip file`() throws {
        let bytes = ArchiveWriter.gzip(Array("One half, ".utf8)) + ArchiveWriter.gzip(Array("and the other.".utf8))
        #expect(try readAll(bytes, name: "a.txt.gz")[0].text.string == "One half, and the other.")
    }

    @Test(arguments: [
        (Array("naïve.txt".utf8), "naïve.txt"), ([0x6E, 0x61, 0x8B, 0x76, 0x65, 0x2E, 0x74, 0x78, 0x74], "naïve.txt"),
        (Array("../../etc/passwd.txt".utf8), "../../etc/passwd.txt"), (Array("/root/a.txt".utf8), "/root/a.txt"),
        (Array("a\u{1}b.txt".utf8), "a\u{FFFD}b.txt"),
    ])
    func `keep their names, which are only names`(name: [UInt8], part: String) throws {
        let bytes = ArchiveWriter.zip([Entry(name: name, Array(story().utf8))])
        #expect(try readAll(bytes, name: "a.zip").map(\.source.part) == [part])
    }

    @Test func `are told apart where two have one name`() throws {
        let bytes = ArchiveWriter.zip([Entry("a.md", "# One\n\ntext"), Entry("a.md", "# Two\n\ntext")])
        let documents = try readAll(bytes, name: "a.zip")
        #expect(documents.map(\.source.part) == ["a.md", "a.md (2)"])
        #expect(documents.map(\.source.mediaType) == ["text/markdown", "text/markdown"])
        #expect(try faults(of: documents, in: bytes, name: "a.zip") == [])
    }

    @Test func `are not what file managers leave behind`() throws {
        let bytes = ArchiveWriter.zip([
            Entry("__MACOSX/._one.txt", "x"), Entry(".DS_Store", "x"), Entry("a/Thumbs.db", "x"), Entry(".git/config.txt", "x"),
            Entry("a/", ""),
            Entry("one.txt", story()),
        ])
        let documents = try readAll(bytes, name: "a.zip")
        #expect(documents.map(\.source.part) == ["one.txt"])
        #expect(documents[0].unread == "")
    }

    @Test func `stand beside what is none, which is named`() throws {
        let picture: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A] + [UInt8](repeating: 7, count: 100_000)
        let bytes = ArchiveWriter.zip([Entry("a.png", picture), Entry("one.txt", story()), Entry("none.txt", "")])
        let documents = try readAll(bytes, name: "a.zip")
        #expect(documents.count == 1)
        #expect(
            documents[0].unread.contains("2 parts of the file are no articles: a.png: The file is not text but a PNG picture; none.txt:"))
    }

    @Test func `are not what links lead to`() throws {
        let bytes = ArchiveWriter.tar([
            ("one.txt", story(), "0"), ("passwd.txt", "", "2"), ("hard.txt", "", "1"), ("d", "", "5"), ("pipe", "", "6"),
        ])
        let documents = try readAll(bytes, name: "a.tar")
        #expect(documents.map(\.source.part) == ["one.txt"])
        #expect(documents[0].unread.hasPrefix("3 parts of the file are no articles: passwd.txt: It is a link or a device"))
    }

    @Test func `are refused where a password protects them`() throws {
        let error = #expect(throws: ReadingError.self) { try readAll(PackedSamples.bytes(PackedSamples.encrypted), name: "a.zip") }
        #expect(error?.code == .broken)
        #expect(error?.problem.contains("password") == true)
        let mixed = ArchiveWriter.zip([Entry("one.txt", story()), Entry("two.txt", Array(story().utf8), flags: 1)])
        #expect(try readAll(mixed, name: "a.zip")[0].unread.contains("two.txt: The file is protected by a password"))
    }

    @Test func `are read as far as a cut archive goes, and the rest is named`() throws {
        let whole = ArchiveWriter.zip([Entry("one.txt", story(1)), Entry("two.txt", story(2))])
        let cut = Array(whole[..<(whole.count / 2)])
        let documents = try readAll(cut, name: "a.zip")
        #expect(documents.first?.text.string == story(1))
        #expect(documents.first?.unread.isEmpty == false)
        let long = (0..<3000).map { "Line \($0) of a long story.\n" }.joined()
        let gzip = ArchiveWriter.gzip(Array((long + long).utf8))
        let half = try readAll(Array(gzip[..<(gzip.count - 9000)]), name: "a.txt.gz")
        #expect(half[0].text.string.hasPrefix(String(long.prefix(60_000))))
        #expect(half[0].notices?.contains { $0.code == "part-damaged" && $0.severity == .warning } == true)
    }

    @Test func `with a wrong checksum are marked as damaged`() throws {
        var bytes = ArchiveWriter.zip([Entry("one.txt", story())])
        bytes[40] ^= 1
        #expect(try readAll(bytes, name: "a.zip")[0].notices?.map(\.code) == ["part-damaged"])
    }

    @Test(arguments: [
        (ArchiveWriter.zip([]), "holds no other file"), ([0x50, 0x4B, 3, 4, 9, 9], "ZIP archive that cannot be read"),
        ([0x1F, 0x8B, 8, 0, 0, 0], "gzip file"), ([0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C, 0, 0, 9], "7-Zip"),
        (Array("Rar!\u{1A}\u{07}\u{0}abc".utf8), "RAR archive"),
    ])
    func `that cannot be opened have a reason`(bytes: [UInt8], reason: String) {
        let error = #expect(throws: ReadingError.self) { try readAll(bytes, name: "a.bin") }
        #expect(error?.problem.contains(reason) == true, "\(error?.problem ?? "")")
        #expect(error?.remedy.isEmpty == false)
    }
}

@Suite struct `Bombs` {
    private typealias Entry = ArchiveWriter.Entry

    private func refusal(_ bytes: [UInt8], _ name: String) -> ReadingError? {
        #expect(throws: ReadingError.self) { try readAll(bytes, name: name) }
    }

    @Test func `are known by their ratio long before they are unpacked`() {
        // Ten gigabytes would take a minute; the test's time says that they are not unpacked.
        let gzip = ArchiveWriter.gzip(deflated: ArchiveWriter.deflatedZeros(256 << 20), size: 256 << 20)
        #expect(gzip.count < 300_000)
        #expect(refusal(gzip, "a.txt.gz")?.code == .tooMuch)
        #expect(refusal(ArchiveWriter.zip([Entry("one.txt", story()), Entry(zeros: 64 << 20, name: "a.txt")]), "a.zip")?.code == .tooMuch)
    }

    @Test func `inside what is skipped are counted too`() {
        #expect(refusal(ArchiveWriter.zip([Entry(zeros: 64 << 20, name: "__MACOSX/a")]), "a.zip")?.code == .tooMuch)
    }

    @Test func `of small parts are known by their sum`() {
        let entries = (0..<40).map { Entry(zeros: 7 << 20, name: "\($0).txt") }
        let error = refusal(ArchiveWriter.zip(entries), "a.zip")
        #expect(error?.code == .tooMuch)
        #expect(error?.problem.contains("256 MB in all") == true)
    }

    @Test func `of many parts are known by their number`() {
        let error = refusal(ArchiveWriter.zip((0...10_000).map { Entry("\($0)/", $0 == 0 ? "" : "") }), "a.zip")
        #expect(error?.problem.contains("10000 parts") == true)
    }

    @Test(arguments: [(5, true), (6, false), (40, false)])
    func `of archives in archives end at the fifth`(depth: Int, isRead: Bool) throws {
        var bytes = Array(story().utf8)
        for level in 0..<depth { bytes = ArchiveWriter.zip([Entry(level == 0 ? "a.txt" : "in.zip", bytes)]) }
        if isRead {
            #expect(try readAll(bytes, name: "a.zip").map(\.source.part) == ["in.zip!/in.zip!/in.zip!/in.zip!/a.txt"])
        } else {
            #expect(refusal(bytes, "a.zip")?.code == .tooMuch)
        }
    }

    @Test func `of gzip in gzip are opened layer by layer, and counted`() {
        var bytes = Array(story().utf8)
        for _ in 0..<6 { bytes = ArchiveWriter.gzip(bytes) }
        #expect(refusal(bytes, "a.gz")?.code == .tooMuch)
        // Members without content unpack to nothing, a million times; packed again they would be a bomb of time alone.
        let nothing = ArchiveWriter.gzip(Array(repeatElement(ArchiveWriter.gzip([]), count: 20_000).joined()))
        #expect(refusal(nothing, "a.gz") != nil)
    }
}
