// SPDX-License-Identifier: Apache-2.0

internal import Synchronization

/// Turns what a plugin writes to standard error into lines of the log, and not more of them than anybody can read.
final class ErrorTap: Sendable {
    private static let longestLine = 500
    /// Lines in a window.
    private static let mostLines = 20
    private static let window: Duration = .seconds(10)

    private struct State {
        var pending: [UInt8] = []
        var last: String?
        var begin = ContinuousClock.now
        var lines = 0
    }

    private let state = Mutex(State())
    private let name: String
    private let log: @Sendable (String, String) -> Void

    init(_ name: String, _ log: @escaping @Sendable (String, String) -> Void) {
        self.name = name
        self.log = log
    }

    var lastLine: String? { state.withLock { $0.last } }

    func take(_ bytes: [UInt8]) {
        let lines = state.withLock { state -> [String] in
            state.pending += bytes
            var lines: [String] = []
            while let end = state.pending.firstIndex(of: 0x0A) {
                lines.append(String(decoding: state.pending[..<end].prefix(Self.longestLine), as: UTF8.self))
                state.pending.removeFirst(end + 1)
            }
            // A line without an end is cut.
            if state.pending.count > Self.longestLine { state.pending.removeLast(state.pending.count - Self.longestLine) }
            if let last = lines.last(where: { !$0.isEmpty }) { state.last = last }
            return lines.compactMap { Self.permit($0, &state) }
        }
        for line in lines { log(name, line) }
    }

    private static func permit(_ line: String, _ state: inout State) -> String? {
        let now = ContinuousClock.now
        if now - state.begin >= window {
            state.begin = now
            state.lines = 0
        }
        state.lines += 1
        if state.lines == mostLines { return "\(line) (more is left out)" }
        return state.lines < mostLines ? line : nil
    }
}
