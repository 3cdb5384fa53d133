import Chromium
import GhostHands

/// Enters what a person gave into the page that asks for it: once, and told to nobody.
extension Visit {
    /// Enters a code, or user name and password, and sends them.
    ///
    /// - Parameter resolution: what was given; where the page has no place for it any more, nothing is done.
    /// - Throws: ``ChromiumError`` when the page is gone.
    func enter(_ resolution: Resolution) async throws {
        switch resolution {
        case .code:
            let reading = try await look()
            let acted = page
            let (isEntered, activity) = try await acted.activity { try await enterCode(of: resolution, in: reading) }
            if isEntered { try await send(reading, activity, of: acted) { CodeEntry.isThere(in: $0) } }
        case .credentials(let username, let password):
            try await logIn(username, password)
        case .manual, .answers, .skip: break
        }
    }

    /// Enters a code that was given into its field or its boxes, and sends nothing.
    ///
    /// - Parameters:
    ///   - resolution: what was given.
    ///   - reading: the page; nil where it is to be read.
    /// - Returns: whether it is a code, and the page has a place that takes it.
    /// - Throws: ``ChromiumError`` when the page is gone.
    @discardableResult
    func enterCode(of resolution: Resolution, in reading: PageReading? = nil) async throws -> Bool {
        guard case .code(let code) = resolution else { return false }
        let now: PageReading
        if let reading { now = reading } else { now = try await look() }
        guard let field = CodeEntry(in: now) else { return false }
        await timeline.started("Enter the code")
        do {
            try await field.enter(code, in: page, timeout: limits.control)
            await timeline.completed("Entered the code", .fill)
            return true
        } catch let error as ChromiumError where error.code == .notActionable || error.code == .detached {
            await timeline.failed("Enter the code", .fill, reason: error.message)
            return false
        }
    }

    /// Enters what a person gave for this very page, over the pages that it takes; they saw what they gave it to.
    private func logIn(_ username: String, _ password: String) async throws {
        timeline.report.conceal(password)
        for step in 0..<2 {
            let reading = try await look()
            guard case .enter(let form) = LoginPage(reading).step, step == 0 || form.password != nil else { return }
            let entry = LoginEntry(self, reading, form)
            guard case .entered(let typed) = try await entry.enter(username, password, check: nil) else { return }
            _ = try await entry.send(after: typed)
            if form.password != nil { return }
        }
    }

    /// Presses what sends the entries, where the page has not sent them by itself with the last of them.
    private func send(
        _ entered: PageReading,
        _ activity: PageActivity,
        of acted: Page,
        while isThere: (PageReading) -> Bool
    ) async throws {
        _ = try await acted.settle(activity, timeout: limits.settling)
        let done = acted.refreshed(activity)
        if (done.requests + done.underWay).contains(where: PressOutcome.isSubmit) { return }
        let reading = try await lookWhenSettled()
        guard isThere(reading), reading.document.url == entered.document.url else { return }
        if let button = CodeSender.button(in: reading) {
            _ = try await tryPress(button)
        } else if let last = reading.form.last {
            let acted = page
            let (_, activity) = try await acted.activity {
                try await acted.focus(last.handle, timeout: limits.control)
                try await acted.press("Enter", timeout: limits.control)
            }
            _ = try await acted.settle(activity, timeout: limits.settling)
        }
    }
}

/// Where a page takes a one-time code: one field, or a box for each character.
struct CodeEntry {
    private let boxes: [ElementHandle]
    /// How many characters it takes; nil where it does not say.
    let room: CodeRoom?
    /// Whether nothing stands in it.
    let isEmpty: Bool

    /// Finds the place; nil where the page has none.
    init?(in reading: PageReading) {
        let fields = CodeFields.of(reading)
        guard let first = fields.first else { return nil }
        let isSplit: Bool
        if let widget = first.widget, widget.kind == .boxes {
            (boxes, isSplit) = (widget.parts, true)
        } else {
            isSplit = fields.count >= 4 && fields.allSatisfy { $0.field.maxLength == 1 }
            boxes = isSplit ? fields.map(\.handle) : [first.handle]
        }
        room = (isSplit ? boxes.count : first.field.maxLength).flatMap { most in
            1...100 ~= most ? CodeRoom(most: most, isExact: isSplit) : nil
        }
        isEmpty = (isSplit ? fields : [first]).allSatisfy(\.field.value.isEmpty)
    }

    static func isThere(in reading: PageReading) -> Bool { CodeEntry(in: reading) != nil }

    /// Where it is entered first.
    var first: ElementHandle { boxes[0] }

    /// Whether it takes as many characters.
    func takes(_ count: Int) -> Bool { room?.takes(count) ?? true }

    /// Enters a code.
    ///
    /// - Parameter code: as it was given: spaces, and dashes that the form has no room for, are left out.
    /// - Throws: ``ChromiumError``: notActionable when the form does not take so many characters.
    func enter(_ code: String, in page: Page, timeout: Duration) async throws {
        if let wrong = room?.refusal(of: code) { throw ChromiumError(.notActionable, wrong) }
        let code = room?.fitted(code) ?? CodeRoom.bare(code)
        guard boxes.count > 1 else { return try await page.fill(boxes[0], with: code, timeout: timeout) }
        // With an old character in every box each new one would be sent off.
        if !isEmpty { for box in boxes { try await page.fill(box, with: "", timeout: timeout) } }
        try await WidgetDriver(page: page, of: boxes[0], timeout: timeout).enter(code, in: boxes)
    }
}
