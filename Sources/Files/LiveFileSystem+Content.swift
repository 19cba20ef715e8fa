// SPDX-License-Identifier: Apache-2.0

internal import Glibc

extension LiveFileSystem {
    /// How much is read or written at a time. Bytes.
    private static let portion = 1 << 20
    /// Files of /proc have no size, and some are read in one piece or not at all. Bytes.
    private static let leastRead = 512

    package func read(_ place: Place, limit: Int) throws(FileError) -> [UInt8] {
        let file = try openRegular(place)
        let status = try file.status(place)
        guard status.size <= limit else { throw FileError(.tooLarge, at: place) }
        // One byte more than the limit, to notice a file that grew.
        let bytes = try read(file, upTo: limit == .max ? limit : limit + 1, expected: max(status.size, Self.leastRead), place)
        guard bytes.count <= limit else { throw FileError(.tooLarge, at: place) }
        return bytes
    }

    package func readStart(of place: Place, count: Int) throws(FileError) -> [UInt8] {
        let file = try openRegular(place)
        return try read(file, upTo: count, expected: count, place)
    }

    package func writers(of place: Place) throws(FileError) -> Writers {
        let file = try openRegular(place)
        if GNU.remoteFileSystems.contains(kindOfFileSystem(file)) { return .unknown }
        // A writer that opens the file while we hold the lease makes the kernel signal us: by SIGURG, which nobody minds,
        // rather than by SIGIO, which kills.
        guard fcntl(file.raw, GNU.setSignal, SIGURG) == 0 else { return .unknown }
        if fcntl(file.raw, GNU.setLease, Int32(F_RDLCK)) == 0 {
            _ = fcntl(file.raw, GNU.setLease, Int32(F_UNLCK))
            return .none
        }
        return errno == EAGAIN ? .some : .unknown
    }

    package func create(_ place: Place, holding bytes: [UInt8]) throws(FileError) {
        let file = try Descriptor.open(place, O_WRONLY | O_CREAT | O_EXCL, 0o666)
        do {
            try write(bytes[...], to: file, place)
            try checked(place) { Int(fsync(file.raw)) }
        } catch {
            discard(place)
            throw error
        }
    }

    package func copy(_ source: Place, to target: Place) throws(FileError) {
        if try status(of: source).kind == .link { return try copyLink(source, to: target) }
        let from = try openRegular(source)
        let status = try from.status(source)
        let to = try Descriptor.open(target, O_WRONLY | O_CREAT | O_EXCL, mode_t(status.permissions & 0o777))
        do {
            while true {
                let portion = try read(from, upTo: Self.portion, expected: Self.portion, source)
                if portion.isEmpty { break }
                try write(portion[...], to: to, target)
            }
            try checked(target) { Int(fsync(to.raw)) }
        } catch {
            discard(target)
            throw error
        }
    }

    private func copyLink(_ source: Place, to target: Place) throws(FileError) {
        guard let name = source.path.last?.terminated, let targetName = target.path.last?.terminated else {
            throw FileError(.unsupported, at: source)
        }
        let from = try Descriptor.folder(source.parent)
        let to = try Descriptor.folder(target.parent)
        var leadsTo = [CChar](repeating: 0, count: 4097)
        let length = try checked(source) { unsafe readlinkat(from.raw, name, &leadsTo, 4096) }
        leadsTo[length] = 0
        try checked(target) { Int(unsafe symlinkat(leadsTo, to.raw, targetName)) }
    }

    /// Opens without following a link and without waiting for the other end of a pipe, then looks at what was opened.
    private func openRegular(_ place: Place) throws(FileError) -> Descriptor {
        let file = try Descriptor.open(place, O_RDONLY | O_NONBLOCK | O_NOCTTY)
        let status = try file.status(place)
        guard status.kind == .regular else { throw FileError(status.kind == .folder ? .isAFolder : .notRegular, at: place) }
        return file
    }

    private func read(_ file: borrowing Descriptor, upTo limit: Int, expected: Int, _ place: Place) throws(FileError) -> [UInt8] {
        let raw = file.raw
        var bytes = [UInt8](repeating: 0, count: max(1, min(limit, expected + (limit > expected ? 1 : 0))))
        var filled = 0
        while filled < limit {
            if filled == bytes.count { bytes.append(contentsOf: repeatElement(0, count: min(Self.portion, limit - filled))) }
            let count = try checked(place) {
                unsafe bytes.withUnsafeMutableBytes { buffer in
                    unsafe Glibc.read(raw, buffer.baseAddress! + filled, min(Self.portion, buffer.count - filled))
                }
            }
            if count == 0 { break }
            filled += count
        }
        bytes.removeLast(bytes.count - filled)
        return bytes
    }

    private func write(_ bytes: ArraySlice<UInt8>, to file: borrowing Descriptor, _ place: Place) throws(FileError) {
        let raw = file.raw
        var rest = bytes
        while !rest.isEmpty {
            let count = try checked(place) {
                unsafe rest.withUnsafeBytes { unsafe Glibc.write(raw, $0.baseAddress!, min(Self.portion, $0.count)) }
            }
            guard count > 0 else { throw FileError(.inputOutput, at: place) }
            rest = rest.dropFirst(count)
        }
    }

    /// Removes what could not be completed; the error that stopped it is the one to tell.
    private func discard(_ place: Place) {
        do { try remove(place) } catch {}
    }

    /// Whether a folder lies where other machines may write behind this kernel's back. Unknown counts as no.
    package func isRemote(_ root: String) -> Bool {
        do {
            return GNU.remoteFileSystems.contains(kindOfFileSystem(try Descriptor.folder(Place(root))))
        } catch {
            return false
        }
    }

    /// The kind that `statfs` names; 0 where it names none.
    private func kindOfFileSystem(_ file: borrowing Descriptor) -> UInt64 {
        let raw = file.raw
        var words = [UInt64](repeating: 0, count: 32)
        let result = unsafe words.withUnsafeMutableBytes { unsafe fstatfs(raw, $0.baseAddress!) }
        return result == 0 ? words[0] & 0xFFFF_FFFF : 0
    }
}
