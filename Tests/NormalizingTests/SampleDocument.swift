// SPDX-License-Identifier: Apache-2.0

import Documents
import Normalizing
import Stages

/// Takes a text through the stage.
func normalized(
    _ string: String, mediaType: String = "text/plain", options: [JSON.Member] = [], known: [Annotation] = []
) throws -> Document {
    let text = Text(string)
    let source = Source(name: "a", mediaType: mediaType, charset: "UTF-8", bytes: text.count, sha256: "00")
    var document = Document(
        id: "sha256:00", source: source, text: text, sourceMap: .identity(count: text.count), annotations: known)
    let stage = try NormalizeStage(options: StageOptions(options, for: NormalizeStage.contract))
    try document.apply(try stage.annotate(document), writes: NormalizeStage.contract.writes)
    return document
}
