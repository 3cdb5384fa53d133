import Chromium
import GhostHands

extension Visit {
    /// Presses a button and waits until what it started has come to an end, also in a page that it opened.
    ///
    /// - Parameter settling: how long that may take; nil for the usual time.
    /// - Returns: what the page it stood on did.
    /// - Throws: ``ChromiumError`` when the button cannot be pressed or the page is gone.
    func click(_ button: ReadButton, settling: Duration? = nil) async throws -> PageActivity {
        let patience = settling ?? limits.settling
        let name = timeline.said(by: button)
        await timeline.started("Press \"\(name)\"")
        let known = context.pages.count
        let acted = page
        let activity = try await stopwatch.time(.press) {
            let (_, activity) = try await acted.activity { try await Self.press(button, in: acted) }
            _ = try await acted.settle(activity, timeout: patience)
            return activity
        }
        try await goToOpened(from: acted, known: known, settling: patience)
        await timeline.completed("Clicked \"\(name)\"", .click)
        return acted.refreshed(activity)
    }

    /// Clicks a button; one that lies under a bar at the page's edge is pressed as a keyboard would.
    private static func press(_ button: ReadButton, in page: Page) async throws {
        do {
            try await page.click(button.handle)
        } catch let error as ChromiumError where error.code == .notActionable {
            let isBarred: Bool = try await page.frame(of: button.handle).ask(.barred, about: button.handle)
            guard isBarred else { throw error }
            try await page.focus(button.handle)
            try await page.press("Enter")
        }
    }

    /// Presses a button that the form can do without; one that cannot be pressed is told.
    ///
    /// - Returns: whether it was pressed.
    func tryPress(_ button: ReadButton) async throws -> Bool {
        do {
            _ = try await click(button)
            return true
        } catch let error as ChromiumError where error.code == .notActionable || error.code == .detached {
            await timeline.failed("Press \"\(timeline.said(by: button))\"", .click, reason: error.message)
            return false
        }
    }

    /// Presses a button of a form, and waits until the page has answered.
    ///
    /// - Parameters:
    ///   - reading: the page before.
    ///   - knownAlerts: what the page announced before the button was pressed for the first time.
    ///   - settling: how long what it starts may take; nil for the usual time.
    /// - Returns: what came of it.
    /// - Throws: ``ChromiumError`` when the button cannot be pressed or the page is gone.
    func press(
        _ button: ReadButton,
        from reading: PageReading,
        _ knownAlerts: [PageAlert],
        settling: Duration? = nil
    ) async throws -> PressOutcome {
        let acted = page
        let activity = try await click(button, settling: settling)
        func outcome(_ after: PageReading) -> PressOutcome {
            PressOutcome(
                before: reading,
                knownAlerts: knownAlerts,
                reading: after,
                activity: acted.refreshed(activity),
                site: site
            )
        }
        // Where nothing has left the page, only a timer of its own could still send it.
        let begin = clock.now
        var deadline = begin + limits.arrival
        var isLate = false
        var answered = 0
        while true {
            let after = try await look()
            // Scripts show the next page, or what is wrong, a moment after all is quiet; pressing again before that
            // would skip a page.
            let seen = outcome(after)
            // What was answered while the page was read does not stand on it yet.
            let isStale = seen.sent.count > answered
            answered = seen.sent.count
            if isStale, seen.isRefused, !seen.hasComplaint { continue }
            if seen.tells(isSubmit: button.role == .submit) || seen.assent != nil { return seen }
            let mayStillSend = seen.wasSent || seen.isUnderWay || hasSetTimers(since: begin)
            let end = mayStillSend ? deadline : min(deadline, begin + limits.reaction.timer)
            if try await hasChanged(since: after, by: end) { continue }
            // What is sent a moment after the press shows nothing until it is answered; the answer may have come just now.
            let last = outcome(after)
            guard !isLate, acted.isBusy(since: activity) || last.wasSent && !seen.wasSent else { return last }
            isLate = true
            _ = try await acted.settle(activity, timeout: settling ?? limits.settling)
            deadline = clock.now + limits.arrival
        }
    }

    /// Does to an element what a model wants done, and waits until what it started has come to an end.
    ///
    /// - Parameters:
    ///   - action: what to do.
    ///   - value: what to enter or choose; for a box anything but "no" checks it.
    /// - Throws: ``ChromiumError`` when it cannot be done or the page is gone.
    func act(_ action: AgentStep.Action, on element: ElementHandle, _ value: String) async throws {
        let acted = page
        let known = context.pages.count
        await timeline.started(action.words)
        let (_, activity) = try await acted.activity {
            switch action {
            case .click: try await acted.click(element, timeout: limits.control)
            case .fill: try await acted.fill(element, with: value, timeout: limits.control)
            case .choose: try await acted.select(element, [OptionChoice.label(value)], timeout: limits.control)
            case .check: try await acted.setChecked(element, value.lowercased() != "no", timeout: limits.control)
            case .press:
                try await acted.focus(element, timeout: limits.control)
                try await acted.press(value == "Escape" ? "Escape" : "Enter", timeout: limits.control)
            }
        }
        _ = try await acted.settle(activity, timeout: limits.settling)
        try await goToOpened(from: acted, known: known, settling: limits.settling)
    }
}
