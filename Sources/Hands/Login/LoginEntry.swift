import Chromium
import GhostHands

/// Enters name and password into a form, sends it, and sees what the page answers.
struct LoginEntry {
    private let visit: Visit
    private let before: PageReading
    private let form: LoginForm
    /// The page that the form stands in: sending it may open another.
    private let page: Page

    init(_ visit: Visit, _ reading: PageReading, _ form: LoginForm) {
        self.visit = visit
        before = reading
        self.form = form
        page = visit.page
    }

    /// What came of entering.
    enum Entered {
        /// It stands there: what the page has done since.
        case entered(PageActivity)
        /// Nothing may be entered there: why.
        case refused(String?)
    }

    /// Enters what the form takes.
    ///
    /// - Parameters:
    ///   - name: the user name.
    ///   - password: the password.
    ///   - check: where both belong; nil for what a person gave for this very page.
    /// - Returns: what came of it.
    /// - Throws: ``ChromiumError`` when the page is gone.
    func enter(_ name: String, _ password: String, check: Credential?) async throws -> Entered {
        let fields = [form.name.map { ($0, name) }, form.password.map { ($0, password) }].compactMap(\.self)
        await visit.timeline.started("Log in")
        let begun = try await page.activity {}.1
        do {
            for (field, text) in fields {
                // An element belongs to its document, and the document to its address: what is typed goes nowhere else.
                if let check, let why = try await LoginPlace.refusal(of: field.handle, on: page, for: check) {
                    await visit.timeline.failed("Log in", .fill, reason: why)
                    return .refused(why)
                }
                try await page.fill(field.handle, with: text, timeout: visit.limits.control)
            }
        } catch let error as ChromiumError where error.code == .notActionable || error.code == .detached {
            await visit.timeline.failed("Log in", .fill, reason: error.message)
            return hasSentItself(since: begun) ? .entered(begun) : .refused(nil)
        }
        await visit.timeline.completed(told, .fill)
        return .entered(begun)
    }

    /// Whether the page has sent the form by itself while it was entered.
    private func hasSentItself(since begun: PageActivity) -> Bool {
        let done = page.refreshed(begun)
        return !done.navigations.isEmpty
            || (done.requests + done.underWay).contains { $0.isDocument && PressOutcome.isSubmit($0) }
    }

    private var told: String {
        switch (form.name, form.password) {
        case (nil, _): "Entered the password"
        case (_, nil): "Entered the user name"
        default: "Entered user name and password"
        }
    }

    /// Sends the form, once.
    ///
    /// - Parameter typed: what the page has done since it was entered.
    /// - Returns: what the page answers.
    /// - Throws: ``ChromiumError`` when the page is gone.
    func send(after typed: PageActivity) async throws -> Answer {
        guard form.password != nil else { return try await press(after: typed) }
        let (page, context, desk, patience) = (page, visit.context, visit.helpDesk, visit.limits.navigation * 2)
        return try await withThrowingTaskGroup(of: Void.self) { group in
            // What lets somebody in comes with the head of the answer; the page that it leads to may take its time.
            group.addTask {
                var known = 0
                while let count = await page.answers(
                    since: typed,
                    moreThan: known,
                    timeout: patience,
                    PressOutcome.isSubmit
                ) {
                    known = count
                    await desk.keepAnswer(context)
                }
            }
            defer { group.cancelAll() }
            return try await press(after: typed)
        }
    }

    private func press(after typed: PageActivity) async throws -> Answer {
        let ready = try await visit.look(afterInput: true)
        let activity: PageActivity
        if hasSentItself(since: typed) {
            _ = try await page.settle(typed, timeout: visit.limits.settling)
            activity = typed
        } else if let button = form.sender(in: ready), let activityOfPress = try await press(button) {
            activity = activityOfPress
        } else if let last = form.last {
            activity = try await pressEnter(in: last.handle)
        } else {
            activity = try await page.activity {}.1
        }
        let known = Set(ready.alerts)
        let after = try await visit.look(atMost: visit.limits.arrival) { reading in
            let isElsewhere = !reading.text.isEmpty && reading.signature != before.signature
            return isElsewhere || !known.isSuperset(of: reading.alerts)
        }
        return Answer(before: before, reading: after, activity: page.refreshed(activity), known: known)
    }

    private func press(_ button: ReadButton) async throws -> PageActivity? {
        do {
            return try await visit.click(button)
        } catch let error as ChromiumError where error.code == .notActionable || error.code == .detached {
            return nil
        }
    }

    private func pressEnter(in element: ElementHandle) async throws -> PageActivity {
        let known = visit.context.pages.count
        do {
            let (_, activity) = try await page.activity {
                try await page.focus(element, timeout: visit.limits.control)
                try await page.press("Enter", timeout: visit.limits.control)
            }
            _ = try await page.settle(activity, timeout: visit.limits.settling)
            try await visit.goToOpened(from: page, known: known, settling: visit.limits.settling)
            return activity
        } catch let error as ChromiumError where error.code == .notActionable || error.code == .detached {
            return try await page.activity {}.1
        }
    }

    /// What the page answered.
    struct Answer {
        let before: PageReading
        let reading: PageReading
        let activity: PageActivity
        let known: Set<PageAlert>

        /// The answers of the site to what was sent.
        private var statuses: [Int?] {
            activity.requests.filter { $0.isOfForm && !ChallengeVendor.isOwn($0.url) }.map(\.status)
        }

        private var wasSent: Bool { !statuses.isEmpty || !activity.navigations.isEmpty }

        /// Whether the site failed, or takes nothing more for now: that says nothing of what was sent.
        var isBroken: Bool {
            let last = activity.navigations.last?.status ?? statuses.last ?? nil
            return last.map { $0 >= 500 || $0 == 429 } ?? (wasSent || !activity.underWay.isEmpty)
        }

        /// Whether another page than an error's stands there, or the same one goes on.
        var isAnswered: Bool {
            !isBroken && !reading.text.isEmpty && (activity.navigations.last?.status).map { $0 < 400 } ?? true
        }

        /// Whether the page says that it knows no such account, that the password is wrong, or that it lets nobody in.
        var saysRefusal: Bool { said.contains(where: LoginWording.saysRefused) }

        /// Whether the page says that the account must be verified before anybody is let in.
        var wantsProof: Bool { said.contains(where: LoginWording.wantsProof) }

        /// Whether the page only says that it has sent a link.
        var sentLink: Bool { reading.form.isEmpty && said.contains(where: LoginWording.asksToOpenLink) }

        /// What the page says that it did not say before.
        private var said: [String] {
            reading.lines(since: before) + reading.alerts.filter { !known.contains($0) }.map(\.text)
        }

        /// The challenge that is to be solved with the log-in; nil where there is none.
        var challenge: Blocker? {
            if let challenge = reading.challenge { return challenge }
            guard said.contains(where: LoginWording.wantsChallenge) else { return nil }
            return Blocker(kind: .captcha, confidence: 0.7, evidence: .page, sign: "words about a challenge")
        }

        /// Whether the site does not take what was sent.
        var isRefusal: Bool { wasSent && !isBroken }
    }
}

extension PageReading {
    /// What a page says that it did not say before, line by line.
    func lines(since before: PageReading) -> [String] {
        let old = Set(before.text.split(whereSeparator: \.isNewline))
        return text.split(whereSeparator: \.isNewline).filter { !old.contains($0) }.map(String.init)
    }
}
