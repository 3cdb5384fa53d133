import ArgumentParser
import Foundation
import GhostHands

/// The commands about callbacks: what became of them, sending them again, receiving them.
struct CallbacksCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "callbacks",
        abstract: "List, redeliver and receive callbacks.",
        discussion: """
            A job whose request has a `callback_url` tells it of every change of its status. `list` shows what became of \
            a job's callbacks, attempt by attempt; `redeliver` has those sent again that a receiver missed, under the same \
            ids and with the same bytes; `listen` is a receiver for people who build one: it verifies what comes and prints \
            it.

            Try it, in two terminals:
              ghosthands callbacks listen --port 4000
              GH_ALLOW_PRIVATE_NETWORK=true ghosthands serve
            and send a job with "callback_url": "http://127.0.0.1:4000/".
            """,
        subcommands: [List.self, Redeliver.self, Listen.self]
    )

    /// Which API is asked.
    struct Service: ParsableArguments {
        @Option(name: .customLong("api"), help: "Where the API is; else GH_PUBLIC_URL, else this machine.")
        var url: String?

        func caller() throws -> APICaller { try APICaller(url, settings: try Settings()) }
    }

    /// An id in a path: nothing but what ids are made of.
    static func segment(_ id: String) throws -> String {
        guard !id.isEmpty, id.allSatisfy({ $0.isASCII && ($0.isLetter || $0.isNumber || "-_".contains($0)) }) else {
            throw SetupError("\(id.prefix(80)) is not an id", mend: "see `ghosthands callbacks list JOB`")
        }
        return id
    }
}

extension CallbacksCommand {
    struct List: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "List callbacks: a job's with every attempt, or the latest of all jobs.",
            discussion: """
                Each has its id (the header `webhook-id`), the status it tells, and whether it was delivered, waits \
                (pending) or was given up (dead). Below a job's stand the attempts: when, how long, and what was answered.

                  ghosthands callbacks list JOB
                  ghosthands callbacks list --since 2h --host valet.example.com --state dead
                """
        )

        @Argument(help: "The job's id; leave it out to see those of all jobs.")
        var job: String?

        @Option(help: "Of all jobs: those written since this time (RFC 3339), or so long ago: 90s, 15m, 2h, 1d.")
        var since: String?

        @Option(help: "Of all jobs: those of this host, with its port where the address names one.")
        var host: String?

        @Option(help: "Of all jobs: those that wait (pending), were taken (delivered) or were given up (dead).")
        var state: String?

        @Flag(help: "Print the API's reply.")
        var json = false

        @OptionGroup var service: Service

        func validate() throws {
            guard job == nil || (since == nil && host == nil && state == nil) else {
                throw ValidationError("Name a job, or choose by --since, --host and --state; not both.")
            }
        }

        func run() async throws {
            guard let job else { return try await latest() }
            let reply = try await service.caller().call("/jobs/\(try CallbacksCommand.segment(job))/callbacks")
            if json { return Terminal.say(reply.text) }
            let callbacks = reply["callbacks"].array ?? []
            guard !callbacks.isEmpty else {
                return Terminal.say(
                    "This job has no callbacks: its request had no callback_url, or nothing has changed yet."
                )
            }
            for callback in callbacks { for line in CallbackLines.delivery(callback) { Terminal.say(line) } }
        }

        private func latest() async throws {
            var query = URLComponents()
            query.queryItems = [
                URLQueryItem(name: "since", value: try Moment.text(since ?? "1d", now: Date())),
                URLQueryItem(name: "host", value: host), URLQueryItem(name: "state", value: state),
                URLQueryItem(name: "limit", value: "500"),
            ].filter { $0.value != nil }
            let reply = try await service.caller().call("/callbacks?\(query.percentEncodedQuery ?? "")")
            if json { return Terminal.say(reply.text) }
            let callbacks = reply["callbacks"].array ?? []
            if callbacks.isEmpty { return Terminal.say("There are none.") }
            for callback in callbacks.reversed() { Terminal.say(CallbackLines.listed(callback)) }
            if reply["more"].bool == true { Terminal.say("There are older ones.") }
        }
    }

    struct Redeliver: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Have callbacks delivered again: one, a job's, or all that ended since a time.",
            discussion: """
                They go out under the same ids and with the same bytes, signed anew, so that a receiver that has one \
                already can tell.

                  ghosthands callbacks redeliver JOB EVENT      one
                  ghosthands callbacks redeliver JOB            a job's that were given up (--state delivered: the others)
                  ghosthands callbacks redeliver --since 2026-02-16T12:00:00Z --host valet.example.com
                """
        )

        @Argument(help: "The job's id; leave it out to choose by time.")
        var job: String?

        @Argument(help: "The callback's id, as `list` shows it; leave it out for all of the job's.")
        var event: String?

        @Option(help: "All that ended since this time (RFC 3339), or so long ago: 90s, 15m, 2h, 1d.")
        var since: String?

        @Option(help: "Only those of this host, with its port where the address names one.")
        var host: String?

        @Option(help: "Those that were given up (dead), or those that were taken (delivered).")
        var state = "dead"

        @OptionGroup var service: Service

        func validate() throws {
            guard (job == nil) != (since == nil) else {
                throw ValidationError("Name a job, or a time with --since; not both.")
            }
            guard state == "dead" || state == "delivered" else {
                throw ValidationError("--state is dead or delivered.")
            }
            guard host == nil || since != nil else { throw ValidationError("--host goes with --since.") }
        }

        func run() async throws {
            let caller = try service.caller()
            if let since { return try await all(since: try Moment.text(since, now: Date()), caller) }
            let job = try CallbacksCommand.segment(job ?? "")
            for event in try await events(of: job, caller) {
                _ = try await caller.call("/jobs/\(job)/callbacks/\(event)/redeliver", [:])
                Terminal.say("\(event) is delivered again")
            }
        }

        private func events(of job: String, _ caller: APICaller) async throws -> [String] {
            if let event { return [try CallbacksCommand.segment(event)] }
            let callbacks = try await caller.call("/jobs/\(job)/callbacks")["callbacks"].array ?? []
            let events = callbacks.filter { $0["state"].string == state }.compactMap { $0["event_id"].string }
            if events.isEmpty { Terminal.say("None of this job's callbacks is \(state).") }
            return events
        }

        private func all(since: String, _ caller: APICaller) async throws {
            let wanted: JSON = ["since": .string(since), "state": .string(state)]
            let ofHost = host.map { JSON.object((wanted.object ?? [:]).merging(["host": .string($0)]) { $1 }) }
            let reply = try await caller.call("/callbacks/redeliver", ofHost ?? wanted)
            let more = reply["more"].bool == true ? "; there may be more: run it again" : ""
            Terminal.say("\(reply["count"].int ?? 0) are delivered again\(more)")
        }
    }
}

/// A time as people write it: a time, or how long ago.
enum Moment {
    /// The time in RFC 3339.
    ///
    /// - Throws: ``SetupError`` when it is none.
    static func text(_ text: String, now: Date) throws -> String {
        if let match = text.wholeMatch(of: /([0-9]{1,6})([smhd])/)?.output, let count = Double(match.1) {
            let unit: Double = ["s": 1, "m": 60, "h": 3600, "d": 86_400][String(match.2)] ?? 1
            return Timestamp.text(now.addingTimeInterval(-count * unit))
        }
        guard let date = Timestamp.date(text) else {
            throw SetupError(
                "\(text.prefix(80)) is not a time",
                mend: "write 2026-02-16T12:00:00Z, or 15m for a quarter of an hour ago"
            )
        }
        return Timestamp.text(date)
    }
}
