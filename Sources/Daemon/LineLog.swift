// SPDX-License-Identifier: Apache-2.0

package import Logging
internal import SystemPackage

/// One line an event on standard error: time, level, message, then what belongs to it as `key=value`.
///
/// Under systemd the journal has time and level of its own, so the line leaves them to it. Text of an article never gets here.
package struct LineLog: LogHandler {
    package var metadata: Logger.Metadata = [:]
    package var logLevel: Logger.Level
    private let timeOfDay: (@Sendable () -> String)?

    /// - Parameter timeOfDay: RFC 3339; `nil` where the reader of the lines keeps the time.
    package init(level: Logger.Level, timeOfDay: (@Sendable () -> String)?) {
        logLevel = level
        self.timeOfDay = timeOfDay
    }

    package subscript(metadataKey key: String) -> Logger.Metadata.Value? {
        get { metadata[key] }
        set { metadata[key] = newValue }
    }

    package func log(event: LogEvent) {
        let all = metadata.merging(event.metadata ?? [:]) { $1 }
        let details = all.sorted { $0.key < $1.key }.map { " \($0.key)=\(Self.quoted($0.value.description))" }.joined()
        let level = event.level >= .warning || timeOfDay == nil ? "\(event.level): " : ""
        let time = timeOfDay.map { "\($0()) " } ?? ""
        let line = Array("\(time)\(level)\(Self.printable(event.message.description))\(details)\n".utf8)
        // A log that nobody reads any more must not stop the work.
        do { _ = try FileDescriptor.standardError.writeAll(line) } catch {}
    }

    /// Values with spaces stand in quotes, so that a line can be taken apart again.
    private static func quoted(_ value: String) -> String {
        let value = printable(value)
        return value.contains(" ") || value.isEmpty ? "\"\(value)\"" : value
    }

    /// File names come from strangers: a line break or an escape sequence in one must not forge a line or colour a terminal.
    private static func printable(_ text: String) -> String {
        guard text.unicodeScalars.contains(where: { $0.properties.generalCategory == .control }) else { return text }
        return text.unicodeScalars.map { $0.properties.generalCategory == .control ? "\\u{\(String($0.value, radix: 16))}" : String($0) }
            .joined()
    }
}
