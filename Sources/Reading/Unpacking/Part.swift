// SPDX-License-Identifier: Apache-2.0

internal import Documents

/// A file inside a file: what a container yields, to be read as a file of its own.
struct Part: Sendable {
    /// Which of the two is believed where the container and the part itself speak of one field.
    enum Trust: Sendable {
        /// The envelope is about this article: the subject and date of a mail.
        case container
        /// The envelope is about how it was got: the address in a web archive.
        case part
    }

    /// Its place in the container, as the container's own tools name it: a path in an archive, a section of a mail ("1.2").
    var name: String
    var bytes: [UInt8]
    /// What the container says that it is, with or without `; charset=`; otherwise it is detected.
    var mediaType: String?
    /// What the container says about the article.
    var annotations: [Annotation] = []
    var trust = Trust.part
    /// What it is called where `name` is a number: its ending tells the form.
    var fileName: String?
    /// Whether it is the text of a mail, whose end may be a signature or the mail that it answers.
    var isMailText = false
    /// Why it cannot be read, where the container knows that already.
    var refusal: ReadingError?

    init(_ name: String, _ bytes: [UInt8], mediaType: String? = nil) {
        self.name = name
        self.bytes = bytes
        self.mediaType = mediaType
    }

    /// A part that the container itself refuses.
    static func refused(_ name: String, _ error: ReadingError) -> Part {
        var part = Part(name, [])
        part.refusal = error
        return part
    }

    /// A part's name inside its container's: `inner.zip!/b/story.html`, as the addresses of Java's archives are written.
    static func path(_ outer: String?, _ inner: String) -> String { outer.map { "\($0)!/\(inner)" } ?? inner }
}

extension Annotation {
    /// The notice of a part whose end or middle is lost.
    static func damaged(_ why: String) -> Annotation {
        .notices([Notice("part-damaged", "The file is damaged here and may lack text: \(why)", severity: .warning)])
    }
}
