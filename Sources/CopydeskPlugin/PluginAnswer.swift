// SPDX-License-Identifier: Apache-2.0

internal import Documents
internal import Stages

/// Writes annotations as the changes of a plugin's answer: `{"edits": […], "patch": {…}}`.
enum PluginAnswer {
    /// - Throws: where an annotation breaks the contract that the plugin declared.
    static func json(_ annotations: [Annotation], to document: Document, writes: Set<Layer>) throws(StageFailure) -> JSON {
        // Notices are added to those that are there, so the answer has the new ones alone.
        var changed = document.withoutNotices
        do { try changed.apply(annotations, writes: writes) } catch {
            throw StageFailure(.document, "The stage broke its contract (\(error))", remedy: "Mend the plugin")
        }
        var answer: [JSON.Member] = []
        let edits = try edits(annotations, of: document)
        if !edits.isEmpty { answer.append(JSON.Member("edits", JSON(.array(edits)))) }
        let layers = Set(annotations.map(\.layer)).subtracting([.text])
        guard !layers.isEmpty else { return JSON(.object(answer)) }
        let extras = annotations.compactMap { if case .extra(let member) = $0 { member.name } else { nil } }
        let names = Set(layers.map(\.rawValue) + extras)
        let written: JSON
        do { written = try JSONParser.parse(DocumentEncoder.encode(changed.keeping(layers), layout: .compact)) } catch {
            throw StageFailure(.document, "The answer is no JSON: \(error.problem)", remedy: "Report this to the authors of copydesk")
        }
        let patch = (written.members ?? []).filter { names.contains($0.name) }
        return JSON(.object(answer + [JSON.Member("patch", JSON(.object(patch)))]))
    }

    private static func edits(_ annotations: [Annotation], of document: Document) throws(StageFailure) -> [JSON] {
        let passes: [[TextEdit]] = annotations.compactMap { if case .edits(let edits) = $0, !edits.isEmpty { edits } else { nil } }
        guard let all = passes.first else { return [] }
        guard passes.count == 1 else {
            throw StageFailure(.document, "The stage edits the text more than once", remedy: "Give all edits in one annotation")
        }
        let index = CodePointIndex(document.text)
        return all.map { edit in
            JSON(
                .object([
                    JSON.Member("start", JSON(.integer(index.codePoint(at: edit.span.start)))),
                    JSON.Member("end", JSON(.integer(index.codePoint(at: edit.span.end)))),
                    JSON.Member("text", JSON(.string(String(decoding: edit.replacement, as: UTF8.self)))),
                    JSON.Member("name", JSON(.string(edit.name))),
                ]))
        }
    }
}
