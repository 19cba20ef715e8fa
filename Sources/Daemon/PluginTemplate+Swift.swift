// SPDX-License-Identifier: Apache-2.0

extension PluginTemplate {
    /// A package of its own, which is to be built.
    ///
    /// - Parameter copydesk: where the sources of copydesk lie, as a path or an address that git knows.
    package static func swift(_ name: String, copydesk: String) -> PluginTemplate {
        let type = name.split(separator: "-").map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined()
        let dependency = copydesk.contains("://") ? "url: \"\(copydesk)\", branch: \"main\"" : "name: \"copydesk\", path: \"\(copydesk)\""
        var template = PluginTemplate(
            path: "plugins/\(name)/Package.swift",
            entry: """
                { "kind": "process", "name": "\(name)", "command": ["plugins/\(name)/.build/release/\(name)"],
                  "reads": ["sentences"], "writes": ["notices", "x_longest"], "options": { "most": 60 } }
                """,
            content: """
                // swift-tools-version: 6.2
                import PackageDescription

                let package = Package(
                    name: "\(name)",
                    dependencies: [.package(\(dependency))],
                    targets: [.executableTarget(name: "\(name)", dependencies: [.product(name: "CopydeskPlugin", package: "copydesk")])]
                )

                """)
        template.position = "behind normalize, which gives sentences"
        template.preparation = "swift build -c release --static-swift-stdlib --package-path plugins/\(name)"
        template.companions = [
            (
                "plugins/\(name)/Sources/\(name)/\(type).swift",
                """
                import CopydeskPlugin
                import Documents
                import Stages

                /// Finds the longest sentence, and flags those that are too long. Replace `annotate` by your own.
                @main struct \(type): Plugin {
                    static let id = "\(name)"
                    static let version = "1"
                    static let summary = "Flags sentences that are too long."
                    static let contract = StageContract(
                        reads: [.sentences], writes: [.notices, .extra],
                        options: [StageOption("most", .integer(5...1000), standard: JSON(.integer(60)), "Words that a sentence may have.")])

                    private let most: Int

                    init(options: StageOptions) { most = options.integer("most") }

                    /// Spans count the bytes of `document.text`; what is returned is checked, and turned into code points on its way.
                    func annotate(_ document: Document) throws(StageFailure) -> [Annotation] {
                        let counts = (document.sentences ?? []).map { ($0, document.text[$0].split(separator: UInt8(ascii: " ")).count) }
                        let notices = counts.filter { $0.1 > most }.map { Notice("long-sentence", "The sentence has \\($0.1) words", at: $0.0) }
                        return [.notices(notices), .extra(JSON.Member("x_longest", JSON(.integer(counts.map(\\.1).max() ?? 0))))]
                    }
                }

                """
            )
        ]
        return template
    }
}
