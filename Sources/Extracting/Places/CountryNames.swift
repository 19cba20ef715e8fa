// SPDX-License-Identifier: Apache-2.0

/// Which country a name or an adjective means.
package struct CountryNames: Sendable {
    private let gazetteer = Gazetteer()
    private let tables = NameTables()

    package init() {}

    /// ISO 3166-1 alpha-2 for the name of a country ("France") or what is called after it ("French", "Frenchwoman"); `nil` for everything else, its cities too.
    package func country(of name: String) -> String? {
        let key = NameFolding.key(name)
        if let country = tables.demonym(key).country { return country }
        return gazetteer.candidates(key).first { $0.kind == .country }?.country
    }
}
