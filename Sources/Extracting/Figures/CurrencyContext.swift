// SPDX-License-Identifier: Apache-2.0

internal import Documents

/// Which dollar an article means by "$": that of the country it is mostly about, where that country has one.
struct CurrencyContext {
    /// ISO 3166-1 alpha-2; the country that the article names most, or that its address tells.
    private let country: String?
    /// Countries named at all.
    private let named: Set<String>

    /// - Parameter address: where the article was published; "…com.au" tells a country.
    init(entities: [Entity], address: String?) {
        var counts: [String: Int] = [:]
        for entity in entities {
            guard let country = entity.country, entity.kind == .location else { continue }
            counts[country, default: 0] += entity.mentions.count
        }
        named = Set(counts.keys)
        let host = address.map { $0.split(separator: "/").dropFirst().first.map(String.init) ?? "" } ?? ""
        let domain = host.split(separator: ".").last.map { $0.uppercased() } ?? ""
        let known = CurrencyTable.families["dollar"]?.byCountry[domain] != nil || CurrencyTable.families["rupee"]?.byCountry[domain] != nil
        let most = counts.max { ($0.value, $1.key) < ($1.value, $0.key) }
        country = known ? domain : most.flatMap { $0.value * 2 > counts.values.reduce(0, +) ? $0.key : nil }
    }

    /// - Returns: `nil` where the article names a country whose dollar (rupee, pound) it may be, but not mostly.
    func currency(of family: String) -> String? {
        guard let meanings = CurrencyTable.families[family] else { return nil }
        if let country, let found = meanings.byCountry[country] { return found }
        let others = named.filter { meanings.byCountry[$0].map { $0 != meanings.usual } ?? false }
        return others.isEmpty ? meanings.usual : nil
    }
}
