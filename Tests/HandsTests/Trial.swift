import Chromium
import Foundation
import GhostHands
import Hands
import NIOConcurrencyHelpers
import TestSupport
import Testing

/// A supervisor that lets everything be done and keeps nothing: each kind says only what it is about.
protocol QuietSupervisor: Supervisor {}

extension QuietSupervisor {
    func report(_ event: JobEvent) async {}
    func progress(_ progress: JobProgress) async {}
    func intendSubmit(on page: Page) async throws -> Bool { true }
    func submitRejected() async throws -> Bool { true }
    func manuals(for key: ManualKey) async throws -> [Manual] { [] }
}

/// Whom the hands report to in tests: remembers everything, and says what it is told to say.
final class Watcher: Supervisor {
    private let told = NIOLockedValueBox<[JobEvent]>([])
    private let steps = NIOLockedValueBox<[JobProgress]>([])
    private let mayPress: Bool
    private let manuals: [Manual]
    private let budget: NanoDollars
    private let settled = NIOLockedValueBox<[ModelCall]>([])
    private let memory: NIOLockedValueBox<[LearnedAnswer]>
    private let vault: NIOLockedValueBox<Vault>
    private let rejections = NIOLockedValueBox(0)

    /// What is stored for log-ins, and who helps where that does not.
    struct Vault {
        var credentials: [Credential] = []
        var verdicts: [CredentialVerdict] = []
        /// The codes that are made, the next first.
        var codes: [String] = []
        /// What people answer, the next first; when it is empty nobody is there.
        var answers: [Resolution] = []
        var asked: [Interaction] = []
        /// Whether what a site has left by a log-in was to be kept.
        var isKept = false
    }

    init(
        mayPress: Bool = true,
        manuals: [Manual] = [],
        budget: NanoDollars = NanoDollars(100_000_000),
        known: [LearnedAnswer] = [],
        vault: Vault = Vault()
    ) {
        self.vault = NIOLockedValueBox(vault)
        self.mayPress = mayPress
        self.manuals = manuals
        self.budget = budget
        memory = NIOLockedValueBox(known)
    }

    /// What people were asked for.
    var asked: [Interaction] { vault.withLockedValue(\.asked) }
    /// What sites have made of credentials.
    var verdicts: [CredentialVerdict] { vault.withLockedValue(\.verdicts) }

    var isKept: Bool { vault.withLockedValue(\.isKept) }

    func loginWasAnswered(in context: BrowserContext) async { vault.withLockedValue { $0.isKept = true } }

    func credential(for host: HostName) async -> Credential? {
        vault.withLockedValue { $0.credentials.first { host.chain.contains($0.domain) } }
    }
    func judged(_ credential: Credential, as verdict: CredentialVerdict) async {
        vault.withLockedValue { $0.verdicts.append(verdict) }
    }
    func code(of credential: Credential) async throws -> String? {
        vault.withLockedValue { $0.codes.isEmpty ? nil : $0.codes.removeFirst() }
    }
    func help(
        _ wanted: Interaction,
        with page: Page,
        in context: BrowserContext,
        watching watch: SubmitWatch
    ) async throws -> Help {
        vault.withLockedValue { vault in
            vault.asked.append(wanted)
            return vault.answers.isEmpty ? .unavailable : .given(vault.answers.removeFirst())
        }
    }

    /// What model calls came to.
    var calls: [ModelCall] { settled.withLockedValue(\.self) }
    /// What is remembered for later jobs.
    var remembered: [LearnedAnswer] { memory.withLockedValue(\.self) }

    func reserve(_ most: NanoDollars) async throws -> Allowance {
        let spent = calls.map(\.cost).reduce(.zero, +)
        return spent + most <= budget ? .granted(reservation: Int64(calls.count)) : .refused(.job(budget))
    }
    func settle(_ call: ModelCall) async { settled.withLockedValue { $0.append(call) } }
    func knownAnswers(to keys: [String]) async -> [LearnedAnswer] { remembered.filter { keys.contains($0.key) } }
    func learned(_ answers: [LearnedAnswer]) async { memory.withLockedValue { $0 += answers } }

    var events: [JobEvent] { told.withLockedValue { $0 } }
    var progress: [JobProgress] { steps.withLockedValue { $0 } }
    /// Everything that was told, as one text to search in.
    var transcript: String {
        events.map { "\($0.type.rawValue) \(JSON.object($0.metadata).text)" }.joined(separator: "\n")
    }

    func count(_ type: EventType) -> Int { events.count { $0.type == type } }
    func report(_ event: JobEvent) async { told.withLockedValue { $0.append(event) } }
    func progress(_ progress: JobProgress) async { steps.withLockedValue { $0.append(progress) } }
    func intendSubmit(on page: Page) async throws -> Bool { mayPress }
    func submitRejected() async throws -> Bool {
        rejections.withLockedValue { $0 += 1 }
        return true
    }
    /// How often a submit that was written down was taken back.
    var takenBack: Int { rejections.withLockedValue(\.self) }
    func manuals(for key: ManualKey) async throws -> [Manual] { manuals }
}

/// One attempt at a page of a test's own, with what its site was sent.
struct Trial {
    let result: AttemptResult
    let requests: [Site.Request]
    let watcher: Watcher

    var end: AttemptEnd { result.end }
    var report: FillReport { result.report }
    var posts: [Site.Request] { requests.filter { $0.method == "POST" } }

    /// The fields of the only post.
    func posted() throws -> [String: [String]] {
        try #require(posts.count == 1, "\(posts.count) posts, end \(end)")
        return Trial.fields(posts[0].body)
    }

    func entry(_ name: String) throws -> FillReport.Entry {
        try #require(report.fields.first { $0.field.name == name }, "no field \(name)")
    }

    static func fields(_ body: String) -> [String: [String]] {
        var fields: [String: [String]] = [:]
        for pair in body.split(separator: "&") {
            let parts = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map {
                $0.replacingOccurrences(of: "+", with: " ").removingPercentEncoding ?? ""
            }
            fields[parts[0], default: []].append(parts.count > 1 ? parts[1] : "")
        }
        return fields
    }

    static let thanks =
        "<title>Done</title><h1>Your application has been submitted.</h1><p>Confirmation number: A-17</p>"

    static let limits: Attempt.Limits = {
        var limits = Attempt.Limits()
        // A busy machine must not look like a page that hangs.
        limits.settling = .seconds(30)
        limits.control = .seconds(15)
        // Most checks of tests never pass.
        limits.challenge.passing = .milliseconds(300)
        return limits
    }()

    /// Runs an attempt.
    static func run(
        _ html: String,
        _ applicant: Applicant = Applicant(),
        submits: Bool = true,
        showsValues: Bool = true,
        watcher: Watcher = Watcher(),
        mode: ExecutionMode = .auto,
        model: ChosenModel? = nil,
        lock: SiteLock? = nil,
        imageModel: ChosenModel? = nil,
        limits: Attempt.Limits = limits,
        answering answer: @escaping @Sendable (Site.Request) -> Site.Answer = { _ in .html(thanks) }
    ) async throws -> Trial {
        let browser = try suiteBrowser()
        return try await Site.open({ $0.path == "/" && $0.method == "GET" ? .html(html) : answer($0) }) { site in
            // As in the product, where every request is judged.
            let options = ContextOptions.guarded(by: AddressRule(.privateNetwork)) { _ in [] }
            return try await browser.withContext(lock.map(options.locked) ?? options) { context in
                try await context.withPage { page in
                    var task = AttemptTask(
                        url: PageAddress(site.origin + "/"),
                        applicant: applicant,
                        submits: submits,
                        showsValues: showsValues
                    )
                    task.replay.mode = mode
                    let result = try await Attempt(
                        task,
                        supervisor: watcher,
                        model: model,
                        imageModel: imageModel,
                        lock: lock,
                        limits: limits
                    )
                    .run(in: context, page: page)
                    return Trial(result: result, requests: site.requests, watcher: watcher)
                }
            }
        }
    }
}

/// A page of the fixtures folder.
func fixture(_ name: String) throws -> String {
    try String(contentsOf: testsFolder.appending(path: "Fixtures/\(name).html"), encoding: .utf8)
}

let testsFolder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()

/// An applicant with everything that the application fixture asks for.
let keeper = Applicant(
    profile: [
        "first_name": "Alice", "last_name": "Smith", "email": "alice@example.com", "salary_expectation": "98765",
        "gender": "Female", "location": ["city": "Reykjavik"],
    ],
    formData: ["password": "hunter2hunter2"]
)

extension String {
    func replacing(_ text: String, by other: String) -> String { replacingOccurrences(of: text, with: other) }
}
