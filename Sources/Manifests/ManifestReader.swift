// SPDX-License-Identifier: Apache-2.0

internal import Documents

/// Reads `plugins.json`, and goes on after an error so that one run shows all of them.
package struct ManifestReader {
    private let file: String
    private let lines: SourceLines
    private var diagnostics: [Diagnostic] = []

    /// - Parameters:
    ///   - bytes: the file's content.
    ///   - file: its name, for the diagnostics.
    /// - Returns: the manifest (`nil` where the file is not JSON at all) and everything that was found.
    package static func read(_ bytes: [UInt8], file: String) -> (manifest: Manifest?, diagnostics: [Diagnostic]) {
        var reader = ManifestReader(file: file, bytes: bytes)
        do {
            let json = try JSONParser.parse(bytes)
            let manifest = reader.manifest(json)
            return (manifest, reader.diagnostics)
        } catch {
            reader.report(error.offset, error.problem, error.remedy)
            return (nil, reader.diagnostics)
        }
    }

    private init(file: String, bytes: [UInt8]) {
        self.file = file
        lines = SourceLines(bytes)
    }

    private mutating func manifest(_ json: JSON) -> Manifest? {
        guard let members = json.members else {
            report(json.offset, "a manifest is an object, not \(json.kind)", "write { \"stages\": [ … ] }")
            return nil
        }
        var manifest = Manifest()
        var hasStages = false
        for member in members {
            switch member.name {
            case "$schema", "$comment": break
            case "inbox": path(member, into: &manifest.inbox)
            case "outbox": path(member, into: &manifest.outbox)
            case "archive": path(member, into: &manifest.archive)
            case "quarantine": path(member, into: &manifest.quarantine)
            case "state": path(member, into: &manifest.state)
            case "repeats": choice(member, into: &manifest.repeats)
            case "originals": choice(member, into: &manifest.originals)
            case "formats": formats(member, into: &manifest.formats)
            case "ignore": manifest.ignore = strings(member)
            case "concurrency": manifest.concurrency = integer(member, 1...256)
            case "maximum_size": if let size = value(member, Self.size, Quantity.bytes) { manifest.maximumSize = size }
            case "poll": if let time = value(member, Self.time, Quantity.duration) { manifest.poll = time }
            case "attempts": if let attempts = integer(member, 1...1000) { manifest.attempts = attempts }
            case "retry_delay": if let time = value(member, Self.time, Quantity.duration) { manifest.retryDelay = time }
            case "settle": manifest.settle = value(member, Self.time, Quantity.duration)
            case "min_free": manifest.minimumFree = value(member, Self.size, Quantity.space)
            case "order": choice(member, into: &manifest.order)
            case "marker": manifest.marker = value(member, "an ending such as \".done\"") { $0.isEmpty || $0.contains("/") ? nil : $0 }
            case "companions": if let endings = strings(member) { manifest.companions = endings.filter { !$0.isEmpty } }
            case "folder_tags": boolean(member, into: &manifest.folderTags)
            case "empty_folders": choice(member, into: &manifest.emptyFolders)
            case "keep_archive": retention(member, into: &manifest.keepArchive)
            case "keep_outbox": retention(member, into: &manifest.keepOutbox)
            case "duplicates": duplicates(member, into: &manifest.duplicates)
            case "canary": manifest.canary = integer(member, 1...1000)
            case "stages":
                hasStages = true
                stages(member, into: &manifest.stages)
            case "chains":
                guard let chains = member.value.members else {
                    expect(member, "an object of chains, such as { \"sport\": [ { \"plugin\": \"normalize\" } ] }")
                    continue
                }
                for chain in chains where chain.name != "$comment" {
                    var entries: [Manifest.Entry] = []
                    stages(chain, into: &entries)
                    manifest.chains.append((chain.name, entries))
                }
            case "routes": routes(member, into: &manifest.routes)
            default: unknown(member, among: ManifestSchema.members)
            }
        }
        if !hasStages { report(json.offset, "\"stages\" is missing", "add \"stages\": [ { \"plugin\": \"normalize\" } ]") }
        distinctFolders(of: manifest, in: json)
        for route in manifest.routes {
            guard let chain = route.chain, !manifest.chains.contains(where: { $0.name == chain }) else { continue }
            report(route.offset, "there is no chain \"\(chain)\"", NearestName.remedy(for: chain, among: manifest.chains.map(\.name)))
        }
        return manifest
    }

    private mutating func stages(_ member: JSON.Member, into stages: inout [Manifest.Entry]) {
        guard let elements = member.value.elements else {
            return expect(member, "a list of stages, each { \"plugin\": … }")
        }
        var names: Set<String> = []
        for element in elements {
            guard let entry = entry(element) else { continue }
            if !names.insert(entry.name).inserted {
                report(element.offset, "two stages are named \"\(entry.name)\"", "give each its own \"name\"")
            }
            stages.append(entry)
        }
    }

    private mutating func entry(_ json: JSON) -> Manifest.Entry? {
        guard let members = json.members else {
            report(json.offset, "a stage is an object, not \(json.kind)", "write { \"plugin\": \"normalize\" }")
            return nil
        }
        var kind = Manifest.Kind.builtin
        if let member = members.first(where: { $0.name == "kind" }) { choice(member, into: &kind) }
        // What is not built in needs a name only.
        let isNamed = kind != .builtin && json["plugin"] == nil
        guard let plugin = json[isNamed ? "name" : "plugin"] else {
            report(
                json.offset, kind == .builtin ? "this stage names no plugin" : "this stage has no name",
                kind == .builtin ? "add \"plugin\": \"normalize\" or another of `copydesk stages`" : "add \"name\": …")
            return nil
        }
        guard let id = plugin.string, !id.isEmpty else {
            report(plugin.offset, "\"plugin\" cannot be \(plugin.kind)", "write the name of one of `copydesk stages`")
            return nil
        }
        var entry = Manifest.Entry(name: id, plugin: id, kind: kind, offset: json.offset, pluginOffset: plugin.offset)
        var hasCommand = false
        for member in members {
            switch member.name {
            case "$comment", "plugin", "kind": break
            case _ where kind != .builtin && program(member, of: &entry): if member.name == "command" { hasCommand = true }
            case "name":
                if let name = member.value.string, !name.isEmpty { entry.name = name } else { expect(member, "a name that is not empty") }
            case "options":
                if let options = member.value.members {
                    entry.options = options.filter { $0.name != "$comment" }
                } else {
                    expect(member, "an object with the plugin's options")
                }
            case "workers": entry.workers = integer(member, 1...256)
            case "timeout": if let time = value(member, Self.time, Quantity.duration) { entry.timeout = time }
            case "on_error": choice(member, into: &entry.onError)
            case "when": entry.when = condition(member, among: ManifestSchema.conditions)
            default: unknown(member, among: ManifestSchema.stageMembers + (kind == .builtin ? [] : ManifestSchema.programMembers))
            }
        }
        if kind == .http, entry.program.url == nil {
            report(json.offset, "\"\(id)\" has no address", "add \"url\": \"http://127.0.0.1:8080/\"")
        }
        if kind != .builtin, kind != .http, !hasCommand {
            report(json.offset, "\"\(id)\" has no command", "add \"command\": [\"python3\", \"plugins/\(id).py\"]")
        }
        if entry.program.speech == .openai { (entry.program.reads, entry.program.writes) = ([.headline], [.abstract, .notices]) }
        return entry
    }

    /// Two of the folders being one would have results read as articles.
    private mutating func distinctFolders(of manifest: Manifest, in json: JSON) {
        let folders =
            [
                ("inbox", manifest.inbox), ("outbox", manifest.outbox), ("quarantine", manifest.quarantine), ("state", manifest.state),
            ] + (manifest.originals == .archive ? [("archive", manifest.archive)] : [])
        for (index, (name, folder)) in folders.enumerated() {
            for (other, earlier) in folders[..<index] where Self.holds(folder, earlier) || Self.holds(earlier, folder) {
                let offset = json.members?.first { $0.name == name || $0.name == other }?.offset ?? json.offset
                report(offset, "\"\(name)\" and \"\(other)\" lie in one another (\(folder), \(earlier))", "give each a folder of its own")
            }
        }
    }

    private static func holds(_ outer: String, _ inner: String) -> Bool {
        let parts = { (path: String) in path.split(separator: "/").filter { $0 != "." } }
        return outer.hasPrefix("/") == inner.hasPrefix("/") && parts(inner).starts(with: parts(outer))
    }
}

extension ManifestReader {
    mutating func path(_ member: JSON.Member, into path: inout String) {
        guard let string = member.value.string, !string.isEmpty, !string.contains("\0") else {
            return expect(member, "a folder, relative to the manifest's own")
        }
        path = string
    }

    mutating func choice<Choice: RawRepresentable & CaseIterable>(_ member: JSON.Member, into choice: inout Choice)
    where Choice.RawValue == String {
        let names = Choice.allCases.map(\.rawValue)
        if let string = member.value.string, let found = Choice(rawValue: string) {
            choice = found
        } else if let string = member.value.string {
            report(member.value.offset, "\"\(member.name)\" cannot be \"\(string)\"", NearestName.remedy(for: string, among: names))
        } else {
            expect(member, "one of " + names.map { "\"\($0)\"" }.joined(separator: ", "))
        }
    }

    mutating func formats(_ member: JSON.Member, into formats: inout [Manifest.Format]) {
        guard let elements = member.value.elements, !elements.isEmpty else { return expect(member, "a list such as [\"json\", \"html\"]") }
        var found: [Manifest.Format] = []
        for element in elements {
            var format = Manifest.Format.json
            choice(JSON.Member(member.name, element), into: &format)
            if !found.contains(format) { found.append(format) }
        }
        formats = found
    }

    mutating func strings(_ member: JSON.Member) -> [String]? {
        let strings = member.value.elements?.compactMap(\.string)
        guard let strings, strings.count == member.value.elements?.count else {
            expect(member, "a list of patterns such as [\"*.part\"]")
            return nil
        }
        return strings
    }

    mutating func integer(_ member: JSON.Member, _ range: ClosedRange<Int>) -> Int? {
        if let integer = member.value.integer, range.contains(integer) { return integer }
        expect(member, "a whole number from \(range.lowerBound) to \(range.upperBound)")
        return nil
    }

    static let time = "a time such as \"500ms\", \"30s\" or \"2m\", at most 24h"
    static let size = "a size such as \"64MB\" or \"512kB\""

    mutating func value<Value>(_ member: JSON.Member, _ expectation: String, _ parse: (String) -> Value?) -> Value? {
        if let value = member.value.string.flatMap(parse) { return value }
        expect(member, expectation)
        return nil
    }

    mutating func boolean(_ member: JSON.Member, into value: inout Bool) {
        if let boolean = member.value.bool { value = boolean } else { expect(member, "true or false") }
    }

    mutating func retention(_ member: JSON.Member, into retention: inout Manifest.Retention) {
        guard let members = member.value.members else { return expect(member, "limits such as { \"age\": \"90d\", \"size\": \"20GB\" }") }
        for limit in members {
            switch limit.name {
            case "$comment": break
            case "age": retention.age = value(limit, "an age such as \"12h\" or \"90d\"", Quantity.age)
            case "size": retention.size = value(limit, "a size such as \"500MB\" or \"20GB\"", Quantity.space)
            default: unknown(limit, among: ["age", "size"])
            }
        }
    }

    mutating func expect(_ member: JSON.Member, _ expectation: String) {
        report(
            member.value.offset, "\"\(member.name)\" cannot be \(member.value.kind == "a string" ? "this string" : member.value.kind)",
            "write \(expectation)")
    }

    mutating func unknown(_ member: JSON.Member, among known: [String]) {
        report(member.offset, "there is no \"\(member.name)\" here", NearestName.remedy(for: member.name, among: known))
    }

    mutating func report(_ offset: Int, _ problem: String, _ remedy: String) {
        let (line, column) = lines.position(of: offset)
        diagnostics.append(Diagnostic(file: file, line: line, column: column, severity: .error, problem: problem, remedy: remedy))
    }
}
