// SPDX-License-Identifier: Apache-2.0

import Files
import Synchronization

/// The live file system with one call that fails.
final class FaultyFileSystem: FileSystem {
    enum Fault: Sendable, CaseIterable {
        /// The call does nothing and reports an error; later ones work.
        case error
        /// The process dies before the call: it and all later ones do nothing.
        case crashBefore
        /// The process dies right after the call.
        case crashAfter
    }

    private let live = LiveFileSystem()
    private let fault: Fault
    private let failing: Int
    private let code: FileError.Code
    private let count = Atomic<Int>(0)

    /// - Parameter failing: the number of the call, from 1; 0 for none.
    init(_ fault: Fault, failing: Int, code: FileError.Code = .inputOutput) {
        self.fault = fault
        self.failing = failing
        self.code = code
    }

    var calls: Int { count.load(ordering: .relaxed) }

    private func call<Value: ~Copyable>(_ place: Place, _ body: () throws(FileError) -> Value) throws(FileError) -> Value {
        let number = count.add(1, ordering: .relaxed).newValue
        guard failing > 0, number >= failing else { return try body() }
        switch fault {
        case .error:
            if number > failing { return try body() }
        case .crashAfter:
            if number == failing { return try body() }
        case .crashBefore: break
        }
        throw FileError(code, at: place)
    }

    func list(_ folder: Place) throws(FileError) -> FolderListing {
        try call(folder) { () throws(FileError) -> FolderListing in try live.list(folder) }
    }
    func status(of place: Place) throws(FileError) -> FileStatus {
        try call(place) { () throws(FileError) -> FileStatus in try live.status(of: place) }
    }
    func read(_ place: Place, limit: Int) throws(FileError) -> [UInt8] {
        try call(place) { () throws(FileError) -> [UInt8] in try live.read(place, limit: limit) }
    }
    func readStart(of place: Place, count: Int) throws(FileError) -> [UInt8] {
        try call(place) { () throws(FileError) -> [UInt8] in try live.readStart(of: place, count: count) }
    }
    func writers(of place: Place) throws(FileError) -> Writers {
        try call(place) { () throws(FileError) -> Writers in try live.writers(of: place) }
    }
    func create(_ place: Place, holding bytes: [UInt8]) throws(FileError) {
        try call(place) { () throws(FileError) in try live.create(place, holding: bytes) }
    }
    func copy(_ source: Place, to target: Place) throws(FileError) {
        try call(source) { () throws(FileError) in try live.copy(source, to: target) }
    }
    func move(_ source: Place, to target: Place, replacing: Bool) throws(FileError) {
        try call(target) { () throws(FileError) in try live.move(source, to: target, replacing: replacing) }
    }
    func sync(_ folder: Place) throws(FileError) { try call(folder) { () throws(FileError) in try live.sync(folder) } }
    func makeFolder(_ place: Place) throws(FileError) { try call(place) { () throws(FileError) in try live.makeFolder(place) } }
    func space(of root: String) throws(FileError) -> FileSystemSpace {
        try call(Place(root)) { () throws(FileError) -> FileSystemSpace in try live.space(of: root) }
    }
    func remove(_ place: Place) throws(FileError) { try call(place) { () throws(FileError) in try live.remove(place) } }
    func removeFolder(_ place: Place) throws(FileError) { try call(place) { () throws(FileError) in try live.removeFolder(place) } }
}
