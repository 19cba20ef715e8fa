// SPDX-License-Identifier: Apache-2.0

internal import Files

/// The oldest or newest files that wait, out of any number, in memory for a few.
package struct ArrivalWindow: Sendable {
    /// In order.
    package var arrivals: [Arrival]
    /// Whether more wait than these.
    package var isPart: Bool
}

extension Spool {
    /// Looks at every file that waits and keeps those that come first by their time of change.
    ///
    /// - Parameter count: how many are kept.
    package func window(oldestFirst: Bool, count: Int = 4096) throws(SpoolError) -> ArrivalWindow {
        var scan = arrivals()
        var kept: [(time: Timestamp, arrival: Arrival)] = []
        var isPart = false
        while let arrival = try scan.next() {
            let status = try spooling { () throws(FileError) -> FileStatus? in
                try files.statusIfAny(of: Place(settings.inbox, arrival.path))
            }
            guard let status else { continue }
            kept.append((status.modified, arrival))
            // Sorted once for every doubling: time n log n over a window, not over all.
            if kept.count >= 2 * count {
                kept.sort { oldestFirst ? $0.time < $1.time : $0.time > $1.time }
                kept.removeLast(kept.count - count)
                isPart = true
            }
        }
        kept.sort { oldestFirst ? $0.time < $1.time : $0.time > $1.time }
        if kept.count > count {
            kept.removeLast(kept.count - count)
            isPart = true
        }
        return ArrivalWindow(arrivals: kept.map(\.arrival), isPart: isPart)
    }
}
