// SPDX-License-Identifier: Apache-2.0

internal import Documents
package import Manifests
internal import Pipelines
internal import Plugins
internal import Reading
internal import Stages

/// What every plugin must bear and keep to, whoever wrote it: what `copydesk test-plugin` runs.
package struct PluginConformance: Sendable {
    package struct Finding: Sendable {
        package var check: String
        /// What is wrong; `nil` where nothing is.
        package var fault: String?
        /// Of the stage alone.
        package var milliseconds: Double?
    }

    /// Articles that real inboxes hold, and those that hostile ones do.
    private static let articles: [(name: String, text: String)] = [
        (
            "an ordinary article",
            "GENEVA, May 27 — At least 20 people were killed on Friday, the United Nations said.\n\n\"We need help,\" said Ana Silva, a doctor. Write to desk@example.org.\n"
        ),
        ("one letter", "a"),
        ("many scripts", "Ärzte в Москве قالت الأمم المتحدة 東京で 👩‍👩‍👧‍👦 🇩🇪 e\u{301} \u{200F}\u{202E}txet\u{202C}\n"),
        ("what breaks parsers", "{\"jsonrpc\": \"2.0\"}\n</script><!-- ' \" \\ \\u0000 \\n %s $(id) `id` \u{FFFD}\n\n\n\n.\n"),
        ("one long line", String(repeating: "word ", count: 100_000)),
        ("two megabytes", String(repeating: "The council met on Tuesday and said that 20 people were hurt.\n", count: 34_000)),
    ]

    private let step: Plan.Step
    private let earlier: Pipeline

    /// - Returns: `nil` where the plan has no stage of that name.
    package init?(_ name: String, in plan: Plan) {
        let chains = [plan.steps] + plan.chains.values
        guard let chain = chains.first(where: { $0.contains { $0.name == name } }), let index = chain.firstIndex(where: { $0.name == name })
        else { return nil }
        step = chain[index]
        earlier = Pipeline(Array(chain[..<index]), clock: .live)
    }

    package func run() async -> [Finding] {
        var findings: [Finding] = []
        if let external = step.stage as? any ExternalStage {
            var fault: String?
            do throws(StageFailure) { try external.probe() } catch { fault = error.description }
            findings.append(Finding(check: "starts and answers", fault: fault))
            if fault != nil { return findings }
        }
        for (name, text) in Self.articles { findings.append(await finding(name, text)) }
        return findings
    }

    /// Twice the same, within the time limit, and what it declared only.
    private func finding(_ name: String, _ text: String) async -> Finding {
        var finding = Finding(check: name)
        do {
            guard let read = try Reader.read(Array(text.utf8), name: "article.txt").first else { return finding }
            let document = try await earlier.run(read)
            var results: [[UInt8]] = []
            for _ in 0..<2 {
                let begin = ContinuousClock.now
                var result = document
                try result.apply(try step.stage.annotate(document), writes: step.contract.writes)
                let spent = ContinuousClock.now - begin
                finding.milliseconds = spent / .milliseconds(1)
                if spent > step.timeout { finding.fault = "took longer than its timeout of \(step.timeout)" }
                results.append(DocumentEncoder.encode(result, layout: .compact))
            }
            if results[0] != results[1] { finding.fault = "the same article gave two results" }
        } catch {
            finding.fault = "\(error)"
        }
        return finding
    }
}
