// SPDX-License-Identifier: Apache-2.0

import Daemon
import Documents
import Foundation
import Manifests
import Pipelines
import Reading
import Testing

/// A PDF document written by hand (ISO 32000-1), in Courier, whose letters are all 0.6 of its size wide.
struct HandmadePDF {
    private var objects: [String] = []

    /// - Parameters:
    ///   - pages: content streams.
    ///   - resources: beside the font.
    ///   - others: objects from number 4 on.
    init(pages: [String], resources: String = "", others: [String] = []) {
        let first = 4 + others.count
        let kids = pages.indices.map { "\(first + 2 * $0) 0 R" }.joined(separator: " ")
        objects = [
            "<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [\(kids)] /Count \(pages.count) >>",
            "<< /Type /Font /Subtype /Type1 /BaseFont /Courier /Encoding /WinAnsiEncoding >>",
        ]
        objects += others
        for (index, page) in pages.enumerated() {
            objects.append(
                "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Resources << /Font << /F 3 0 R >> \(resources) >> /Contents \(first + 2 * index + 1) 0 R >>"
            )
            objects.append(Self.stream(page))
        }
    }

    static func stream(_ content: String, _ dictionary: String = "") -> String {
        "<< \(dictionary) /Length \(content.utf8.count) >>\nstream\n\(content)\nendstream"
    }

    static func line(_ text: String, x: Int, y: Int, size: Int = 10) -> String { "BT /F \(size) Tf \(x) \(y) Td (\(text)) Tj ET\n" }

    var bytes: [UInt8] {
        var body = "%PDF-1.4\n"
        var places: [Int] = []
        for (index, object) in objects.enumerated() {
            places.append(body.utf8.count)
            body += "\(index + 1) 0 obj\n\(object)\nendobj\n"
        }
        let start = body.utf8.count
        body += "xref\n0 \(objects.count + 1)\n0000000000 65535 f \n"
        for place in places { body += String(repeating: "0", count: 10 - String(place).count) + "\(place) 00000 n \n" }
        return Array((body + "trailer << /Size \(objects.count + 1) /Root 1 0 R >>\nstartxref\n\(start)\n%%EOF\n").utf8)
    }
}

private let hasTool = FileManager.default.isExecutableFile(atPath: "/usr/bin/pdftotext")

@Suite(.enabled(if: hasTool, "there is no pdftotext on this machine"), .timeLimit(.minutes(2))) struct `A PDF document in the inbox` {
    private static func processor() throws -> ArticleProcessor {
        ArticleProcessor(try #require(Planner.plan(stages: ["normalize"], catalog: .standard).plan), clock: .live)
    }

    private static let story = HandmadePDF(pages: [
        HandmadePDF.line("The bridge opens", x: 50, y: 700, size: 20)
            + HandmadePDF.line("The first lorry crossed the bridge, and the ferry-", x: 50, y: 600)
            + HandmadePDF.line("men sounded their horns until it had reached the", x: 50, y: 588),
        HandmadePDF.line("other side.", x: 50, y: 700),
    ])

    @Test func `goes through the chain and knows its bytes`() async throws {
        let document = try #require(try await Self.processor().process(Self.story.bytes, name: "bridge.pdf").first)
        #expect(document.headline == "The bridge opens")
        #expect(
            document.text.string
                == "The first lorry crossed the bridge, and the ferrymen sounded their horns until it had reached the other side.")
        #expect(document.source.part == "pdftotext -bbox-layout")
        // The part is what the same command gives anybody.
        let file = FileManager.default.temporaryDirectory.appending(path: "copydesk-\(UUID().uuidString).pdf")
        try Data(Self.story.bytes).write(to: file)
        defer { try? FileManager.default.removeItem(at: file) }
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/pdftotext")
        process.arguments = ["-bbox-layout", file.path, "-"]
        let pipe = Pipe()
        process.standardOutput = pipe
        try process.run()
        let part = Array(try pipe.fileHandleForReading.readToEnd() ?? Data())
        process.waitUntilExit()
        let at = try #require(document.text.string.range(of: "lorry"))
        let start = document.text.string.utf8.distance(from: document.text.string.startIndex, to: at.lowerBound)
        let place = try #require(document.sourceMap.source(of: TextSpan(start, start + 5), in: document.text))
        #expect(String(decoding: part[place], as: UTF8.self) == "lorry")
    }

    /// Ten forms that each draw the next ten times: ten thousand million words, in three kilobytes.
    private static let laughs: HandmadePDF = {
        let ten = 4..<14
        let forms = ten.map { number in
            HandmadePDF.stream(
                number == 13 ? HandmadePDF.line("ha", x: 50, y: 700) : String(repeating: "/X Do ", count: 10),
                "/Type /XObject /Subtype /Form /BBox [0 0 600 800] /Resources << /Font << /F 3 0 R >> /XObject << /X \(number + 1) 0 R >> >>"
            )
        }
        return HandmadePDF(pages: ["/X Do"], resources: "/XObject << /X 4 0 R >>", others: forms)
    }()

    private static let scanned = HandmadePDF(pages: ["q 600 0 0 800 0 0 cm BI /W 2 /H 2 /BPC 8 /CS /G ID abcd EI Q"])

    /// Made by qpdf, with the password "user".
    private static let locked = """
        JVBERi0xLjQKJb/3ov4KMSAwIG9iago8PCAvUGFnZXMgMiAwIFIgL1R5cGUgL0NhdGFsb2cgPj4KZW5kb2JqCjIgMCBvYmoKPDwgL0NvdW50ID
        EgL0tpZHMgWyAzIDAgUiBdIC9UeXBlIC9QYWdlcyA+PgplbmRvYmoKMyAwIG9iago8PCAvQ29udGVudHMgNCAwIFIgL01lZGlhQm94IFsgMCAw
        IDYwMCA4MDAgXSAvUGFyZW50IDIgMCBSIC9SZXNvdXJjZXMgPDwgL0ZvbnQgPDwgL0YgNSAwIFIgPj4gPj4gL1R5cGUgL1BhZ2UgPj4KZW5kb2
        JqCjQgMCBvYmoKPDwgL0xlbmd0aCA1MCAvRmlsdGVyIC9GbGF0ZURlY29kZSA+PgpzdHJlYW0K9bz0k19W4c/H2Wc+l96XUjonI2Tr6d4/AdQ1
        G6zzqhJRV27EnuswgeaC3LZSLfTTvcFlbmRzdHJlYW0KZW5kb2JqCjUgMCBvYmoKPDwgL0Jhc2VGb250IC9Db3VyaWVyIC9TdWJ0eXBlIC9UeX
        BlMSAvVHlwZSAvRm9udCA+PgplbmRvYmoKNiAwIG9iago8PCAvRmlsdGVyIC9TdGFuZGFyZCAvTGVuZ3RoIDQwIC9PIDw5NGU4MDk0NDE5NjYy
        YTc3NDQ0MmZiMDcyZTNkOWYxOWU5ZDEzMGVjMDlhNGQwMDYxZTc4ZmU5MjBmN2FiNjJmPiAvUCAtNCAvUiAyIC9VIDw3ZTM2ZDM5ZjEzMjNiMD
        JiNjQwOTE2OTU2NWI2ZDkyM2Q0NzY3MTVmZTcyOGYxY2FiM2ExMTNkNGJjMzc4M2U2PiAvViAxID4+CmVuZG9iagp4cmVmCjAgNwowMDAwMDAw
        MDAwIDY1NTM1IGYgCjAwMDAwMDAwMTUgMDAwMDAgbiAKMDAwMDAwMDA2NCAwMDAwMCBuIAowMDAwMDAwMTIzIDAwMDAwIG4gCjAwMDAwMDAyNT
        AgMDAwMDAgbiAKMDAwMDAwMDM3MCAwMDAwMCBuIAowMDAwMDAwNDM4IDAwMDAwIG4gCnRyYWlsZXIgPDwgL1Jvb3QgMSAwIFIgL1NpemUgNyAv
        SUQgWzw3MzFkZDExZmViYTY2ZjUyMTU1NGVjNjAyNjk3NTdhYz48NzMxZGQxMWZlYmE2NmY1MjE1NTRlYzYwMjY5NzU3YWM+XSAvRW5jcnlwdC
        A2IDAgUiA+PgpzdGFydHhyZWYKNjQ0CiUlRU9GCg==
        """

    @Test func `is refused with a reason where it cannot be read`() throws {
        let locked = try #require(Data(base64Encoded: Self.locked.filter { !$0.isWhitespace }))
        let cases: [(bytes: [UInt8], code: String, word: String)] = [
            (Self.scanned.bytes, "empty", "pictures"), (Array(locked), "broken", "password"),
            (Array("%PDF-1.4\nnothing of a document".utf8), "broken", "damaged"),
        ]
        for (bytes, code, word) in cases {
            let error = #expect(throws: ArticleProcessor.Failure.self) { _ = try Self.processor().read(bytes, name: "a.pdf") }
            #expect(error?.code == code, "\(error?.problem ?? "")")
            #expect(error?.problem.contains(word) == true, "\(error?.problem ?? "")")
            #expect(error?.remedy.isEmpty == false)
        }
    }

    @Test func `is cut off where it takes more work than any document`() throws {
        let tools = ReaderTools.installed(processor: 1, timeout: .seconds(20))
        let start = ContinuousClock.now
        let error = #expect(throws: ReadingError.self) { try Reader.read(Self.laughs.bytes, name: "a.pdf", tools: tools) }
        #expect(error?.code == .tooMuch, "\(error?.problem ?? "")")
        #expect(ContinuousClock.now - start < .seconds(15))
        let waiting = ReaderTools.installed(processor: 30, timeout: .milliseconds(300))
        #expect(throws: ReadingError.self) { try Reader.read(Self.laughs.bytes, name: "a.pdf", tools: waiting) }
    }

    @Test func `may have pages that lead in a circle or lie very deep`() {
        let circle = String(decoding: Self.story.bytes, as: UTF8.self).replacingOccurrences(
            of: "/Kids [4 0 R 6 0 R]", with: "/Kids [2 0 R 2 0 R]")
        let levels = 20_000
        let deep =
            "%PDF-1.4\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n"
            + (2..<levels).map { "\($0) 0 obj\n<< /Type /Pages /Kids [\($0 + 1) 0 R] /Count 1 >>\nendobj\n" }.joined()
            + "trailer << /Size \(levels) /Root 1 0 R >>\n"
        for text in [circle, deep] {
            #expect(throws: ReadingError.self) { try Reader.read(Array(text.utf8), name: "a.pdf", tools: .installed()) }
        }
    }
}
