// SPDX-License-Identifier: Apache-2.0

import Documents
import Stages
import TestKit
import Testing

@testable import Plugins

@Suite(.serialized, .timeLimit(.minutes(3))) struct `A plugin that is kept running` {
    private let kit: PluginKit
    private let document = PluginKit.document()

    init() throws { kit = try PluginKit() }

    private func applied(_ plugin: ProcessPlugin, writes: Set<Layer>) throws -> Document {
        var document = document
        try document.apply(try plugin.annotate(document), writes: writes)
        return document
    }

    @Test func `adds what it declared, with its offsets in code points`() throws {
        let plugin = try kit.plugin(
            """
            def handle(request, document):
                at = document["text"].index("🇩🇪")
                patch = {"entities": [{"id": "e1", "type": "location", "name": "Germany", "mentions": [{"start": at, "end": at + 2}]}],
                         "figures": [{"start": at - 26, "end": at - 24, "value": 20}],
                         "language": {"tag": "en", "confidence": 0.5}, "x_test": {"deep": [1, None]}}
                answer(request, {"patch": patch})
            """, writes: [.entities, .figures, .language, .extra], extras: ["x_test"])
        let result = try applied(plugin, writes: [.entities, .figures, .language, .extra])
        #expect(result.entities?.first.map { result.text.string($0.mentions[0].span) } == "🇩🇪")
        #expect(result.language?.tag == "en")
        #expect(String(decoding: DocumentEncoder.encode(result, layout: .compact), as: UTF8.self).contains(#""x_test":{"deep":[1,null]}"#))
    }

    @Test func `merges what it says into objects, and adds notices`() throws {
        let plugin = try kit.plugin(
            """
            def handle(request, document):
                assert document["language"]["tag"] == "de"
                answer(request, {"patch": {"language": {"confidence": 0.9}, "notices": [{"code": "a", "message": "b"}]}})
            """, reads: [.language], writes: [.language, .notices])
        var document = document
        try document.apply(
            [.language(LanguageGuess(tag: "de", confidence: 0.1)), .notices([Notice("first", "one")])], writes: [.language, .notices])
        try document.apply(try plugin.annotate(document), writes: [.language, .notices])
        #expect(document.language == LanguageGuess(tag: "de", confidence: 0.9))
        #expect(document.notices?.map(\.code) == ["first", "a"])
    }

    @Test func `changes the text by edits that keep the way to the source`() throws {
        let plugin = try kit.plugin(
            """
            def handle(request, document):
                start = document["text"].index("Köln")
                answer(request, {"edits": [{"start": start, "end": start + 4, "text": "Cologne", "name": "english"}],
                                 "patch": {"sentences": [{"start": start, "end": start + 7}]}})
            """, writes: [.text, .sentences])
        let result = try applied(plugin, writes: [.text, .sentences])
        #expect(result.text.string == "Ärger in Cologne: 20 people were hurt. 🇩🇪 More follows.")
        let span = try #require(result.sentences?.first)
        #expect(result.text.string(span) == "Cologne")
        let source = try #require(result.sourceMap.source(of: span, in: result.text))
        #expect(document.text.string(TextSpan(source.lowerBound, source.upperBound)) == "Köln")
    }

    static let broken = [
        (#"answer(request, {"patch": {"figures": []}})"#, "\"figures\" without having declared"),
        (#"answer(request, {"patch": {"x_other": 1}})"#, "\"x_other\" without having declared"),
        (#"answer(request, {"edits": [{"start": 0, "end": 1, "text": ""}]})"#, "\"text\" without having declared"),
        (#"answer(request, {"patch": {"id": "mine"}})"#, "no field that a plugin can change"),
        (#"answer(request, {"patch": {"tags": [7]}})"#, "tags[0] is a whole number"),
        (#"answer(request, {"patch": {"sentences": [{"start": 3, "end": 9999}]}})"#, "lies outside the text"),
        (#"answer(request, {"patch": {"sentences": [{"start": -1, "end": 2}]}})"#, "lies outside the text"),
        (#"answer(request, {"patch": {"sentences": [{"start": 5, "end": 2}]}})"#, "lies outside the text"),
        (#"answer(request, {"document": {}})"#, "answered with \"document\""),
        (#"answer(request, [1])"#, "answered with a list"),
        (#"answer({"id": 99}, {})"#, "without the request's \"id\""),
        (#"print("{half", flush=True)"#, "no JSON"),
        (#"print(json.dumps({"id": request["id"], "result": {}}), flush=True)"#, "not as JSON-RPC 2.0"),
        (#"sys.stdout.write("{}\n{}\n"); sys.stdout.flush()"#, "more than one line"),
        (#"print("["*1000000, flush=True)"#, "no JSON"),
        (#"os._exit(3)"#, "ended before it answered"),
        (#"raise ValueError("my last words")"#, "my last words"),
        (#"time.sleep(1000)"#, "did not answer"),
        (#"print("{}\n" * 100000, flush=True)"#, "more than one line"),
        (#"while True: sys.stdout.write("x" * 100000)"#, "said more than it may"),
        (#"while True: sys.stderr.write("noise\n" * 1000)"#, "did not answer"),
        (#"[(sys.stdout.write("x"), sys.stdout.flush(), time.sleep(0.05)) for _ in range(10000)]"#, "did not answer"),
        (#"a = [bytearray(1 << 26) for _ in range(1000)]"#, "The plugin "),
        // Whether that is noticed at once depends on what else holds the other end.
        (#"os.close(1); time.sleep(1000)"#, "The plugin "),
    ]

    @Test(arguments: broken.indices) func `fails the article and nothing else, whatever it does`(index: Int) throws {
        let (body, problem) = Self.broken[index]
        var limits = PluginCommand.Limits()
        limits.memory = 512 << 20
        limits.answer = 8 << 20
        let plugin = try kit.plugin(
            """
            def handle(request, document):
                if "good" in document["text"]: return answer(request, {"patch": {"tags": ["good"]}})
                \(body)
            """, writes: [.tags, .sentences], timeout: .seconds(1), limits: limits)
        let failure = #expect(throws: StageFailure.self) { try plugin.annotate(document) }
        #expect(failure?.problem.contains(problem) == true, "\(String(describing: failure))")
        // The next article goes through.
        #expect(try plugin.annotate(PluginKit.document("A good article.")).count == 1)
        #expect(kit.said.lines.count <= 20)
    }

    @Test func `goes on after it said what is wrong with an article`() throws {
        let plugin = try kit.plugin(
            """
            served = 0
            def handle(request, document):
                global served
                served += 1
                if served == 1:
                    print(json.dumps({"jsonrpc": "2.0", "id": request["id"], "error": {"code": 1, "message": "no verb", "data": {"remedy": "Add one"}}}), flush=True)
                else: answer(request, {"patch": {"tags": [str(served)]}})
            """)
        let failure = #expect(throws: StageFailure.self) { try plugin.annotate(document) }
        #expect(failure == StageFailure(.document, "The plugin says: no verb", remedy: "Add one"))
        // The same process: it counts on.
        #expect(try applied(plugin, writes: [.tags]).tags == ["2"])
    }

    @Test func `is left alone for longer and longer when it always dies`() throws {
        let plugin = try kit.plugin("os._exit(1)")
        var problems: [String] = []
        for _ in 0..<12 {
            do { _ = try plugin.annotate(document) } catch { problems.append(error.problem) }
        }
        #expect(problems.count == 12)
        #expect(problems.last?.contains("is left alone for") == true, "\(problems)")
        #expect(problems.first?.contains("ended before it answered \"initialize\"") == true)
    }

    @Test func `is confined: no secrets, no network, no writing outside, no forking without end`() throws {
        guard Confiner().confinement == .sandbox else {
            print("SKIPPED: bubblewrap is not installed, so plugins are not confined here")
            return
        }
        let plugin = try kit.plugin(
            """
            import socket, threading
            def attempt(work):
                try: work()
                except BaseException as error: return type(error).__name__
                return "done"
            def bomb():
                count = 0
                while count < 2000:
                    if os.fork() == 0: time.sleep(100)
                    count += 1
            def handle(request, document):
                connect = lambda: socket.create_connection(("127.0.0.1", 1), 1)
                answer(request, {"patch": {"tags": [
                    attempt(lambda: open("/etc/shadow").read()), attempt(lambda: open("/usr/copydesk-was-here", "w")),
                    attempt(lambda: open("\(kit.folder.path)/here", "w")), attempt(lambda: os.listdir("/root")),
                    attempt(lambda: socket.create_connection(("192.0.2.1", 80), 1)), attempt(bomb),
                    attempt(lambda: open("mine", "w").write("x")), " ".join(sorted(os.environ)), str(os.getuid())]}})
            """, timeout: .seconds(20))
        let tags = try #require(try applied(plugin, writes: [.tags]).tags)
        #expect(tags[0] == "FileNotFoundError" || tags[0] == "PermissionError")
        #expect(tags[1] == "OSError" || tags[1] == "PermissionError")
        #expect(tags[2] == "OSError" || tags[2] == "PermissionError")
        #expect(tags[3] == "FileNotFoundError" || tags[3] == "PermissionError")
        #expect(tags[4] == "OSError")
        #expect(tags[5] == "BlockingIOError")
        #expect(tags[6] == "done")
        #expect(!tags[7].contains("SECRET") && tags[7].contains("PATH"))
        #expect(tags[8] != "0")
    }

    @Test func `serves several articles at once by several processes`() throws {
        let plugin = try kit.plugin(
            """
            def handle(request, document):
                answer(request, {"patch": {"tags": [str(os.getpid()), document["text"]]}})
            """, workers: 3)
        let texts = (0..<60).map { "Article \($0)." }
        let answers = Answers()
        Threads.run(6) { thread in
            for text in texts where Int(text.dropFirst(8).dropLast())! % 6 == thread {
                do { answers.add(text, try applied(plugin, PluginKit.document(text))) } catch { answers.add(text, ["\(error)", ""]) }
            }
        }
        #expect(answers.all.count == 60)
        for (text, tags) in answers.all { #expect(tags.last == text, "\(tags)") }
        #expect(Set(answers.all.values.compactMap(\.first)).count <= 3)
    }

    private func applied(_ plugin: ProcessPlugin, _ document: Document) throws -> [String] {
        var document = document
        try document.apply(try plugin.annotate(document), writes: [.tags])
        return document.tags ?? []
    }
}
