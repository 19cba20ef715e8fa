// SPDX-License-Identifier: Apache-2.0

internal import Documents

extension ManifestSchema {
    static let duplicateMembers = ["$comment", "similarity", "within", "paragraphs"]

    static var duplicates: JSON {
        let standard = Manifest.Duplicates()
        return [
            "description": "How articles are compared with earlier ones; false: not at all.", "default": true,
            "oneOf": [
                ["type": "boolean"],
                [
                    "type": "object", "additionalProperties": false,
                    "properties": [
                        "$comment": ["type": "string", "description": "For people; ignored."],
                        "similarity": [
                            "type": "number", "minimum": 0.1, "maximum": 1, "default": JSON(.number(standard.similarity)),
                            "description": "How much of the shorter of two articles the other must have for them to say nearly the same.",
                        ],
                        "within": [
                            "type": "string", "pattern": "^[0-9]+ ?(ms|s|m|h|d)$", "default": "30d",
                            "description": "How far back it is looked.",
                        ],
                        "paragraphs": [
                            "type": "boolean", "default": JSON(.bool(standard.paragraphs)),
                            "description": "Whether paragraphs that stood in an earlier article are named.",
                        ],
                    ],
                ],
            ],
        ]
    }
}
