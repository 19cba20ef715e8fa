// SPDX-License-Identifier: Apache-2.0

/// What a text shares with an earlier article, counted in shingles as far as the other's sketch reaches.
struct Overlap {
    var both = 0
    var this: Int
    var that = 0
    /// Of each paragraph, those that both have.
    var byParagraph: [Int]

    /// - Parameters:
    ///   - places: hash and index of the paragraph of every shingle of the text, ascending.
    ///   - ignored: shingles left out of the account of the whole, ascending.
    init(of text: ShingledText, _ places: [UInt64], _ ignored: [UInt32], with other: Fingerprint) {
        let reach = other.reach
        this = text.shingles.count(upTo: reach) - ignored.count(upTo: reach)
        byParagraph = [Int](repeating: 0, count: text.paragraphs.count)
        var (place, next) = (0, 0)
        for hash in other.sketch {
            while next < ignored.count, ignored[next] < hash { next += 1 }
            let counts = next == ignored.count || ignored[next] != hash
            if counts { that += 1 }
            place = places.firstIndex(notBelow: UInt64(hash) << 32, from: place)
            guard place < places.count, places[place] >> 32 == UInt64(hash) else { continue }
            if counts { both += 1 }
            while place < places.count, places[place] >> 32 == UInt64(hash) {
                byParagraph[Int(places[place] & 0xFFFF_FFFF)] += 1
                place += 1
            }
        }
    }
}

extension [UInt32] {
    /// Of an ascending list, how many are not above a limit.
    func count(upTo limit: UInt32) -> Int {
        var (low, high) = (0, count)
        while low < high {
            let middle = (low + high) / 2
            if self[middle] > limit { high = middle } else { low = middle + 1 }
        }
        return low
    }
}

extension [UInt64] {
    /// Of an ascending list, from an index on: in steps that double, then halving the last of them.
    fileprivate func firstIndex(notBelow value: UInt64, from start: Int) -> Int {
        var (low, step) = (start, 1)
        while low + step <= count, self[low + step - 1] < value {
            low += step
            step *= 2
        }
        var high = Swift.min(count, low + step - 1)
        while low < high {
            let middle = (low + high) / 2
            if self[middle] < value { low = middle + 1 } else { high = middle }
        }
        return low
    }
}
