// SPDX-License-Identifier: Apache-2.0

import Foundation
import Testing

/// A plugin that does the worst that it can, as its article tells it, while others are served.
@Suite(.timeLimit(.minutes(5))) struct `A hostile plugin` {
    private static let plugin = """
        import json, os, socket, sys, time
        port = 0
        def say(number, tags):
            print(json.dumps({"jsonrpc": "2.0", "id": number, "result": {"patch": {"tags": tags}}}), flush=True)
        def attempt(act):
            try:
                act()
                return ["BREACH"]
            except OSError as error:
                return ["denied"]
        def bomb():
            while True:
                try: os.fork()
                except OSError: time.sleep(0.01)
        for line in sys.stdin:
            request = json.loads(line)
            number = request["id"]
            if request["method"] != "process":
                if request["method"] == "initialize": port = request["params"]["options"]["port"]
                say(number, [])
                continue
            word = request["params"]["document"]["text"].split()[0]
            if word == "hang": time.sleep(1000)
            elif word == "crash": os.abort()
            elif word == "flood":
                while True: os.write(1, b"x" * 65536)
            elif word == "noise":
                while True: os.write(2, b"line\\n" * 10000)
            elif word == "bomb": bomb()
            elif word == "slow":
                for byte in b'{"jsonrpc": "2.0"' * 1000: os.write(1, bytes([byte])); time.sleep(0.05)
            elif word == "memory": block = [bytearray(1 << 20) for _ in range(1 << 20)]
            elif word == "offsets": print(json.dumps({"jsonrpc": "2.0", "id": number, "result": {"edits": [{"start": 5, "end": 9999, "text": "x"}]}}), flush=True)
            elif word == "undeclared": print(json.dumps({"jsonrpc": "2.0", "id": number, "result": {"patch": {"headline": "x"}}}), flush=True)
            elif word == "broken": print("{]", flush=True)
            elif word == "other": say(number + 1, [])
            elif word == "shadow": say(number, attempt(lambda: open("/etc/shadow").read()))
            elif word == "outside": say(number, attempt(lambda: open(os.path.join(request["params"]["document"]["text"].split()[1], "evil"), "w")))
            elif word == "inbox": say(number, attempt(lambda: os.listdir(os.path.join(request["params"]["document"]["text"].split()[1], "inbox"))))
            elif word == "socket": say(number, attempt(lambda: socket.create_connection(("127.0.0.1", port), 2)))
            elif word == "signal": say(number, attempt(lambda: os.kill(int(request["params"]["document"]["text"].split()[1]), 9)))
            else: say(number, ["served"])
        """

    /// What its article asks of it, and what the reason says.
    private static let faults = [
        ("hang", "in time"), ("crash", "ended before"), ("flood", "more than it may"), ("noise", "in time"), ("bomb", "in time"),
        ("slow", "in time"), ("memory", "ended before"), ("offsets", "edits that cannot be made"),
        ("undeclared", "without having declared"),
        ("broken", "no JSON"), ("other", "without the request"),
    ]
    private static let breaches = ["shadow", "outside", "inbox", "socket", "signal"]

    private static func write(_ text: String, to url: URL) throws {
        try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
        try text.write(to: url, atomically: false, encoding: .utf8)
    }

    @Test func `fails the articles that it was asked to fail, reaches nothing, and others are served meanwhile`() throws {
        let listener = try LocalService("def answer(path, headers, body): return 200, b''")
        let desk = try RunningDesk(
            manifest: #"""
                {"concurrency": 4, "retry_delay": "200ms", "stages": [{"kind": "process", "name": "evil", "command": ["python3", "plugins/evil.py"], "writes": ["text", "tags"],
                  "workers": 4, "timeout": "3s", "limits": {"answer": "1MB", "processes": 16, "memory": "400MB"}, "options": {"port": \#(listener.port)}}]}
                """#
        ) { folder in
            let file = folder.appending(path: "plugins/evil.py")
            try Self.write(Self.plugin, to: file)
            try FileManager.default.setAttributes([.posixPermissions: 0o644], ofItemAtPath: file.path)
            try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: folder.path)
        }
        try desk.line(with: "ready")
        let isSandboxed = try desk.check().output.contains("sandbox")
        let victim = "\(ProcessInfo.processInfo.processIdentifier)"
        for (word, _) in Self.faults { try Self.write("\(word) now.", to: desk.inbox.appending(path: "\(word).txt")) }
        for number in 0..<60 { try Self.write("Article \(number).", to: desk.inbox.appending(path: "good-\(number).txt")) }
        for word in Self.breaches {
            try Self.write("\(word) \(word == "signal" ? victim : desk.folder.path) now.", to: desk.inbox.appending(path: "\(word).txt"))
        }
        // While the plugin is left alone articles are put back; each is settled in the end.
        var settled = 0
        while settled < Self.faults.count + 60 + Self.breaches.count {
            let line = try desk.line(with: "article=")
            if line.contains(" done ") || line.contains("quarantined") { settled += 1 }
        }
        let status = try JSONSerialization.jsonObject(with: Data(try desk.command("status", "--json").output.utf8)) as? [String: Any]
        let plugins = ((status?["daemons"] as? [[String: Any]])?.first?["plugins"] as? [[String: Any]]) ?? []
        #expect(plugins.first?["stage"] as? String == "evil" && plugins.first?["kind"] as? String == "process")
        #expect(desk.stop() == 0)

        for (word, reason) in Self.faults {
            let written = try String(contentsOf: desk.quarantine.appending(path: "\(word).txt.reason.json"), encoding: .utf8)
            #expect(written.contains(reason), "\(word): \(written)")
        }
        for number in 0..<60 { #expect(try desk.result("good-\(number).txt.json")["tags"] as? [String] == ["served"]) }
        #expect(!FileManager.default.fileExists(atPath: desk.folder.appending(path: "evil").path))
        guard isSandboxed else { return print("SKIPPED: no sandbox on this machine, so what a plugin may reach was not tried") }
        for word in Self.breaches {
            #expect(try desk.result("\(word).txt.json")["tags"] as? [String] == ["denied"], "\(word)")
        }
    }
}
