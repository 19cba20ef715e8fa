// SPDX-License-Identifier: Apache-2.0

internal import AsyncHTTPClient
internal import Dispatch
package import Documents
internal import Files
internal import NIOHTTP1
package import Stages
internal import Synchronization

/// A stage that a service does: the document is posted to it as JSON, and it answers with the changes, as a plugin that is kept running does.
package final class HTTPPlugin: ExternalStage {
    /// How a service is reached.
    package struct Service: Sendable {
        /// `http` or `https`.
        package var url: String
        /// The file that holds the secret, absolute; sent as `Authorization: Bearer …`.
        package var secret: String?
        /// How often a request is sent at most.
        package var tries = 3
        /// Bytes of one answer.
        package var answer = 64 << 20
        /// Where it is a language model; `nil`: it is given the document and answers with changes.
        package var chat: ChatOptions?

        package init(url: String) { self.url = url }

        /// Why it cannot be used; `nil` where it can.
        package var objection: String? {
            guard url.hasPrefix("http://") || url.hasPrefix("https://"), HTTPClientRequest(url: url).url == url, url.utf8.count > 8 else {
                return "\"\(url)\" is no http or https address"
            }
            guard secret != nil, url.hasPrefix("http://") else { return nil }
            let host = url.dropFirst(7).prefix { !"/:".contains($0) }
            return ["127.0.0.1", "localhost", "[::1]"].contains(host) || url.hasPrefix("http://[::1]")
                ? nil : "a secret would go over the network in the clear"
        }
    }

    private static let secretLimit = 1 << 16
    /// Before the second try; doubled before each other.
    private static let firstPause: Duration = .milliseconds(200)

    private let setup: PluginSetup
    private let service: Service
    private let timeout: Duration
    private let free: DispatchSemaphore
    private let counts = Mutex(PluginHealth())

    init(_ setup: PluginSetup, _ service: Service, workers: Int, timeout: Duration) {
        self.setup = setup
        self.service = service
        self.timeout = timeout
        free = DispatchSemaphore(value: workers)
    }

    package var health: PluginHealth { counts.withLock { $0 } }

    package func annotate(_ document: Document) throws(StageFailure) -> [Annotation] {
        try counts.counting { () throws(StageFailure) in try changes(of: document) }
    }

    private func changes(of document: Document) throws(StageFailure) -> [Annotation] {
        if let options = service.chat {
            let speech = ChatSpeech(options: options)
            return try speech.annotations(try answer(to: speech.request(document)), for: document)
        }
        var writer = JSONWriter()
        writer.object { writer in
            writer.member("protocol", PluginWorker.protocolVersion)
            writer.member("name", setup.name)
            writer.name("options")
            writer.json(JSON(.object(setup.options)))
        }
        let body =
            writer.bytes.dropLast() + Array(",\"document\":".utf8) + DocumentEncoder.encode(document.keeping(setup.reads), layout: .compact)
            + [UInt8(ascii: "}")]
        return try setup.patch.annotations(try answer(to: Array(body)), for: document)
    }

    private func answer(to body: [UInt8]) throws(StageFailure) -> JSON {
        let bytes = try send(body)
        do { return try JSONParser.parse(bytes) } catch {
            throw DocumentPatch.broken("answered with something that is no JSON (\(error.problem))")
        }
    }

    /// Whether anybody answers at all, whatever the answer, and the secret can be read.
    package func probe() throws(StageFailure) {
        let exchange = HTTPExchange(service, secret: try secret())
        _ = try exchange.perform(.HEAD, [], deadline: ContinuousClock.now + .seconds(5))
    }

    /// Tries again, later and later, what may pass: no connection, 429 and 5xx.
    private func send(_ body: [UInt8]) throws(StageFailure) -> [UInt8] {
        while free.wait(timeout: .now() + .milliseconds(50)) == .timedOut { if Task.isCancelled { throw .cancelled } }
        defer { free.signal() }
        let (exchange, deadline) = (HTTPExchange(service, secret: try secret()), ContinuousClock.now + timeout)
        var (pause, tries) = (Self.firstPause, 0)
        while true {
            tries += 1
            var wanted = pause
            let failure: StageFailure
            do throws(StageFailure) {
                let answer = try exchange.perform(.POST, body, deadline: deadline)
                guard let refusal = answer.refusal else { return answer.body }
                if let retryAfter = answer.retryAfter { wanted = max(wanted, retryAfter) }
                failure = refusal
            } catch {
                failure = error
            }
            // Shifted by up to a quarter, so that articles that failed together do not come back together.
            let next = ContinuousClock.now + wanted * Double.random(in: 0.75...1.25)
            guard failure.code == .moment, tries < service.tries, next < deadline else { throw failure }
            while ContinuousClock.now < next {
                if Task.isCancelled { throw .cancelled }
                // Nothing to wait on but time.
                _ = DispatchSemaphore(value: 0).wait(timeout: .now() + .milliseconds(20))
            }
            pause *= 2
        }
    }

    private func secret() throws(StageFailure) -> String? {
        guard let file = service.secret else { return nil }
        do {
            let bytes = try LiveFileSystem().read(Place(file), limit: Self.secretLimit)
            return String(decoding: bytes.filter { $0 > 0x20 }, as: UTF8.self)
        } catch {
            throw StageFailure(.moment, "The secret cannot be read: \(error.problem) (\(file))", remedy: error.remedy)
        }
    }
}
