// SPDX-License-Identifier: Apache-2.0

import Documents
import Manifests
import Stages

/// Gives sentences, as normalize does.
struct CutStage: Stage {
    static let id = "cut"
    static let version = "1"
    static let summary = "Cuts the text."
    static let contract = StageContract(
        reads: [.text], writes: [.text, .sentences],
        options: [
            StageOption("size", .integer(1...20), standard: 3, "How many."),
            StageOption("mode", .choice(["plain", "fancy"]), standard: "plain", "Which way."),
            StageOption("words", .strings, standard: [], "Some words."),
            StageOption("share", .number(0...1), standard: 0.5, "How much."),
            StageOption("deep", .boolean, standard: false, "Whether."),
            StageOption("table", .file, standard: nil, "A file."),
        ])

    let size: Int

    init(options: StageOptions) throws(OptionError) {
        size = options.integer("size")
        if options.string("table") == "missing" {
            throw OptionError(option: "table", problem: "\"missing\" is not there", remedy: "name a file that is")
        }
    }

    func annotate(_ document: Document) throws(StageFailure) -> [Annotation] { [.sentences([document.text.whole])] }
}

/// Needs sentences.
struct CountStage: Stage {
    static let id = "count"
    static let version = "2"
    static let summary = "Counts sentences."
    static let contract = StageContract(reads: [.text, .sentences], writes: [.keywords])

    init(options: StageOptions) throws(OptionError) {}
    func annotate(_ document: Document) throws(StageFailure) -> [Annotation] { [.keywords([])] }
}

extension StageCatalog {
    static let sample = StageCatalog([CutStage.self, CountStage.self])
}
