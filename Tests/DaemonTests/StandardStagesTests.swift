// SPDX-License-Identifier: Apache-2.0

import Daemon
import Documents
import Manifests
import Stages
import Testing

/// Texts that nobody would write and somebody will drop.
private let hostile: [(String, String)] = [
    ("one letter", "a"),
    ("white space", " \n\t\n \u{A0}\n"),
    ("marks", "“”‘’\"'\"'«»„“()[]{}—–-…?!.,;:"),
    ("opening marks", String(repeating: "“", count: 5000)),
    ("closing marks", String(repeating: "”", count: 5000)),
    ("straight marks", String(repeating: "\"a ", count: 5001)),
    ("brackets", String(repeating: "[(", count: 20000)),
    ("digits", String(repeating: "9", count: 100_000)),
    ("numbers", String(repeating: "at least 1,000,000,000,000,000,000,000 people were killed, ", count: 1000)),
    ("exponents", "1e999 -1e999 0x1p4000 99999999999999999999999999999% $999999999999999999999999bn"),
    ("capitals", String(repeating: "THE UNITED NATIONS SAID ", count: 3000)),
    ("names", String(repeating: "Anna Maria van der Berg-Al Said ", count: 3000)),
    ("one name", String(repeating: "Xanadu", count: 30000)),
    ("hyphens", String(repeating: "US -led - - -", count: 5000)),
    ("points", String(repeating: "U.S.A.", count: 20000)),
    ("ellipses", String(repeating: ". . . ", count: 20000)),
    ("doubled", String(repeating: "the the ", count: 10000)),
    ("sentences", String(repeating: "He said so. ", count: 10000)),
    ("paragraphs", String(repeating: "He said: “Yes.”\n\n", count: 5000)),
    ("lines", String(repeating: "a line\r\n", count: 20000)),
    ("dates", String(repeating: "on Friday, May 35, 99999, 31/31/2017 ", count: 2000)),
    ("arabic", String(repeating: "قالت الأمم المتحدة إن عدد النازحين بلغ ٧٦٠ ألفا. ", count: 500)),
    ("chinese", String(repeating: "联合国表示，流离失所者人数已达七十六万。", count: 2000)),
    ("combining", "e" + String(repeating: "\u{301}", count: 20000)),
    ("emoji", String(repeating: "👩‍👩‍👧‍👦🇮🇶", count: 3000)),
    ("directions", String(repeating: "\u{202E}abc\u{2066}", count: 5000)),
    ("controls", String(repeating: "\u{0}\u{1}\u{7F}\u{85}\u{2028}", count: 5000)),
    ("private", String(repeating: "\u{E000}\u{F8FF}\u{10FFFF}", count: 5000)),
    ("one line", String(repeating: "word ", count: 200_000)),
]

@Suite struct `Every stage that comes with the program` {
    @Test(arguments: StageCatalog.standard.names)
    func `has a contract in order`(name: String) throws {
        #expect(StageConformance.findings(about: try #require(StageCatalog.standard[name])).isEmpty)
    }

    @Test(arguments: hostile)
    func `keeps its contract on hostile text, twice the same`(name: String, string: String) {
        let text = Text(string)
        let source = Source(name: name, mediaType: "text/plain", charset: "UTF-8", bytes: text.count, sha256: "")
        var document = Document(id: name, source: source, text: text, sourceMap: .identity(count: text.count))
        for type in StageCatalog.standard.types {
            let (result, findings) = StageConformance.run(type, on: document)
            #expect(findings.isEmpty)
            document = result
        }
        Self.checkMap(of: document, source: text)
    }

    @Test(arguments: StageCatalog.standard.names)
    func `stops when its task is cancelled`(name: String) async throws {
        let type = try #require(StageCatalog.standard[name])
        let text = Text(
            String(repeating: "“At least 20 people,” said Jane Doe of the United Nations on Friday, “were killed.” ", count: 2000))
        let source = Source(name: name, mediaType: "text/plain", charset: "UTF-8", bytes: text.count, sha256: "")
        var document = Document(id: name, source: source, text: text, sourceMap: .identity(count: text.count))
        for earlier in StageCatalog.standard.types.prefix(while: { $0.id != name }) {
            (document, _) = StageConformance.run(earlier, on: document)
        }
        let stage = try type.init(options: StageOptions(for: type.contract))
        let ready = document
        let task = Task { () async -> StageFailure? in
            while !Task.isCancelled { await Task.yield() }
            do throws(StageFailure) {
                _ = try stage.annotate(ready)
                return nil
            } catch {
                return error
            }
        }
        task.cancel()
        #expect(await task.value?.code == .cancelled)
    }

    /// The runs tile the text, ascend in the source, and unedited ones are the source itself.
    static func checkMap(of document: Document, source: Text) {
        var position = 0
        var origin = 0
        for run in document.sourceMap.runs {
            #expect(run.text.start == position && run.source.lowerBound >= origin)
            if run.edit == nil { #expect(document.text[run.text] == source.bytes[run.source]) }
            position = run.text.end
            origin = run.source.upperBound
        }
        #expect(position == document.text.count)
        #expect(origin <= source.count)
    }
}
