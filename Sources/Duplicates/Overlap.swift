// SPDX-License-Identifier: Apache-2.0

internal import Language

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
        this = text.shingles.partitionPoint { $0 > reach } - ignored.partitionPoint { $0 > reach }
        byParagraph = [Int](repeating: 0, count: text.paragraphs.count)
        var place = 0
        for hash in other.sketch {
            place = places[place...].partitionPoint { $0 >= UInt64(hash) << 32 }
            let index = ignored.partitionPoint { $0 >= hash }
            let counts = index == ignored.count || ignored[index] != hash
            if counts { that += 1 }
            guard place < places.count, places[place] >> 32 == UInt64(hash) else { continue }
            if counts { both += 1 }
            while place < places.count, places[place] >> 32 == UInt64(hash) {
                byParagraph[Int(places[place] & 0xFFFF_FFFF)] += 1
                place += 1
            }
        }
    }
}
