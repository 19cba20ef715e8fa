// SPDX-License-Identifier: Apache-2.0

internal import Documents
internal import Files
internal import GRDB

/// The tables, and how an entry lies in them.
enum LedgerSchema {
    static var migrator: DatabaseMigrator {
        var migrator = DatabaseMigrator()
        migrator.registerMigration("1") { database in
            try database.execute(
                sql: """
                    CREATE TABLE settled (
                        id INTEGER PRIMARY KEY,
                        file TEXT NOT NULL,      -- below the inbox
                        name TEXT NOT NULL,      -- the last part of it
                        content TEXT,            -- SHA-256
                        recipe TEXT,
                        outcome TEXT NOT NULL,
                        results TEXT NOT NULL,   -- JSON
                        code TEXT,
                        attempts INTEGER NOT NULL,
                        settled INTEGER NOT NULL, -- milliseconds since 1970
                        archived INTEGER NOT NULL, -- whether its original may still lie in the archive
                        filed INTEGER NOT NULL     -- whether its results may still lie in the outbox
                    );
                    CREATE INDEX settled_archived ON settled (id) WHERE archived = 1;
                    CREATE INDEX settled_filed ON settled (id) WHERE filed = 1;
                    CREATE INDEX settled_content ON settled (content);
                    CREATE INDEX settled_name ON settled (name);
                    CREATE TABLE ledger (complete INTEGER NOT NULL);
                    INSERT INTO ledger VALUES (0);
                    """)
        }
        migrator.registerMigration("2") { try FingerprintSchema.make(in: $0) }
        return migrator
    }

    static func insert(_ entry: LedgerEntry, into database: Database) throws {
        let statement = try database.cachedStatement(
            sql: """
                INSERT INTO settled (file, name, content, recipe, outcome, results, code, attempts, settled, archived, filed)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """)
        let name = entry.file.split(separator: "/").last.map(String.init) ?? entry.file
        try statement.execute(arguments: [
            entry.file, name, entry.content, entry.recipe, entry.outcome.rawValue, entry.resultsJSON, entry.code, entry.attempts,
            entry.settled.milliseconds, entry.outcome != .failed, !entry.results.isEmpty,
        ])
    }
}

extension LedgerEntry {
    init(_ row: Row) {
        let results: String = row["results"]
        self.init(
            file: row["file"], content: row["content"], recipe: row["recipe"], outcome: Outcome(rawValue: row["outcome"]) ?? .failed,
            results: Self.results(json: results), code: row["code"], attempts: row["attempts"],
            settled: Timestamp(milliseconds: row["settled"]))
    }

    var resultsJSON: String {
        var writer = JSONWriter()
        writer.array { writer in
            for result in results {
                writer.object { writer in
                    for (name, value) in [("path", result.path), ("suffix", result.suffix), ("article", result.article)] {
                        writer.member(name, value)
                    }
                }
            }
        }
        return String(decoding: writer.bytes, as: UTF8.self)
    }

    private static func results(json: String) -> [Result] {
        let list: JSON
        do { list = try JSONParser.parse(Array(json.utf8)) } catch { return [] }
        return list.elements?.compactMap { result in
            guard let path = result["path"]?.string, let suffix = result["suffix"]?.string, let article = result["article"]?.string else {
                return nil
            }
            return Result(path: path, suffix: suffix, article: article)
        } ?? []
    }
}
