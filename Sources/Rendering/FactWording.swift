// SPDX-License-Identifier: Apache-2.0

internal import Documents

/// A key fact in one line: "airstrikes: at least 20 Iraqi civilians · in Mosul · at least 20 killed · according to residents".
struct FactWording {
    private let document: Document

    init(_ document: Document) { self.document = document }

    func line(_ fact: KeyFact) -> String {
        let subject = words(fact, .who, joined: ", ")
        let what = words(fact, .what, joined: ", ")
        let object = words(fact, .whom, joined: ", ")
        var parts = [[subject, what].filter { !$0.isEmpty }.joined(separator: " – ") + (object.isEmpty ? "" : ": \(object)")]
        parts.append(tolls(fact))
        parts.append(prefixed("in ", words(fact, .where, joined: ", ")))
        parts.append(words(fact, .when, joined: ", "))
        parts.append(prefixed("according to ", words(fact, .account, joined: ", ")))
        return parts.filter { !$0.isEmpty }.joined(separator: " · ")
    }

    private func tolls(_ fact: KeyFact) -> String {
        fact.parts.filter { $0.role == .toll }.map { part in
            let written = Wording.excerpt(part.span, of: document.text, limit: 60)
            guard let index = part.figure, let figures = document.figures, figures.indices.contains(index) else { return written }
            return written + (figures[index].category.map { " " + Wording.excerpt($0, limit: 40) } ?? "")
        }.joined(separator: ", ")
    }

    private func words(_ fact: KeyFact, _ role: KeyFact.Role, joined separator: String) -> String {
        var said: [String] = []
        for part in fact.parts where part.role == role {
            let written = Wording.excerpt(part.span, of: document.text, limit: 120)
            if !said.contains(written) { said.append(written) }
        }
        return said.joined(separator: separator)
    }

    private func prefixed(_ prefix: String, _ words: String) -> String { words.isEmpty ? "" : prefix + words }
}
