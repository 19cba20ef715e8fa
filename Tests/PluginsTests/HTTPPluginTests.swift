// SPDX-License-Identifier: Apache-2.0

import Documents
import Foundation
import Stages
import Testing

@testable import Plugins

/// A service on this machine that does what its path says.
private final class Service {
    private static let script = """
        import http.server, json, sys, time
        tries = {}
        class Handler(http.server.BaseHTTPRequestHandler):
            def log_message(self, *words): pass
            def do_HEAD(self): self.answer(405, b"")
            def answer(self, status, body, **headers):
                self.send_response(status)
                for name, value in headers.items(): self.send_header(name.replace("_", "-"), value)
                self.send_header("Content-Length", str(len(body)))
                self.end_headers()
                self.wfile.write(body)
            def do_POST(self):
                request = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
                what = self.path.strip("/")
                tries[what] = tries.get(what, 0) + 1
                good = {"patch": {"tags": [self.headers.get("Authorization", "none"), str(tries[what]), request["document"]["text"][:5]]}}
                if what == "good" or what == "flaky" and tries[what] > 2: self.answer(200, json.dumps(good).encode())
                elif what == "flaky": self.answer(503, b"busy", Retry_After="0")
                elif what == "busy": self.answer(429, b"busy")
                elif what == "closed": self.answer(401, b"who are you")
                elif what == "away": self.answer(302, b"", Location="http://192.0.2.1/")
                elif what == "noise": self.answer(200, b"<html>")
                elif what == "lies": self.answer(200, b'{"patch": {"figures": []}}')
                elif what == "huge": self.answer(200, b"x" * (9 << 20))
                elif what == "slow": time.sleep(30)
                elif what == "cut": self.wfile.write(b"HTTP/1.1 200 OK\\r\\nContent-Length: 100\\r\\n\\r\\n{"); self.wfile.flush(); self.close_connection = True
        server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        server.daemon_threads = True
        print(server.server_port, flush=True)
        server.serve_forever()
        """

    private let process = Process()
    let port: Int

    init() throws {
        let output = Pipe()
        process.executableURL = URL(filePath: "/usr/bin/python3")
        process.arguments = ["-c", Self.script]
        process.standardOutput = output
        try process.run()
        var line = Data()
        while line.last != 0x0A, case let more = output.fileHandleForReading.availableData, !more.isEmpty { line += more }
        port = Int(String(decoding: line.dropLast(), as: UTF8.self)) ?? 0
    }

    deinit {
        // SIGTERM may be blocked here, and the child would have that from us.
        kill(process.processIdentifier, SIGKILL)
        process.waitUntilExit()
    }
}

@Suite(.serialized, .timeLimit(.minutes(2))) struct `A service that is asked over HTTP` {
    private let server: Service
    private let folder: URL

    init() throws {
        server = try Service()
        folder = FileManager.default.temporaryDirectory.appending(path: "http-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    }

    private func plugin(_ path: String, secret: String? = nil, timeout: Duration = .seconds(10)) -> HTTPPlugin {
        var service = HTTPPlugin.Service(url: "http://127.0.0.1:\(server.port)/\(path)")
        service.secret = secret
        service.answer = 8 << 20
        let request = PluginFactory.Request(
            name: "test", command: PluginCommand(words: []), options: [], reads: [], writes: [.tags], extras: [], timeout: timeout)
        return PluginFactory { _, _ in }.service(request, service, workers: 4)
    }

    private func tags(_ plugin: HTTPPlugin) throws -> [String]? {
        var document = PluginKit.document()
        try document.apply(try plugin.annotate(document), writes: [.tags])
        return document.tags
    }

    @Test func `is given the document and its secret, and tried again while it is busy`() throws {
        #expect(try tags(plugin("good")) == ["none", "1", "Ärger"])
        let secret = folder.appending(path: "key")
        try "s3cret\n".write(to: secret, atomically: false, encoding: .utf8)
        #expect(try tags(plugin("good", secret: secret.path)) == ["Bearer s3cret", "2", "Ärger"])
        #expect(try tags(plugin("flaky")) == ["none", "3", "Ärger"])
        try plugin("good").probe()
        try FileManager.default.removeItem(at: folder)
        #expect(throws: StageFailure.self) { try plugin("good", secret: secret.path).probe() }
    }

    @Test(arguments: [
        ("busy", StageFailure.Code.moment, "status 429"), ("closed", .document, "status 401"), ("away", .document, "status 302"),
        ("noise", .document, "no JSON"), ("lies", .document, "without having declared"), ("huge", .document, "more than it may"),
        ("slow", .moment, "cannot be reached"), ("cut", .moment, "cannot be reached"),
    ])
    func `fails the article alone, whatever it answers`(path: String, code: StageFailure.Code, problem: String) throws {
        let failure = #expect(throws: StageFailure.self) { try plugin(path, timeout: .seconds(2)).annotate(PluginKit.document()) }
        #expect(failure?.code == code && failure?.problem.contains(problem) == true, "\(String(describing: failure))")
        #expect(try tags(plugin("good"))?.count == 3)
    }

    @Test func `that is not there is told before the first article`() throws {
        let request = PluginFactory.Request(
            name: "test", command: PluginCommand(words: []), options: [], reads: [], writes: [], extras: [], timeout: .seconds(5))
        let nobody = PluginFactory { _, _ in }.service(request, HTTPPlugin.Service(url: "http://127.0.0.1:1/"), workers: 1)
        let failure = #expect(throws: StageFailure.self) { try nobody.probe() }
        #expect(failure?.code == .moment)
    }

    @Test func `gets no secret over the open network`() {
        var service = HTTPPlugin.Service(url: "http://example.org/")
        #expect(service.objection == nil)
        service.secret = "/etc/key"
        #expect(service.objection?.contains("in the clear") == true)
        for url in ["http://127.0.0.1:1/x", "http://localhost/", "http://[::1]:80/", "https://example.org/"] {
            service.url = url
            #expect(service.objection == nil, "\(url)")
        }
        for url in ["http://localhost.example.org/", "http://127.0.0.1.example.org/", "ftp://localhost/", "file:///etc/passwd", "https://"]
        {
            service.url = url
            #expect(service.objection != nil, "\(url)")
        }
    }
}
