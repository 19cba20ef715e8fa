// SPDX-License-Identifier: GPL-2.0-only

/// The command line, taken apart.
struct Request {
    /// Without a slash at its end.
    var folder: String
    /// Names of folders that are not watched, beside those that begin with a dot.
    var excluded: Set<String> = []
    /// Seconds from one test of whether events arrive to the next.
    var probe = 60

    /// `nil` where it makes no sense.
    init?(_ arguments: some Sequence<String>) {
        var folder: String?
        var rest = Array(arguments)[...]
        while let argument = rest.popFirst() {
            if argument == "--exclude" {
                guard let name = rest.popFirst() else { return nil }
                excluded.insert(name)
            } else if argument == "--probe" {
                guard let seconds = rest.popFirst().flatMap({ Int($0) }), (1...86_400).contains(seconds) else { return nil }
                probe = seconds
            } else if folder == nil, !argument.isEmpty, !argument.hasPrefix("--") {
                folder = argument
            } else {
                return nil
            }
        }
        guard var folder else { return nil }
        while folder.utf8.count > 1, folder.hasSuffix("/") { folder.removeLast() }
        self.folder = folder
    }
}

/// Exit statuses.
enum Status {
    static let done: Int32 = 0
    static let usage: Int32 = 2
    static let cannotWatch: Int32 = 3
    static let gone: Int32 = 4
}
