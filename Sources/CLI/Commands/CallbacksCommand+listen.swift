import ArgumentParser
import Demo
import Foundation
import GhostHands
import Logging
import NIOConcurrencyHelpers
import Outbound
import ServiceLifecycle
import UnixSignals

extension CallbacksCommand {
    struct Listen: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Receive callbacks, verify them and print them, until Ctrl-C.",
            discussion: """
                Verified with GH_CALLBACK_SECRET (or GH_CALLBACK_SECRET_FILE, and GH_CALLBACK_SECRET_OLD), as docs/callbacks.md \
                says: what is not signed with it, or was signed more than five minutes ago, is answered 401 and marked. \
                Without a secret everything is taken, and marked with a question mark.

                  ✓ completed  job 550e8400-…  evt_…        verified
                  ✓ completed  job 550e8400-…  evt_…  again   the same id before: a receiver would leave it
                """
        )

        @Option(help: "The port to listen at; 0 for any free one.")
        var port = 4000

        @Option(help: "The address to listen at.")
        var host = "127.0.0.1"

        @Option(help: "The status to answer with: 500 shows how attempts are repeated, 410 how they end.")
        var answer = 200

        @Flag(help: "Print each verified callback's body as a line of JSON, and nothing else on standard output.")
        var json = false

        func validate() throws {
            guard (0...65_535).contains(port) else { throw ValidationError("--port is 0 to 65535.") }
            guard (200...599).contains(answer) else { throw ValidationError("--answer is 200 to 599.") }
        }

        func run() async throws {
            let secrets = try Settings().callbackSecrets
            let arrivals = Arrivals(secrets: secrets, answer: answer, json: json)
            let (host, isSigned) = (host, !secrets.isEmpty)
            let receiver = CallbackReceiver(host: host, port: port, logger: Terminal.logger(.critical)) { port in
                Terminal.remark(
                    "Callbacks to http://\(host.contains(":") ? "[\(host)]" : host):\(port)/ are shown here."
                )
                guard !isSigned else { return }
                Terminal.remark("GH_CALLBACK_SECRET is not set: nothing is verified.")
            } answer: {
                arrivals.take($0)
            }
            let group = ServiceGroup(
                services: [receiver],
                gracefulShutdownSignals: [.sigterm, .sigint],
                logger: Terminal.logger(.critical)
            )
            do {
                try await group.run()
            } catch {
                throw SetupError("nothing can listen at \(host):\(port)", mend: "choose another --port")
            }
        }
    }
}

/// What has come so far.
private final class Arrivals: Sendable {
    private let verifier: CallbackVerifier?
    private let answer: Int
    private let json: Bool
    private let ids = NIOLockedValueBox<(known: Set<String>, order: [String])>(([], []))

    /// How many ids are remembered.
    private static let mostIDs = 10_000

    init(secrets: [String], answer: Int, json: Bool) {
        verifier = secrets.isEmpty ? nil : CallbackVerifier(secrets: secrets)
        self.answer = answer
        self.json = json
    }

    /// Shows one, and says what it is answered.
    func take(_ callback: ReceivedCallback) -> Int {
        let now = Date()
        let verdict = verifier?.judge(callback.body, headers: callback.headers, now: now)
        let isGood = verdict == nil || verdict == .genuine
        let isDouble = isGood && callback.headers["webhook-id"].map(isKnown) ?? false
        if json {
            if isGood { Terminal.say(callback.json.text) }
        } else {
            Terminal.say(CallbackLines.arrival(callback, verdict, isDouble: isDouble, at: now))
        }
        return isGood ? answer : 401
    }

    private func isKnown(_ id: String) -> Bool {
        ids.withLockedValue { ids in
            guard ids.known.insert(id).inserted else { return true }
            ids.order.append(id)
            if ids.order.count > Self.mostIDs { ids.known.remove(ids.order.removeFirst()) }
            return false
        }
    }
}
