// SPDX-License-Identifier: Apache-2.0

package import Duplicates
package import Files
internal import GRDB

/// The index of fingerprints: which earlier articles may say nearly what a new one says.
extension Ledger {
    /// Articles under a key at most, for it to lead to them; under more it is common.
    private static let commonFrom = 33
    /// Neighbours given at most, and looked at for that.
    private static let neighbours = 32
    private static let candidates = 256

    /// Enters an article and gives its neighbours, in one transaction: of two that are entered at the same time, also by two programs, one finds the other.
    ///
    /// An article that was entered before keeps its place in the order, so that it finds again what it found then.
    ///
    /// - Parameters:
    ///   - id: the article's identity.
    ///   - now: the time of entry.
    ///   - age: articles entered longer before this one are left out.
    package func enter(
        _ fingerprint: Fingerprint, of id: String, at now: Timestamp, within age: Duration
    ) throws(LedgerError) -> Neighbourhood {
        try told {
            try database.write { database in
                // A clock that is set back does not change the order.
                let last = try Int.fetchOne(database.cachedStatement(sql: "SELECT max(entered) FROM article"))
                let time = max(now.milliseconds, last.map { $0 + 1 } ?? .min)
                let (number, entered) = try Self.place(of: id, fingerprint, time, in: database)
                let oldest = entered - Int(age / .milliseconds(1))
                let found = try Self.neighbourhood(of: fingerprint.keys, number, from: oldest, to: entered, in: database)
                try FingerprintSchema.insertKeys(of: number, fingerprint.keys, into: database)
                return found
            }
        }
    }

    /// Enters articles as they were known before. One that is there already keeps the earlier of two times.
    package func enter(_ articles: [(id: String, entered: Timestamp, fingerprint: Fingerprint)]) throws(LedgerError) {
        try told {
            try database.write { database in
                for article in articles {
                    let (number, _) = try Self.place(of: article.id, article.fingerprint, article.entered.milliseconds, in: database)
                    try FingerprintSchema.insertKeys(of: number, article.fingerprint.keys, into: database)
                }
            }
        }
    }

    /// Forgets fingerprints that are older, at most so many.
    ///
    /// - Returns: how many there were.
    package func forgetFingerprints(before: Timestamp, limit: Int) throws(LedgerError) -> Int {
        try told {
            try database.write { database in
                let sql = "SELECT number, keys FROM article WHERE entered < ? ORDER BY entered LIMIT ?"
                let rows = try Row.fetchAll(database, sql: sql, arguments: [before.milliseconds, limit])
                try FingerprintSchema.remove(rows, from: database)
                return rows.count
            }
        }
    }

    /// Forgets the fingerprints of articles whose results are gone, unless another file of the same content still has some.
    package func forgetFingerprints(of entries: [LedgerEntry]) throws(LedgerError) {
        try told {
            try database.write { database in
                for entry in entries {
                    let sql = "SELECT EXISTS (SELECT 1 FROM settled WHERE content = ? AND filed = 1)"
                    if try Bool.fetchOne(database, sql: sql, arguments: [entry.content]) ?? false { continue }
                    for id in Set(entry.results.map(\.article)) {
                        let rows = try Row.fetchAll(database, sql: "SELECT number, keys FROM article WHERE id = ?", arguments: [id])
                        try FingerprintSchema.remove(rows, from: database)
                    }
                }
            }
        }
    }

    /// Whether every result has its fingerprint.
    package func hasAllFingerprints() throws(LedgerError) -> Bool {
        try told { try database.read { try Bool.fetchOne($0, sql: "SELECT fingerprinted FROM ledger") ?? false } }
    }

    package func setHasAllFingerprints(_ hasAll: Bool) throws(LedgerError) {
        try told { try database.write { try $0.execute(sql: "UPDATE ledger SET fingerprinted = ?", arguments: [hasAll]) } }
    }

    /// The article's number and time of entry, its line written and its earlier keys taken away.
    private static func place(
        of id: String, _ fingerprint: Fingerprint, _ time: Int, in database: Database
    ) throws -> (number: Int64, entered: Int) {
        let (sketch, keys) = (HashList.text(fingerprint.sketch), HashList.text(fingerprint.keys))
        let known = try database.cachedStatement(sql: "SELECT number, entered, keys FROM article WHERE id = ?")
        guard let row = try Row.fetchOne(known, arguments: [id]) else {
            let insertion = "INSERT INTO article (id, entered, shingles, sketch, keys) VALUES (?, ?, ?, ?, ?)"
            try database.cachedStatement(sql: insertion).execute(arguments: [id, time, fingerprint.shingles, sketch, keys])
            return (database.lastInsertedRowID, time)
        }
        let number: Int64 = row["number"]
        let entered = min(row["entered"], time)
        try FingerprintSchema.removeKeys(of: number, HashList.hashes(row["keys"]), from: database)
        try database.cachedStatement(sql: "UPDATE article SET entered = ?, shingles = ?, sketch = ?, keys = ? WHERE number = ?")
            .execute(arguments: [entered, fingerprint.shingles, sketch, keys, number])
        return (number, entered)
    }

    private static func neighbourhood(
        of keys: [UInt32], _ own: Int64, from oldest: Int, to entered: Int, in database: Database
    ) throws -> Neighbourhood {
        let sql = "SELECT article FROM article_key WHERE key = ? ORDER BY article DESC LIMIT \(commonFrom)"
        let lookUp = try database.cachedStatement(sql: sql)
        var shared: [Int64: Int] = [:]
        var common: Set<UInt32> = []
        for key in keys {
            let articles = try Int64.fetchAll(lookUp, arguments: [Int64(key)])
            if articles.count == commonFrom { common.insert(key) }
            // The rarer a key, the more it says. What is itself sent again and again has common keys alone, so those count too.
            for article in articles { shared[article, default: 0] += commonFrom / articles.count }
        }
        let ranked = shared.sorted { ($1.value, $1.key) < ($0.value, $0.key) }.prefix(candidates)
        let fetch = try database.cachedStatement(sql: "SELECT * FROM article WHERE number = ? AND entered BETWEEN ? AND ?")
        var neighbours: [Neighbour] = []
        for (number, _) in ranked where number != own && neighbours.count < Self.neighbours {
            guard let row = try Row.fetchOne(fetch, arguments: [number, oldest, entered]) else { continue }
            neighbours.append(Neighbour(id: row["id"], order: row["entered"], fingerprint: Fingerprint(row)))
        }
        return Neighbourhood(neighbours: neighbours, commonKeys: common)
    }
}
