// SPDX-License-Identifier: Apache-2.0

package import Documents
internal import Stages

/// The JSON Schema of `plugins.json`, made from the stages' own contracts so that it cannot drift:
/// `docs/plugins.schema.json` is what `copydesk stages --schema` prints, and a test compares them.
package enum ManifestSchema {
    static let members = [
        "$schema", "$comment", "inbox", "outbox", "archive", "quarantine", "state", "originals", "repeats", "formats", "ignore",
        "concurrency",
        "maximum_size", "poll", "attempts", "retry_delay", "settle", "min_free", "order", "marker", "companions", "folder_tags",
        "empty_folders",
        "keep_archive", "keep_outbox", "duplicates", "canary",
        "stages", "chains", "routes",
    ]
    static let stageMembers = ["$comment", "name", "plugin", "kind", "options", "workers", "timeout", "on_error", "when"]
    static let conditions = ["path", "media_type", "language", "topic", "has"]
    /// Of a stage that another program does.
    static let programMembers = [
        "command", "reads", "writes", "form", "network", "allow_read", "limits", "url", "secret", "tries",
    ]

    package static func json(for catalog: StageCatalog) -> JSON {
        let standard = Manifest()
        return [
            "$schema": "https://json-schema.org/draft/2020-12/schema",
            "title": "copydesk manifest",
            "description": "Where articles come from, what is done with each, and where the results go.",
            "type": "object",
            "required": ["stages"],
            "additionalProperties": false,
            "properties": [
                "$schema": described("string", "This schema, for completion in editors."),
                "$comment": described("string", "For people; ignored."),
                "inbox": folder(standard.inbox, "Folder that is watched. Paths are relative to the manifest's folder."),
                "outbox": folder(standard.outbox, "Folder that the results are written to."),
                "archive": folder(standard.archive, "Folder that the originals of finished articles move to."),
                "quarantine": folder(standard.quarantine, "Folder for what failed: the original and a reason beside it."),
                "originals": choice(
                    Manifest.Originals.allCases.map(\.rawValue), standard.originals.rawValue,
                    "What becomes of the original of a finished article."),
                "state": folder(standard.state, "Folder for what the program remembers between runs and can do without; on a local disk."),
                "repeats": choice(
                    Manifest.Repeats.allCases.map(\.rawValue), standard.repeats.rawValue,
                    "What is done with content that has results already: link gives those another name, reject puts the file into quarantine."
                ),
                "formats": [
                    "type": "array", "minItems": 1, "uniqueItems": true, "default": ["json"],
                    "items": ["enum": JSON(.array(Manifest.Format.allCases.map { JSON(.string($0.rawValue)) }))],
                    "description": "The renditions written for each article.",
                ],
                "ignore": [
                    "type": "array", "items": ["type": "string"],
                    "description":
                        "Names in the inbox that are not articles, as patterns with * and ?; replaces the standard list of temporary files.",
                ],
                "concurrency": [
                    "type": "integer", "minimum": 1, "maximum": 256,
                    "description": "Articles in work at one time; one a processor where it is left out.",
                ],
                "maximum_size": quantity("^[0-9]+ ?([kMG]?B)?$", "64MB", "Larger files are refused."),
                "poll": quantity("^[0-9]+ ?(ms|s|m|h)$", "2s", "How often the inbox is looked at where the system gives no events for it."),
                "attempts": [
                    "type": "integer", "minimum": 1, "maximum": 1000, "default": 3,
                    "description": "How often the program may die at an article before that goes to quarantine.",
                ],
                "retry_delay": quantity(
                    "^[0-9]+ ?(ms|s|m|h)$", "2s",
                    "How long an article rests after a first failure of the moment, such as a full disk; doubled with every other, up to an hour."
                ),
                "settle": [
                    "type": "string", "pattern": "^[0-9]+ ?(ms|s|m|h)$",
                    "description":
                        "How long a file must not have changed before it is taken, for writers that close a file and open it again; left out: taken as soon as nobody has it open.",
                ],
                "min_free": [
                    "type": "string", "pattern": "^[0-9]+ ?([kMGT]?B)?$",
                    "description":
                        "Free space of the outbox below which nothing is taken; left out: a fiftieth of the file system, at most 64MB.",
                ],
                "order": choice(
                    Manifest.Order.allCases.map(\.rawValue), standard.order.rawValue,
                    "Which of the waiting files come first; fair: those that waited and those that come now take turns."),
                "marker": [
                    "type": "string", "minLength": 1,
                    "description":
                        "Ending of a marker: NAME is taken when NAME with this ending lies beside it, and the marker is removed when NAME is settled.",
                ],
                "companions": [
                    "type": "array", "items": ["type": "string", "minLength": 1],
                    "description":
                        "Endings of files that go with another: with .meta.json, NAME.meta.json is taken with NAME and tells its headline, date, tags and the like.",
                ],
                "folder_tags": [
                    "type": "boolean", "default": false,
                    "description": "Whether the names of the folders that an article lies in are its tags.",
                ],
                "empty_folders": choice(
                    Manifest.EmptyFolders.allCases.map(\.rawValue), standard.emptyFolders.rawValue,
                    "What is done with folders of the inbox that have been empty for a minute."),
                "keep_archive": retention("How long originals stay in the archive; left out: for ever."),
                "keep_outbox": retention("How long results stay in the outbox; left out: for ever."),
                "duplicates": duplicates,
                "canary": [
                    "type": "integer", "minimum": 1, "maximum": 1000,
                    "description":
                        "On how many of the latest articles a changed chain is tried before it is in force; the log says what changes.",
                ],
                "chains": [
                    "type": "object", "description": "Other chains, by name, for routes to choose.",
                    "additionalProperties": ["$ref": "#/properties/stages"],
                ],
                "routes": [
                    "type": "array", "description": "Which chain takes an article, and where its results go; the first that fits.",
                    "items": [
                        "type": "object", "additionalProperties": false,
                        "properties": [
                            "$comment": described("string", "For people; ignored."),
                            "when": condition(["path", "media_type"]),
                            "chain": described("string", "One of \"chains\"; that of \"stages\" where it is left out."),
                            "outbox": described("string", "A folder below the outbox."),
                        ],
                    ],
                ],
                "stages": [
                    "type": "array", "description": "The chain, in order.",
                    "items": [
                        "oneOf": JSON(
                            .array(
                                catalog.types.map { stage($0.id, $0.summary, $0.contract.options) } + [
                                    program("process"), program("filter"), service,
                                ]))
                    ],
                ],
            ],
        ]
    }

    static func stage(_ id: String, _ summary: String, _ options: [StageOption]) -> JSON {
        [
            "type": "object", "title": JSON(.string(id)), "description": JSON(.string(summary)), "required": ["plugin"],
            "additionalProperties": false,
            "properties": [
                "$comment": described("string", "For people; ignored."),
                "kind": ["const": "builtin"],
                "name": described("string", "Names the stage in results and logs; the plugin's name where it is left out."),
                "plugin": ["const": JSON(.string(id)), "description": JSON(.string(summary))],
                "options": [
                    "type": "object", "additionalProperties": false,
                    "properties": JSON(
                        .object(
                            options.map { JSON.Member($0.name, option($0)) }
                                + [JSON.Member("$comment", described("string", "For people; ignored."))])),
                ],
                "workers": workers("Articles in this stage at one time at most; as many as are in work where it is left out."),
                "timeout": timeout, "on_error": onError, "when": condition(conditions),
            ],
        ]
    }

    static func workers(_ description: String, standard: Int? = nil) -> JSON {
        let limits: [JSON.Member] = [JSON.Member("type", "integer"), JSON.Member("minimum", 1), JSON.Member("maximum", 256)]
        let usual = standard.map { [JSON.Member("default", JSON(.integer($0)))] } ?? []
        return JSON(.object(limits + usual + [JSON.Member("description", JSON(.string(description)))]))
    }

    static let timeout = quantity("^[0-9]+ ?(ms|s|m|h)$", "30s", "The longest that this stage may take for one article.")
    static let onError = choice(
        Manifest.OnError.allCases.map(\.rawValue), "quarantine",
        "quarantine: the article leaves the chain with its reason; skip: it goes on without this stage; retry: the stage is tried again, then quarantine."
    )

    private static let summaries = [
        "path": "Patterns for the path below the inbox, such as sport/*.", "media_type": "Patterns such as text/*.",
        "language": "BCP 47; en is en-GB too.", "topic": "Codes or names.", "has": "Fields that are there and not empty.",
    ]

    static func condition(_ names: [String]) -> JSON {
        let values = names.map { name in
            JSON.Member(
                name,
                [
                    "description": JSON(.string(summaries[name] ?? "")),
                    "oneOf": [["type": "string"], ["type": "array", "minItems": 1, "items": ["type": "string"]]],
                ])
        }
        return [
            "type": "object", "additionalProperties": false, "description": "All must hold; of a list, one.",
            "properties": JSON(.object([JSON.Member("$comment", described("string", "For people; ignored."))] + values)),
        ]
    }

    private static func option(_ option: StageOption) -> JSON {
        var members = type(of: option.kind)
        members.append(JSON.Member("default", option.standard))
        members.append(JSON.Member("description", JSON(.string(option.summary))))
        return JSON(.object(members))
    }

    private static func type(of kind: StageOption.Kind) -> [JSON.Member] {
        switch kind {
        case .boolean: [JSON.Member("type", "boolean")]
        case .integer(let range):
            [
                JSON.Member("type", "integer"), JSON.Member("minimum", JSON(.integer(range.lowerBound))),
                JSON.Member("maximum", JSON(.integer(range.upperBound))),
            ]
        case .number(let range):
            [
                JSON.Member("type", "number"), JSON.Member("minimum", JSON(.number(range.lowerBound))),
                JSON.Member("maximum", JSON(.number(range.upperBound))),
            ]
        case .string, .file: [JSON.Member("type", "string")]
        case .choice(let names): [JSON.Member("enum", JSON(.array(names.map { JSON(.string($0)) })))]
        case .strings: [JSON.Member("type", "array"), JSON.Member("items", ["type": "string"])]
        }
    }

    static func described(_ type: String, _ description: String) -> JSON {
        ["type": JSON(.string(type)), "description": JSON(.string(description))]
    }

    private static func folder(_ standard: String, _ description: String) -> JSON {
        ["type": "string", "minLength": 1, "default": JSON(.string(standard)), "description": JSON(.string(description))]
    }

    static func quantity(_ pattern: String, _ standard: String, _ description: String) -> JSON {
        [
            "type": "string", "pattern": JSON(.string(pattern)), "default": JSON(.string(standard)),
            "description": JSON(.string(description)),
        ]
    }

    private static func retention(_ description: String) -> JSON {
        [
            "type": "object", "additionalProperties": false, "description": JSON(.string(description)),
            "properties": [
                "$comment": described("string", "For people; ignored."),
                "age": [
                    "type": "string", "pattern": "^[0-9]+ ?(ms|s|m|h|d)$", "description": "What was settled longer ago is removed: 90d.",
                ],
                "size": [
                    "type": "string", "pattern": "^[0-9]+ ?([kMGT]?B)?$",
                    "description": "The oldest are removed while the folder holds more: 20GB.",
                ],
            ],
        ]
    }

    static func choice(_ names: [String], _ standard: String, _ description: String) -> JSON {
        [
            "enum": JSON(.array(names.map { JSON(.string($0)) })), "default": JSON(.string(standard)),
            "description": JSON(.string(description)),
        ]
    }
}
