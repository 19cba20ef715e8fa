// SPDX-License-Identifier: Apache-2.0

package import Documents

/// `plugins.json` as written, with the standard values where it says nothing.
package struct Manifest: Sendable {
    package enum OnError: String, CaseIterable, Sendable { case quarantine, skip, retry }
    /// What becomes of the original of an article that succeeded.
    package enum Originals: String, CaseIterable, Sendable { case archive, delete }
    /// What is done with content that has results already.
    package enum Repeats: String, CaseIterable, Sendable { case link, reprocess, reject }
    /// Which of the files that wait come first.
    package enum Order: String, CaseIterable, Sendable { case fair, oldest, newest }
    /// How long what a folder holds is kept; what is `nil` sets no limit.
    package struct Retention: Hashable, Sendable {
        package var age: Duration?
        /// Bytes of the whole folder.
        package var size: Int?
    }
    /// What is done with folders in the inbox that are empty.
    package enum EmptyFolders: String, CaseIterable, Sendable { case keep, remove }
    package enum Format: String, CaseIterable, Sendable { case json, ndjson, markdown, html, ninjs }

    /// Where a stage's work is done.
    package enum Kind: String, CaseIterable, Sendable {
        /// In this program.
        case builtin
        /// By a program that is started once and kept, spoken to by JSON-RPC.
        case process
        /// By a program that is run once for each article.
        case filter
        /// By a service that is asked over HTTP.
        case http
    }
    /// What a filter reads and writes.
    package enum Form: String, CaseIterable, Sendable { case text, json }

    /// How a service is spoken to.
    package enum Speech: String, CaseIterable, Sendable {
        /// It is given the document and answers with changes.
        case copydesk
        /// It is a language model behind the chat completions of OpenAI's API, as llama.cpp, Ollama, vLLM and others offer them.
        case openai
    }

    /// A stage that another program does.
    package struct Program: Hashable, Sendable {
        package var command: [String] = []
        package var reads: Set<Layer> = []
        package var writes: Set<Layer> = []
        /// Fields of its own, named `x_NAME`.
        package var extras: Set<String> = []
        package var form: Form = .text
        package var network = false
        /// Files and folders that it may read, relative to the manifest's own.
        package var readable: [String] = []
        /// Bytes, seconds and numbers; `nil` for the standard.
        package var memory: Int?
        package var processor: Duration?
        package var openFiles: Int?
        package var processes: Int?
        package var answer: Int?
        /// Of a service.
        package var url: String?
        package var speech: Speech = .copydesk
        /// The file that holds the service's secret, relative to the manifest's folder.
        package var secretFile: String?
        /// The name of a systemd credential that holds it.
        package var credential: String?
        /// How often a request is sent at most; `nil` for the standard.
        package var tries: Int?
    }

    package struct Entry: Sendable {
        /// Names the stage in provenance, logs and reasons; the plugin's name where the manifest gives none.
        package var name: String
        package var plugin: String
        package var kind: Kind = .builtin
        /// Of a stage that is not built in.
        package var program = Program()
        package var options: [JSON.Member] = []
        /// How many articles may be in it at one time; `nil`: the kind's own standard.
        package var workers: Int?
        package var timeout: Duration = .seconds(30)
        package var onError: OnError = .quarantine
        /// `nil`: for every article.
        package var when: Condition?
        /// Byte offsets in the manifest, for what is found wrong later.
        package var offset = 0
        package var pluginOffset = 0
    }

    /// Which chain takes an article, and where its results go. The first that fits.
    package struct Route: Hashable, Sendable {
        package var when = Condition()
        /// `nil`: the chain of `stages`.
        package var chain: String?
        /// A folder below the outbox; `nil`: the outbox itself.
        package var outbox: String?
        /// Byte offset in the manifest.
        package var offset = 0
    }

    /// Folders, relative to the manifest's own.
    package var inbox = "inbox"
    package var outbox = "outbox"
    package var archive = "archive"
    package var quarantine = "quarantine"
    package var originals: Originals = .archive
    /// What the program remembers between runs and can do without.
    package var state = "state"
    package var repeats: Repeats = .link
    package var formats: [Format] = [.json]
    /// File names that are not articles, as patterns with `*` and `?`; `nil` for the standard list.
    package var ignore: [String]?
    /// Articles in work at one time; `nil`: one a processor.
    package var concurrency: Int?
    /// Files larger than this are refused. Bytes.
    package var maximumSize = 64 << 20
    /// How often the inbox is looked at where the system gives no events for it.
    package var poll: Duration = .seconds(2)
    /// How often the program may die at an article before that goes to quarantine.
    package var attempts = 3
    /// How long an article rests after a first failure of the moment; doubled with every other.
    package var retryDelay: Duration = .seconds(2)
    /// How long every file must not have changed before it is taken; `nil`: taken as soon as nobody has it open.
    package var settle: Duration?
    /// Free space below which nothing is taken. Bytes; `nil`: a fiftieth of the file system, at most 64 MB.
    package var minimumFree: Int?
    package var order: Order = .fair
    /// What a file's name ends with beside it where that file is complete; `nil`: files need no such marker.
    package var marker: String?
    /// What the names of files that go with another have behind its name.
    package var companions: [String] = []
    /// Whether the names of the folders that an article lies in are its tags.
    package var folderTags = false
    package var emptyFolders: EmptyFolders = .keep
    package var keepArchive = Retention()
    package var keepOutbox = Retention()
    /// `nil`: articles are not compared.
    package var duplicates: Duplicates? = Duplicates()
    /// How many of the latest articles a changed chain is tried on before it is in force; `nil`: none.
    package var canary: Int?
    package var stages: [Entry] = []
    /// Chains beside that of `stages`, by name.
    package var chains: [(name: String, stages: [Entry])] = []
    package var routes: [Route] = []
}
