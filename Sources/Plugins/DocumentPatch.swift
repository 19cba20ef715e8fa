// SPDX-License-Identifier: Apache-2.0

internal import Documents
internal import Stages

/// What a plugin gives back: changes to the fields that it declared, as a JSON Merge Patch (RFC 7396), and changes to the text as edits.
///
/// Lists are replaced whole, as the RFC has it, but `notices`, which are added.
struct DocumentPatch {
    /// Fields of the contract that are copydesk's own.
    private static let fixed: Set<String> = ["schema", "id", "source", "recipe", "source_map", "provenance"]

    let writes: Set<Layer>
    /// Names of the plugin's own fields.
    let extras: Set<String>

    /// - Parameter answer: `{"patch": {…}, "edits": […]}`; either may be missing.
    /// - Throws: `StageFailure` where it changes what was not declared, or what it says is no document.
    func annotations(_ answer: JSON, for document: Document) throws(StageFailure) -> [Annotation] {
        guard let members = answer.members else { throw Self.broken("answered with \(answer.kind), not an object") }
        if let unknown = members.first(where: { !["patch", "edits"].contains($0.name) }) {
            throw Self.broken("answered with \"\(unknown.name)\"; it may give \"patch\" and \"edits\"")
        }
        var annotations: [Annotation] = []
        if let edits = answer["edits"], !edits.isNull { annotations += try self.edits(edits, document) }
        if let patch = answer["patch"], !patch.isNull { annotations += try self.patch(patch, document, after: annotations) }
        return annotations
    }

    /// What a filter makes of the text: the new text as edits of the old one.
    func edits(from document: Document, to text: [UInt8], name: String) throws(StageFailure) -> [Annotation] {
        let edits = TextDifference.edits(from: document.text, to: text, name: name)
        if edits.isEmpty { return [] }
        guard writes.contains(.text) else { throw Self.undeclared("text") }
        return [.edits(edits)]
    }

    /// What a filter makes of the whole document: members that are what they were are no change.
    ///
    /// - Parameters:
    ///   - result: what it wrote.
    ///   - sent: what it read.
    func annotations(_ result: JSON, of sent: JSON, for document: Document, name: String) throws(StageFailure) -> [Annotation] {
        guard let members = result.members else { throw Self.broken("wrote \(result.kind), not an object") }
        var annotations: [Annotation] = []
        if let text = result["text"], text != sent["text"] {
            guard let string = text.string else { throw Self.broken("made \"text\" \(text.kind)") }
            annotations = try edits(from: document, to: Array(string.utf8), name: name)
        }
        let changed = members.filter { $0.name != "text" && $0.value != sent[$0.name] }.map { member in
            guard member.name == "notices", let before = sent["notices"]?.elements, let after = member.value.elements,
                after.count >= before.count, after.starts(with: before)
            else { return member }
            return JSON.Member("notices", JSON(.array(Array(after.dropFirst(before.count)))))
        }
        return annotations + (try patch(JSON(.object(changed)), document, after: annotations))
    }

    private func edits(_ json: JSON, _ document: Document) throws(StageFailure) -> [Annotation] {
        guard writes.contains(.text) else { throw Self.undeclared("text") }
        do {
            let edits = try ContractDecoder(document.text).edits(json)
            return edits.isEmpty ? [] : [.edits(edits)]
        } catch {
            throw Self.broken("gave edits that cannot be made: \(error)")
        }
    }

    private func patch(_ json: JSON, _ document: Document, after edits: [Annotation]) throws(StageFailure) -> [Annotation] {
        guard let members = json.members else { throw Self.broken("gave a patch that is \(json.kind), not an object") }
        if members.isEmpty { return [] }
        var edited = document
        do { try edited.apply(edits, writes: [.text]) } catch { throw Self.broken("gave edits that cannot be made: \(error)") }
        let decoder = ContractDecoder(edited.text)
        var annotations: [Annotation] = []
        for member in members {
            if member.name.hasPrefix("x_") {
                guard extras.contains(member.name) else { throw Self.undeclared(member.name) }
                annotations.append(.extra(member))
                continue
            }
            guard let layer = Layer(rawValue: member.name), layer != .extra, !Self.fixed.contains(member.name) else {
                throw Self.broken("changed \"\(member.name)\", which is no field that a plugin can change")
            }
            guard writes.contains(layer) else { throw Self.undeclared(member.name) }
            do {
                annotations.append(try decoder.annotation(of: layer, try value(member, layer, document)))
            } catch let error as ContractError {
                throw Self.broken("gave something that is no part of a document: \(error)")
            } catch let failure as StageFailure {
                throw failure
            } catch {
                throw Self.broken("gave something that is no part of a document: \(error)")
            }
        }
        return annotations
    }

    /// An object is merged with what is there; null removes, which only a list can bear.
    private func value(_ member: JSON.Member, _ layer: Layer, _ document: Document) throws -> JSON {
        switch member.value.content {
        case .null: return JSON(.array([]))
        case .object(let changes):
            let sent = try JSONParser.parse(DocumentEncoder.encode(document.keeping([layer]), layout: .compact))
            return Self.merged(sent[member.name], changes)
        default: return member.value
        }
    }

    private static func merged(_ target: JSON?, _ changes: [JSON.Member]) -> JSON {
        var members = target?.members ?? []
        for change in changes {
            members.removeAll { $0.name == change.name }
            if case .object(let inner) = change.value.content {
                members.append(JSON.Member(change.name, merged(target?[change.name], inner)))
            } else if !change.value.isNull {
                members.append(change)
            }
        }
        return JSON(.object(members))
    }

    static func broken(_ problem: String) -> StageFailure {
        StageFailure(.document, "The plugin \(problem)", remedy: "Mend the plugin; docs/ADDING-A-PLUGIN.md has the protocol")
    }

    private static func undeclared(_ name: String) -> StageFailure {
        StageFailure(
            .document, "The plugin changed \"\(name)\" without having declared it",
            remedy: "Add \"\(name)\" to the stage's \"writes\" in the manifest, or mend the plugin")
    }
}
