// SPDX-License-Identifier: Apache-2.0

public import Documents

/// What every stage must keep to, whoever wrote it. A test runs it on each stage that comes with the program.
public enum StageConformance {
    /// Runs a stage with its standard options on a document, twice.
    ///
    /// - Parameter document: holds the layers that the stage reads.
    /// - Returns: the document with the stage's annotations, and what was found wrong; empty where all is well.
    public static func run(_ type: any Stage.Type, on document: Document) -> (document: Document, findings: [String]) {
        do {
            let stage = try type.init(options: StageOptions(for: type.contract))
            let first = try apply(stage, type, to: document)
            let second = try apply(stage, type, to: document)
            let isSame = DocumentEncoder.encode(first, layout: .compact) == DocumentEncoder.encode(second, layout: .compact)
            return (first, isSame ? [] : ["\(type.id): the same document gave two results"])
        } catch {
            return (document, ["\(type.id): \(error)"])
        }
    }

    /// What is wrong with the contract itself.
    public static func findings(about type: any Stage.Type) -> [String] {
        let contract = type.contract
        var findings: [String] = []
        for option in contract.options {
            if let (problem, _) = option.objection(to: option.standard) {
                findings.append("\(type.id): the standard value is refused: \(problem)")
            }
            if option.summary.isEmpty { findings.append("\(type.id): option \(option.name) has no summary") }
        }
        if Set(contract.options.map(\.name)).count != contract.options.count { findings.append("\(type.id): two options of one name") }
        if contract.writes.isEmpty { findings.append("\(type.id): writes nothing") }
        if type.summary.isEmpty || type.version.isEmpty { findings.append("\(type.id): no summary or version") }
        return findings
    }

    private static func apply(_ stage: any Stage, _ type: any Stage.Type, to document: Document) throws -> Document {
        var document = document
        try document.apply(try stage.annotate(document), writes: type.contract.writes)
        return document
    }
}
