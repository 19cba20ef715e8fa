// SPDX-License-Identifier: Apache-2.0

internal import Documents

/// The stages that other programs and services do.
extension ManifestSchema {
    static let service: JSON = [
        "type": "object", "title": "http", "required": ["kind", "name", "url"], "additionalProperties": false,
        "properties": [
            "$comment": described("string", "For people; ignored."), "kind": ["const": "http"],
            "name": described("string", "Names the stage in results and logs."),
            "plugin": described("string", "Names the plugin in results; the stage's name where it is left out."),
            "url": described("string", "Where the document is posted to; https, or http on this machine."),
            "protocol": choice(
                Manifest.Speech.allCases.map(\.rawValue), "copydesk",
                "copydesk: it is given the document and answers with changes; openai: a language model that writes the field abstract."),
            "secret": [
                "type": "object", "maxProperties": 1, "additionalProperties": false,
                "description": "Where the secret lies that is sent as a bearer token; never the secret itself.",
                "properties": [
                    "file": described("string", "A file, relative to the manifest's folder."),
                    "credential": described("string", "A credential of systemd (LoadCredential=)."),
                ],
            ],
            "reads": ["type": "array", "items": ["type": "string"], "description": "The fields that it is given beside the text."],
            "writes": [
                "type": "array", "items": ["type": "string"], "description": "The fields that it may change; x_NAME for fields of its own.",
            ],
            "workers": workers("Requests under way at one time at most.", standard: 8),
            "tries": ["type": "integer", "minimum": 1, "maximum": 20, "default": 3, "description": "How often a request is sent at most."],
            "limits": [
                "type": "object", "additionalProperties": false,
                "properties": ["answer": quantity("^[0-9]+ ?([kMG]?B)?$", "64MB", "The longest answer.")],
            ],
            "options": ["type": "object", "description": "Given to the service as they are."],
            "timeout": timeout, "on_error": onError, "when": condition(conditions),
        ],
    ]

    static func program(_ kind: String) -> JSON {
        let own: [JSON.Member] =
            kind == "process"
            ? [JSON.Member("workers", workers("How many of it run at one time at most; one a processor where it is left out."))]
            : [
                JSON.Member(
                    "workers", workers("How many of it run at one time at most; as many as articles are in work where it is left out.")),
                JSON.Member(
                    "form",
                    choice(Manifest.Form.allCases.map(\.rawValue), "text", "What it reads and writes: the text, or the document as JSON.")),
            ]
        let strings = { (description: String) -> JSON in
            ["type": "array", "items": ["type": "string"], "description": JSON(.string(description))]
        }
        let shared: [JSON.Member] = [
            JSON.Member("$comment", described("string", "For people; ignored.")),
            JSON.Member("kind", ["const": JSON(.string(kind))]),
            JSON.Member("name", described("string", "Names the stage in results and logs.")),
            JSON.Member("plugin", described("string", "Names the plugin in results; the stage's name where it is left out.")),
            JSON.Member(
                "command", strings("The program and its arguments; files below the manifest's folder may be named relative to it.")),
            JSON.Member("reads", strings("The fields that it is given beside the text.")),
            JSON.Member("writes", strings("The fields that it may change; x_NAME for fields of its own.")),
            JSON.Member("network", ["type": "boolean", "default": false, "description": "Whether it may use the network."]),
            JSON.Member("allow_read", strings("Files and folders that it may read, relative to the manifest's folder.")),
            JSON.Member(
                "limits",
                [
                    "type": "object", "additionalProperties": false,
                    "properties": [
                        "$comment": described("string", "For people; ignored."),
                        "memory": quantity("^[0-9]+ ?([kMG]?B)?$", "1GB", "Address space of each of its processes."),
                        "cpu": quantity("^[0-9]+ ?(ms|s|m|h)$", "10m", "Processor time of each of its processes."),
                        "files": ["type": "integer", "default": 64, "description": "Open files of each of its processes."],
                        "processes": ["type": "integer", "default": 32, "description": "Processes and threads."],
                        "answer": quantity("^[0-9]+ ?([kMG]?B)?$", "64MB", "The longest answer."),
                    ],
                ]),
            JSON.Member("options", ["type": "object", "description": "Given to the plugin as they are."]),
            JSON.Member("timeout", timeout), JSON.Member("on_error", onError), JSON.Member("when", condition(conditions)),
        ]
        return [
            "type": "object", "title": JSON(.string(kind)), "required": ["kind", "name", "command"], "additionalProperties": false,
            "properties": JSON(.object(shared + own)),
        ]
    }
}
