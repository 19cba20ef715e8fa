// SPDX-License-Identifier: Apache-2.0

internal import Files
internal import Ledger
internal import Reading
internal import Spooling

/// Looks for what would keep a desk from working well on this machine.
package struct Doctor: Sendable {
    package enum Verdict: String, Sendable { case good, warning, bad }

    package struct Finding: Sendable {
        package var verdict: Verdict
        package var what: String
        /// A command that mends it.
        package var remedy: String?
    }

    private let desk: DeskOnDisk
    /// The watcher's path; `nil` where it cannot be told.
    private let watcher: String?
    private let files = LiveFileSystem()

    package init(_ desk: DeskOnDisk, watcher: String?) {
        self.desk = desk
        self.watcher = watcher
    }

    /// Every finding, the good ones too.
    package func examine() -> [Finding] {
        folders() + [space(), ledger(), mount(), watches(), instances(), queue(), openFiles(), clock(), program(), pageReader()]
            + leftovers()
    }

    private func folders() -> [Finding] {
        var findings: [Finding] = []
        for (name, root) in desk.folders {
            let probe = Place(root, RelativePath(".copydesk-doctor-\(ProcessIdentity.current.process)")!)
            do {
                try files.makeRoot(root)
                try files.create(probe, holding: [])
                try files.remove(probe)
                findings.append(Finding(verdict: .good, what: "\(name): \(root) can be written"))
            } catch {
                findings.append(
                    Finding(
                        verdict: .bad, what: "\(name): \(error)",
                        remedy: "sudo install -d -o \"$(id -un)\" -g \"$(id -gn)\" -m 0755 '\(root)'"))
            }
        }
        return findings + renames()
    }

    /// A rename is one step only inside one file system; elsewhere it takes a copy, which is safe and slower.
    private func renames() -> [Finding] {
        desk.folders.filter { ["archive", "quarantine"].contains($0.name) }.map { name, root in
            let word = ".copydesk-doctor-\(ProcessIdentity.current.process)"
            let (source, target) = (Place(desk.spool.inbox, RelativePath(word)!), Place(root, RelativePath(word)!))
            do throws(FileError) {
                try passOver(source, to: target)
                return Finding(verdict: .good, what: "\(name): files reach it by a rename")
            } catch {
                if error.code == .otherFileSystem {
                    return Finding(
                        verdict: .warning, what: "\(name): \(root) is on another file system than the inbox, so files are copied there",
                        remedy: "mkdir -p '\(desk.spool.inbox)/../\(name)' and name that folder in the manifest")
                }
                return Finding(verdict: .bad, what: "\(name): \(error)", remedy: "ls -ld '\(root)' '\(desk.spool.inbox)'")
            }
        }
    }

    private func passOver(_ source: Place, to target: Place) throws(FileError) {
        try files.create(source, holding: [])
        do {
            try files.move(source, to: target, replacing: true)
        } catch {
            try files.remove(source)
            throw error
        }
        try files.remove(target)
    }

    private func space() -> Finding {
        guard let lack = desk.spool.lackOfRoom() else { return Finding(verdict: .good, what: "there is free space") }
        return Finding(verdict: .bad, what: "\(lack.problem) (\(lack.place))", remedy: "df -h '\(lack.place)'")
    }

    private func ledger() -> Finding {
        do {
            let ledger = try Ledger(in: desk.state)
            let lines = try ledger.counts().values.reduce(0, +)
            if files.isRemote(desk.state) {
                return Finding(
                    verdict: .warning, what: "the ledger in \(desk.state) is on a network file system, where SQLite is not safe",
                    remedy: "name a local folder as \"state\" in the manifest")
            }
            return Finding(verdict: .good, what: "the ledger has \(lines) lines\(try ledger.isComplete() ? "" : " and is being made anew")")
        } catch {
            return Finding(verdict: .warning, what: "\(error)", remedy: "mv '\(desk.state)/ledger.sqlite' '\(desk.state)/ledger.old'")
        }
    }

    private func mount() -> Finding {
        guard files.isRemote(desk.spool.inbox) else { return Finding(verdict: .good, what: "the inbox is on a local file system") }
        return Finding(
            verdict: .warning,
            what: "the inbox is on a file system that other machines may write to, so it is looked at every \"poll\" seconds",
            remedy: "findmnt -T '\(desk.spool.inbox)'")
    }

    private func watches() -> Finding {
        guard let limit = number("/proc/sys/fs/inotify/max_user_watches") else { return unknown("fs.inotify.max_user_watches") }
        var scan = desk.spool.arrivals()
        do { while try scan.next() != nil {} } catch { return Finding(verdict: .bad, what: "\(error)", remedy: nil) }
        // Other programs of the user have watches too.
        guard scan.folders * 4 > limit * 3 else {
            return Finding(verdict: .good, what: "the inbox has \(scan.folders) folders; \(limit) may be watched")
        }
        return Finding(
            verdict: .warning, what: "the inbox has \(scan.folders) folders and only \(limit) may be watched",
            remedy: "sudo sysctl -w fs.inotify.max_user_watches=\(max(1 << 20, scan.folders * 4))")
    }

    private func instances() -> Finding {
        limit("/proc/sys/fs/inotify/max_user_instances", atLeast: 16, "fs.inotify.max_user_instances", "1024", "inotify instances")
    }

    private func queue() -> Finding {
        limit(
            "/proc/sys/fs/inotify/max_queued_events", atLeast: 8192, "fs.inotify.max_queued_events", "65536",
            "queued events (beyond that the inbox is scanned)")
    }

    private func limit(_ path: String, atLeast needed: Int, _ setting: String, _ better: String, _ what: String) -> Finding {
        guard let limit = number(path) else { return unknown(setting) }
        if limit >= needed { return Finding(verdict: .good, what: "\(limit) \(what)") }
        return Finding(verdict: .warning, what: "only \(limit) \(what)", remedy: "sudo sysctl -w \(setting)=\(better)")
    }

    private func openFiles() -> Finding {
        let limit = Machine.openFiles
        if limit >= 256 { return Finding(verdict: .good, what: "\(limit) files may be open") }
        return Finding(verdict: .warning, what: "only \(limit) files may be open", remedy: "ulimit -n 1024")
    }

    private func clock() -> Finding {
        let now = TimeSource.live.now()
        // Before this program was written.
        guard now.secondsSince1970 < 1_790_000_000 else { return Finding(verdict: .good, what: "the clock says \(now.rfc3339)") }
        return Finding(verdict: .warning, what: "the clock says \(now.rfc3339), which is past", remedy: "sudo timedatectl set-ntp true")
    }

    private func program() -> Finding {
        guard let watcher, let slash = watcher.lastIndex(of: "/") else { return unknown("where the watcher lies") }
        let place = Place(String(watcher[..<slash]), RelativePath(String(watcher[watcher.index(after: slash)...])) ?? RelativePath())
        do {
            if let status = try files.statusIfAny(of: place), status.permissions & 0o111 != 0 {
                return Finding(verdict: .good, what: "the watcher is \(watcher)")
            }
            return Finding(verdict: .bad, what: "there is no program \(watcher), so the inbox is only polled", remedy: "make build")
        } catch {
            return Finding(verdict: .bad, what: "\(error)", remedy: "ls -l '\(watcher)'")
        }
    }

    private func pageReader() -> Finding {
        if let program = ReaderTools.pageReader { return Finding(verdict: .good, what: "PDF documents are read by \(program)") }
        return Finding(
            verdict: .warning, what: "there is no pdftotext, so PDF documents go to quarantine", remedy: "sudo apt install poppler-utils")
    }

    private func leftovers() -> [Finding] {
        do {
            let status = try desk.status()
            var findings: [Finding] = []
            if status.claimed > 0, status.running.isEmpty {
                findings.append(
                    Finding(
                        verdict: .warning, what: "\(status.claimed) files were in work when a daemon died", remedy: "copydesk run --drain"))
            }
            if status.quarantined > 0 {
                findings.append(
                    Finding(verdict: .warning, what: "\(status.quarantined) files are in quarantine", remedy: "copydesk failed"))
            }
            return findings
        } catch {
            return [Finding(verdict: .bad, what: "\(error)", remedy: nil)]
        }
    }

    private func unknown(_ what: String) -> Finding {
        Finding(verdict: .warning, what: "\(what) cannot be told", remedy: "mount -t proc proc /proc")
    }

    private func number(_ path: String) -> Int? {
        do {
            let bytes = try files.read(Place(path), limit: 64)
            return Int(String(decoding: bytes.filter { $0 > 0x20 }, as: UTF8.self))
        } catch {
            return nil
        }
    }
}
