// SPDX-License-Identifier: Apache-2.0

internal import Documents

/// Reads WordprocessingML, the main document of a DOCX file, as Word would print it with all changes accepted.
///
/// Left out: deleted and hidden text, instructions of fields, comments, tables of contents, references to footnotes (the footnotes lie in
/// another file). Of alternatives (`mc:AlternateContent`) the first is read. A row of a table is a block, its cells apart by a blank, unless its cells
/// hold paragraphs of prose.
struct WordReader {
    private let tree: XMLTree
    private var text: OfficeText
    private var notes = 0

    static func read(_ text: Text, map: SourceMap) throws(ReadingError) -> Article {
        var reader = WordReader(try XMLTree(text.bytes))
        reader.walk()
        var article = reader.text.finish(text, map)
        if reader.notes > 0 { article.annotations.append(.notices([.notesLeftOut(reader.notes)])) }
        return article
    }

    private init(_ tree: XMLTree) {
        self.tree = tree
        text = OfficeText(tree, spacing: .kept)
    }

    private static let skipped: Set<String> = [
        "del", "moveFrom", "instrText", "delText", "delInstrText", "sectPr", "fldData", "rt", "sdtPr", "sdtEndPr", "tblPr", "trPr", "tcPr",
        "tblGrid", "rPr", "pPr", "annotationRef", "footnoteRef", "endnoteRef", "object", "binData",
    ]

    private mutating func walk() {
        guard let root = tree.root else { return }
        var index = root
        while index < tree.nodes[root].end {
            text.reach(index)
            let node = tree.nodes[index]
            guard node.kind == .element else {
                index += 1
                continue
            }
            index = Self.skipped.contains(node.name) || !enter(index, node.name) ? node.end : index + 1
        }
    }

    /// - Returns: whether what is inside is to be looked at.
    private mutating func enter(_ index: Int, _ name: String) -> Bool {
        switch name {
        case "p": return enterParagraph(index)
        case "tr": if !text.isInRow, isOneLine(index) { text.openRow(index) }
        case "tc": text.addBlank(for: index)
        case "r": if let properties = tree.child("rPr", of: index) { return !tree.isOn("vanish", below: properties) }
        case "t":
            guard !tree.nodes[index].namespace.contains("/drawingml/") else { return false }
            for child in tree.children(of: index) where tree.nodes[child].kind != .element { text.add(text: child) }
            return false
        case "tab", "ptab": text.addBlank(for: index)
        case "br", "cr": text.addLine(for: index)
        case "noBreakHyphen": text.add(sign: "-", for: index)
        case "sym": symbol(index)
        case "footnoteReference", "endnoteReference": notes += 1
        case "Fallback":
            let parent = tree.nodes[index].parent
            return tree.nodes[parent].name != "AlternateContent" || tree.child("Choice", of: parent) == nil
        case "Choice": return tree.child("Choice", of: tree.nodes[index].parent) == index
        case "sdt":
            if let properties = tree.child("sdtPr", of: index), let part = tree.child("docPartObj", of: properties),
                let gallery = tree.child("docPartGallery", of: part)
            {
                return tree.value("val", of: gallery) != "Table of Contents"
            }
        default: break
        }
        return true
    }

    private mutating func enterParagraph(_ index: Int) -> Bool {
        let properties = tree.child("pPr", of: index)
        let style = properties.flatMap { tree.child("pStyle", of: $0) }.flatMap { tree.value("val", of: $0) } ?? ""
        if style.hasPrefix("TOC"), style.dropFirst(3).allSatisfy(\.isNumber) { return false }
        let level = properties.flatMap { tree.child("outlineLvl", of: $0) }.flatMap { tree.value("val", of: $0) }
        text.openParagraph(index, role: Self.role(style, level: level))
        if let properties, let mark = tree.child("rPr", of: properties), tree.child("del", of: mark) != nil { text.leaveOpen() }
        return true
    }

    /// Names of styles are those of the language that the document was begun in; Word strips them of what is not ASCII.
    private static func role(_ style: String, level: String?) -> OfficeText.Role {
        switch style.lowercased().filter({ $0 != " " && $0 != "-" }) {
        case "title", "titel", "titre", "ttulo", "titolo", "tytu", "otsikko", "tittel", "rubrik": return .title
        case "heading1", "berschrift1", "titre1", "ttulo1", "titolo1", "kop1", "nagwek1", "otsikko1", "overskrift1", "rubrik1":
            return .heading
        default: return level == "0" ? .heading : .body
        }
    }

    /// Whether every cell holds one short paragraph at most. Stops at the first that does not, so no node is looked at twice.
    private func isOneLine(_ row: Int) -> Bool {
        var paragraphs = 0
        var characters = 0
        for index in (row + 1)..<tree.nodes[row].end {
            switch tree.nodes[index].name {
            case "tc": (paragraphs, characters) = (0, 0)
            case "tbl", "txbxContent": return false
            case "p": if characters > 0 || paragraphs == 0 { paragraphs += 1 }
            case "t": characters += tree.nodes[index].range.count
            default: continue
            }
            if paragraphs > 1 && characters > 0 && tree.nodes[index].name == "t" || characters > 400 { return false }
        }
        return true
    }

    /// `<w:sym w:font="Symbol" w:char="F0B7"/>`: a character of a font's own.
    private mutating func symbol(_ index: Int) {
        guard let code = tree.value("char", of: index).flatMap({ UInt32($0, radix: 16) }), let scalar = Unicode.Scalar(code), code >= 0x20
        else {
            return text.addOmitted(index)
        }
        if !(0xE000...0xF8FF).contains(code) { return text.add(sign: String(scalar), for: index) }
        let font = tree.value("font", of: index)?.lowercased() ?? ""
        guard let known = Self.symbols[code & 0xFF], font == "symbol" || code & 0xFF == 0xB7 else { return text.addOmitted(index) }
        text.add(sign: known, for: index)
    }

    /// The code page of the font "Symbol", where news has use for it.
    private static let symbols: [UInt32: String] = [
        0xB7: "•", 0xB0: "°", 0xB1: "±", 0xB4: "×", 0xB8: "÷", 0xA3: "≤", 0xB3: "≥", 0xB9: "≠", 0xBB: "≈", 0xAE: "→", 0xAC: "←", 0xA2: "′",
        0xB2: "″", 0xD2: "®", 0xD3: "©", 0xD4: "™", 0x2D: "−", 0x6D: "µ", 0x61: "α", 0x62: "β", 0x67: "γ", 0x64: "δ", 0x44: "Δ", 0x70: "π",
        0x73: "σ", 0x53: "Σ", 0x57: "Ω", 0x6C: "λ", 0x6A: "ϕ", 0x71: "θ", 0xA5: "∞", 0xA0: "€",
    ]
}

extension Notice {
    static func notesLeftOut(_ count: Int) -> Notice {
        Notice(
            "notes-left-out", "\(count == 1 ? "1 footnote or endnote was" : "\(count) footnotes and endnotes were") left out of the text",
            severity: .info)
    }
}
