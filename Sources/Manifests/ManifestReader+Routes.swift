// SPDX-License-Identifier: Apache-2.0

internal import Documents

/// Which articles a stage or a chain is for.
extension ManifestReader {
    mutating func routes(_ member: JSON.Member, into routes: inout [Manifest.Route]) {
        guard let elements = member.value.elements else {
            return expect(member, "a list of routes, such as [ { \"when\": { \"path\": \"sport/*\" }, \"chain\": \"sport\" } ]")
        }
        for element in elements {
            guard let members = element.members else {
                report(element.offset, "a route is an object, not \(element.kind)", "write { \"when\": …, \"chain\": … }")
                continue
            }
            var route = Manifest.Route(offset: element.offset)
            for member in members {
                switch member.name {
                case "$comment": break
                // Before its chain an article has neither language nor topics.
                case "when": route.when = condition(member, among: ["path", "media_type"]) ?? Condition()
                case "chain": route.chain = value(member, "the name of one of \"chains\"") { $0.isEmpty ? nil : $0 }
                case "outbox":
                    route.outbox = value(member, "a folder below the outbox") { path in
                        path.hasPrefix("/") || path.split(separator: "/").contains("..") || path.isEmpty ? nil : path
                    }
                default: unknown(member, among: ["when", "chain", "outbox"])
                }
            }
            routes.append(route)
        }
    }

    mutating func condition(_ member: JSON.Member, among known: [String]) -> Condition? {
        guard let members = member.value.members else {
            expect(member, "conditions such as { \"media_type\": \"text/html\" }")
            return nil
        }
        var condition = Condition()
        for part in members {
            guard part.name != "$comment" else { continue }
            guard known.contains(part.name) else {
                unknown(part, among: known)
                continue
            }
            let one = part.value.string.map { [$0] }
            let values = one ?? part.value.elements?.compactMap(\.string) ?? []
            guard !values.isEmpty, one != nil || values.count == part.value.elements?.count else {
                expect(part, "a string or a list of strings")
                continue
            }
            switch part.name {
            case "path": condition.paths = values
            case "media_type": condition.mediaTypes = values
            case "language": condition.languages = values
            case "topic": condition.topics = values
            default:
                for name in values {
                    if let layer = Layer(rawValue: name), layer != .extra {
                        condition.fields.append(layer)
                    } else {
                        let names = Layer.allCases.filter { $0 != .extra }.map(\.rawValue)
                        report(part.value.offset, "there is no field \"\(name)\"", NearestName.remedy(for: name, among: names))
                    }
                }
            }
        }
        return condition
    }
}
