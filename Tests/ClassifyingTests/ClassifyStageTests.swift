// SPDX-License-Identifier: Apache-2.0

import Classifying
import Documents
import Stages
import Testing

@Suite struct `The classify stage` {
    private static let game = """
        Norwick won the cup final on Saturday. The striker scored two goals in the second half, and the goalkeeper saved a penalty. \
        The coach praised his football team after the match.
        """

    @Test(arguments: [
        (game, "medtop:15000000", "sport"),
        (
            "Troops shelled the town overnight. The army said its soldiers had killed rebels in an airstrike near the front line, "
                + "while both sides accused each other of breaking the ceasefire.", "medtop:16000000", "conflict, war and peace"
        ),
        (
            "Parliament passed the bill by three votes. The prime minister thanked her party, and the opposition leader called for "
                + "an early election.", "medtop:11000000", "politics"
        ),
        (
            "The bishop led the Easter service in the cathedral, and the congregation prayed with priests of other churches.",
            "medtop:12000000", "religion"
        ),
        (
            "Shares of the bank fell by a tenth after it reported lower profits, and investors expect the central bank to raise "
                + "interest rates.", "medtop:04000000", "economy, business and finance"
        ),
        (
            "Doctors at the hospital vaccinate patients against the virus, since the disease spreads fast among children.",
            "medtop:07000000", "health"
        ),
        (
            "Heavy rain and thunderstorms are forecast for Sunday; temperatures fall to five degrees, with snow in the hills.",
            "medtop:17000000", "weather"
        ),
        (
            "Teachers and pupils return to school on Monday, and the university opens its classrooms to students a week later.",
            "medtop:05000000", "education"
        ),
    ])
    func `names the topic`(text: String, code: String, name: String) throws {
        let topic = try #require(try classified(text).topics?.first)
        #expect(topic.code == code)
        #expect(topic.name == name)
        #expect(topic.scheme == "mediatopic")
        #expect(topic.vocabulary == "2023-10-24")
        #expect((0.1...1).contains(topic.confidence))
    }

    @Test func `keeps its contract`() {
        #expect(StageConformance.run(ClassifyStage.self, on: sample(Self.game)).findings.isEmpty)
        #expect(StageConformance.findings(about: ClassifyStage.self).isEmpty)
    }

    @Test func `puts top-level topics first and each kind in order`() throws {
        let topics = try #require(try classified(Self.game, [.init("minimum_confidence", 0), .init("topics", 20)]).topics)
        let tops = topics.prefix { $0.code.hasSuffix("000000") }
        #expect(tops.count == 17)
        #expect(topics.dropFirst(17).allSatisfy { !$0.code.hasSuffix("000000") })
        #expect(tops.map(\.confidence) == tops.map(\.confidence).sorted(by: >))
        #expect(Set(topics.map(\.code)).count == topics.count)
    }

    @Test func `always names one topic, and none too many`() throws {
        #expect(try classified(Self.game, [.init("minimum_confidence", 1)]).topics?.count == 1)
        #expect(try classified(Self.game, [.init("minimum_confidence", 0), .init("topics", 3)]).topics?.count == 3)
    }

    @Test(arguments: [("en", false), ("en-GB", false), ("de", true), ("fr", true)])
    func `names no topic in another language`(tag: String, isEmpty: Bool) throws {
        let document = try classified(Self.game, known: [.language(LanguageGuess(tag: tag, confidence: 0.9))])
        #expect(document.topics?.isEmpty == isEmpty)
    }

    @Test(arguments: ["", " \n", "the of and", "Norwick", "?!", "1 2 3 4 5 6 7", "\u{0}\u{1}", "停航 停航"])
    func `names no topic where nothing is said`(text: String) throws {
        #expect(try classified(text).topics == [])
    }

    @Test func `lets the headline count`() throws {
        let text = "The club and the bank met the minister in the town on Tuesday to talk about the new building at the river."
        let plain = try #require(try classified(text, [.init("minimum_confidence", 0), .init("topics", 17)]).topics)
        let headed = try #require(
            try classified(text, [.init("minimum_confidence", 0), .init("topics", 17)], known: [.headline("Football stadium opens")]).topics
        )
        let before = plain.first { $0.code == "medtop:15000000" }?.confidence ?? 0
        let after = headed.first { $0.code == "medtop:15000000" }?.confidence ?? 0
        #expect(after > before)
    }

    @Test func `stops when cancelled`() async {
        let task = Task {
            unsafe withUnsafeCurrentTask { unsafe $0?.cancel() }
            return try ClassifyStage(options: StageOptions(for: ClassifyStage.contract)).annotate(sample(Self.game))
        }
        await #expect(throws: StageFailure.cancelled) { try await task.value }
    }
}
