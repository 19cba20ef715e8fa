// SPDX-License-Identifier: Apache-2.0

/// The verbs that tell whether a time beside them lies ahead or behind.
extension TimeWords {
    static let future: Set<String> = [
        "will", "'ll", "shall", "won't", "expected", "expects", "expect", "scheduled", "plans", "planned", "planning", "due", "upcoming",
        "forthcoming", "payable", "supposed", "slated", "intends", "hopes",
    ]

    /// Before "to" and a verb.
    static let intentions: Set<String> = [
        "is", "are", "'s", "set", "agreement", "plan", "deal", "offer", "proposal", "agreed", "ready", "vowed", "promised", "pledged",
        "going", "want", "wants", "decided", "prepared", "poised", "likely",
    ]

    /// Before "be".
    static let modals: Set<String> = ["to", "may", "might", "could", "would", "should", "must", "can"]

    /// What they report may lie anywhere.
    static let reporting: Set<String> = ["said", "told", "added", "announced", "reported", "noted", "warned", "predicted"]

    /// Present forms that tell what is on the calendar: "talks resume Thursday".
    static let timetable: Set<String> = [
        "resume", "resumes", "begin", "begins", "start", "starts", "open", "opens", "end", "ends", "expire", "expires",
    ]

    /// Past forms that do not end in "ed".
    static let past: Set<String> = [
        "was", "were", "had", "did", "been", "became", "began", "came", "went", "took", "made", "fell", "rose", "left", "met", "won",
        "lost",
        "held", "sent", "gave", "got", "saw", "led", "ran", "broke", "hit", "spoke", "wrote", "brought", "bought", "sold", "struck", "shot",
        "flew", "drew", "grew", "knew", "found", "fought", "kept", "paid", "stood", "thought", "stole", "swept", "blew", "dropped", "died",
        "didn't", "wasn't", "weren't", "hadn't",
    ]
}
