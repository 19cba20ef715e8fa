// SPDX-License-Identifier: Apache-2.0

/// One finding about a manifest: where, what is wrong, and what would be right.
package struct Diagnostic: Hashable, Sendable, CustomStringConvertible {
    package enum Severity: String, Sendable { case error, warning }

    package var file: String
    /// Both count from 1; columns are code points.
    package var line: Int
    package var column: Int
    package var severity: Severity
    package var problem: String
    package var remedy: String

    package init(file: String, line: Int, column: Int, severity: Severity, problem: String, remedy: String) {
        self.file = file
        self.line = line
        self.column = column
        self.severity = severity
        self.problem = problem
        self.remedy = remedy
    }

    /// `plugins.json:12:18: error: what is wrong; what would be right`, the form that editors jump to.
    package var description: String { "\(file):\(line):\(column): \(severity.rawValue): \(problem); \(remedy)" }
}

/// Lines and columns of byte offsets.
struct SourceLines {
    private let bytes: [UInt8]
    private let starts: [Int]

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
        starts = [0] + bytes.indices.filter { bytes[$0] == 0x0A }.map { $0 + 1 }
    }

    func position(of offset: Int) -> (line: Int, column: Int) {
        let offset = min(offset, bytes.count)
        let line = starts.lastIndex { $0 <= offset } ?? 0
        let column = bytes[starts[line]..<offset].reduce(0) { $0 + ($1 & 0xC0 != 0x80 ? 1 : 0) }
        return (line + 1, column + 1)
    }
}
