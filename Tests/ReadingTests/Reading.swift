// SPDX-License-Identifier: Apache-2.0

import Documents
import Reading

/// Reads one file and gives its only document.
func read(_ bytes: [UInt8], name: String = "story.txt", mediaType: String? = nil) throws(ReadingError) -> Document {
    try Reader.read(bytes, name: name, mediaType: mediaType)[0]
}

func read(_ string: String, name: String = "story.txt") throws(ReadingError) -> Document {
    try read(Array(string.utf8), name: name)
}

/// What is wrong with the document's map, in words; empty where nothing is.
///
/// Decodes with the standard library and a table of its own, not with the reader's decoder, wherever it can.
///
/// - Parameter inOrder: whether the text has the order of its source; columns of a page have not.
func faults(of document: Document, in bytes: [UInt8], inOrder: Bool = true) -> [String] {
    var faults: [String] = []
    var text = 0
    var source = 0
    if String(validating: document.text.bytes, as: UTF8.self) == nil { faults.append("text is not UTF-8") }
    for run in document.sourceMap.runs {
        if run.text.start != text { faults.append("runs do not tile at \(text)") }
        if inOrder, run.source.lowerBound < source { faults.append("source goes backward at \(run.source)") }
        if run.source.isEmpty, !run.text.isEmpty { faults.append("text from nowhere at \(run.text)") }
        if run.source.upperBound > bytes.count { faults.append("\(run.source) lies outside the file"); break }
        if !document.text.isScalarEdge(run.text.start) { faults.append("run cuts a character at \(run.text.start)") }
        if run.edit == nil, let decoded = decode(bytes[run.source], document.source.charset),
            decoded != document.text.string(run.text)
        {
            faults.append("unedited run \(run.text) is not its source")
        }
        text = run.text.end
        source = run.source.upperBound
        if faults.count > 5 { break }
    }
    if text != document.text.count { faults.append("runs end at \(text) of \(document.text.count)") }
    return faults
}

/// `nil` for charsets that only ICU knows.
private func decode(_ bytes: ArraySlice<UInt8>, _ charset: String) -> String? {
    switch charset {
    case "UTF-8": return String(decoding: bytes, as: UTF8.self)
    case "UTF-16LE", "UTF-16BE":
        let high = charset == "UTF-16LE" ? 1 : 0
        let all = Array(bytes)
        let units = stride(from: 0, to: all.count - 1, by: 2).map { UInt16(all[$0 + high]) << 8 | UInt16(all[$0 + 1 - high]) }
        return String(decoding: units, as: UTF16.self)
    case "windows-1252":
        return bytes.allSatisfy { $0 < 0x80 || $0 >= 0xA0 } ? String(String.UnicodeScalarView(bytes.map { Unicode.Scalar($0) })) : nil
    default: return nil
    }
}
