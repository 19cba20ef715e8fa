// SPDX-License-Identifier: Apache-2.0

import Foundation

/// A small web server on this machine, as a program of its own: what it is told to answer, and what it was sent.
final class LocalService {
    private let process = Process()
    let port: Int

    /// - Parameter handler: Python; `answer(path, headers, body)` returns status and bytes.
    init(_ handler: String) throws {
        let output = Pipe()
        process.executableURL = URL(filePath: "/usr/bin/python3")
        process.arguments = [
            "-c",
            """
            import base64, hashlib, hmac, http.server, json
            \(handler)
            class Handler(http.server.BaseHTTPRequestHandler):
                def log_message(self, *words): pass
                def do_HEAD(self): self.send_response(405); self.end_headers()
                def do_POST(self):
                    status, body = answer(self.path, self.headers, self.rfile.read(int(self.headers["Content-Length"])))
                    self.send_response(status)
                    self.send_header("Content-Length", str(len(body)))
                    self.end_headers()
                    self.wfile.write(body)
            server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
            server.daemon_threads = True
            print(server.server_port, flush=True)
            server.serve_forever()
            """,
        ]
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
