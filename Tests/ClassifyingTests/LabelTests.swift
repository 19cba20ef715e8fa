// SPDX-License-Identifier: Apache-2.0

import Classifying
import Documents
import Stages
import Testing

@Suite struct `Labels of the user's own` {
    private static let labels = JSON(
        .array([
            JSON(.string("sport: matches, teams, players and goals")), JSON(.string("courts: trials, judges and sentences")),
            JSON(.string("weather")),
        ]))
    private static let game = "Norwick won the cup. The players of both teams praised the match, and one scored two goals."

    @Test func `are found by their words where there is no model`() throws {
        let topics = try #require(try classified(Self.game, [.init("labels", Self.labels), .init("topics", 3)]).topics)
        let own = topics.filter { $0.scheme == "labels" }
        #expect(own.first?.name == "sport" && own.first?.code == "sport")
        #expect(own.allSatisfy { $0.confidence >= 0.3 && $0.vocabulary.isEmpty })
        #expect(topics.contains { $0.scheme == "mediatopic" })
    }

    @Test func `may be none`() throws {
        let text = "The ferry sails at noon. It carries bread to the island."
        let topics = try classified(text, [.init("labels", Self.labels)]).topics ?? []
        #expect(!topics.contains { $0.scheme == "labels" })
    }

    @Test func `stand alone where no others are wanted, under the name of the user's scheme`() throws {
        let topics = try classified(
            Self.game, [.init("labels", Self.labels), .init("topics", 0)]
        ).topics
        #expect(topics?.map(\.scheme) == ["labels"])
        let named = try classified(Self.game, [.init("labels", Self.labels), .init("scheme", "desks")]).topics ?? []
        #expect(named.contains { $0.scheme == "desks" && $0.name == "sport" })
    }

    @Test(arguments: [[": words"], [""], ["sport", "sport: again"], (0...200).map { "label \($0)" }])
    func `are refused where they cannot be`(lines: [String]) {
        let options = StageOptions([.init("labels", JSON(.array(lines.map { JSON(.string($0)) })))], for: ClassifyStage.contract)
        #expect(throws: OptionError.self) { try ClassifyStage(options: options) }
    }
}
