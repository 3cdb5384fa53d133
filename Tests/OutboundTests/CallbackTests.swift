import Foundation
import GhostHands
import Outbound
import Testing

@Suite("Callbacks")
struct CallbackTests {
    private static let secret = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"
    private static let now = Date(timeIntervalSince1970: 1_614_265_330)

    private static func sender(secret: String? = nil) -> CallbackSender {
        CallbackSender(client: PinnedClient(rule: AddressRule(.loopback)), secrets: secret.map { [$0] } ?? [])
    }

    @Test func `signs as the Standard Webhooks test vector says`() {
        let header = CallbackSignature(secrets: [Self.secret])
            .header(
                id: "msg_p5jXN8AQM9LWM0D4loKWxJek",
                timestamp: 1_614_265_330,
                body: Data(#"{"test": 2432232314}"#.utf8)
            )
        #expect(header == "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=")
    }

    @Test func `signs by the present secret and the one before`() {
        let (new, old) = ("whsec_" + Data("new".utf8).base64EncodedString(), Self.secret)
        let body = Data("{}".utf8)
        let both = CallbackSignature(secrets: [new, old]).header(id: "e", timestamp: 1, body: body)
        let each = [new, old].map { CallbackSignature(secrets: [$0]).header(id: "e", timestamp: 1, body: body) }
        #expect(both == each.joined(separator: " "))
    }

    @Test func `a receiver takes what one of its secrets has signed a moment ago, and nothing else`() {
        let body = Data(#"{"a":1}"#.utf8)
        let (old, new) = (Self.secret, "whsec_" + Data("new".utf8).base64EncodedString())
        func headers(_ secrets: [String], at time: Int) -> [String: String] {
            [
                "webhook-id": "e", "webhook-timestamp": "\(time)",
                "webhook-signature": CallbackSignature(secrets: secrets).header(id: "e", timestamp: time, body: body),
            ]
        }
        let now = Int(Self.now.timeIntervalSince1970)
        let verifier = CallbackVerifier(secrets: [old])
        #expect(verifier.judge(body, headers: headers([old], at: now), now: Self.now) == .genuine)
        #expect(verifier.judge(body, headers: headers([new, old], at: now), now: Self.now) == .genuine)
        #expect(verifier.judge(body, headers: headers([new], at: now), now: Self.now) == .forged)
        #expect(verifier.judge(body + Data(" ".utf8), headers: headers([old], at: now), now: Self.now) == .forged)
        #expect(verifier.judge(body, headers: headers([old], at: now - 301), now: Self.now) == .stale)
        #expect(verifier.judge(body, headers: headers([old], at: now + 301), now: Self.now) == .stale)
        for change: [String: String?] in [
            ["webhook-id": "f"], ["webhook-timestamp": "\(now + 1)"], ["webhook-signature": "v1,AAAA"],
            ["webhook-signature": "v2,x v1, v1,%%%"],
        ] {
            let changed = headers([old], at: now).merging(change.compactMapValues(\.self)) { $1 }
            #expect(verifier.judge(body, headers: changed, now: Self.now) == .forged)
        }
        for name in ["webhook-id", "webhook-timestamp", "webhook-signature"] {
            #expect(
                verifier.judge(body, headers: headers([old], at: now).filter { $0.key != name }, now: Self.now)
                    == .unsigned
            )
        }
    }

    @Test func `keeps the beginning of the answer, and how long it took`() async throws {
        let long = String(repeating: "no ", count: 1000)
        try await TinyServer.with(answering: { _ in .init(status: 500, body: Data(long.utf8)) }) { server in
            let url = "http://127.0.0.1:\(server.port)/"
            let attempt = await Self.sender().send(Data("{}".utf8), to: url, id: "evt-8", now: Self.now)
            #expect(attempt.status == 500)
            #expect(attempt.reply == Data(long.utf8.prefix(2048)))
            #expect(attempt.duration > .zero)
        }
    }

    @Test func `posts exactly the stored bytes with the headers of R12`() async throws {
        let body = Data(#"{"b": 1,  "a": "ü"}"#.utf8)
        try await TinyServer.with(answering: { _ in .init(status: 204) }) { server in
            let url = "http://127.0.0.1:\(server.port)/hook?token=abc"
            let attempt = await Self.sender(secret: Self.secret).send(body, to: url, id: "evt-1", now: Self.now)
            #expect(attempt.outcome == .delivered)
            let request = try #require(server.requests.first)
            #expect(request.method == "POST")
            #expect(request.path == "/hook?token=abc")
            #expect(request.body == body)
            #expect(request.headers["content-type"] == "application/json")
            #expect(request.headers["user-agent"] == "GhostHands-Callback/1.0")
            #expect(request.headers["webhook-id"] == "evt-1")
            #expect(request.headers["webhook-timestamp"] == "1614265330")
            let expected = CallbackSignature(secrets: [Self.secret])
                .header(id: "evt-1", timestamp: 1_614_265_330, body: body)
            #expect(request.headers["webhook-signature"] == expected)
            #expect(request.headers["x-gh-service-key"] == nil)
            #expect(request.headers["authorization"] == nil)
        }
    }

    @Test func `sends no signature without a secret`() async throws {
        try await TinyServer.with(answering: { _ in .init() }) { server in
            let url = "http://127.0.0.1:\(server.port)/"
            let attempt = await Self.sender().send(Data("{}".utf8), to: url, id: "evt-2", now: Self.now)
            #expect(attempt.outcome == .delivered)
            #expect(server.requests.first?.headers["webhook-signature"] == nil)
        }
    }

    @Test(arguments: [
        (200, CallbackSender.Outcome.delivered), (299, .delivered),
        (302, .retry(reason: "HTTP 302", retryAfter: nil)), (404, .retry(reason: "HTTP 404", retryAfter: nil)),
        (410, .gone(reason: "HTTP 410")), (503, .retry(reason: "HTTP 503", retryAfter: 7)),
    ])
    func `judges the answer by its status`(status: Int, expected: CallbackSender.Outcome) async throws {
        let reply = TinyServer.Reply(
            status: status,
            headers: status == 503 ? ["retry-after": "7"] : ["location": "http://127.0.0.1:1/"]
        )
        try await TinyServer.with(answering: { _ in reply }) { server in
            let url = "http://127.0.0.1:\(server.port)/"
            let attempt = await Self.sender().send(Data("{}".utf8), to: url, id: "evt-3", now: Self.now)
            #expect(attempt.outcome == expected)
            #expect(server.requests.count == 1)
        }
    }

    @Test func `tries again when nobody listens and gives up on a forbidden address`() async throws {
        let port = try await TinyServer.with(answering: { _ in nil }) { $0.port }
        let url = "http://127.0.0.1:\(port)/hook?token=abc"
        let nobody = await Self.sender().send(Data(), to: url, id: "evt-4", now: Self.now)
        #expect(nobody.outcome == .silent(reason: "Nothing listens at 127.0.0.1:\(port)"))
        let inside = await Self.sender().send(Data(), to: "http://10.0.0.1/", id: "evt-5", now: Self.now)
        guard case .gone = inside.outcome else {
            Issue.record("\(inside)")
            return
        }
    }

    @Test func `an answer counts although its body never ends`() async throws {
        try await TinyServer.with(answering: { _ in .init(status: 200, isEndless: true) }) { server in
            let url = "http://127.0.0.1:\(server.port)/"
            let attempt = await Self.sender().send(Data("{}".utf8), to: url, id: "evt-6", now: Self.now)
            #expect(attempt.outcome == .delivered)
            #expect(server.requests.count == 1)
        }
    }

    @Test func `an answer counts although its body is announced and never comes`() async throws {
        let head = Data("HTTP/1.1 202 X\r\ncontent-length: 10\r\n\r\n".utf8)
        try await TinyServer.with(answering: { _ in .init(raw: head) }) { server in
            let url = "http://127.0.0.1:\(server.port)/"
            let attempt = await Self.sender().send(Data("{}".utf8), to: url, id: "evt-7", now: Self.now)
            #expect(attempt.outcome == .delivered)
        }
    }
}
