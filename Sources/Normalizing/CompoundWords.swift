// SPDX-License-Identifier: Apache-2.0

/// What stands before and behind the hyphen of English compounds.
enum CompoundWords {
    /// "led" in "US-led". Lower case.
    static func isTail(_ word: String) -> Bool { tails.contains(word) }

    /// An inflected form that may be a tail behind a name: "-sponsored", "-speaking".
    static func looksLikeTail(_ word: String) -> Bool {
        word.utf8.count > 4 && (word.hasSuffix("ed") || word.hasSuffix("ing")) || isTail(word)
    }

    /// "anti" in "anti-government".
    static func isPrefix(_ word: String) -> Bool { prefixes.contains(word) }

    /// A word that follows a suspended hyphen: "mid- and long-term".
    static func joinsSuspended(_ word: String) -> Bool { conjunctions.contains(word) }

    private static let tails = words(
        """
        led backed based born bred made run owned held controlled occupied allied aligned affiliated linked related funded sponsored supported \
        trained armed equipped dominated ruled governed brokered mediated imposed mandated approved appointed elected style type like wide \
        sized shaped speaking language term range scale level old year day week month hour minute mile metre meter foot inch ton tonne pound \
        storey story bed bedroom seat page point person man woman member country nation state party way fold strong odd plus thirds quarters \
        friendly free proof wing class rate quality profit government president minister general elect chief designate law \
        eyed haired handed hearted minded tempered educated known established called described proclaimed imposed declared \
        bound facing looking leaning driven oriented centred centered focused focussed inspired influenced infected affected stricken hit \
        torn ravaged ridden filled laden rich poor depth
        """)

    private static let prefixes = words("anti pro non ex pre post mid self co counter semi quasi vice multi inter intra ultra neo pan sub")

    private static let conjunctions = words(
        "and or to nor but versus vs through rather as und oder bis et ou y o e till until into than plus then")

    private static func words(_ list: String) -> Set<String> { Set(list.split(separator: " ").map(String.init)) }
}
