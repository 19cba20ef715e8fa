// SPDX-License-Identifier: Apache-2.0

internal import Documents

/// The members of a stage that another program does.
extension ManifestReader {
    /// - Returns: whether it is such a member.
    mutating func program(_ member: JSON.Member, of entry: inout Manifest.Entry) -> Bool {
        switch member.name {
        case "command" where entry.kind != .http:
            if let words = strings(member) {
                if words.isEmpty || words[0].isEmpty { expect(member, "a program and its arguments, such as [\"jq\", \".\"]") }
                entry.program.command = words
            }
        case "reads": entry.program.reads = layers(member).layers
        case "writes": (entry.program.writes, entry.program.extras) = layers(member)
        case "url" where entry.kind == .http:
            entry.program.url = value(member, "an address such as \"http://127.0.0.1:8080/\"") { $0.isEmpty ? nil : $0 }
        case "protocol" where entry.kind == .http: choice(member, into: &entry.program.speech)
        case "tries" where entry.kind == .http: entry.program.tries = integer(member, 1...20)
        case "secret" where entry.kind == .http: secret(member, into: &entry.program)
        case "form" where entry.kind == .filter: choice(member, into: &entry.program.form)
        case "network" where entry.kind != .http: boolean(member, into: &entry.program.network)
        case "allow_read" where entry.kind != .http: if let paths = strings(member) { entry.program.readable = paths }
        case "limits": limits(member, into: &entry.program)
        default: return false
        }
        return true
    }

    /// A secret never stands in the manifest itself, which people copy and commit.
    private mutating func secret(_ member: JSON.Member, into program: inout Manifest.Program) {
        let expectation =
            "where it lies: { \"file\": \"/etc/copydesk/key\" } or { \"credential\": \"NAME\" } of systemd; never the secret itself"
        guard let members = member.value.members, members.count == 1 else { return expect(member, expectation) }
        for place in members {
            switch place.name {
            case "file": program.secretFile = value(place, "a path") { $0.isEmpty ? nil : $0 }
            case "credential": program.credential = value(place, "a name without a slash") { $0.isEmpty || $0.contains("/") ? nil : $0 }
            default: unknown(place, among: ["file", "credential"])
            }
        }
    }

    private mutating func layers(_ member: JSON.Member) -> (layers: Set<Layer>, extras: Set<String>) {
        var layers: Set<Layer> = []
        var extras: Set<String> = []
        guard let elements = member.value.elements else {
            expect(member, "a list of fields, such as [\"text\", \"entities\"]")
            return ([], [])
        }
        for element in elements {
            let name = element.string ?? ""
            if name.hasPrefix("x_"), name.utf8.count > 2 {
                extras.insert(name)
                layers.insert(.extra)
            } else if let layer = Layer(rawValue: name), layer != .extra {
                layers.insert(layer)
            } else {
                let names = Layer.allCases.filter { $0 != .extra }.map(\.rawValue)
                report(
                    element.offset, "there is no field \"\(name)\"",
                    "\(NearestName.remedy(for: name, among: names)) Fields of its own are named x_NAME")
            }
        }
        return (layers, extras)
    }

    private mutating func limits(_ member: JSON.Member, into program: inout Manifest.Program) {
        guard let members = member.value.members else { return expect(member, "limits such as { \"memory\": \"512MB\" }") }
        for limit in members {
            switch limit.name {
            case "$comment": break
            case "memory": program.memory = value(limit, Self.size, Quantity.bytes)
            case "cpu": program.processor = value(limit, Self.time, Quantity.duration)
            case "files": program.openFiles = integer(limit, 8...1_000_000)
            case "processes": program.processes = integer(limit, 1...100_000)
            case "answer": program.answer = value(limit, Self.size, Quantity.bytes)
            default: unknown(limit, among: ["memory", "cpu", "files", "processes", "answer"])
            }
        }
    }
}
