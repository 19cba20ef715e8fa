// SPDX-License-Identifier: Apache-2.0

internal import Documents
package import Stages

/// The stages that a manifest may name.
package struct StageCatalog: Sendable {
    /// In the order in which they usually stand.
    package let types: [any Stage.Type]

    package init(_ types: [any Stage.Type]) { self.types = types }

    package var names: [String] { types.map { $0.id } }
    package subscript(id: String) -> (any Stage.Type)? { types.first { $0.id == id } }

    /// The first stage that writes the layer: the one to put before a stage that needs it.
    func giver(of layer: Layer) -> String? { types.first { $0.contract.writes.contains(layer) }?.id }
}
