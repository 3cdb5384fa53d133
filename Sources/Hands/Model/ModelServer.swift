import AsyncHTTPClient
public import Foundation
import GhostHands
import NIOConcurrencyHelpers
import NIOCore
import NIOHTTP1

/// The server that answers for a model: one POST with a streamed reply, tried again where the server says to.
public struct ModelServer: Sendable {
    /// A secret that opens the server.
    ///
    /// It has no description, so that none ends in a log.
    public struct Key: Sendable, CustomStringConvertible, CustomReflectable {
        let text: String

        /// A key.
        ///
        /// - Parameter text: the secret itself.
        public init(_ text: String) { self.text = text }

        /// Nothing of it.
        public var description: String { "(a key)" }
        /// Nothing of it.
        public var customMirror: Mirror { Mirror(self, children: []) }
    }

    let baseURL: String
    let key: Key?
    let clock: ContinuousClock
    /// From 0 to 1: spreads the waits, so that many workers do not come back together.
    let jitter: @Sendable () -> Double
    let now: @Sendable () -> Date

    /// A server.
    ///
    /// - Parameters:
    ///   - baseURL: where it answers, up to and with the version.
    ///   - key: the secret that opens it; nil for one that wants none.
    ///   - clock: measures deadlines and waits.
    ///   - now: the present time, for a `Retry-After` that names a date.
    public init(
        baseURL: String,
        key: Key?,
        clock: ContinuousClock = ContinuousClock(),
        now: @escaping @Sendable () -> Date = { Date() },
        jitter: @escaping @Sendable () -> Double = { Double.random(in: 0...1) }
    ) {
        self.baseURL = baseURL.hasSuffix("/") ? String(baseURL.dropLast()) : baseURL
        self.key = key
        self.clock = clock
        self.now = now
        self.jitter = jitter
    }

    /// How often a question is asked in all.
    static let mostTries = 4
    private static let longestWait = Duration.seconds(30)
    /// How much of a reply is read.
    static let mostBytes = 1 << 20

    /// The result of one try.
    private enum Try {
        case done
        /// The server will take it later: why, and after how long where it says so.
        case later(ModelError, after: Duration?)
    }

    /// Sends a body and hands over the reply as it comes.
    ///
    /// - Parameters:
    ///   - body: JSON.
    ///   - path: after the base URL.
    ///   - headers: beside the key's.
    ///   - patience: how long all tries together may take.
    ///   - isUnderstood: whether the server is known to take such bodies: else an error 500 counts as a refusal.
    ///   - read: given every event of the reply; a reply of one piece is one event without a name. It may throw
    ///     ``ModelError``.
    /// - Throws: ``ModelError``; badRequest with what the server says is wrong, in a word.
    func post(
        _ body: JSON,
        to path: String,
        headers: [(String, String)],
        patience: Duration,
        isUnderstood: Bool = true,
        read: @escaping @Sendable (EventStream.Event) throws -> Void
    ) async throws {
        let end = clock.now + patience
        let data = body.data
        for number in 1...Self.mostTries {
            let left = end - clock.now
            guard left > .zero else { throw Self.tooLate }
            switch try await within(left, { try await once(data, path, headers, isUnderstood, read) }) {
            case .done: return
            case .later(let error, let wait):
                let own = min(Self.longestWait, .seconds(1 << (number - 1)) / 2 * (1 + jitter()))
                let pause = wait ?? own
                guard number < Self.mostTries, clock.now + pause < end else { throw error }
                try await clock.sleep(until: clock.now + pause, tolerance: nil)
            }
        }
        throw Self.tooLate
    }

    private static let tooLate = ModelError(.timedOut, "the model did not answer in time")

    private func within(_ limit: Duration, _ body: @escaping @Sendable () async throws -> Try) async throws -> Try {
        try await withThrowingTaskGroup(of: Try?.self) { group in
            group.addTask { try await body() }
            group.addTask {
                try await clock.sleep(until: clock.now + limit, tolerance: nil)
                return nil
            }
            defer { group.cancelAll() }
            guard let first = try await group.next(), let done = first else { throw Self.tooLate }
            return done
        }
    }

    private func once(
        _ body: Data,
        _ path: String,
        _ headers: [(String, String)],
        _ isUnderstood: Bool,
        _ read: @escaping @Sendable (EventStream.Event) throws -> Void
    ) async throws -> Try {
        var request = HTTPClientRequest(url: "\(baseURL)/\(path)")
        request.method = .POST
        request.headers = HTTPHeaders(
            headers + [("content-type", "application/json"), ("accept", "text/event-stream")]
        )
        request.body = .bytes(ByteBuffer(bytes: body))
        let response: HTTPClientResponse
        do {
            response = try await HTTPClient.shared.execute(request, timeout: .minutes(10))
        } catch {
            if Task.isCancelled { throw CancellationError() }
            return .later(ModelError(.unavailable, "the model's server cannot be reached"), after: nil)
        }
        guard response.status.code == 200 else { return try await refusal(response, isUnderstood) }
        do {
            try await stream(response, read)
            return .done
        } catch let error as ModelError {
            throw error
        } catch {
            if Task.isCancelled { throw CancellationError() }
            throw ModelError(.unavailable, "the model's answer broke off", usage: TokenUsage())
        }
    }

    private func stream(
        _ response: HTTPClientResponse,
        _ read: (EventStream.Event) throws -> Void
    ) async throws {
        let isStream = response.headers.first(name: "content-type")?.contains("event-stream") ?? false
        var (events, whole, count) = (EventStream(), [UInt8](), 0)
        for try await part in response.body {
            count += part.readableBytes
            guard count <= Self.mostBytes else {
                throw ModelError(.unavailable, "the model's answer does not end", usage: TokenUsage())
            }
            if isStream {
                for event in events.take(part.readableBytesView) { try read(event) }
            } else {
                whole += part.readableBytesView
            }
        }
        if !isStream { try read(EventStream.Event(data: String(decoding: whole, as: UTF8.self))) }
    }

    private func refusal(_ response: HTTPClientResponse, _ isUnderstood: Bool) async throws -> Try {
        let status = Int(response.status.code)
        var body = Data()
        for try await part in response.body where body.count < 16_384 {
            body.append(contentsOf: part.readableBytesView)
        }
        let word = Self.word(of: body)
        let said = "HTTP status \(status)" + (word.map { " (\($0))" } ?? "")
        switch status {
        case 401, 403:
            throw ModelError(.unauthorized, "the model's provider does not take the key: \(said)")
        case 429 where word != "insufficient_quota":
            let error = ModelError(.rateLimited, "the model's provider asks to slow down: \(said)")
            return .later(error, after: wait(response))
        case 402, 429: throw ModelError(.rateLimited, "the account with the model's provider is used up: \(said)")
        case 500 where !isUnderstood:
            throw ModelError(.badRequest, "the model's server does not take the question: \(said)")
        case 408, 409, 425, 500...:
            let error = ModelError(.unavailable, "the model's server fails: \(said)")
            return .later(error, after: wait(response))
        default: throw ModelError(.badRequest, "the model's provider does not take the question: \(said)")
        }
    }

    /// What the server calls the error: its words for people may repeat a key or the question.
    private static func word(of body: Data) -> String? {
        guard let json = try? JSON(parsing: body) else { return nil }
        let error = json["error"].object != nil ? json["error"] : json
        let names = [error["code"].string, error["type"].string].compactMap(\.self)
        return names.first { $0.count <= 60 && $0.allSatisfy { $0.isASCII && ($0.isLetter || $0 == "_") } }
    }

    /// `Retry-After`, in seconds or as a date (RFC 9110, 10.2.3).
    private func wait(_ response: HTTPClientResponse) -> Duration? {
        guard let text = response.headers.first(name: "retry-after") else { return nil }
        if let seconds = Double(text), seconds >= 0, seconds < 86_400 { return .seconds(seconds) }
        let format = DateFormatter()
        format.locale = Locale(identifier: "en_US_POSIX")
        format.timeZone = TimeZone(identifier: "GMT")
        format.dateFormat = "EEE, dd MMM yyyy HH:mm:ss zzz"
        return format.date(from: text).map { .seconds(max(0, $0.timeIntervalSince(now()))) }
    }
}

extension Duration {
    fileprivate static func * (duration: Duration, factor: Double) -> Duration {
        .seconds(Double(duration.milliseconds) / 1000 * factor)
    }
}
