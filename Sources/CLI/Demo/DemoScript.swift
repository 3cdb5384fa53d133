import API
import AsyncHTTPClient
import Demo
import Foundation
import GhostHands
import Hands
import NIOCore
import NIOHTTP1
import Outbound
import ServiceLifecycle
import Store
import Waiting

/// What the demonstration does once everything runs: submits one application and shows what happens to it.
struct DemoScript: Service {
    let parts: Wiring.Parts
    let settings: Settings
    let serviceKey: String
    let ports: DemoPorts
    let receiver: CallbackReceiver
    /// Whether to go on serving afterwards.
    let keeps: Bool
    /// Told whether the application was completed.
    let verdict: Promise<Bool>
    /// Where the jobs can be looked at afterwards.
    let console: ConsoleAccess?

    /// How long the whole demonstration may take.
    private static let limit = Duration.seconds(120)

    func run() async throws {
        let api = "http://127.0.0.1:\(try await ports.api.value())/api/v1/gh"
        let board = "http://127.0.0.1:\(try await ports.board.value())\(JobBoard.postingPath)"
        let callback = "http://127.0.0.1:\(try await ports.receiver.value())/webhook/gh"
        try await parts.blobs.put(DemoRequest.resumePath, data: DemoResume.pdf, contentType: "application/pdf")
        Terminal.say("\(Terminal.paint("GhostHands", .bold)) applies to \(board) for Alice\n")
        let first = try await apply(.alice, to: board, api, callback)
        Terminal.say("\n\(Terminal.paint("The same form once more", .bold)), for Ben, replayed from what was learned\n")
        let second = first.isDone ? try await apply(.ben, to: board, api, callback) : first
        let third = second.isDone ? try await applyWithCode(api, callback) : second
        verdict.fulfil(with: first.isDone && second.isDone && third.isDone)
        guard keeps else { return }
        try await invite(api, board, second.job)
        try await gracefulShutdown()
    }

    /// The third application, which stops at a code that the board asks for after the submit.
    private func applyWithCode(_ api: String, _ callback: String) async throws -> (job: UUID, isDone: Bool) {
        let origin = "http://127.0.0.1:\(try await ports.board.value())"
        Terminal.say(
            "\n\(Terminal.paint("A form that asks for an e-mailed code", .bold)) once it was sent: the job stops and "
                + "asks a human\n"
        )
        return try await apply(.clara, to: origin + JobBoard.codedPath, api, callback)
    }

    /// Answers a job that waits for a human: the person at the terminal, or the script in their place.
    private func answer(_ job: UUID, _ api: String, live: String?) async throws {
        let mail = "http://127.0.0.1:\(try await ports.board.value())/__mail"
        let sent = try await call(mail, nil).array?.last?["code"].string ?? ""
        var code = sent
        if PersonAtTerminal.isThere {
            Terminal.say("          the board's mail, with the code in it: \(mail)")
            if let live { Terminal.say("          or enter it on the page itself: \(live)") }
            let help = try await cancelWhenGracefulShutdown {
                try await PersonAtTerminal(seesPage: false).ask(Interaction(.twoFactor))
            }
            if case .given(let given) = help, case .code(let typed) = given {
                code = typed
            } else {
                Terminal.say(Terminal.paint("          nothing given: the script reads the code in the mail", .dim))
            }
        } else {
            Terminal.say(
                Terminal.paint("          nobody at the terminal: the script reads the code in the mail", .dim)
            )
        }
        let body: JSON = [
            "resolved_by": "human", "resolution_type": "code_entry", "resolution_data": ["code": .string(code)],
        ]
        _ = try await call("\(api)/valet/resume/\(job.uuidString.lowercased())", body)
    }

    private func apply(
        _ person: DemoRequest.Person,
        to board: String,
        _ api: String,
        _ callback: String
    ) async throws -> (job: UUID, isDone: Bool) {
        let begin = ContinuousClock.now
        let known = receiver.received.count
        let job = try await submit(person, to: api, target: board, callback: callback)
        let isDone = try await follow(job, api, until: begin.advanced(by: Self.limit), after: known)
        try await DemoSummary(parts: parts, files: settings.dataFolder.files, elapsed: ContinuousClock.now - begin)
            .show(job)
        return (job, isDone)
    }

    private func submit(
        _ person: DemoRequest.Person,
        to api: String,
        target: String,
        callback: String
    ) async throws -> UUID {
        let key = "valet-456-apply-\(UUID().uuidString.lowercased())"
        let body = DemoRequest.body(for: person, target: target, callback: callback, key: key)
        let reply = try await call("\(api)/valet/apply", body)
        guard let id = reply["job_id"].string.flatMap(UUID.init(uuidString:)) else {
            throw SetupError("the API refused the example: \(reply.text.prefix(300))", mend: "please report this")
        }
        return id
    }

    /// Prints events as they are written, until the last callback has come.
    private func follow(
        _ job: UUID,
        _ api: String,
        until deadline: ContinuousClock.Instant,
        after known: Int
    ) async throws -> Bool {
        let timeline = EventLines()
        var (shown, answered) = (0, 0)
        while ContinuousClock.now < deadline, !Task.isShuttingDownGracefully {
            let told = receiver.received.dropFirst(known)
            let page = try await call(
                "\(api)/jobs/\(job.uuidString.lowercased())/events?limit=500&offset=\(shown)",
                nil
            )
            for event in page["events"].array ?? [] {
                shown += 1
                let date = event["created_at"].string.flatMap(Timestamp.date) ?? Date()
                let type = event["event_type"].string.flatMap(EventType.init(rawValue:))
                guard let type else { continue }
                let told = JobEvent(type, event["metadata"].object ?? [:])
                if let line = timeline.line(told, at: date) { Terminal.say(line) }
            }
            let asking = told.filter { $0.json["status"].string == CallbackStatus.needsHuman.rawValue }
            if asking.count > answered {
                answered = asking.count
                let live = asking.last?.json["interaction"]["live_url"].string
                do { try await answer(job, api, live: live) } catch is CancellationError { continue }
            }
            if let last = told.last?.json["status"].string.flatMap(CallbackStatus.init(rawValue:)),
                last == .completed || last == .failed
            {
                Terminal.say(Terminal.paint("          callbacks received: \(Self.names(told))", .dim))
                return last == .completed
            }
            try await ContinuousClock().sleep(until: .now.advanced(by: .milliseconds(100)))
        }
        Terminal.say(
            Task.isShuttingDownGracefully ? "Interrupted." : "The job did not end within \(Self.limit)."
        )
        return false
    }

    private static func names(_ callbacks: ArraySlice<ReceivedCallback>) -> String {
        callbacks.compactMap { $0.json["status"].string }.joined(separator: ", ")
    }

    private func call(_ url: String, _ body: JSON?) async throws -> JSON {
        var request = HTTPClientRequest(url: url)
        request.headers.add(name: "X-GH-Service-Key", value: serviceKey)
        if let body {
            request.method = .POST
            request.headers.add(name: "Content-Type", value: "application/json")
            request.body = .bytes(ByteBuffer(bytes: body.data))
        }
        let response = try await HTTPClient.shared.execute(request, timeout: .seconds(10))
        let bytes = try await response.body.collect(upTo: 4 * 1024 * 1024)
        return try JSON(parsing: Data(bytes.readableBytesView))
    }

    private func invite(_ api: String, _ board: String, _ job: UUID) async throws {
        let link = try await console?.invite(parts.store.consoleSessions, at: settings.publicURL)
        Terminal.say(
            """

            Still running (Ctrl-C stops everything):
              console    \(link.map { "\($0)  (signs in once, within 15 minutes)" } ?? "off")
              job board  \(board)
              API        \(api)
              key        \(serviceKey)
            Try:
              curl -s \(api)/valet/status/\(job.uuidString.lowercased()) -H "X-GH-Service-Key: \(serviceKey)" | jq
            """
        )
    }
}

/// The ports of the demonstration's servers, known once they listen.
struct DemoPorts: Sendable {
    let api = Promise<Int>()
    let board = Promise<Int>()
    let receiver = Promise<Int>()
}
