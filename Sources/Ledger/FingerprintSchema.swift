// SPDX-License-Identifier: Apache-2.0

internal import Duplicates
internal import GRDB

/// The tables of fingerprints: an article a line, and under each of its keys its number.
///
/// An article of n different words takes about 5 n + 1.3 n + 250 bytes, a long one at most 35 kB: at most 4,096 hashes of a sketch in 5 bytes
/// each, at most 512 keys in 5 bytes and a line of about 20 bytes each.
enum FingerprintSchema {
    static func make(in database: Database) throws {
        try database.execute(
            sql: """
                CREATE TABLE article (
                    number INTEGER PRIMARY KEY,
                    id TEXT NOT NULL UNIQUE,
                    entered INTEGER NOT NULL,   -- milliseconds since 1970
                    shingles INTEGER NOT NULL,
                    sketch TEXT NOT NULL,       -- hashes, see HashList
                    keys TEXT NOT NULL          -- hashes
                );
                CREATE INDEX article_entered ON article (entered);
                CREATE TABLE article_key (
                    key INTEGER NOT NULL,
                    article INTEGER NOT NULL,
                    PRIMARY KEY (key, article)
                ) WITHOUT ROWID;
                ALTER TABLE ledger ADD COLUMN fingerprint_version TEXT;
                -- Whether every result has one.
                ALTER TABLE ledger ADD COLUMN fingerprinted INTEGER NOT NULL DEFAULT 0;
                """)
    }

    /// Forgets fingerprints of another version, which new ones cannot be compared with.
    static func forgetOtherVersions(in database: Database) throws {
        guard try String.fetchOne(database, sql: "SELECT fingerprint_version FROM ledger") != Fingerprint.version else { return }
        try database.execute(sql: "DELETE FROM article; DELETE FROM article_key")
        try database.execute(
            sql: "UPDATE ledger SET fingerprint_version = ?, fingerprinted = 0", arguments: [Fingerprint.version])
    }

    static func insertKeys(of article: Int64, _ keys: [UInt32], into database: Database) throws {
        let statement = try database.cachedStatement(sql: "INSERT OR IGNORE INTO article_key (key, article) VALUES (?, ?)")
        for key in keys { try statement.execute(arguments: [Int64(key), article]) }
    }

    static func removeKeys(of article: Int64, _ keys: [UInt32], from database: Database) throws {
        let statement = try database.cachedStatement(sql: "DELETE FROM article_key WHERE key = ? AND article = ?")
        for key in keys { try statement.execute(arguments: [Int64(key), article]) }
    }

    static func remove(_ rows: [Row], from database: Database) throws {
        for row in rows {
            try removeKeys(of: row["number"], HashList.hashes(row["keys"]), from: database)
            try database.cachedStatement(sql: "DELETE FROM article WHERE number = ?").execute(arguments: [row["number"] as Int64])
        }
    }
}

extension Fingerprint {
    init(_ row: Row) {
        self.init(sketch: HashList.hashes(row["sketch"]), keys: HashList.hashes(row["keys"]), shingles: row["shingles"])
    }
}
