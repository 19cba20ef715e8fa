// SPDX-License-Identifier: Apache-2.0

import Files
import Glibc
import Synchronization

/// The live file system with one call that fails.
final class FaultyFileSystem: InterposedFileSystem {
    enum Fault: Sendable, CaseIterable {
        /// The call does nothing and reports an error; later ones work.
        case error
        /// The process dies before the call: it and all later ones do nothing.
        case crashBefore
        /// The process dies right after the call.
        case crashAfter
        /// The process dies while it writes: half of the bytes are there. Another call dies before it does anything.
        case crashWithin
    }

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

    func interpose<Value: ~Copyable>(
        _ call: FileCall, at place: Place, _ body: () throws(FileError) -> Value
    ) throws(FileError) -> Value {
        let number = count.add(1, ordering: .relaxed).newValue
        guard failing > 0, number >= failing else { return try body() }
        switch fault {
        case .error:
            if number > failing { return try body() }
        case .crashAfter:
            if number == failing { return try body() }
        case .crashBefore: break
        case .crashWithin:
            guard number == failing, call == .create || call == .copy else { break }
            _ = try body()
            Self.halve(place)
        }
        throw FileError(code, at: place)
    }

    private static func halve(_ place: Place) {
        let path = "\(place.root)/\(String(decoding: place.path.bytes, as: UTF8.self))"
        var status = stat()
        if unsafe stat(path, &status) == 0 { _ = unsafe truncate(path, status.st_size / 2) }
    }
}
