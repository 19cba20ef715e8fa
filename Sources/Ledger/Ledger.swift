// SPDX-License-Identifier: Apache-2.0

internal import Documents
package import Files
internal import GRDB

/// Remembers what became of every file ever taken: a SQLite database in the state folder, in WAL mode.
///
/// Each fact in it stands in a folder too (the outbox, the quarantine), from where it is rebuilt when the database is gone; so it may be lost
/// with the power or deleted, and is never waited for. Several processes of one machine may use it at once; it belongs on a local disk.
package final class Ledger: Sendable {
    /// How long a process waits for another that writes.
    private static let patience: Double = 5

    let database: DatabasePool
    private let path: String

    /// Opens the database, or makes one. A damaged one is put aside, under a name that ends in `.damaged`, and a new one made.
    ///
    /// - Parameter folder: made where it is missing.
    package init(in folder: String) throws(LedgerError) {
        path = "\(folder)/ledger.sqlite"
        do {
            try LiveFileSystem().makeRoot(folder)
        } catch {
            throw LedgerError(problem: error.problem, remedy: error.remedy, place: folder)
        }
        do {
            database = try Self.open(path)
        } catch {
            guard Self.isDamage(error) else { throw LedgerError(error, at: path) }
            do {
                try Self.putAside(folder)
                database = try Self.open(path)
            } catch {
                throw LedgerError(error, at: path)
            }
        }
    }

    private static func open(_ path: String) throws -> DatabasePool {
        var configuration = Configuration()
        configuration.label = "ledger"
        configuration.busyMode = .timeout(patience)
        configuration.prepareDatabase { database in
            // An article's keys lie all over their table. The longer changes gather, the fewer pages are written for each.
            try database.execute(sql: "PRAGMA synchronous = NORMAL; PRAGMA wal_autocheckpoint = 4000")
        }
        let pool = try DatabasePool(path: path, configuration: configuration)
        try LedgerSchema.migrator.migrate(pool)
        try pool.write { try FingerprintSchema.forgetOtherVersions(in: $0) }
        return pool
    }

    private static func isDamage(_ error: any Error) -> Bool {
        guard let error = error as? DatabaseError else { return false }
        return error.resultCode == .SQLITE_NOTADB || error.resultCode == .SQLITE_CORRUPT
    }

    private static func putAside(_ folder: String) throws(FileError) {
        let files = LiveFileSystem()
        let place = { (name: String) in Place(folder, RelativePath([FileName(name)!])) }
        for suffix in ["", "-wal", "-shm"] where try files.statusIfAny(of: place("ledger.sqlite\(suffix)")) != nil {
            try files.move(place("ledger.sqlite\(suffix)"), to: place("ledger.sqlite\(suffix).damaged"), replacing: true)
        }
    }

    /// Adds a line.
    package func record(_ entry: LedgerEntry) throws(LedgerError) {
        try told { try database.write { try LedgerSchema.insert(entry, into: $0) } }
    }

    /// Adds many lines at once.
    package func record(_ entries: [LedgerEntry]) throws(LedgerError) {
        try told { try database.write { database in for entry in entries { try LedgerSchema.insert(entry, into: database) } } }
    }

    /// The files of this content that have results made by this recipe, the latest first; few are enough to choose from.
    package func done(content: String, recipe: String) throws(LedgerError) -> [LedgerEntry] {
        try fetch("WHERE content = ? AND recipe = ? AND outcome IN ('done', 'repeated') ORDER BY id DESC LIMIT 8", [content, recipe])
    }

    /// The files that were processed last, the latest first.
    package func latestDone(limit: Int) throws(LedgerError) -> [LedgerEntry] {
        try fetch("WHERE outcome = 'done' AND archived = 1 ORDER BY id DESC LIMIT \(limit)", [])
    }

    /// The latest file of this content that was processed or failed.
    package func latest(content: String) throws(LedgerError) -> LedgerEntry? {
        try fetch("WHERE content = ? ORDER BY id DESC LIMIT 1", [content]).first
    }

    /// What became of the files of a name, the latest first.
    ///
    /// - Parameter name: a path below the inbox, or a name alone.
    package func history(of name: String, limit: Int = 10) throws(LedgerError) -> [LedgerEntry] {
        let column = name.contains("/") ? "file" : "name"
        return try fetch("WHERE \(column) = ? ORDER BY id DESC LIMIT \(limit)", [name])
    }

    /// What a line may still stand for on the disk.
    package enum Holding: String, Sendable { case archived, filed }

    /// A line, and what names it.
    package struct Line: Sendable {
        package var id: Int64
        package var entry: LedgerEntry
        /// Whether the file was settled again later, so that what lies on the disk is of that time.
        package var isSuperseded: Bool
    }

    /// The oldest lines whose original, or whose results, may still be there.
    ///
    /// - Parameter before: only what was settled before; `nil` for any.
    package func oldest(_ holding: Holding, before: Timestamp?, limit: Int) throws(LedgerError) -> [Line] {
        try told {
            try database.read { database in
                let sql = """
                    SELECT *, EXISTS (SELECT 1 FROM settled later WHERE later.name = settled.name AND later.file = settled.file
                        AND later.id > settled.id AND later.outcome != 'failed') AS superseded
                    FROM settled WHERE \(holding.rawValue) = 1 AND settled < ? ORDER BY id LIMIT ?
                    """
                return try Row.fetchAll(database, sql: sql, arguments: [before?.milliseconds ?? Int.max, limit]).map { row in
                    Line(id: row["id"], entry: LedgerEntry(row), isSuperseded: row["superseded"])
                }
            }
        }
    }

    /// Notes that what these lines stood for is not there any more.
    package func forget(_ lines: [Line], _ holding: Holding) throws(LedgerError) {
        try told {
            try database.write { database in
                for line in lines {
                    try database.execute(sql: "UPDATE settled SET \(holding.rawValue) = 0 WHERE id = ?", arguments: [line.id])
                }
            }
        }
    }

    /// The latest line of each file that has results by another recipe than these, in pages.
    ///
    /// - Parameters:
    ///   - recipes: of chains; what an article's surroundings add to them does not count.
    ///   - after: the last line of the page before; 0 for the first page.
    package func made(notBy recipes: [String], after: Int64, limit: Int) throws(LedgerError) -> [Line] {
        try told {
            try database.read { database in
                let places = recipes.map { _ in "?" }.joined(separator: ", ")
                let sql = """
                    SELECT * FROM settled WHERE id > ? AND archived = 1 AND substr(coalesce(recipe, ''), 1, 32) NOT IN (\(places)) AND NOT EXISTS (SELECT 1 FROM settled later
                        WHERE later.name = settled.name AND later.file = settled.file AND later.id > settled.id)
                    ORDER BY id LIMIT ?
                    """
                return try Row.fetchAll(database, sql: sql, arguments: [after] + StatementArguments(recipes) + [limit]).map { row in
                    Line(id: row["id"], entry: LedgerEntry(row), isSuperseded: false)
                }
            }
        }
    }

    /// Lines by outcome.
    package func counts() throws(LedgerError) -> [LedgerEntry.Outcome: Int] {
        try told {
            try database.read { database in
                var counts: [LedgerEntry.Outcome: Int] = [:]
                for row in try Row.fetchAll(database, sql: "SELECT outcome, count(*) AS files FROM settled GROUP BY outcome") {
                    if let outcome = LedgerEntry.Outcome(rawValue: row["outcome"]) { counts[outcome] = row["files"] }
                }
                return counts
            }
        }
    }

    /// Whether all that the folders held when the database was made is in it.
    package func isComplete() throws(LedgerError) -> Bool {
        try told { try database.read { try Bool.fetchOne($0, sql: "SELECT complete FROM ledger") ?? false } }
    }

    package func setComplete() throws(LedgerError) {
        try told { try database.write { try $0.execute(sql: "UPDATE ledger SET complete = 1") } }
    }

    private func fetch(_ condition: String, _ arguments: StatementArguments) throws(LedgerError) -> [LedgerEntry] {
        try told {
            try database.read {
                try Row.fetchAll($0, sql: "SELECT * FROM settled \(condition)", arguments: arguments).map(LedgerEntry.init)
            }
        }
    }

    func told<Value>(_ body: () throws -> Value) throws(LedgerError) -> Value {
        do { return try body() } catch { throw LedgerError(error, at: path) }
    }
}

extension LedgerError {
    fileprivate init(_ error: any Error, at place: String) {
        let problem = (error as? DatabaseError).map { "The ledger cannot be used: \($0.message ?? $0.resultCode.description)" }
        self.init(
            problem: problem ?? "The ledger cannot be used: \(error)",
            remedy: "Look to permissions and space, or delete the file: it is made anew from the folders", place: place)
    }
}
