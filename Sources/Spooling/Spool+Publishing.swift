// SPDX-License-Identifier: Apache-2.0

internal import Files

extension Spool {
    /// How far into a file its article's identity is looked for. Bytes.
    private static let identityWithin = 4096

    /// Writes all results, then names them. Until the last has its name, a failure leaves the article unpublished or published in part, and
    /// doing it again comes to the same.
    ///
    /// - Returns: the results' places.
    func publish(_ renditions: [Rendition], for held: HeldFile, below folder: RelativePath) throws(SpoolError) -> [Place] {
        try spooling { () throws(FileError) -> [Place] in try publishFiles(renditions, for: held, below: folder) }
    }

    private func publishFiles(_ renditions: [Rendition], for held: HeldFile, below parent: RelativePath) throws(FileError) -> [Place] {
        guard !renditions.isEmpty, let file = held.path.last else { return [] }
        let staged = try stage(renditions, held.tag)
        do {
            let folder = try folder(parent.appending(held.path.parent), in: settings.outbox)
            var places: [Place] = []
            for (rendition, source) in zip(renditions, staged) {
                places.append(try name(rendition, source, file, in: folder))
            }
            return places
        } catch {
            sweep(staged)
            throw error
        }
    }

    /// Brings the results' names to the disk and retires the original, which is in vain only for this run.
    func finish(_ held: HeldFile, _ results: [Place]) -> Receipt {
        var receipt = Receipt(results: results.map(\.path))
        do {
            // All lie in one folder.
            if let first = results.first { try files.sync(first.parent) }
            try retire(held)
            forgetNote(of: held)
            removeMarker(of: held)
        } catch {
            putBackForRetry(held, SpoolError(error))
            receipt.unfinished = SpoolError(error)
        }
        return receipt
    }

    private func stage(_ renditions: [Rendition], _ tag: FileName) throws(FileError) -> [Place] {
        let staging = Place(settings.outbox, Self.staging)
        try files.makeFolders(staging)
        var staged: [Place] = []
        do {
            for (index, rendition) in renditions.enumerated() {
                let place = staging.appending(tag.with(tag.bytes + Array(".\(index)".utf8)))
                try stage(rendition, at: place)
                staged.append(place)
            }
        } catch {
            sweep(staged)
            throw error
        }
        return staged
    }

    private func stage(_ rendition: Rendition, at place: Place) throws(FileError) {
        switch rendition.content {
        case .bytes(let bytes): try files.create(place, holding: bytes)
        case .result(let path):
            let earlier = Place(settings.outbox, path)
            do {
                try files.link(earlier, to: place)
            } catch {
                guard [.unsupported, .denied, .otherFileSystem, .other].contains(error.code) else { throw error }
                try files.copy(earlier, to: place)
            }
        }
    }

    /// Whether these results of earlier files still lie in the outbox, and are results of their articles.
    package func has(_ renditions: [Rendition]) throws(SpoolError) -> Bool {
        try spooling { () throws(FileError) -> Bool in
            for rendition in renditions {
                guard case .result(let path) = rendition.content, try holds(rendition.article, Place(settings.outbox, path)) else {
                    return false
                }
            }
            return true
        }
    }

    /// Gives a staged result the first name that is free or has an earlier result of the same article.
    private func name(_ rendition: Rendition, _ staged: Place, _ file: FileName, in folder: Place) throws(FileError) -> Place {
        let digest = TargetName.digest(ofArticle: rendition.article)
        for name in TargetName.results(of: file, suffix: rendition.suffix, digest: digest) {
            let target = folder.appending(name)
            do {
                try files.move(staged, to: target, replacing: false)
                return target
            } catch {
                guard error.code == .exists else { throw error }
            }
            if try holds(rendition.article, target) {
                try files.move(staged, to: target, replacing: true)
                // Of two names of one file, neither replaces the other (POSIX, rename).
                if case .result = rendition.content { sweep([staged]) }
                return target
            }
        }
        throw FileError(.exists, at: folder.appending(file))
    }

    /// Whether a file in the outbox is a result of this article. What cannot be read is somebody else's.
    func holds(_ article: String, _ target: Place) throws(FileError) -> Bool {
        let start: [UInt8]
        do {
            start = try files.readStart(of: target, count: Self.identityWithin)
        } catch {
            switch error.code {
            case .notRegular, .isAFolder, .denied, .notFound, .notAFolder: return false
            default: throw error
            }
        }
        let wanted = Array(article.utf8)
        guard !wanted.isEmpty, start.count >= wanted.count else { return false }
        return (0...(start.count - wanted.count)).contains {
            start[$0] == wanted[0] && start[$0..<($0 + wanted.count)].elementsEqual(wanted)
        }
    }

    /// Moves the original to the archive or deletes it.
    private func retire(_ held: HeldFile) throws(FileError) {
        switch settings.originals {
        case .delete:
            try files.remove(held.place)
            try removeCompanions(of: held)
        case .archive(let root):
            try archive(held, in: root)
            try moveCompanions(of: held, to: folder(held.path.parent, in: root))
        }
        try files.sync(held.place.parent)
        removeFolders(of: held)
    }

    private func archive(_ held: HeldFile, in root: String) throws(FileError) {
        guard let name = held.path.last else { return }
        let folder = try folder(held.path.parent, in: root)
        let plain = folder.appending(name)
        do {
            try move(held.place, to: plain, tag: held.tag)
            return try files.sync(folder)
        } catch {
            guard error.code == .exists else { throw error }
        }
        let digest = TargetName.hexadecimal(try files.read(held.place, limit: settings.maximumSize))
        if try hasDigest(plain, digest) { return try removeCopy(held) }
        for length in [8, 16, 64] {
            let target = folder.appending(TargetName.inserting(String(digest.prefix(length)), into: name))
            do {
                try move(held.place, to: target, tag: held.tag)
                return try files.sync(folder)
            } catch {
                guard error.code == .exists else { throw error }
            }
            if try hasDigest(target, digest) { return try removeCopy(held) }
        }
        throw FileError(.exists, at: plain)
    }

    /// The archive has these bytes under this name already: one of the two goes, and it is not the archived one.
    private func removeCopy(_ held: HeldFile) throws(FileError) { try files.remove(held.place) }

    func hasDigest(_ place: Place, _ digest: String) throws(FileError) -> Bool {
        do {
            return TargetName.hexadecimal(try files.read(place, limit: settings.maximumSize)) == digest
        } catch {
            switch error.code {
            case .notRegular, .isAFolder, .denied, .notFound, .tooLarge: return false
            default: throw error
            }
        }
    }

    private func sweep(_ staged: [Place]) {
        // What is left, the next start removes.
        for place in staged { do { try files.remove(place) } catch {} }
    }
}
