// SPDX-License-Identifier: Apache-2.0

import Classifying
import Documents
import Stages

/// A document whose sentences end at every full stop.
func sample(_ string: String, known: [Annotation] = []) -> Document {
    let text = Text(string)
    var spans: [TextSpan] = []
    var start = 0
    for (offset, byte) in text.bytes.enumerated() where byte == UInt8(ascii: ".") {
        spans.append(text.trimmed(TextSpan(start, offset + 1)))
        start = offset + 1
    }
    let rest = text.trimmed(TextSpan(start, text.count))
    if !rest.isEmpty { spans.append(rest) }
    return Document(
        id: "sha256:00", source: Source(name: "a", mediaType: "text/plain", charset: "UTF-8", bytes: text.count, sha256: "00"),
        text: text, sourceMap: .identity(count: text.count), annotations: [.sentences(spans)] + known)
}

/// Takes a text through the stage.
func classified(_ string: String, _ options: [JSON.Member] = [], known: [Annotation] = []) throws -> Document {
    var document = sample(string, known: known)
    let stage = try ClassifyStage(options: StageOptions(options, for: ClassifyStage.contract))
    try document.apply(try stage.annotate(document), writes: ClassifyStage.contract.writes)
    return document
}
