// SPDX-License-Identifier: Apache-2.0

internal import Documents

/// Reads the body of an article that stood inside another form: HTML that was escaped there, or plain text.
struct BodyReader {
    enum Form {
        case html
        case plain
        /// The form does not say: HTML where there are tags, otherwise text, in which references are resolved.
        case either
    }

    /// What the text is written in.
    var form: Form
    /// Whether a line break was put there by the writer (JSON), or by whatever laid out the file (XML).
    var keepsLines: Bool
    /// Stands in its own field.
    var headline: String?

    func read(_ body: Excerpt) -> (text: Text, map: SourceMap) {
        if form == .html || form == .either && HTMLSigns.areIn(body.text.bytes) {
            return HTMLReader.read(fragment: body.text, map: body.map, headline: headline)
        }
        var writer = BlockWriter(body.text)
        writer.breaksAtBlankLines = true
        let spelling: BlockWriter.Spelling = form == .plain ? .literal : .references
        if keepsLines {
            writeLines(of: body.text.bytes, spelling, &writer)
        } else {
            writer.write(0..<body.text.count, spelling: spelling)
        }
        return writer.finish(body.map)
    }

    /// Where no line is blank, one that ends a sentence or is longer than a screen is wide ends its paragraph.
    private func writeLines(of bytes: [UInt8], _ spelling: BlockWriter.Spelling, _ writer: inout BlockWriter) {
        let lines = Self.lines(of: bytes)
        let hasBlank = lines.dropFirst().dropLast().contains { $0.isEmpty }
        for line in lines {
            guard !line.isEmpty else {
                writer.endBlock()
                continue
            }
            writer.write(line, spelling: spelling)
            if !hasBlank, line.count > 100 || Self.endsSentence(bytes[line]) { writer.endBlock() } else { writer.breakLine() }
        }
    }

    /// Without the white space at their ends.
    private static func lines(of bytes: [UInt8]) -> [Range<Int>] {
        var lines: [Range<Int>] = []
        var start = 0
        for at in 0...bytes.count where at == bytes.count || bytes[at] == 0x0A || bytes[at] == 0x0D {
            // CR LF is one end of line.
            if at < bytes.count, bytes[at] == 0x0A, at > 0, bytes[at - 1] == 0x0D {
                start = at + 1
                continue
            }
            var (low, high) = (start, at)
            while low < high, ByteScanner.isSpace(bytes[low]) { low += 1 }
            while high > low, ByteScanner.isSpace(bytes[high - 1]) { high -= 1 }
            lines.append(low..<high)
            start = at + 1
        }
        return lines
    }

    private static func endsSentence(_ line: ArraySlice<UInt8>) -> Bool {
        let end = line.reversed().drop { $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: "'") || $0 == UInt8(ascii: ")") || $0 >= 0x80 }
        return end.first == UInt8(ascii: ".") || end.first == UInt8(ascii: "!") || end.first == UInt8(ascii: "?")
            || end.first == UInt8(ascii: ":")
    }
}
