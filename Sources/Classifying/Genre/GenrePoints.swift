// SPDX-License-Identifier: Apache-2.0

internal import Documents

/// The points of each genre, with the places that earned them.
struct GenrePoints {
    private var totals: [Genre.Name: Double] = [:]
    private var places: [Genre.Name: [Genre.Evidence]] = [:]
    private var earned: [String: Double] = [:]

    /// - Parameters:
    ///   - span: `nil` where what counts stands outside the text, as a section does.
    ///   - most: how many points one reason earns at most.
    mutating func add(_ genre: Genre.Name, _ points: Double, _ span: TextSpan?, _ reason: String, most: Double = .infinity) {
        let before = earned[reason, default: 0]
        guard before < most else { return }
        if most.isFinite { earned[reason] = before + points }
        totals[genre, default: 0] += points
        if let span { places[genre, default: []].append(Genre.Evidence(span, reason: reason)) }
    }

    /// Forgets a genre whose layout does not hold.
    mutating func drop(_ genre: Genre.Name) {
        totals[genre] = nil
        places[genre] = nil
    }

    func total(_ genre: Genre.Name) -> Double { totals[genre] ?? 0 }

    func evidence(_ genre: Genre.Name) -> [Genre.Evidence] { (places[genre] ?? []).sorted { $0.span < $1.span } }
}
