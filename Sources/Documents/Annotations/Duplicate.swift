// SPDX-License-Identifier: Apache-2.0

/// An earlier article that says nearly the same.
public struct Duplicate: Hashable, Sendable {
    public var id: String
    /// What the two share, of all that either says; 0…1.
    public var similarity: Double
    /// What they share, of this article; 0…1.
    public var partOfThis: Double?
    /// What they share, of the earlier article; 0…1.
    public var partOfThat: Double?

    public init(id: String, similarity: Double, partOfThis: Double? = nil, partOfThat: Double? = nil) {
        self.id = id
        self.similarity = similarity
        self.partOfThis = partOfThis
        self.partOfThat = partOfThat
    }
}

/// A paragraph that stood in an earlier article.
public struct Reuse: Hashable, Sendable {
    public var span: TextSpan
    /// The article that it stood in.
    public var id: String
    /// How much of the paragraph stood there; 0…1.
    public var similarity: Double

    public init(_ span: TextSpan, id: String, similarity: Double) {
        self.span = span
        self.id = id
        self.similarity = similarity
    }
}
