// SPDX-License-Identifier: Apache-2.0

package import Documents
package import Stages

/// What a manifest may say under `options` of a service whose protocol is `openai`.
package struct ChatOptions: Sendable {
    private static let contract = StageContract(
        reads: [], writes: [],
        options: [
            StageOption("model", .string, standard: "", "The model's name, as the service lists it."),
            StageOption("sentences", .integer(1...12), standard: 3, "How many sentences are asked for."),
            StageOption(
                "prompt", .string, standard: nil, "What is asked in place of the standard words; {sentences} stands for their number."),
            StageOption("max_tokens", .integer(16...8192), standard: 400, "How long the answer may be, in the model's tokens."),
            StageOption("temperature", .number(0...2), standard: 0, "0: the likeliest words, the same each time."),
            StageOption(
                "longest", .integer(500...1_000_000), standard: 24_000,
                "Bytes of the article that are sent; the rest is left out, and a notice says so."),
        ])

    let model: String
    let sentences: Int
    let prompt: String?
    let maxTokens: Int
    let temperature: Double
    let longest: Int

    /// - Throws: `OptionError` where there is no such option, or it cannot be so.
    package init(_ members: [JSON.Member]) throws(OptionError) {
        for member in members {
            guard let option = Self.contract.options.first(where: { $0.name == member.name }) else {
                let names = Self.contract.options.map(\.name).joined(separator: ", ")
                throw OptionError(option: member.name, problem: "there is no option \"\(member.name)\"", remedy: "write one of \(names)")
            }
            if let (problem, remedy) = option.objection(to: member.value) {
                throw OptionError(option: member.name, problem: problem, remedy: remedy)
            }
        }
        let options = StageOptions(members, for: Self.contract)
        model = options.string("model") ?? ""
        sentences = options.integer("sentences")
        prompt = options.string("prompt")
        maxTokens = options.integer("max_tokens")
        temperature = options.number("temperature")
        longest = options.integer("longest")
        if model.isEmpty {
            throw OptionError(
                option: "model", problem: "no model is named", remedy: "add \"options\": { \"model\": … }, as the service lists it")
        }
    }
}
