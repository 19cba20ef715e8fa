// SPDX-License-Identifier: Apache-2.0

import Documents
import Foundation
import Pipelines
import Stages
import TestKit
import Testing

@testable import Daemon
@testable import Manifests

@Suite struct `Labels of the user's own, by the shipped model` {
    @Test(arguments: [
        ("The striker scored twice as Norwick reached the semi-finals on penalties.", "sport"),
        ("The chipmaker's shares slid after it warned that third-quarter revenue would miss forecasts.", "business"),
        ("Voters go to the polls on Sunday to elect a new parliament after the coalition fell apart.", "politics"),
        ("The actress won best performance for her role in the drama, which also took the award for best film.", "culture"),
        ("Astronomers have found water vapour around a planet that circles a distant red star.", "science"),
    ])
    func `are told without any example`(text: String, label: String) throws {
        let catalog = StageCatalog.standard(try StageModel.load(Repository.root.appending(path: "Models/encoder/encoder.safetensors").path))
        let type = try #require(catalog["classify"])
        let labels = [
            "sport: matches, teams, players and championships", "business: companies, markets, profits and jobs",
            "politics: governments, elections and parliaments", "culture: films, music, books and the stage",
            "science: research, space, medicine and discoveries",
        ]
        let options = StageOptions(
            [JSON.Member("labels", JSON(.array(labels.map { JSON(.string($0)) })))], for: type.contract)
        let stage = try catalog.stage(type, options)
        let content = Text(text)
        let document = Document(
            id: "sha256:00", source: Source(name: "a", mediaType: "text/plain", charset: "UTF-8", bytes: content.count, sha256: "00"),
            text: content, sourceMap: .identity(count: content.count), annotations: [.sentences([content.whole])])
        let topics = try stage.annotate(document).flatMap { annotation -> [Topic] in
            if case .topics(let topics) = annotation { topics } else { [] }
        }
        #expect(topics.first { $0.scheme == "labels" }?.name == label)
    }
}
