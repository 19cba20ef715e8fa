// SPDX-License-Identifier: Apache-2.0

import Documents
import Files
import Glibc
import Stages
import Synchronization
import TestKit

@testable import Plugins

/// Plugins written for a test, in a folder of its own, and an article for them.
struct PluginKit {
    let folder: TemporaryFolder
    let said = Said()

    final class Said: Sendable {
        private let all = Mutex<[String]>([])
        var lines: [String] { all.withLock { $0 } }
        func add(_ line: String) { all.withLock { $0.append(line) } }
    }

    init() throws {
        folder = try TemporaryFolder()
        // The plugin is nobody, and this folder is ours.
        _ = unsafe chmod(folder.path, 0o755)
    }

    /// What every plugin here begins with: reads requests, answers those that `handle` does not.
    private static let start = """
        import json, os, sys, time
        def answer(request, result=None, **more):
            print(json.dumps({"jsonrpc": "2.0", "id": request["id"], "result": result, **more}), flush=True)
        def serve(handle):
            for line in sys.stdin:
                request = json.loads(line)
                if request["method"] == "process": handle(request, request["params"]["document"])
                else: answer(request, {"name": "test", "version": "1"})

        """

    /// A plugin in Python.
    ///
    /// - Parameter body: defines `handle(request, document)`.
    func plugin(
        _ body: String, reads: Set<Layer> = [], writes: Set<Layer> = [.tags], extras: Set<String> = [], workers: Int = 1,
        timeout: Duration = .seconds(5), limits: PluginCommand.Limits = PluginCommand.Limits()
    ) throws -> ProcessPlugin {
        let place = Place(folder.path, RelativePath("plugin.py")!)
        if try LiveFileSystem().statusIfAny(of: place) != nil { try LiveFileSystem().remove(place) }
        try LiveFileSystem().create(place, holding: Array("\(Self.start)\(body)\nserve(handle)\n".utf8))
        var command = PluginCommand(words: ["/usr/bin/python3", place.description])
        command.readable = [folder.path]
        command.limits = limits
        return factory.process(request(command, reads, writes, extras, timeout), workers: workers)
    }

    func filter(_ words: [String], form: FilterPlugin.Form = .text, reads: Set<Layer> = [], writes: Set<Layer> = [.text]) -> FilterPlugin {
        factory.filter(request(PluginCommand(words: words), reads, writes, [], .seconds(10)), form: form)
    }

    private var factory: PluginFactory { PluginFactory { [said] in said.add("\($0): \($1)") } }

    private func request(
        _ command: PluginCommand, _ reads: Set<Layer>, _ writes: Set<Layer>, _ extras: Set<String>, _ timeout: Duration
    ) -> PluginFactory.Request {
        PluginFactory.Request(
            name: "test", command: command, options: [], reads: reads, writes: writes, extras: extras, timeout: timeout)
    }

    static func document(_ text: String = "Ärger in Köln: 20 people were hurt. 🇩🇪 More follows.") -> Document {
        let text = Text(text)
        return Document(
            id: "sha256:00", source: Source(name: "a.txt", mediaType: "text/plain", charset: "UTF-8", bytes: text.count, sha256: "00"),
            text: text,
            sourceMap: .identity(count: text.count))
    }
}
