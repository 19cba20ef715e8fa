// SPDX-License-Identifier: Apache-2.0

/// One person, place, organization or other named thing, with all the names that the article gives it.
public struct Entity: Hashable, Sendable {
    public enum Kind: String, CaseIterable, Sendable {
        case person, organization, location, facility, group, event, work, product, other
    }

    public struct Mention: Hashable, Sendable {
        public enum Kind: String, Sendable { case name, nominal, pronoun }

        public var span: TextSpan
        public var kind: Kind

        public init(_ span: TextSpan, kind: Kind = .name) {
            self.span = span
            self.kind = kind
        }
    }

    public struct Coordinates: Hashable, Sendable {
        /// Degrees, WGS 84.
        public var latitude: Double
        public var longitude: Double

        public init(latitude: Double, longitude: Double) {
            self.latitude = latitude
            self.longitude = longitude
        }
    }

    /// `e1`, `e2` … in the order of first mention.
    public var id: String
    public var kind: Kind
    /// The fullest name.
    public var name: String
    /// Other names used in this article.
    public var aliases: [String]
    public var mentions: [Mention]
    /// 0…1: how much the article is about it.
    public var salience: Double
    /// What a person is by the article, as written: title before the name, apposition behind it.
    public var role: String?
    /// `Q` number.
    public var wikidata: String?
    /// ISO 3166-1 alpha-2.
    public var country: String?
    public var coordinates: Coordinates?

    public init(
        id: String, kind: Kind, name: String, aliases: [String] = [], mentions: [Mention], salience: Double = 0,
        role: String? = nil, wikidata: String? = nil, country: String? = nil, coordinates: Coordinates? = nil
    ) {
        self.id = id
        self.kind = kind
        self.name = name
        self.aliases = aliases
        self.mentions = mentions
        self.salience = salience
        self.role = role
        self.wikidata = wikidata
        self.country = country
        self.coordinates = coordinates
    }
}
