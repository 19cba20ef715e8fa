// SPDX-License-Identifier: Apache-2.0

internal import Documents

extension Wording {
    /// "cup, goal, striker; “Norwick won the final on Saturday.”": the words and the sentence that speak for a topic; `nil` where nothing says.
    static func reason(_ topic: Topic, of text: Text) -> String? {
        guard let why = topic.why else { return nil }
        let terms = excerpt(why.terms.prefix(5).joined(separator: ", "), limit: 120)
        let sentence = why.sentences.first.map { "“\(excerpt($0, of: text, limit: 160))”" }
        let parts = [terms.isEmpty ? nil : terms, sentence].compactMap { $0 }
        return parts.isEmpty ? nil : parts.joined(separator: "; ")
    }
}
