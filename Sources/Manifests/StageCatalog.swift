// SPDX-License-Identifier: Apache-2.0

package import Documents
package import Stages

/// The stages that a manifest may name.
package struct StageCatalog: Sendable {
    /// Makes a stage that takes more than its options: what the program loaded once for all.
    package typealias Maker = @Sendable (StageOptions) throws(OptionError) -> any Stage

    /// In the order in which they usually stand.
    package let types: [any Stage.Type]
    /// By name, the stages that work with a model where there is one.
    private let makers: [String: Maker]
    private let model: ModelUse

    /// - Parameters:
    ///   - model: the one that `makers` give to their stages.
    package init(_ types: [any Stage.Type], model: ModelUse = .missing, makers: [String: Maker] = [:]) {
        self.types = types
        self.model = model
        self.makers = makers
    }

    package var names: [String] { types.map { $0.id } }
    /// The stages that need nothing but what those before them give: what is run where nothing is said.
    package var chain: [String] {
        var given: Set<Layer> = [.text]
        return types.filter { type in
            guard type.contract.reads.isSubset(of: given) else { return false }
            given.formUnion(type.contract.writes)
            return true
        }.map { $0.id }
    }
    package subscript(id: String) -> (any Stage.Type)? { types.first { $0.id == id } }

    /// The first stage that writes the layer: the one to put before a stage that needs it.
    func giver(of layer: Layer) -> String? { types.first { $0.contract.writes.contains(layer) }?.id }

    func stage(_ type: any Stage.Type, _ options: StageOptions) throws(OptionError) -> any Stage {
        if let make = makers[type.id] { return try make(options) }
        return try type.init(options: options)
    }

    /// What a stage's provenance says of its model.
    func model(of id: String) -> ModelUse? { makers[id] == nil ? nil : model }
}
