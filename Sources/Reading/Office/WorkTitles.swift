// SPDX-License-Identifier: Apache-2.0

/// Titles and authors that word processors write into the files that they make, without anybody having asked.
enum WorkTitles {
    private static let programs = [
        "microsoft word", "microsoft powerpoint", "microsoft office", "powerpoint presentation", "untitled", "document", "presentation",
        "slide 1", "print", "layout 1", "unbenannt", "sans titre", "sin título", "dokument", "no title", "title", "template", "draft",
    ]
    private static let endings = [
        ".doc", ".docx", ".odt", ".rtf", ".pdf", ".indd", ".qxd", ".qxp", ".pub", ".tex", ".dvi", ".ps", ".xls", ".xlsx", ".ppt", ".pptx",
        ".wpd", ".txt", ".html", ".htm", ".pages", ".ai", ".eps", ".tif", ".jpg",
    ]
    private static let accounts = [
        "user", "owner", "admin", "administrator", "microsoft", "office", "unknown", "author", "python-docx", "test", "default", "guest",
        "windows", "hp", "dell", "lenovo", "acer", "home", "pc", "desktop", "laptop", "template", "anonymous", "customer",
    ]

    /// The title of a file's properties where a person may have written it.
    static func headline(_ value: String) -> String? {
        guard let line = Plain.line(value) else { return nil }
        let lower = line.lowercased()
        let first = programs.first { lower.hasPrefix($0) }
        // "Document1" and "draft - 3" are a program's, "Document of the year" is not.
        if let first, !lower.dropFirst(first.count).contains(where: \.isLetter) || first.hasPrefix("microsoft") { return nil }
        guard !endings.contains(where: lower.hasSuffix), line.contains(where: \.isLetter), !lower.hasPrefix("http"),
            !lower.hasPrefix("file:")
        else { return nil }
        // One word with digits or underscores is the name of a file.
        guard line.contains(" ") || line.allSatisfy(\.isLetter) else { return nil }
        return line
    }

    /// Names of authors that look like persons': of two words or more, none of them an account's.
    static func persons(_ value: String) -> [String] {
        Bylines.names([[value]]).filter { name in
            let words = name.lowercased().split { $0 == " " || $0 == "-" || $0 == "." }
            return name.contains(" ") && words.allSatisfy { word in !accounts.contains(String(word)) && !word.contains(where: \.isNumber) }
        }
    }
}
