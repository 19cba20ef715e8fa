// SPDX-License-Identifier: Apache-2.0

/// The `<link>` tags of a page that say something about its article.
struct PageLinks {
    private(set) var canonical: String?
    private(set) var image: String?

    init(_ bytes: [UInt8], _ links: [Range<Int>]) {
        for link in links.prefix(500) {
            let attributes = Attributes(bytes, link)
            switch attributes["rel"]?.lowercased() {
            case "canonical": if canonical == nil { canonical = attributes["href"].flatMap(Plain.line) }
            case "image_src": if image == nil { image = attributes["href"].flatMap(Plain.line) }
            default: break
            }
        }
    }
}
