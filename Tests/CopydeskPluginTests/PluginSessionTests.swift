// SPDX-License-Identifier: Apache-2.0

import Documents
import Stages
import Testing

@testable import CopydeskPlugin

/// Marks each word that is written in capitals, and puts a full stop in place of an exclamation mark.
private struct Calm: Plugin {
    static let id = "calm"
    static let version = "3"
    static let summary = "Calms a text down."
    static let contract = StageContract(
        reads: [], writes: [.text, .notices, .tags, .extra],
        options: [StageOption("most", .integer(1...9), standard: JSON(.integer(2)), "How many.")])

    let most: Int

    init(options: StageOptions) throws(OptionError) {
        most = options.integer("most")
        if most == 9 { throw OptionError(option: "most", problem: "nine is too many", remedy: "say eight") }
    }

    func annotate(_ document: Document) throws(StageFailure) -> [Annotation] {
        let marks = document.text.bytes.indices.filter { document.text[$0] == UInt8(ascii: "!") }
        guard marks.count <= most else { throw StageFailure(.moment, "too loud", remedy: "wait") }
        return [
            .edits(marks.map { TextEdit(TextSpan($0, $0 + 1), "…", name: "calm") }),
            .notices([Notice("loud", "There was noise", at: TextSpan(0, 2))]), .tags([]),
            .extra(JSON.Member("x_marks", JSON(.integer(marks.count)))),
        ]
    }
}

@Suite struct `A plugin written in Swift` {
    private static func ask(_ session: inout PluginSession, _ request: String) throws -> JSON {
        let answer = session.answer(Array(request.utf8))
        #expect(answer.firstIndex(of: 0x0A) == answer.count - 1)
        return try JSONParser.parse(answer)
    }

    private static func initialize(_ options: String = "{}", protocolName: String = "copydesk-plugin/1") -> String {
        #"{"jsonrpc":"2.0","id":0,"method":"initialize","params":{"protocol":"\#(protocolName)","options":\#(options)}}"#
    }

    private static func process(_ text: String) -> String {
        #"{"jsonrpc":"2.0","id":7,"method":"process","params":{"document":{"schema":"copydesk/1","id":"sha256:1","#
            + #""source":{"name":"a.txt","media_type":"text/plain","charset":"UTF-8","bytes":9,"sha256":"1"},"#
            + #""text":"\#(text)","notices":[{"code":"old","message":"m","severity":"info"}],"sentences":[{"start":0,"end":2}]}}}"#
    }

    @Test func `answers with changes, in code points`() throws {
        var session = PluginSession(Calm.self)
        let ready = try Self.ask(&session, Self.initialize())
        #expect(ready["result"]?["name"]?.string == "calm" && ready["result"]?["version"]?.string == "3")
        let request = Self.process("Äh! Öl!").replacing(#","sentences":[{"start":0,"end":2}]"#, with: "")
        let answer = try Self.ask(&session, request)
        #expect(answer["id"]?.integer == 7, "\(answer)")
        let edits = try #require(answer["result"]?["edits"]?.elements, "\(answer["error"]?["message"]?.string ?? "")")
        #expect(edits.map { $0["start"]?.integer } == [2, 6] && edits[0]["text"]?.string == "…" && edits[0]["name"]?.string == "calm")
        let patch = try #require(answer["result"]?["patch"])
        #expect(patch["tags"]?.elements?.isEmpty == true && patch["x_marks"]?.integer == 2)
        let notices = try #require(patch["notices"]?.elements)
        #expect(notices.count == 1 && notices[0]["code"]?.string == "loud" && notices[0]["end"]?.integer == 1)
        #expect(patch.members?.count == 3)
        #expect(!session.hasEnded)
        #expect(try Self.ask(&session, #"{"jsonrpc":"2.0","id":-1,"method":"shutdown","params":{}}"#)["result"]?.isNull == true)
        #expect(session.hasEnded)
    }

    @Test func `says what is wrong with an article, and whether it may pass`() throws {
        var session = PluginSession(Calm.self)
        _ = try Self.ask(&session, Self.initialize(#"{"most": 1}"#))
        let error = try #require(try Self.ask(&session, Self.process("a!b!"))["error"])
        #expect(
            error["message"]?.string == "too loud" && error["data"]?["remedy"]?.string == "wait" && error["data"]?["retry"]?.bool == true)
        // Text is edited before spans are taken.
        let late = try #require(try Self.ask(&session, Self.process("ab!"))["error"])
        #expect(late["message"]?.string?.contains("broke its contract") == true && late["data"]?["retry"]?.bool == false)
    }

    @Test(arguments: [
        ("no JSON", "no JSON"), ("{}", "no method"), (#"{"method": "dance", "id": 1}"#, "dance"), (process("early"), "before initialize"),
        (initialize(protocolName: "copydesk-plugin/9"), "does not speak"), (initialize(#"{"mots": 1}"#), "no option \"mots\""),
        (initialize(#"{"most": 12}"#), "cannot be 12"), (initialize(#"{"most": 9}"#), "nine is too many"),
    ])
    func `answers a request that cannot be met with an error`(request: String, problem: String) throws {
        var session = PluginSession(Calm.self)
        let answer = try Self.ask(&session, request)
        #expect(answer["error"]?["message"]?.string?.contains(problem) == true, "\(answer)")
        #expect(answer["result"] == nil)
    }

    @Test func `gives a document back as it was given`() throws {
        var session = PluginSession(Calm.self)
        _ = try Self.ask(&session, Self.initialize())
        let broken = try Self.ask(&session, Self.process("ab").replacing(#""end":2"#, with: #""end":99"#))
        #expect(broken["error"]?["message"]?.string?.contains("sentences[0]") == true)
    }
}
