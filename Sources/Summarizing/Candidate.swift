// SPDX-License-Identifier: Apache-2.0

/// A sentence that may enter the summary.
struct Candidate: Sendable {
    /// Its place among the document's sentences.
    var sentence: Int
    /// How much it stands for the whole, 0 and up.
    var score: Double
    /// Whether it leans on the sentence before: "He …", "But …".
    var leansBack: Bool
    /// Its stems in ascending order, with weights that make a vector of length 1.
    var terms: [(stem: Int32, weight: Double)]

    /// The cosine of two sentences: 1 where they use the same words.
    func likeness(to other: Candidate) -> Double {
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
