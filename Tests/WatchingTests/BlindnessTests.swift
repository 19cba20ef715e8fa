// SPDX-License-Identifier: Apache-2.0

import Foundation
import Testing

/// The real watcher in a user namespace of its own, where limits can be lowered and folders mounted over without harm to anybody.
@Suite(.timeLimit(.minutes(2))) struct `The watcher in a corner of its own` {
    /// A shell in the namespace that obeys lines, and what is said in it.
    private final class Corner {
        let inbox: URL
        private let folder: URL
        private let shell = Process()
        private let commands = Pipe()
        private let said = Pipe()

        /// `nil` where the machine allows no such namespace.
        init?() throws {
            folder = FileManager.default.temporaryDirectory.appending(path: "corner-\(UUID().uuidString)")
            inbox = folder.appending(path: "inbox")
            try FileManager.default.createDirectory(at: inbox, withIntermediateDirectories: true)
            shell.executableURL = URL(filePath: "/usr/bin/env")
            shell.arguments = ["unshare", "--user", "--map-root-user", "--mount", "sh"]
            shell.standardInput = commands
            shell.standardOutput = said
            shell.standardError = FileHandle.nullDevice
            try shell.run()
            do { try tell("mount -t tmpfs none /mnt && umount /mnt && echo allowed || echo forbidden") } catch { return nil }
            guard try line() == "allowed" else {
                print("SKIPPED: this machine allows no user namespaces, so the watcher's limits are not provoked")
                return nil
            }
        }

        deinit {
            do { try commands.fileHandleForWriting.close() } catch {}
            shell.waitUntilExit()
            do { try FileManager.default.removeItem(at: folder) } catch {}
        }

        func tell(_ command: String) throws { try commands.fileHandleForWriting.write(contentsOf: Data("\(command)\n".utf8)) }

        /// Starts the watcher; it ends with the shell.
        func watch() throws {
            let program = Bundle(for: Corner.self).bundleURL.appending(path: "copydesk-watch").path
            // The shell holds the other end of the pipe, so the watcher's input ends with the shell.
            try tell("mkfifo '\(folder.path)/input'; '\(program)' '\(inbox.path)' --probe 1 < '\(folder.path)/input' 2>/dev/null &")
            try tell("exec 9> '\(folder.path)/input'")
        }

        /// The next line; `nil` where nobody says anything any more.
        func line() throws -> String? {
            var bytes: [UInt8] = []
            while let byte = try said.fileHandleForReading.read(upToCount: 1)?.first {
                if byte == 0x0A { return String(decoding: bytes, as: UTF8.self) }
                bytes.append(byte)
            }
            return nil
        }
    }

    @Test func `says that a mounted-over folder is silent, and when it can be heard again`() throws {
        guard let corner = try Corner() else { return }
        try corner.watch()
        #expect(try corner.line() == "ready")
        try corner.tell("mount -t tmpfs none '\(corner.inbox.path)'")
        #expect(try corner.line() == "blind a test file gave no event")
        try corner.tell("umount '\(corner.inbox.path)'")
        #expect(try corner.line() == "sight")
    }

    @Test func `names the setting that limits its watches`() throws {
        guard let corner = try Corner() else { return }
        for number in 0..<8 {
            try FileManager.default.createDirectory(at: corner.inbox.appending(path: "\(number)"), withIntermediateDirectories: true)
        }
        try corner.tell("echo 4 > /proc/sys/user/max_inotify_watches")
        try corner.watch()
        #expect(try corner.line()?.contains("sysctl fs.inotify.max_user_watches") == true)
        #expect(try corner.line() == "ready")
    }

    @Test func `names the setting that limits its instances`() throws {
        guard let corner = try Corner() else { return }
        try corner.tell("echo 0 > /proc/sys/user/max_inotify_instances")
        try corner.watch()
        #expect(try corner.line()?.contains("sysctl fs.inotify.max_user_instances") == true)
    }
}
