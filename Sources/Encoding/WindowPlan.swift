// SPDX-License-Identifier: Apache-2.0

/// How much text the model sees at once.
package enum Windowing: Sendable {
    /// Successive sentences together, up to so many pieces: how the heads were trained. A sentence that is longer is cut between words.
    case joined(pieces: Int)
    /// Every sentence alone, and its vector is the mean with what opens and closes the window: how sentence vectors were trained.
    case sentences

    package static let standard = Windowing.joined(pieces: 128)
}

/// Words that go through the model together.
struct Window {
    var words: Range<Int>
    /// Pieces, without the two that open and close it.
    var pieces: Int
}

extension Window {
    /// Pieces of one word that the model sees; the others are left out, as in training.
    static let piecesOfWord = 20

    /// Cuts an article into windows in one pass.
    ///
    /// - Parameter sentences: of each sentence the words.
    static func plan(_ text: PieceText, sentences: [Range<Int>], _ windowing: Windowing, largest: Int) -> [Window] {
        let limit: Int
        let isJoined: Bool
        switch windowing {
        case .joined(let pieces): (limit, isJoined) = (max(piecesOfWord, min(pieces, largest)), true)
        case .sentences: (limit, isJoined) = (largest, false)
        }
        var windows: [Window] = []
        var current = Window(words: 0..<0, pieces: 0)
        func end() {
            if !current.words.isEmpty { windows.append(current) }
            current = Window(words: current.words.upperBound..<current.words.upperBound, pieces: 0)
        }
        /// Words that stay together, as many as a window has room for at most.
        func add(_ part: Window) {
            if current.pieces + part.pieces > limit { end() }
            current.words = current.words.lowerBound..<part.words.upperBound
            current.pieces += part.pieces
        }
        for sentence in sentences where !sentence.isEmpty {
            var part = Window(words: sentence.lowerBound..<sentence.lowerBound, pieces: 0)
            for word in sentence {
                let pieces = min(text.words[word].pieces.count, piecesOfWord)
                if part.pieces + pieces > limit {
                    add(part)
                    part = Window(words: word..<word, pieces: 0)
                }
                part.words = part.words.lowerBound..<word + 1
                part.pieces += pieces
            }
            add(part)
            if !isJoined { end() }
        }
        end()
        return windows
    }
}
