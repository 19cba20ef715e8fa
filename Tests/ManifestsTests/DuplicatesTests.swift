// SPDX-License-Identifier: Apache-2.0

import Manifests
import Testing

@Suite struct `What a manifest says of duplicates` {
    private func plan(_ value: String?) -> (plan: Plan?, findings: [String]) {
        let member = value.map { "\"duplicates\": \($0), " } ?? ""
        let (plan, diagnostics) = Planner.plan(Array("{\(member)\"stages\": []}".utf8), file: "m", catalog: .sample)
        return (plan, diagnostics.map(\.description))
    }

    @Test(
        arguments: [
            (nil, 0.5, 30 * 86_400, true), ("true", 0.5, 30 * 86_400, true), ("{}", 0.5, 30 * 86_400, true),
            (#"{"$comment": "c", "similarity": 1, "within": "12h", "paragraphs": false}"#, 1, 12 * 3600, false),
        ] as [(String?, Double, Int, Bool)])
    func `is in force`(value: String?, similarity: Double, seconds: Int, paragraphs: Bool) throws {
        let duplicates = try #require(plan(value).plan?.manifest.duplicates)
        #expect(duplicates.similarity == similarity && duplicates.within == .seconds(seconds) && duplicates.paragraphs == paragraphs)
    }

    @Test func `may be that they are not looked for`() throws {
        let plan = try #require(plan("false").plan)
        #expect(plan.manifest.duplicates == nil)
    }

    @Test(arguments: [
        (
            "3",
            #"m:1:16: error: "duplicates" cannot be a whole number; write true, false or an object such as { "similarity": 0.5, "within": "30d" }"#
        ),
        (#"{"similarity": 0}"#, #"m:1:31: error: "similarity" cannot be a whole number; write a number from 0.1 to 1"#),
        (#"{"within": "30 years"}"#, #"m:1:27: error: "within" cannot be this string; write an age such as "12h" or "30d""#),
        (#"{"paragraphs": "no"}"#, #"m:1:31: error: "paragraphs" cannot be this string; write true or false"#),
        (#"{"withn": "3d"}"#, #"m:1:17: error: there is no "withn" here; did you mean "within"?"#),
    ])
    func `is refused with its place`(value: String, finding: String) {
        #expect(plan(value).findings == [finding])
    }
}
