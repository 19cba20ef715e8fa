// SPDX-License-Identifier: Apache-2.0

/// The language that a page says it is in.
enum DeclaredLanguage {
    /// What a declaration alone is worth: templates are copied, and their language with them.
    static let confidence = 0.5

    /// The language's own part of a tag, with the script where that matters: "en_US" is `en`, "zh-TW" is `zh-Hant`, "English" is nothing.
    static func tag(_ value: String) -> String? {
        let parts = value.lowercased().split { $0 == "-" || $0 == "_" || $0 == " " || $0 == "," }
        guard let language = parts.first, (2...3).contains(language.utf8.count), language.utf8.allSatisfy(ByteScanner.isLetter) else {
            return nil
        }
        if ["und", "mul", "zxx", "mis"].contains(language) { return nil }
        if language == "zh", parts.contains(where: { ["tw", "hk", "mo", "hant"].contains($0) }) { return "zh-Hant" }
        return language == "iw" ? "he" : language == "in" ? "id" : String(language)
    }
}
