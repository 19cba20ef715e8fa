// SPDX-License-Identifier: Apache-2.0

internal import SystemPackage

/// Files that the user names on the command line, `-` being standard input.
enum InputFile {
    struct Failure: Error, CustomStringConvertible {
        var path: String
        var reason: String
        var description: String { "\(path) cannot be read (\(reason)); check the name and its permissions" }
    }

    /// The longest input that is read. Bytes.
    static let maximum = 1 << 30

    static func read(_ path: String) throws(Failure) -> [UInt8] {
        do {
            if path == "-" { return try all(of: .standardInput) }
            let descriptor = try FileDescriptor.open(FilePath(path), .readOnly, options: [.closeOnExec])
            return try descriptor.closeAfter { try all(of: descriptor) }
        } catch let errno as Errno {
            throw Failure(path: path, reason: errno.description)
        } catch {
            throw Failure(path: path, reason: "\(error)")
        }
    }

    private static func all(of descriptor: FileDescriptor) throws -> [UInt8] {
        var bytes: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: 1 << 18)
        while bytes.count < maximum {
            let count = try unsafe chunk.withUnsafeMutableBytes { try unsafe descriptor.read(into: $0) }
            if count == 0 { return bytes }
            bytes.append(contentsOf: chunk[..<count])
        }
        throw Errno.fileTooLarge
    }
}

/// Standard input, line by line, in memory bounded by the longest line.
struct InputLines {
    private var buffer: [UInt8] = []
    private var start = 0
    private var isAtEnd = false

    /// The next line without its end, or `nil` behind the last one.
    mutating func next() throws(Errno) -> [UInt8]? {
        var searched = start
        while true {
            if let end = buffer[searched...].firstIndex(of: 0x0A) {
                defer { start = end + 1 }
                return Array(buffer[start..<end])
            }
            searched = buffer.count
            if isAtEnd {
                defer { start = buffer.count }
                return start < buffer.count ? Array(buffer[start...]) : nil
            }
            if start > 0 {
                buffer.removeFirst(start)
                searched -= start
                start = 0
            }
            try fill()
        }
    }

    private mutating func fill() throws(Errno) {
        guard buffer.count < InputFile.maximum else { throw .fileTooLarge }
        var chunk = [UInt8](repeating: 0, count: 1 << 18)
        let count: Int
        do {
            count = try unsafe chunk.withUnsafeMutableBytes { try unsafe FileDescriptor.standardInput.read(into: $0) }
        } catch {
            throw error as? Errno ?? .ioError
        }
        if count == 0 { isAtEnd = true } else { buffer.append(contentsOf: chunk[..<count]) }
    }
}
