// SPDX-License-Identifier: Apache-2.0

import Files
import Glibc
import TestKit
import Testing

@Suite struct `The live file system` {
    let files = LiveFileSystem()
    let temporary: TemporaryFolder

    init() throws { temporary = try TemporaryFolder() }

    private func place(_ path: String) throws -> Place { temporary.place.appending(try #require(RelativePath(path))) }

    @Test func `gives back what it wrote`() throws {
        let bytes = [UInt8]((0..<3_000_000).map { UInt8(truncatingIfNeeded: $0 &* 31) })
        try files.create(try place("a"), holding: bytes)
        #expect(try files.read(try place("a"), limit: bytes.count) == bytes)
        #expect(try files.readStart(of: try place("a"), count: 7) == Array(bytes.prefix(7)))
        #expect(throws: FileError(.tooLarge, at: try place("a"))) { try files.read(try place("a"), limit: bytes.count - 1) }
    }

    @Test func `replaces a file as a whole`() throws {
        try files.write([1], to: try place("a"), staging: try #require(FileName(".new")))
        try files.create(try place(".new"), holding: [9])
        try files.write([2, 3], to: try place("a"), staging: try #require(FileName(".new")))
        #expect(try files.read(try place("a"), limit: 10) == [2, 3])
        #expect(try files.statusIfAny(of: try place(".new")) == nil)
    }

    @Test func `never renames over a file unless asked to`() throws {
        try files.create(try place("a"), holding: [1])
        try files.create(try place("b"), holding: [2])
        #expect { try files.move(try place("a"), to: try place("b"), replacing: false) } throws: { ($0 as? FileError)?.code == .exists }
        #expect(try files.read(try place("b"), limit: 10) == [2])
        try files.move(try place("a"), to: try place("b"), replacing: true)
        #expect(try files.read(try place("b"), limit: 10) == [1])
    }

    @Test func `follows no link, not even one in place of a folder`() throws {
        try files.makeFolders(try place("real"))
        try files.create(try place("real/secret"), holding: [1])
        #expect(unsafe symlink("\(temporary.path)/real", "\(temporary.path)/link") == 0)
        #expect(unsafe symlink("\(temporary.path)/real/secret", "\(temporary.path)/alias") == 0)
        #expect(throws: FileError.self) { try files.read(try place("link/secret"), limit: 10) }
        #expect(throws: FileError.self) { try files.create(try place("link/new"), holding: [1]) }
        #expect(throws: FileError.self) { _ = try files.list(try place("link")) }
        #expect { try files.read(try place("alias"), limit: 10) } throws: { ($0 as? FileError)?.code == .notRegular }
        #expect(try files.status(of: try place("alias")).kind == .link)
    }

    @Test func `does not wait for the other end of a pipe`() throws {
        #expect(unsafe mkfifo("\(temporary.path)/pipe", 0o600) == 0)
        #expect { try files.read(try place("pipe"), limit: 10) } throws: { ($0 as? FileError)?.code == .notRegular }
    }

    @Test func `knows whether somebody writes`() throws {
        try files.create(try place("a"), holding: [1])
        #expect(try files.writers(of: try place("a")) == .none)
        let writer = unsafe open("\(temporary.path)/a", O_WRONLY | O_CLOEXEC)
        #expect(try files.writers(of: try place("a")) == .some)
        close(writer)
        #expect(try files.writers(of: try place("a")) == .none)
    }

    @Test func `lists names of any bytes, and all of many`() throws {
        var expected: Set<FileName> = [
            try #require(FileName([0xFF, 0x0A, 0x20])), try #require(FileName(String(repeating: "n", count: 255))),
        ]
        for number in 0..<1500 { expected.insert(try #require(FileName("file \(number)"))) }
        for name in expected { try files.create(temporary.place.appending(name), holding: []) }
        var listing = try files.list(temporary.place)
        var found: [FileName] = []
        while let entry = try listing.next() { found.append(entry.name) }
        #expect(found.count == expected.count)
        #expect(Set(found) == expected)
    }

    @Test func `makes folders and says where a file stands in the way`() throws {
        try files.makeRoot("\(temporary.path)/x/y")
        try files.makeFolders(try place("p/q/r"))
        #expect(try files.isFolder(try place("p/q/r")))
        try files.create(try place("file"), holding: [])
        #expect { try files.makeFolders(try place("file/below")) } throws: { ($0 as? FileError)?.code == .notAFolder }
    }
}
