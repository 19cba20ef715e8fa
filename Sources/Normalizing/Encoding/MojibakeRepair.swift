// SPDX-License-Identifier: Apache-2.0

internal import Documents

/// Finds UTF-8 that was read in another charset ("cafÃ©", "donâ€™t", "РџСЂРёРІРµС‚") and says what stood there.
///
/// Decides line by line, since articles are pasted together and one paragraph may be broken where the next is fine. Text that was broken
/// twice comes out broken once: run it again. Takes time linear in the text.
struct MojibakeRepair {
    /// In the order of the text, one for each character that was broken.
    private(set) var edits: [TextEdit] = []
    /// Repairs by the charset in which the text had been read.
    private(set) var counts: [String: Int] = [:]

    init(_ text: Text) {
        var offset = text.nextHighByte(from: 0)
        while offset < text.count {
            let end = text.nextLineEnd(from: offset)
            for repair in MojibakeLine(text, from: offset, to: end).repairs {
                edits.append(TextEdit(repair.span, String(Character(repair.meaning)), name: "mojibake"))
                counts[repair.charset, default: 0] += 1
            }
            offset = text.nextHighByte(from: end)
        }
    }
}
