// SPDX-License-Identifier: Apache-2.0

/// An earlier article that shares keys with one.
package struct Neighbour: Hashable, Sendable {
    package var id: String
    /// Orders articles: of two, the one with the smaller number came first.
    package var order: Int
    package var fingerprint: Fingerprint

    package init(id: String, order: Int, fingerprint: Fingerprint) {
        self.id = id
        self.order = order
        self.fingerprint = fingerprint
    }
}

/// What is known of the articles around one.
package struct Neighbourhood: Hashable, Sendable {
    package var neighbours: [Neighbour]
    /// Keys that very many articles have: what stands under these is boilerplate.
    package var commonKeys: Set<UInt32>

    package init(neighbours: [Neighbour] = [], commonKeys: Set<UInt32> = []) {
        self.neighbours = neighbours
        self.commonKeys = commonKeys
    }
}
