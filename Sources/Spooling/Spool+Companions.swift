// SPDX-License-Identifier: Apache-2.0

internal import Files

/// Files that go with another of their name, such as `a.pdf.meta.json` with `a.pdf`: taken, put back, archived and quarantined with it.
///
/// They follow the file they belong to, at every step: cut off between the two, a companion is left that goes back to the inbox, never a file
/// that has lost its companion.
extension Spool {
    /// The largest companion that is read. Bytes.
    private static let companionLimit = 1 << 20

    private func names(ofCompanions path: RelativePath) -> [FileName] {
        guard let name = path.last else { return [] }
        return settings.companions.compactMap { FileName(name.bytes + Array($0.utf8)) }
    }

    /// Those that are claimed with a file.
    private func companions(of held: HeldFile) throws(FileError) -> [Place] {
        var places: [Place] = []
        for name in names(ofCompanions: held.path) {
            let place = held.place.parent.appending(name)
            if try files.statusIfAny(of: place) != nil { places.append(place) }
        }
        return places
    }

    /// Claims what goes with a file that was just claimed.
    func takeCompanions(of held: HeldFile) throws(FileError) {
        for name in names(ofCompanions: held.path) {
            do {
                try files.move(held.home.parent.appending(name), to: held.place.parent.appending(name), replacing: false)
            } catch {
                guard error.code == .notFound else { throw error }
            }
        }
    }

    /// Moves what goes with a file into the folder that the file was moved to.
    func moveCompanions(of held: HeldFile, to folder: Place) throws(FileError) {
        guard !settings.companions.isEmpty else { return }
        for place in try companions(of: held) {
            guard let name = place.path.last else { continue }
            _ = try firstFree(name, held.tag, in: folder) { target throws(FileError) in try move(place, to: target, tag: held.tag) }
            try files.sync(folder)
        }
    }

    func removeCompanions(of held: HeldFile) throws(FileError) {
        guard !settings.companions.isEmpty else { return }
        for place in try companions(of: held) { try files.remove(place) }
    }

    /// Puts what goes with an archived original back beside it.
    func takeBackCompanions(of path: RelativePath, from archive: Place, to folder: Place, tag: FileName) throws(FileError) {
        for name in names(ofCompanions: path) {
            let source = archive.appending(name)
            guard try files.statusIfAny(of: source) != nil else { continue }
            _ = try firstFree(name, tag, in: folder) { target throws(FileError) in try move(source, to: target, tag: tag) }
        }
    }

    /// Whether a file is one that goes with another.
    ///
    /// - Parameter names: those of which that other must be one; `nil`: wherever it is.
    func isCompanion(_ path: RelativePath, among names: [FileName]? = nil) -> Bool {
        guard let name = path.last else { return false }
        return settings.companions.contains { suffix in
            guard name.bytes.count > suffix.utf8.count, name.bytes.suffix(suffix.utf8.count).elementsEqual(suffix.utf8) else {
                return false
            }
            return names?.contains { $0.bytes.elementsEqual(name.bytes.dropLast(suffix.utf8.count)) } ?? true
        }
    }

    func bytes(ofCompanionsOf held: HeldFile) throws(SpoolError) -> [[UInt8]] {
        guard !settings.companions.isEmpty else { return [] }
        do {
            var all: [[UInt8]] = []
            for place in try companions(of: held) { all.append(try files.read(place, limit: Self.companionLimit)) }
            return all
        } catch {
            var told = SpoolError(error)
            if error.code == .denied { told.fate = .document }
            throw told
        }
    }
}
