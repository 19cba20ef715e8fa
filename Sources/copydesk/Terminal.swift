// SPDX-License-Identifier: Apache-2.0

internal import SystemPackage

/// Standard output carries results only; everything else goes to standard error.
enum Terminal {
    static func print(_ line: String) { write(Array("\(line)\n".utf8)) }

    static func write(_ bytes: [UInt8]) { write(bytes, to: .standardOutput) }

    static func complain(_ line: String) { write(Array("\(line)\n".utf8), to: .standardError) }

    /// A reader that has gone away (`| head`) ends the program by SIGPIPE, as it does any filter; other failures cannot be told to anyone.
    private static func write(_ bytes: [UInt8], to descriptor: FileDescriptor) {
        do { _ = try descriptor.writeAll(bytes) } catch {}
    }
}
