// SPDX-License-Identifier: Apache-2.0

/// A sentence that may enter the summary.
struct Candidate: Sendable {
    /// Its place among the document's sentences.
    var sentence: Int
    /// How much it stands for the whole, 0 and up.
    var score: Double
    /// Sentences of which one has to stand beside it, so that it can be understood: "He …", "But …". None where it stands alone.
    var leansOn: Set<Int>
    var words: Int
    /// Code points.
    var characters: Int
    /// Its stems in ascending order, with weights that make a vector of length 1.
    var terms: [(stem: Int32, weight: Double)]
    /// What it says, by the encoder, of length 1; empty without one.
    var meaning: ArraySlice<Float>

    /// How much of what one says the other says: by words, and where there is an encoder by meaning as well. 1 for the same sentence.
    func likeness(to other: Candidate) -> Double {
        let words = wordLikeness(to: other)
        guard !meaning.isEmpty, !other.meaning.isEmpty else { return words }
        return (words + max(0, meaning.dot(other.meaning))) / 2
    }

    private func wordLikeness(to other: Candidate) -> Double {
        var sum = 0.0
        var (left, right) = (0, 0)
        while left < terms.count, right < other.terms.count {
            let (a, b) = (terms[left], other.terms[right])
            if a.stem == b.stem {
                sum += a.weight * b.weight
                left += 1
                right += 1
            } else if a.stem < b.stem {
                left += 1
            } else {
                right += 1
            }
        }
        return sum
    }
}

extension ArraySlice<Float> {
    /// The sum of products, from the first to the last.
    func dot(_ other: ArraySlice<Float>) -> Double {
        var sum = 0.0
        for (left, right) in zip(self, other) { sum += Double(left * right) }
        return sum
    }
}
