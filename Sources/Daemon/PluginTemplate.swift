// SPDX-License-Identifier: Apache-2.0

internal import Files

/// A plugin that works, to begin with.
package struct PluginTemplate: Sendable {
    /// Relative to the manifest's folder.
    package let path: String
    /// What to put into the manifest.
    package let entry: String
    /// Where to put that.
    package var position = "in front of what marks the text"
    /// What has to be run before it can be used.
    package var preparation: String?
    let content: String
    /// What lies beside it, by name.
    var companions: [(path: String, content: String)] = []

    package static func python(_ name: String) -> PluginTemplate {
        PluginTemplate(
            path: "plugins/\(name)/\(name).py",
            entry: """
                { "kind": "process", "name": "\(name)", "command": ["python3", "plugins/\(name)/\(name).py"],
                  "writes": ["notices", "x_words"], "options": {} }
                """,
            content: """
                #!/usr/bin/env python3
                \"\"\"\(name): counts words, and flags articles that have few. Replace `process` by your own.\"\"\"
                from json import dumps, loads
                from sys import stdin


                def process(document, options):
                    # document["text"], and the fields that "reads" names in the manifest. Offsets count code points, as Python's strings do.
                    words = len(document["text"].split())
                    patch = {"x_words": words}
                    if words < options.get("few", 50):
                        patch["notices"] = [{"code": "short", "message": f"The article has {words} words", "severity": "info"}]
                    # "edits": [{"start": 0, "end": 1, "text": "A", "name": "\(name)"}] would change the text.
                    return {"patch": patch}


                options = {}
                for line in stdin:
                    request = loads(line)
                    answer = {"jsonrpc": "2.0", "id": request["id"]}
                    try:
                        if request["method"] == "initialize":
                            options = request["params"]["options"]
                            answer["result"] = {"name": "\(name)", "version": "1"}
                        elif request["method"] == "process":
                            answer["result"] = process(request["params"]["document"], options)
                        else:
                            answer["result"] = None
                    except Exception as error:  # The article fails; the plugin goes on.
                        answer["error"] = {"code": 1, "message": f"{type(error).__name__}: {error}"}
                    print(dumps(answer), flush=True)

                """)
    }

    package static func shell(_ name: String) -> PluginTemplate {
        PluginTemplate(
            path: "plugins/\(name)/\(name).sh",
            entry: """
                { "kind": "filter", "name": "\(name)", "command": ["sh", "plugins/\(name)/\(name).sh"], "writes": ["text"] }
                """,
            content: """
                #!/bin/sh
                # \(name): the text comes in and goes out. This one puts straight quotation marks in place of curly ones; replace it by your own.
                exec sed -e 's/[“”]/"/g' -e "s/[‘’]/'/g"

                """)
    }

    /// - Parameter manifest: its path.
    /// - Throws: `FileError`, also where there is such a plugin already.
    package func write(beside manifest: String) throws {
        let folder = manifest.lastIndex(of: "/").map { String(manifest[..<$0]) } ?? "."
        guard let path = RelativePath(path) else { return }
        let files = LiveFileSystem()
        try files.makeFolders(Place(folder, path.parent))
        try files.create(Place(folder, path), holding: Array(content.utf8))
        for companion in companions {
            guard let path = RelativePath(companion.path) else { return }
            try files.makeFolders(Place(folder, path.parent))
            try files.create(Place(folder, path), holding: Array(companion.content.utf8))
        }
    }
}
