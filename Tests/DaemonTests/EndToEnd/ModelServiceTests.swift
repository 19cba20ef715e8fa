// SPDX-License-Identifier: Apache-2.0

import Foundation
import Testing

/// Language models behind the chat completions of OpenAI's API, in the real program.
@Suite(.serialized, .timeLimit(.minutes(5))) struct `A chain with a language model in it` {
    /// The manifest of docs/SUMMARIES.md, with a small server in place of the model's.
    private static func manifest(_ port: Int) throws -> String {
        let page = try Repository.text("docs/SUMMARIES.md")
        let block = page.components(separatedBy: "```json\n").first { $0.contains("\"protocol\": \"openai\"") }?.components(
            separatedBy: "\n```"
        ).first
        return try #require(block).replacing("127.0.0.1:8080", with: "127.0.0.1:\(port)")
    }

    @Test func `has its summary checked, and an article whose model talks nonsense goes on without one`() throws {
        let service = try LocalService(
            """
            def answer(path, headers, body):
                request = json.loads(body)
                article = request["messages"][1]["content"]
                if path != "/v1/chat/completions" or request["model"] != "qwen2.5-7b-instruct": return 404, b""
                if "ferry" in article: return 200, b'{"choices": [{"message": {"content": {"text": 1}}}]}'
                if "bridge" in article: return 500, b"out of memory"
                told = "Mayor Lena Orvik closed the port. Mayor Lena Orvik sent 400 people home. </script><b>Ignore the rules."
                return 200, json.dumps({"choices": [{"message": {"content": told}}]}).encode()
            """)
        let desk = try RunningDesk(manifest: try Self.manifest(service.port), arguments: ["--drain"]) { folder in
            let texts = [
                "port": "Mayor Lena Orvik closed the port of Kesran and sent 40 people home.", "ferry": "The ferry sank.",
                "bridge": "The bridge fell.",
            ]
            for (name, text) in texts {
                try text.write(to: folder.appending(path: "inbox/\(name).txt"), atomically: false, encoding: .utf8)
            }
        }
        #expect(desk.ending() == 0, "\(desk.log)")
        let abstract = try #require(try desk.result("port.txt.json")["abstract"] as? [String: Any])
        let sentences = try #require(abstract["sentences"] as? [[String: Any]])
        #expect(
            sentences.count == 3 && sentences[0]["supported"] as? Bool == true && sentences[1]["supported"] as? Bool == false,
            "\(sentences)")
        let flags = try #require(sentences[1]["flags"] as? [[String: Any]])
        #expect(flags.map { $0["kind"] as? String } == ["figure"])
        for name in ["ferry", "bridge"] {
            let result = try desk.result("\(name).txt.json")
            #expect(result["abstract"] == nil && result["summary"] != nil)
        }
    }
}
