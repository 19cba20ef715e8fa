// SPDX-License-Identifier: Apache-2.0

/// What kind of text the article is, with the places that show it.
public struct Genre: Hashable, Sendable {
    public enum Name: String, CaseIterable, Sendable {
        case news, opinion, analysis, interview
        case liveBlog = "live_blog"
        case pressRelease = "press_release"
    }

    public struct Evidence: Hashable, Sendable {
        public var span: TextSpan
        /// In plain words: "a clock time opens the paragraph".
        public var reason: String

        public init(_ span: TextSpan, reason: String) {
            self.span = span
            self.reason = reason
        }
    }

    public var name: Name
    /// 0…1
    public var confidence: Double
    public var evidence: [Evidence]

    public init(_ name: Name, confidence: Double, evidence: [Evidence] = []) {
        self.name = name
        self.confidence = confidence
        self.evidence = evidence
    }
}
