public import Chromium
public import Foundation
import GhostHands

/// One attempt at one job in one page: the steps from opening it to the proof that it was submitted.
///
/// Read the page → blocked? say so → a posting? press Apply → fill what the applicant answered → read it back → next
/// page → submit once → evidence.
public struct Attempt: Sendable {
    /// What is to be done.
    public let task: AttemptTask
    let supervisor: any Supervisor
    /// The model to ask about what profile and answers leave open; nil when there is none.
    let model: ChosenModel?
    /// The model to ask about a picture; nil when there is none that sees.
    let imageModel: ChosenModel?
    /// Keeps the context's pages on their site while a model decides.
    let lock: SiteLock?
    let clock: ContinuousClock
    let now: @Sendable () -> Date
    let limits: Limits

    /// The bounds that keep an attempt from going on for ever.
    public struct Limits: Sendable {
        /// How large a form may be.
        public var form = Form()
        /// How long the first page may take to load.
        public var navigation = Duration.seconds(30)
        /// How long a page that has loaded may take to show a form, or a way to it.
        public var arrival = Duration.seconds(5)
        /// How long challenges are waited for, and their answers good.
        public var challenge = Challenge()
        /// How long a page may take to come to rest after a press.
        public var settling = Duration.seconds(15)
        /// How long the page's answers to what was entered, and to the submit, may take.
        public var reaction = Reaction()
        /// How long one question to a model may take.
        public var answering = Duration.seconds(90)
        /// How long one control may take.
        public var control = Duration.seconds(5)

        /// The standard bounds.
        public init() {}

        /// How large a form may be.
        public struct Form: Sendable {
            /// How many pages it may have.
            public var pages = 20
            /// How often a page is read again because filling revealed new fields.
            public var rounds = 10
        }

        /// How long challenges are waited for, and their answers good.
        public struct Challenge: Sendable {
            /// How long a check that passes by itself may take before a human is asked (R50).
            public var passing = Duration.seconds(10)
            /// How long an answer is good for: the press follows within it, or it is looked at anew (R50).
            public var tokenLife = Duration.seconds(110)
        }

        /// How long a page's answers may take.
        public struct Reaction: Sendable {
            /// How long one of its timers may be before it is left: nobody sees how long they are.
            public var timer = Duration.milliseconds(1_500)
            /// How long all that it does may take before it is left, each time it is waited for.
            public var whole = Duration.seconds(5)
            /// How long the answer to the final submit may take; the job's own limit usually ends it sooner.
            public var submit = Duration.seconds(300)
        }
    }

    /// Prepares an attempt.
    ///
    /// - Parameters:
    ///   - supervisor: whom to report to and ask.
    ///   - lock: keeps the context's pages on their site while a model decides; nil where the context has none.
    ///   - clock: measures how long things take.
    ///   - now: tells the time that progress reports show.
    ///   - limits: the bounds.
    public init(
        _ task: AttemptTask,
        supervisor: any Supervisor,
        model: ChosenModel? = nil,
        imageModel: ChosenModel? = nil,
        lock: SiteLock? = nil,
        clock: ContinuousClock = ContinuousClock(),
        now: @escaping @Sendable () -> Date = { Date() },
        limits: Limits = Limits()
    ) {
        self.task = task
        self.supervisor = supervisor
        self.model = model
        self.imageModel = imageModel
        self.lock = lock
        self.clock = clock
        self.now = now
        self.limits = limits
    }

    /// Does the job.
    ///
    /// - Parameters:
    ///   - context: the browser context that the page belongs to; a posting may open its form in another page of it.
    ///   - page: the page to work in.
    /// - Returns: how it ended and what became of every field. Every end that a page can bring about is a value.
    /// - Throws: ``ChromiumError`` when the browser or page is gone or hangs, ``CancellationError`` when it is called
    ///   off, and what the supervisor throws when it cannot record the submit.
    public func run(in context: BrowserContext, page: Page) async throws -> AttemptResult {
        let begin = clock.now
        let timeline = Timeline(self)
        let visit = Visit(self, context: context, page: page, timeline: timeline)
        // An earlier attempt may have logged in: its page may repeat what this one never types.
        if let host = task.url.web.flatMap(HostName.init) {
            for secret in await supervisor.secrets(at: host) { timeline.report.conceal(secret) }
        }
        let consultant = Consultant(self, timeline)
        var result = try await carryOut(visit, consultant)
        timeline.report.elapsedMilliseconds = (clock.now - begin).inMilliseconds
        timeline.report.phases = visit.stopwatch.milliseconds
        await supervisor.learned(consultant.learned)
        result.report = timeline.report
        result.cost = timeline.cost
        return result
    }

    private func carryOut(_ visit: Visit, _ consultant: Consultant) async throws -> AttemptResult {
        switch task.kind {
        case .apply, .fillForm:
            var climb = Climb(self, visit, consultant)
            let end = try await climb.run()
            return await climb.result(end)
        case .scrape:
            var scrape = Scrape(task, visit, consultant)
            let (end, data) = try await scrape.run()
            return AttemptResult(end, mode: .magnitude, CookbookRecord(.aiOnly), data: data)
        case .custom:
            var custom = Custom(self, visit, consultant)
            let (end, data) = try await custom.run()
            return AttemptResult(end, mode: .magnitude, CookbookRecord(.aiOnly), data: data)
        }
    }
}
