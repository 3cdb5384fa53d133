import Chromium
import Foundation
import GhostHands
import Hands
import Logging
import NIOConcurrencyHelpers

/// Our side of `Benchmarks/cookbook/run` and `Benchmarks/cookbook/mutations/run`.
///
/// Reads lines of JSON from standard input, `{"url", "data", "files", "learn", "replay", "mode"}`, and does each as a worker
/// does a job: a context of its own in a warm browser, the form filled from flat data, sent, and proven. What a run with
/// `learn` records is kept under that name for runs that `replay` it. Answers with the milliseconds from the navigation to
/// the proof, and what became of the manual.
@main
struct Bench {
    static func main() async throws {
        let arguments = CommandLine.arguments
        guard arguments.count == 2 else {
            FileHandle.standardError.write(Data("usage: cookbook-benchmark BROWSER < lines of JSON\n".utf8))
            exit(64)
        }
        let logger = Logger(label: "benchmark") { _ in SwiftLogNoOpLogHandler() }
        var shelf: [String: Manual] = [:]
        try await withBrowser(BrowserConfiguration(binary: arguments[1]), logger: logger) { browser in
            say(["ready": true])
            while let line = readLine() {
                let order = try JSON(parsing: Data(line.utf8))
                let keeper = Keeper(order["replay"].string.flatMap { shelf[$0] })
                do {
                    let result = try await browser.withContext(
                        .guarded(by: AddressRule(.loopback), lookup: { _ in [] })
                    ) { context in
                        try await context.withPage { page in
                            try await Attempt(task(order), supervisor: keeper).run(in: context, page: page)
                        }
                    }
                    if let name = order["learn"].string { shelf[name] = result.cookbook.recorded }
                    say(answer(result))
                } catch let error as ChromiumError {
                    say(["failed": .string(error.message)])
                }
            }
        }
    }

    private static func task(_ order: JSON) -> AttemptTask {
        let applicant = Applicant(
            profile: Profile(order["profile"]),
            answers: (order["answers"].object ?? [:]).compactMapValues(\.string),
            formData: order["data"].object ?? [:],
            files: (order["files"].object ?? [:]).compactMapValues(\.string)
        )
        var task = AttemptTask(url: PageAddress(order["url"].string ?? ""), applicant: applicant, submits: true)
        task.kind = .fillForm
        task.replay.mode = order["mode"].string.flatMap(ExecutionMode.init(rawValue:)) ?? .auto
        return task
    }

    private static func answer(_ result: AttemptResult) -> JSON {
        [
            "ms": .number(result.report.elapsedMilliseconds), "end": .string("\(result.end)"),
            "mode": .string(result.mode.rawValue), "tokens": .int(Int64(result.cost.totalTokens)),
            "cookbook_steps": .int(Int64(result.cost.cookbookSteps)),
            "other_steps": .int(Int64(result.cost.magnitudeSteps)),
            "reason": .optional(result.cookbook.fallbackReason),
            "verdict": .optional(result.cookbook.lesson?.verdict.rawValue),
            "learned": .bool(result.cookbook.recorded != nil),
            "phases": .object(
                Dictionary(
                    uniqueKeysWithValues: result.report.phases.map { ($0.key.rawValue, JSON.number($0.value)) }
                )
            ),
            "steps": .array(
                result.report.fields.filter { $0.milliseconds > 0 }.map {
                    [
                        "label": .string($0.field.label), "kind": .string($0.field.kind.rawValue),
                        "ms": .number($0.milliseconds),
                    ]
                }
            ),
        ]
    }

    private static func say(_ json: JSON) { FileHandle.standardOutput.write(json.data + Data("\n".utf8)) }
}

/// Stands over one run: has the manual that is to be replayed, and lets the form be sent.
private final class Keeper: Supervisor {
    private let manual: Manual?

    init(_ manual: Manual?) { self.manual = manual }

    func report(_ event: JobEvent) async {}
    func progress(_ progress: JobProgress) async {}
    func intendSubmit(on page: Page) async throws -> Bool { true }
    func submitRejected() async throws -> Bool { true }
    func manuals(for key: ManualKey) async throws -> [Manual] { manual.map { [$0] } ?? [] }
}
