// SPDX-License-Identifier: Apache-2.0

/// Lines that feeds add to their entries.
enum FeedLines {
    /// What WordPress writes below an entry, in the languages it is used in most: "The post … appeared first on …".
    private static let signatures: [(start: String, middle: String)] = [
        ("The post ", " appeared first on "), ("The post ", " first appeared on "), ("The article ", " first appeared on "),
        ("The article ", " appeared first on "), ("Der Beitrag ", " erschien zuerst auf "), ("L’article ", " est apparu en premier sur "),
        ("L'article ", " est apparu en premier sur "), ("La entrada ", " se publicó primero en "), ("La entrada ", " aparece primero en "),
        ("L'articolo ", " proviene da "), ("L’articolo ", " proviene da "), ("O post ", " apareceu primeiro em "),
        ("Het bericht ", " verscheen eerst op "), ("Сообщение ", " появились сначала на "), ("Wpis ", " pojawił się poniżej "),
    ]

    /// - Parameter line: a block's text in UTF-8.
    static func isSignature(_ line: [UInt8]) -> Bool {
        guard line.count < 1000 else { return false }
        let text = line.drop(while: ByteScanner.isSpace)
        return signatures.contains { start, middle in
            guard text.starts(with: start.utf8) else { return false }
            let wanted = Array(middle.utf8)
            return text.indices.contains { text[$0...].starts(with: wanted) }
        }
    }
}
