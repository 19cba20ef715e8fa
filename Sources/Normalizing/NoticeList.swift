// SPDX-License-Identifier: Apache-2.0

internal import Documents

/// Notices in the order of the text, few enough to be read.
enum NoticeList {
    /// More of one kind say nothing new: a broken file would give thousands.
    private static let most = 100

    static func bounded(_ notices: [Notice]) -> [Notice] {
        var counts: [String: Int] = [:]
        var codes: [String] = []
        var result: [Notice] = []
        let ordered = notices.enumerated().sorted { left, right in
            (left.element.span?.start ?? 0, left.offset) < (right.element.span?.start ?? 0, right.offset)
        }
        for (_, notice) in ordered {
            let count = counts[notice.code, default: 0] + 1
            counts[notice.code] = count
            if count == 1 { codes.append(notice.code) }
            if count <= most { result.append(notice) }
        }
        for code in codes {
            guard let count = counts[code], count > most else { continue }
            result.append(Notice(code, "\(count - most) more of this kind are not listed", severity: .warning))
        }
        return result
    }
}
