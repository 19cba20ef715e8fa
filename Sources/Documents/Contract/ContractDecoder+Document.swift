// SPDX-License-Identifier: Apache-2.0

extension Document {
    /// Reads a document as a plugin is given it: text, source, and the layers that are there; its source map leads to the text itself.
    ///
    /// - Throws: `ContractError` where a member is none of the contract, or the text is missing.
    public init(contract json: JSON) throws(ContractError) {
        let whole = ContractValue(json: json, path: "document")
        let text = Text(try whole.member("text").string())
        let source = try whole.member("source")
        let optional = { (name: String) throws(ContractError) in
            try source.optional(name).map { value throws(ContractError) in try value.string() }
        }
        self.init(
            id: try whole.member("id").string(),
            source: Source(
                name: try source.member("name").string(), mediaType: try source.member("media_type").string(),
                charset: try source.member("charset").string(), bytes: try source.member("bytes").integer(),
                sha256: try source.member("sha256").string(), received: try optional("received"), part: try optional("part")),
            text: text, sourceMap: .identity(count: text.count))
        let decoder = ContractDecoder(text)
        for member in json.members ?? [] {
            if member.name.hasPrefix("x_") {
                set(.extra(member))
            } else if let layer = Layer(rawValue: member.name), layer != .text, layer != .extra {
                set(try decoder.annotation(of: layer, member.value))
            }
        }
    }
}
