// SPDX-License-Identifier: Apache-2.0

internal import Documents

/// Opens containers until there are texts, and collects the articles that can be read and the reasons why others cannot.
struct Unpacker {
    /// An article and where it was found.
    struct Found {
        var article: Article
        var kind: MediaKind
        var charset: String
        /// The part's path; `nil` for the file itself.
        var part: String?
        /// What its own digest is taken of, where the file holds others too.
        var bytes: ArraySlice<UInt8>
    }

    /// A part that is no article.
    struct Refusal {
        var part: String
        var error: ReadingError
    }

    private(set) var found: [Found] = []
    private(set) var refusals: [Refusal] = []
    /// The bytes of the part that was asked for.
    private(set) var content: [UInt8]?
    private let wanted: String?
    private var allowance = Allowance()
    private let tools: ReaderTools

    /// - Parameter wanted: the path of a part whose bytes are to be kept.
    init(tools: ReaderTools = ReaderTools(), keeping wanted: String? = nil) {
        self.tools = tools
        self.wanted = wanted
    }

    /// Reads a file, and all that it holds.
    ///
    /// - Throws: why the file itself cannot be read; a part of a container that cannot be is a refusal.
    mutating func read(_ bytes: [UInt8], name: String, mediaType: String?) throws(ReadingError) {
        try read(bytes, name, mediaType, path: nil, envelope: nil)
    }

    private mutating func read(
        _ bytes: [UInt8], _ name: String, _ mediaType: String?, path: String?, envelope: Part?
    ) throws(ReadingError) {
        guard !bytes.isEmpty else { throw .noBytes }
        guard let container = Containers.format(of: bytes, name: name, mediaType: mediaType) else {
            if let path, path == wanted { content = bytes }
            let kept = found.count
            found += try TextFile.read(bytes, name: name, mediaType: mediaType, isMail: envelope?.isMailText == true)
            for index in found.indices[kept...] {
                found[index].part = path
                if let envelope {
                    found[index].article.say(envelope.annotations, believing: envelope.trust)
                    if envelope.isMailText { found[index].article = MailEnding.left(out: found[index].article) }
                }
            }
            return
        }
        try allowance.enter()
        defer { allowance.leave() }
        for part in numbered(try container.parts(of: bytes, name: name, tools: tools, &allowance)) {
            let path = Part.path(path, part.name)
            do throws(ReadingError) {
                try deeper(part, path)
            } catch {
                // A bomb is a bomb wherever it lies; anything else is this part's own fault.
                if error.code == .tooMuch { throw error }
                refusals.append(Refusal(part: path, error: error))
            }
        }
    }

    /// Gives the second part of a name another one, so that a path leads to one part alone.
    private func numbered(_ parts: [Part]) -> [Part] {
        var counts: [String: Int] = [:]
        return parts.map { part in
            var part = part
            let count = counts[part.name, default: 0] + 1
            counts[part.name] = count
            guard count > 1 else { return part }
            part.fileName = part.fileName ?? part.name
            part.name += " (\(count))"
            return part
        }
    }

    private mutating func deeper(_ part: Part, _ path: String) throws(ReadingError) {
        if let refusal = part.refusal { throw refusal }
        try read(part.bytes, part.fileName ?? part.name, part.mediaType, path: path, envelope: part)
    }
}

extension Article {
    /// Adds what the envelope says of the article.
    mutating func say(_ envelope: [Annotation], believing trust: Part.Trust) {
        annotations = trust == .part ? envelope + annotations : annotations + envelope
    }
}
