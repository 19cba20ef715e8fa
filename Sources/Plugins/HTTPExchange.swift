// SPDX-License-Identifier: Apache-2.0

internal import AsyncHTTPClient
internal import Dispatch
internal import NIOCore
internal import NIOHTTP1
internal import Stages
internal import Synchronization

/// One request and its answer, waited for on the caller's thread.
///
/// A stage runs on a worker's thread and may not hold one of Swift's own pool, where somebody else's work, this request's too, waits to be
/// done; so the futures of the client are taken, which only its own network threads fulfil.
struct HTTPExchange {
    struct Answer {
        var status: UInt
        /// What the service asked to wait for before the next try.
        var retryAfter: Duration?
        var body: [UInt8]

        /// Why it is no answer; `nil` where it is one.
        var refusal: StageFailure? {
            if (200...299).contains(status) { return nil }
            let isMomentary = status == 429 || (500...599).contains(status)
            let remedy =
                status == 401 || status == 403
                ? "Look to the stage's \"secret\"" : isMomentary ? "Look to the service" : "Look to the stage's \"url\" and the service"
            return StageFailure(isMomentary ? .moment : .document, "The service answered with status \(status)", remedy: remedy)
        }
    }

    private let service: HTTPPlugin.Service
    private let headers: HTTPHeaders

    /// - Parameter secret: sent as a bearer token.
    init(_ service: HTTPPlugin.Service, secret: String?) {
        self.service = service
        var headers: HTTPHeaders = ["Content-Type": "application/json", "User-Agent": "copydesk"]
        if let secret { headers.add(name: "Authorization", value: "Bearer \(secret)") }
        self.headers = headers
    }

    /// - Throws: `.moment` where nobody answers in time, `.document` where the answer is too long, `.cancelled`.
    func perform(_ method: HTTPMethod, _ body: [UInt8], deadline: ContinuousClock.Instant) throws(StageFailure) -> Answer {
        let left = TimeAmount.milliseconds(Int64(max(.milliseconds(1), deadline - ContinuousClock.now) / .milliseconds(1)))
        let outcome = Mutex<Result<HTTPClient.Response, any Error>?>(nil)
        let done = DispatchSemaphore(value: 0)
        do {
            let request = try HTTPClient.Request(
                url: service.url, method: method, headers: headers, body: body.isEmpty ? nil : .bytes(body))
            let delegate = ResponseAccumulator(request: request, maxBodySize: service.answer)
            let task = Self.client.execute(request: request, delegate: delegate, deadline: .now() + left)
            task.futureResult.whenComplete { result in
                outcome.withLock { $0 = result }
                done.signal()
            }
            while done.wait(timeout: .now() + .milliseconds(50)) == .timedOut { if Task.isCancelled { task.cancel() } }
            if Task.isCancelled { throw StageFailure.cancelled }
            guard let response = try outcome.withLock({ $0 })?.get() else { throw StageFailure.cancelled }
            return Answer(
                status: response.status.code,
                retryAfter: response.headers.first(name: "Retry-After").flatMap { Int($0) }.map { .seconds($0) },
                body: response.body.map { Array($0.readableBytesView) } ?? [])
        } catch {
            throw Self.failure(of: error)
        }
    }

    private static func failure(of error: any Error) -> StageFailure {
        switch error {
        case let failure as StageFailure: failure
        case is ResponseAccumulator.ResponseTooBigError:
            StageFailure(
                .document, "The service said more than it may", remedy: "Raise \"answer\" in the stage's \"limits\", or mend the service")
        default:
            StageFailure(
                .moment, "The service cannot be reached: \(error)", remedy: "Look to the stage's \"url\", the network and the service")
        }
    }

    /// Redirects are not followed: a secret is for the service that the manifest names.
    private static let client: HTTPClient = {
        var configuration = HTTPClient.Configuration()
        configuration.redirectConfiguration = .disallow
        configuration.timeout.connect = .seconds(5)
        return HTTPClient(eventLoopGroupProvider: .singleton, configuration: configuration)
    }()
}
