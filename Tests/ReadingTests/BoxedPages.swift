// SPDX-License-Identifier: Apache-2.0

import Documents
import Reading

/// Pages as `pdftotext -bbox-layout` describes them, set in a typewriter's letters: each as wide as half of its height.
struct BoxedPages {
    private var pages: [[String]] = []
    private let head: String
    private let size: (width: Double, height: Double)

    init(head: String = "", size: (width: Double, height: Double) = (600, 800)) {
        self.head = head
        self.size = size
        addPage()
    }

    mutating func addPage() { pages.append([]) }

    /// One line of words; blanks take a letter.
    mutating func line(_ text: String, x: Double, y: Double, height: Double = 10) {
        let letter = height / 2
        var at = x
        var words = ""
        for word in text.split(separator: " ") {
            let width = Double(word.unicodeScalars.count) * letter
            words += "<word \(Self.box(at, y, at + width, y + height))>\(Self.escaped(word))</word>\n"
            at += width + letter
        }
        pages[pages.count - 1].append("<line \(Self.box(x, y, at - letter, y + height))>\n\(words)</line>\n")
    }

    /// A word that stands upright.
    mutating func rotated(_ word: String, x: Double, y: Double) {
        let box = Self.box(x, y, x + 8, y + Double(word.utf8.count) * 5)
        pages[pages.count - 1].append("<line \(box)><word \(box)>\(word)</word></line>\n")
    }

    /// Sets a paragraph into a column and gives the height of the next line; where a word does not fit it is divided at `|`.
    mutating func set(
        _ paragraph: String, x: Double, width: Double, y start: Double, height: Double = 10, indent: Double = 0
    ) -> Double {
        let letter = height / 2
        var y = start
        var left = x + indent
        var row = ""
        func fits(_ word: String) -> Bool {
            Double(row.unicodeScalars.count + (row.isEmpty ? 0 : 1) + word.unicodeScalars.count) * letter <= x + width - left
        }
        func add(_ word: String) { row += (row.isEmpty ? "" : " ") + word }
        for word in paragraph.split(separator: " ") {
            let whole = word.split(separator: "|").joined()
            if fits(whole) {
                add(whole)
                continue
            }
            let halves = word.split(separator: "|", maxSplits: 1)
            let isDivided = halves.count == 2 && fits(halves[0] + "-")
            if isDivided { add(halves[0] + "-") }
            line(row, x: left, y: y, height: height)
            y += height * 1.2
            left = x
            row = isDivided ? String(halves[1]) : whole
        }
        if !row.isEmpty { line(row, x: left, y: y, height: height) }
        return y + height * 1.2
    }

    var layout: [UInt8] {
        let body = pages.map {
            "<page width=\"\(size.width)\" height=\"\(size.height)\">\n<flow><block>\n\($0.joined())</block></flow></page>\n"
        }
        let all =
            "<!DOCTYPE html><html xmlns=\"http://www.w3.org/1999/xhtml\">\n<head>\(head)</head>\n<body>\n<doc>\n\(body.joined())</doc>\n</body>\n</html>\n"
        return Array(all.utf8)
    }

    /// What is read of them.
    func read() throws(ReadingError) -> Document { try Self.read(layout) }

    static func read(_ layout: [UInt8]) throws(ReadingError) -> Document {
        try Reader.read(Array("%PDF-1.7".utf8), name: "a.pdf", tools: ReaderTools { _ in layout })[0]
    }

    private static func box(_ minX: Double, _ minY: Double, _ maxX: Double, _ maxY: Double) -> String {
        "xMin=\"\(minX)\" yMin=\"\(minY)\" xMax=\"\(maxX)\" yMax=\"\(maxY)\""
    }

    private static func escaped(_ word: Substring) -> String {
        String(word.flatMap { $0 == "&" ? Array("&amp;") : $0 == "<" ? Array("&lt;") : $0 == "\"" ? Array("&quot;") : [$0] })
    }
}
