// SPDX-License-Identifier: Apache-2.0

import Documents
import Reading
import Testing

@Suite struct `Charsets` {
    @Test(arguments: [false, true], [false, true])
    func `reads UTF-16 with and without a mark`(isLittleEndian: Bool, hasMark: Bool) throws {
        let text = "A line of text.\nΜια γραμμή. Строка текста. 😀 end."
        let units = (hasMark ? [0xFEFF] : []) + Array(text.utf16)
        var bytes: [UInt8] = []
        for unit in units {
            let pair = [UInt8(unit & 0xFF), UInt8(unit >> 8)]
            bytes.append(contentsOf: isLittleEndian ? pair : pair.reversed())
        }
        let document = try read(bytes)
        #expect(document.text.string == text)
        #expect(document.source.charset == (isLittleEndian ? "UTF-16LE" : "UTF-16BE"))
        #expect(faults(of: document, in: bytes) == [])
    }

    @Test func `leaves the mark of UTF-8 out of the text`() throws {
        let bytes = [0xEF, 0xBB, 0xBF] + Array("Ünder".utf8)
        let document = try read(bytes)
        #expect(document.text.string == "Ünder")
        #expect(document.sourceMap.source(of: TextSpan(0, 2), in: document.text) == 3..<5)
    }

    @Test func `reads UTF-32 with a mark`() throws {
        var bytes: [UInt8] = [0xFF, 0xFE, 0, 0]
        for scalar in "Aé😀 and more".unicodeScalars {
            for shift: UInt32 in [0, 8, 16, 24] { bytes.append(UInt8(scalar.value >> shift & 0xFF)) }
        }
        let document = try read(bytes)
        #expect(document.text.string == "Aé😀 and more")
        #expect(document.sourceMap.runs[1].source == 8..<12)
    }

    @Test func `keeps UTF-8 with one broken byte as UTF-8`() throws {
        let bytes = Array("Die Straße führt über die Brücke, ".utf8) + [0xC3] + Array(" dann zurück.".utf8)
        let document = try read(bytes)
        #expect(document.text.string == "Die Straße führt über die Brücke, \u{FFFD} dann zurück.")
        #expect(document.source.charset == "UTF-8")
        #expect(document.notices?.map(\.code) == ["invalid-bytes"])
        #expect(document.notices?.first?.severity == .warning)
        #expect(document.sourceMap.runs.map(\.edit) == [nil, "invalid-bytes", nil])
        #expect(faults(of: document, in: bytes) == [])
    }

    @Test func `takes a single foreign byte in plain text for Windows-1252`() throws {
        let bytes = Array("The caf".utf8) + [0xE9] + Array(" opened late in the evening and the guests came.".utf8)
        let document = try read(bytes)
        #expect(document.text.string.hasPrefix("The café"))
        #expect(document.source.charset == "windows-1252")
        #expect(document.sourceMap.source(of: TextSpan(7, 9), in: document.text) == 7..<8)
    }

    @Test(arguments: [
        ("windows-1251", [0xCF, 0xF0, 0xE8, 0xE2, 0xE5, 0xF2] as [UInt8], "Привет"),
        ("koi8-r", [0xF0, 0xD2, 0xC9, 0xD7, 0xC5, 0xD4], "Привет"),
        ("shift_jis", [0x93, 0xFA, 0x96, 0x7B], "日本"), ("euc-jp", [0xC6, 0xFC, 0xCB, 0xDC], "日本"),
        ("gb2312", [0xD6, 0xD0, 0xB9, 0xFA], "中国"),
        ("big5", [0xA4, 0xA4, 0xB0, 0xEA], "中國"), ("euc-kr", [0xC7, 0xD1, 0xB1, 0xB9], "한국"), ("iso-8859-1", [0x93, 0xE9, 0x94], "“é”"),
        ("windows-1256", [0xE3, 0xD1, 0xCD, 0xC8, 0xC7], "مرحبا"), ("windows-1253", [0xC3, 0xE5, 0xE9, 0xDC], "Γειά"),
    ])
    func `believes a declaration that the bytes fit`(label: String, word: [UInt8], expected: String) throws {
        let bytes = Array("<html><head><meta charset='\(label)'></head><body><p>".utf8) + word + Array("</p></body></html>".utf8)
        let document = try read(bytes, name: "a.html")
        #expect(document.text.string == expected)
        #expect(document.notices == nil)
    }

    @Test func `finds Cyrillic without a declaration`() throws {
        let text = "Сегодня в городе открылась новая школа, и дети пришли на первый урок вместе с родителями и учителями"
        // Windows-1251: А is C0, я is FF, in the order of Unicode.
        let bytes = text.unicodeScalars.map { $0.value < 0x80 ? UInt8($0.value) : UInt8($0.value - 0x410 + 0xC0) }
        let document = try read(bytes)
        #expect(document.text.string == text)
        #expect(document.source.charset == "windows-1251")
        #expect(faults(of: document, in: bytes) == [])
    }

    @Test func `does not believe a template against two detectors`() throws {
        let sample = try #require(CharsetSamples.all.first { $0.language == "ru" })
        let (bytes, text) = try #require(CharsetSamples.encoded(sample.text, in: "CP1251", atMost: 300))
        let page = Array("<html><head><meta charset='iso-8859-1'></head><body><p>".utf8) + bytes + Array("</p></body></html>".utf8)
        let document = try read(page, name: "a.html")
        #expect(document.text.string == text)
        #expect(document.notices?.map(\.code) == ["charset-conflict"])
    }

    @Test func `flags a declaration that the bytes contradict`() throws {
        let bytes = Array(
            "<html><meta http-equiv=Content-Type content='text/html; charset=iso-8859-1'><body><p>Grüße aus Köln.</p></body></html>".utf8)
        let document = try read(bytes, name: "a.html")
        #expect(document.text.string == "Grüße aus Köln.")
        #expect(document.notices?.map(\.code) == ["charset-conflict"])
    }

    @Test func `reads fifty megabytes of one line`() throws {
        let bytes = [UInt8](repeating: UInt8(ascii: "a"), count: 50_000_000)
        let document = try read(bytes)
        #expect(document.text.count == bytes.count)
        #expect(document.sourceMap.runs.count == 1)
    }
}
