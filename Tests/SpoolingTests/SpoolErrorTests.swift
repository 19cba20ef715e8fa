// SPDX-License-Identifier: Apache-2.0

import Files
import Spooling
import Testing

@Suite struct `A spool error` {
    @Test(arguments: FileError.Code.allCases) func `tells what to do about every failure of the disk`(code: FileError.Code) {
        let error = SpoolError(FileError(code, errno: "EX", at: Place("/srv/inbox")))
        #expect(!error.problem.isEmpty)
        #expect(!error.remedy.isEmpty && !error.remedy.hasSuffix("."))
        #expect(error.description.hasPrefix(error.code.rawValue))
        #expect(error.description.contains("/srv/inbox, EX"))
        #expect(error.fate != .daemon)
    }

    @Test func `takes a full disk for a matter of time`() {
        #expect(SpoolError(FileError(.noSpace, at: Place("/srv"))).fate == .retry)
    }
}
