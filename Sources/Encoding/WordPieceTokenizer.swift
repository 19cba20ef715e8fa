// SPDX-License-Identifier: Apache-2.0

internal import CTextServices
package import Documents

/// Cuts text as bert-base-uncased does (WordPiece): control characters are taken out, small letters without accents, white space parts words, a mark
/// or an ideograph is a word alone, and a word is the longest pieces of the vocabulary one after the other. Every piece keeps its span.
///
/// Equal to Hugging Face's `tokenizers`, but for "[SEP]" and the like in a text: those are marks and letters here, never what parts windows.
package struct WordPieceTokenizer: Sendable {
    let vocabulary: Vocabulary

    /// Characters; a longer word is unknown as a whole.
    private static let longestWord = 100

    /// The words of one sentence, added to `result`.
    package func cut(_ text: Text, in sentence: TextSpan, into result: inout PieceText) {
        var pass = Pass(vocabulary: vocabulary, text: text, sentenceWords: result.words.count)
        var offset = sentence.start
        while offset < sentence.end {
            let byte = text[offset]
            if byte < 0x80 {
                pass.takeASCII(byte, at: offset, into: &result)
                offset += 1
            } else {
                let (scalar, length) = text.scalar(at: offset)
                pass.take(scalar, TextSpan(offset, offset + length), into: &result)
                offset += length
            }
        }
        pass.endWord(&result)
    }

    /// One sentence while it is cut.
    private struct Pass {
        let vocabulary: Vocabulary
        let text: Text
        /// Words in the result before this sentence.
        let sentenceWords: Int
        /// The word as the vocabulary would spell it, and of each byte what it was made from.
        var word: [UInt8] = []
        var origins: [TextSpan] = []
        var characters = 0

        mutating func takeASCII(_ byte: UInt8, at offset: Int, into result: inout PieceText) {
            let span = TextSpan(offset, offset + 1)
            switch byte {
            case 0x61...0x7A, 0x30...0x39: add(byte, span)
            case 0x41...0x5A: add(byte | 0x20, span)
            case 0x20, 0x09, 0x0A, 0x0D: endWord(&result)
            case 0..<0x20, 0x7F: break
            default:
                endWord(&result)
                add(byte, span)
                endWord(&result)
            }
        }

        mutating func take(_ scalar: Unicode.Scalar, _ span: TextSpan, into result: inout PieceText) {
            if scalar.isTakenOut { return }
            if scalar.properties.isWhitespace { return endWord(&result) }
            let isIdeograph = scalar.isIdeograph
            if isIdeograph { endWord(&result) }
            for part in scalar.decomposed where part.properties.generalCategory != .nonspacingMark {
                if part.isMarkAlone {
                    endWord(&result)
                    add(part, span)
                    endWord(&result)
                } else if part.value < 0x80 {
                    takeASCII(UInt8(part.value), of: span, into: &result)
                } else {
                    for small in part.properties.lowercaseMapping.unicodeScalars { add(small, span) }
                }
            }
            if isIdeograph { endWord(&result) }
        }

        /// A letter or sign of ASCII that a character was taken apart into.
        private mutating func takeASCII(_ byte: UInt8, of span: TextSpan, into result: inout PieceText) {
            if byte == 0x20 { return endWord(&result) }
            add(0x41...0x5A ~= byte ? byte | 0x20 : byte, span)
        }

        private mutating func add(_ byte: UInt8, _ span: TextSpan) {
            word.append(byte)
            origins.append(span)
            characters += 1
        }

        private mutating func add(_ scalar: Unicode.Scalar, _ span: TextSpan) {
            for byte in UTF8.encode(scalar) ?? .init() {
                word.append(byte)
                origins.append(span)
            }
            characters += 1
        }

        mutating func endWord(_ result: inout PieceText) {
            guard let first = origins.first, let last = origins.last else { return }
            let from = result.pieces.count
            if characters > longestWord || !addPieces(&result) {
                result.pieces.removeSubrange(from...)
                result.pieceSpans.removeSubrange(from...)
                result.pieces.append(vocabulary.unknown)
                result.pieceSpans.append(first.union(last))
            }
            let span = first.union(last)
            let before = result.words.count > sentenceWords ? result.words.last : nil
            result.words.append(
                PieceText.Word(
                    span: span, pieces: from..<result.pieces.count, shape: WordShape(text.scalars(in: span)),
                    spacing: before.map { $0.span.end == span.start ? .joined : .afterSpace } ?? .first))
            word.removeAll(keepingCapacity: true)
            origins.removeAll(keepingCapacity: true)
            characters = 0
        }

        private func addPieces(_ result: inout PieceText) -> Bool {
            var start = 0
            while start < word.count {
                guard let (piece, end) = vocabulary.longestPiece(of: word, from: start) else { return false }
                result.pieces.append(piece)
                result.pieceSpans.append(origins[start].union(origins[end - 1]))
                start = end
            }
            return true
        }
    }
}

extension Text {
    /// The scalars of a span that begins and ends at edges of scalars.
    fileprivate func scalars(in span: TextSpan) -> some Sequence<Unicode.Scalar> {
        sequence(state: span.start) { offset in
            guard offset < span.end else { return nil }
            let (scalar, length) = scalar(at: offset)
            offset += length
            return scalar
        }
    }
}

extension Unicode.Scalar {
    /// What no text shows: controls, format characters, private use, and what marks a broken character.
    fileprivate var isTakenOut: Bool {
        if value == 0xFFFD { return true }
        switch properties.generalCategory {
        case .control, .format, .privateUse, .surrogate: return true
        default: return false
        }
    }

    /// A mark of punctuation, which is a word alone.
    fileprivate var isMarkAlone: Bool {
        switch value {
        case 0x21...0x2F, 0x3A...0x40, 0x5B...0x60, 0x7B...0x7E: return true
        case 0..<0x80: return false
        default: break
        }
        switch properties.generalCategory {
        case .connectorPunctuation, .dashPunctuation, .openPunctuation, .closePunctuation, .initialPunctuation, .finalPunctuation,
            .otherPunctuation:
            return true
        default: return false
        }
    }

    /// The blocks of Chinese characters that BERT sets apart; kana and Hangul are none.
    fileprivate var isIdeograph: Bool {
        switch value {
        case 0x4E00...0x9FFF, 0x3400...0x4DBF, 0x20000...0x2A6DF, 0x2A700...0x2B73F, 0x2B740...0x2B81F, 0x2B920...0x2CEAF,
            0xF900...0xFAFF, 0x2F800...0x2FA1F:
            return true
        default: return false
        }
    }

    /// Letters and marks apart (NFD).
    fileprivate var decomposed: [Unicode.Scalar] {
        var parts: [UInt32] = [0, 0, 0, 0, 0, 0, 0, 0]
        let count = unsafe copydesk_decompose(value, &parts, Int32(parts.count))
        return count == 0 ? [self] : parts.prefix(Int(count)).compactMap { Unicode.Scalar($0) }
    }
}
