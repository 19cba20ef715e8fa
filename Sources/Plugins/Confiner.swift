// SPDX-License-Identifier: Apache-2.0

internal import Files
internal import Glibc

/// Puts a plugin's command line behind the programs that confine it: `bwrap` where it is installed, `setpriv` and `prlimit` (util-linux).
package struct Confiner: Sendable {
    /// How strictly plugins are kept apart from the rest of the system.
    package enum Confinement: String, Sendable {
        /// A file system of its own, no network, no sight of other processes.
        case sandbox
        /// Limits of memory, time, files and processes alone.
        case limits
        /// Nothing: not even `prlimit` is there.
        case none
    }

    private static let places = ["/usr/local/bin", "/usr/bin", "/bin", "/usr/sbin", "/sbin"]
    /// What programs of any language need to start, beside `/usr`.
    private static let systemFiles = [
        "/etc/ld.so.cache", "/etc/ld.so.conf", "/etc/ld.so.conf.d", "/etc/alternatives", "/etc/localtime", "/etc/ssl/certs",
        "/etc/nsswitch.conf", "/etc/passwd", "/etc/group", "/opt",
    ]
    private static let links = ["bin", "sbin", "lib", "lib32", "lib64", "libx32"]
    /// The user and group `nobody` of Debian, whom plugins run as where we are root.
    static let nobody: UInt32 = 65_534

    package let confinement: Confinement
    let isRoot: Bool
    private let bubblewrap: String?
    private let limiter: String?
    private let privileges: String?

    /// Looks for the programs.
    package init() {
        isRoot = geteuid() == 0
        bubblewrap = Self.working
        limiter = Self.program("prlimit")
        privileges = Self.program("setpriv")
        confinement = bubblewrap != nil ? .sandbox : limiter != nil ? .limits : .none
    }

    /// What runs in place of the command.
    ///
    /// - Parameter scratch: an empty folder of the plugin's own, where it starts; absolute.
    func words(for command: PluginCommand, scratch: String) -> [String] {
        var words: [String] = []
        if let bubblewrap { words += [bubblewrap] + sandbox(command, scratch) + ["--"] }
        if let privileges {
            words += [privileges, "--pdeathsig", "KILL", "--no-new-privs"]
            if isRoot { words += ["--reuid=\(Self.nobody)", "--regid=\(Self.nobody)", "--clear-groups"] }
        }
        if let limiter {
            let limits = command.limits
            words += [
                limiter, "--as=\(limits.memory)", "--cpu=\(limits.processor)", "--nofile=\(limits.openFiles)",
                "--nproc=\(limits.processes)",
                "--core=0", "--fsize=\(limits.memory)",
            ]
        }
        return words + command.words
    }

    private func sandbox(_ command: PluginCommand, _ scratch: String) -> [String] {
        // As root there is no need for a user namespace, and only without one can the plugin run as nobody.
        var words = isRoot ? ["--unshare-pid", "--unshare-ipc", "--unshare-uts", "--unshare-cgroup-try"] : ["--unshare-all"]
        if isRoot, !command.network { words.append("--unshare-net") }
        if !isRoot, command.network { words.append("--share-net") }
        words += ["--die-with-parent", "--ro-bind", "/usr", "/usr"]
        for link in Self.links { words += ["--symlink", "usr/\(link)", "/\(link)"] }
        for file in Self.systemFiles + (command.network ? ["/etc/resolv.conf", "/etc/hosts"] : []) {
            words += ["--ro-bind-try", file, file]
        }
        words += ["--proc", "/proc", "--dev", "/dev", "--perms", "1777", "--tmpfs", "/tmp"]
        for place in command.readable { words += Self.parents(of: place) + ["--ro-bind", place, place] }
        return words + ["--bind", scratch, scratch, "--chdir", scratch]
    }

    /// Folders that lead to a place: bubblewrap would make them for its own user alone.
    private static func parents(of place: String) -> [String] {
        let names = place.split(separator: "/").dropLast()
        return names.indices.flatMap { ["--perms", "0755", "--dir", "/" + names[...$0].joined(separator: "/")] }
    }

    /// bubblewrap, where it is installed and may do its work: containers and hardened services often forbid namespaces.
    private static let working: String? = {
        guard let bubblewrap = program("bwrap") else { return nil }
        let words = [bubblewrap, "--unshare-pid", "--unshare-net", "--ro-bind", "/", "/", "--proc", "/proc", "--dev", "/dev", "true"]
        let result: Bool = SpawningThread.perform {
            do throws(ChildProcess.Failure) {
                let child = try ChildProcess(words, environment: ["PATH=/usr/bin:/bin"], folder: "/")
                return child.status(by: ContinuousClock.now + .seconds(10)) == 0
            } catch {
                return false
            }
        }
        return result ? bubblewrap : nil
    }()

    /// The path of a program of the system, wherever Debian puts it.
    package static func program(_ name: String) -> String? {
        let files = LiveFileSystem()
        guard let file = FileName(name) else { return nil }
        for place in places {
            do {
                if let status = try files.statusIfAny(of: Place(place).appending(file)), status.kind != .folder {
                    return "\(place)/\(name)"
                }
            } catch { continue }
        }
        return nil
    }
}
