import AsyncHTTPClient
import Demo
import Foundation
import GhostHands
import Logging
import NIOCore
import NIOHTTP1
import ServiceLifecycle
import Testing

@Suite("The bundled job board and callback receiver")
struct DemoTests {
    private static let logger = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }
    private static let resume = Data("%PDF-1.7\r\n--boundary\r\n\r\n--boundaryX--\r\n".utf8) + Data([0, 255, 13, 10])

    private func serving(
        _ make: (@escaping @Sendable (Int) -> Void) -> any Service,
        _ body: (String) async throws -> Void
    ) async throws {
        let (ports, announce) = AsyncStream.makeStream(of: Int.self)
        let service = make { announce.yield($0) }
        try await withThrowingTaskGroup(of: Void.self) { group in
            defer { group.cancelAll() }
            group.addTask {
                defer { announce.finish() }
                do { try await service.run() } catch is CancellationError {}
            }
            let port = try #require(await ports.first { _ in true })
            try await body("http://127.0.0.1:\(port)")
        }
    }

    private func send(
        _ url: String,
        _ body: Data? = nil,
        type: String = "application/x-www-form-urlencoded"
    ) async throws -> (status: Int, text: String, location: String) {
        var request = HTTPClientRequest(url: url)
        if let body {
            request.method = .POST
            request.headers.add(name: "content-type", value: type)
            request.body = .bytes(ByteBuffer(bytes: body))
        }
        return try await HTTPClient.withHTTPClient(configuration: .init(redirectConfiguration: .disallow)) { client in
            let reply = try await client.execute(request, timeout: .seconds(10))
            let bytes = try await reply.body.collect(upTo: 1 << 24)
            let location = reply.headers.first(name: "location") ?? ""
            return (Int(reply.status.code), String(buffer: bytes), location)
        }
    }

    private func details(_ changes: [String: String] = [:], resume: Data = resume) -> Data {
        let answers = [
            "first_name": "Ann \"<b>\" O'Neil", "last_name": "Smith", "email": "ann@example.com",
            "phone": "+1-555-0100", "country": "United States", "linkedin_url": "",
        ].merging(changes) { $1 }
        var body = Data()
        for (name, value) in answers {
            body += Data(
                "--boundary\u{2d}7\r\ncontent-disposition: form-data; name=\"\(name)\"\r\n\r\n\(value)\r\n".utf8
            )
        }
        body += Data("--boundary-7\r\nContent-Disposition: form-data; name=\"resume\"; filename=\"ann.pdf\"\r\n".utf8)
        return body + Data("Content-Type: application/pdf\r\n\r\n".utf8) + resume + Data("\r\n--boundary-7--\r\n".utf8)
    }

    private let multipart = "multipart/form-data; boundary=\"boundary-7\""
    private let questions = Data(
        "authorized=yes&react_years=6&salary=%24150%2C000+a+year&consent=yes&source=LinkedIn".utf8
    )

    @Test func `an application goes through both pages and is kept as it was posted`() async throws {
        let received = try await apply()
        let submission = try #require(received.first)
        #expect(received.count == 1)
        #expect(submission.number == "APP-10001")
        #expect(submission.job == "123")
        #expect(submission.answers["first_name"] == "Ann \"<b>\" O'Neil")
        #expect(submission.answers["react_years"] == "6")
        #expect(submission.answers["salary"] == "$150,000 a year")
        #expect(submission.resume == Self.resume)
        #expect(submission.resumeName == "ann.pdf")
    }

    private func apply() async throws -> [Submission] {
        var received: [Submission] = []
        var board: JobBoard?
        try await serving {
            let made = JobBoard(logger: Self.logger, onReady: $0)
            board = made
            return made
        } _: { base in
            #expect(try await send(base + JobBoard.postingPath).text.contains("Apply for this job"))
            let first = try await send(base + "/jobs/123/apply", details(), type: multipart)
            #expect(first.status == 303)
            #expect(try await send(base + first.location).text.contains("Submit application"))
            let second = try await send(base + first.location, questions)
            #expect(second.status == 303)
            let done = try await send(base + second.location)
            #expect(done.text.contains("APP-10001"))
            #expect(done.text.contains("Thank you for applying"))
            #expect(try await send(base + "/__submissions").text.contains("\"number\":\"APP-10001\""))
            received = board?.received ?? []
        }
        return received
    }

    @Test func `a form with faults comes back with messages, and nothing is submitted`() async throws {
        try await serving {
            JobBoard(logger: Self.logger, onReady: $0)
        } _: { base in
            let wrong = details(["email": "nonsense", "phone": "", "country": "Atlantis"], resume: Data())
            let first = try await send(base + "/jobs/123/apply", wrong, type: multipart)
            #expect(first.status == 422)
            for name in ["email", "phone", "country", "resume"] {
                #expect(first.text.contains("id=\"\(name)-message\""), "\(name)")
            }
            #expect(!first.text.contains("id=\"first_name-message\""))
            #expect(first.text.contains("value=\"Ann &quot;&lt;b&gt;&quot; O&#39;Neil\""))
            let page = try await send(base + "/jobs/123/apply", details(), type: multipart).location
            let second = try await send(base + page, Data("react_years=many".utf8))
            #expect(second.status == 422)
            for name in ["authorized", "react_years", "consent"] {
                #expect(second.text.contains("id=\"\(name)-message\""), "\(name)")
            }
            #expect(try await send(base + "/__submissions").text == "[]")
            #expect(try await send(base + "/jobs/123/apply/unknown", questions).status == 404)
            #expect(try await send(base + "/jobs/123/apply", Data("junk".utf8), type: multipart).status == 400)
            let endless = Data("--boundary-7\r\n".utf8) + Data(repeating: 65, count: 100_000)
            #expect(try await send(base + "/jobs/123/apply", endless, type: multipart).status == 400)
        }
    }

    @Test func `the receiver hands on callbacks as they come and answers as it is told`() async throws {
        var receiver: CallbackReceiver?
        try await serving {
            let made = CallbackReceiver(logger: Self.logger, onReady: $0) { $0.json["status"] == "failed" ? 503 : 200 }
            receiver = made
            return made
        } _: { base in
            let body = Data(#"{"status":"running"}"#.utf8)
            #expect(try await send(base + "/hook/gh?token=1", body, type: "application/json").status == 200)
            #expect(try await send(base + "/x", Data(#"{"status":"failed"}"#.utf8)).status == 503)
            let first = try #require(await receiver?.callbacks.first { _ in true })
            #expect(first.body == body)
            #expect(first.path == "/hook/gh?token=1")
            #expect(first.json["status"] == "running")
            #expect(receiver?.received.count == 2)
        }
    }
}
