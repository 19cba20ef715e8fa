// SPDX-License-Identifier: Apache-2.0

import Documents
import Files
import TestKit

@testable import Encoding

extension TinyModel {
    /// Writes the model and opens it.
    func open(_ path: KernelPath? = nil) throws -> Encoder { try Self.open(bytes, path) }

    static func open(_ bytes: [UInt8], _ path: KernelPath? = nil) throws -> Encoder {
        let folder = try TemporaryFolder()
        let name = "encoder.safetensors"
        try LiveFileSystem().create(Place(folder.path, RelativePath(name)!), holding: bytes)
        // What is mapped outlives its name.
        return try Encoder(EncoderFile("\(folder.path)/\(name)"), path: path)
    }
}

/// Text with a sentence a line.
struct Lines {
    let text: Text
    let sentences: [TextSpan]

    init(_ lines: [String]) {
        var sentences: [TextSpan] = []
        var offset = 0
        for line in lines {
            sentences.append(TextSpan(offset, offset + line.utf8.count))
            offset += line.utf8.count + 1
        }
        text = Text(lines.map { $0 + "\n" }.joined())
        self.sentences = sentences
    }

    static let sample = Lines([
        "The mayor of Mosul spoke.", "Floods - 2026, UN-led", "", "“café” 中文 xyz", "a b c d e f g h i j k l m n o p q r s t u v w x y z",
        String(repeating: "flooding mosul, ", count: 40),
    ])
}
