// SPDX-License-Identifier: Apache-2.0

internal import CStemmer

/// Cuts English words down to their stems: "retaken" and "retake" are not one, "forces" and "forced" are.
///
/// Snowball's English stemmer, since the term tables are keyed by its stems. One a task: libstemmer keeps a buffer in it.
@safe package struct Stemmer: ~Copyable {
    /// Longer words are left as they are: they are no words, and stemming one costs time with its length.
    private static let longestWord = 64
    private let stemmer: OpaquePointer?

    package init() {
        unsafe stemmer = sb_stemmer_new("english", "UTF_8")
    }

    deinit {
        unsafe sb_stemmer_delete(stemmer)
    }

    /// The stem of a word in lower case; the word itself where it is too long.
    package func stem(of word: String) -> String {
        var word = word
        let count = word.utf8.count
        guard count <= Self.longestWord else { return word }
        let stem: String? = word.withUTF8 { buffer in
            guard let start = buffer.baseAddress else { return nil }
            guard let result = unsafe sb_stemmer_stem(stemmer, start, Int32(count)) else { return nil }
            let length = unsafe Int(sb_stemmer_length(stemmer))
            return unsafe String(decoding: UnsafeBufferPointer(start: result, count: length), as: UTF8.self)
        }
        return stem ?? word
    }
}
