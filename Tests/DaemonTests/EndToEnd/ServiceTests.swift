// SPDX-License-Identifier: Apache-2.0

import Foundation
import Testing

/// Stages that speak to the network, in the real program.
@Suite(.serialized, .timeLimit(.minutes(5))) struct `A chain with services in it` {
    private static func write(_ text: String, to url: URL) throws {
        try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
        try text.write(to: url, atomically: false, encoding: .utf8)
        try FileManager.default.setAttributes([.posixPermissions: 0o644], ofItemAtPath: url.path)
    }

    @Test func `asks a service over HTTP, and one that is away harms its article alone`() throws {
        let service = try LocalService(
            """
            def answer(path, headers, body):
                request = json.loads(body)
                if "loud" in request["document"]["text"]: return 400, b"no"
                words = len(request["document"]["text"].split()) * request["options"]["times"]
                return 200, json.dumps({"patch": {"x_words": words, "tags": [headers["Authorization"]]}}).encode()
            """)
        let stage = #"""
            {"kind": "http", "name": "count", "url": "http://127.0.0.1:\#(service.port)/", "writes": ["tags", "x_words"],
             "secret": {"file": "key"}, "options": {"times": 10}}
            """#
        let desk = try RunningDesk(manifest: #"{"stages": [{"plugin": "normalize"}, \#(stage)]}"#, arguments: ["--drain"]) { folder in
            try Self.write("s3cret\n", to: folder.appending(path: "key"))
            try Self.write("Three small words.", to: folder.appending(path: "inbox/a.txt"))
            try Self.write("This is loud.", to: folder.appending(path: "inbox/b.txt"))
        }
        #expect(desk.ending() == 1, "\(desk.log)")
        let result = try desk.result("a.txt.json")
        #expect(result["x_words"] as? Int == 30 && result["tags"] as? [String] == ["Bearer s3cret"])
        #expect(RunningDesk.files(in: desk.quarantine) == ["b.txt", "b.txt.reason.json"])
        #expect(!desk.log.contains { $0.contains("s3cret") })
        #expect(try desk.check().status == 0)
    }

    @Test func `sends each article on, signed, and again where the receiver was busy`() throws {
        let secret = Data("a secret of 24 bytes, ...".utf8).base64EncodedString()
        let receiver = try LocalService(
            """
            tries = {}
            def answer(path, headers, body):
                identity, moment = headers["webhook-id"], headers["webhook-timestamp"]
                tries[identity] = tries.get(identity, 0) + 1
                mark = hmac.new(base64.b64decode("\(secret)"), f"{identity}.{moment}.".encode() + body, hashlib.sha256).digest()
                if headers["webhook-signature"] != "v1," + base64.b64encode(mark).decode(): return 401, b""
                if json.loads(body)["data"]["text"].startswith("Bad"): return 422, b""
                return (503, b"") if tries[identity] < 2 else (202, b"")
            """)
        let desk = try RunningDesk(manifest: "{}", arguments: ["--drain"]) { folder in
            try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: folder.path)
            let plugin = folder.appending(path: "plugins/webhook.py")
            try FileManager.default.createDirectory(at: plugin.deletingLastPathComponent(), withIntermediateDirectories: true)
            try FileManager.default.copyItem(at: Repository.root.appending(path: "examples/plugins/webhook.py"), to: plugin)
            let key = folder.appending(path: "keys/webhook")
            try Self.write("whsec_\(secret)\n", to: key)
            try Self.write(
                #"""
                {"stages": [{"plugin": "normalize"},
                  {"kind": "process", "name": "webhook", "command": ["python3", "plugins/webhook.py"], "network": true, "allow_read": ["keys/webhook"],
                   "options": {"url": "http://127.0.0.1:\#(receiver.port)/in", "secret_file": "\#(key.path)"},
                   "reads": ["sentences"], "writes": ["x_webhook"], "on_error": "retry"}]}
                """#, to: folder.appending(path: "plugins.json"))
            try Self.write("Good news.", to: folder.appending(path: "inbox/a.txt"))
            try Self.write("Bad news.", to: folder.appending(path: "inbox/b.txt"))
        }
        #expect(desk.ending() == 1, "\(desk.log)")
        let result = try desk.result("a.txt.json")
        #expect(result["x_webhook"] as? [String: Int] == ["status": 202], "\(desk.log)")
        #expect(RunningDesk.files(in: desk.quarantine) == ["b.txt", "b.txt.reason.json"])
        let reason = try String(contentsOf: desk.quarantine.appending(path: "b.txt.reason.json"), encoding: .utf8)
        #expect(reason.contains("status 422"), "\(reason)")
    }
}
