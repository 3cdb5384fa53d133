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

    private func logIn(_ username: String, _ password: String) async throws {
        let reading = try await look()
        guard let secret = reading.form.first(where: { $0.field.kind == .password }) else { return }
        let names: Set<Asked> = [.username, .email]
        let before = reading.form.prefix { $0.handle != secret.handle }
        let name = before.last { names.contains($0.asked) } ?? before.last { $0.field.kind == .text }
        await timeline.started("Log in")
        let acted = page
        let activity: PageActivity
        do {
            (_, activity) = try await acted.activity {
                if let name { try await acted.fill(name.handle, with: username, timeout: limits.control) }
                try await acted.fill(secret.handle, with: password, timeout: limits.control)
            }
        } catch let error as ChromiumError where error.code == .notActionable || error.code == .detached {
            return await timeline.failed("Log in", .fill, reason: error.message)
        }
        await timeline.completed("Entered user name and password", .fill)
        try await send(reading, activity, of: acted) { $0.form.contains { $0.field.kind == .password } }
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
        if let button = reading.button(.submit) ?? reading.button(.next) {
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
    /// Whether each box takes one character.
    private let isSplit: Bool
    /// How many characters it takes at most.
    private let most: Int?
    /// Whether nothing stands in it.
    let isEmpty: Bool

    /// Finds the place; nil where the page has none.
    init?(in reading: PageReading) {
        let fields = CodeFields.of(reading)
        guard let first = fields.first else { return nil }
        if let widget = first.widget, widget.kind == .boxes {
            (boxes, isSplit) = (widget.parts, true)
        } else {
            isSplit = fields.count >= 4 && fields.allSatisfy { $0.field.maxLength == 1 }
            boxes = isSplit ? fields.map(\.handle) : [first.handle]
        }
        most = isSplit ? boxes.count : first.field.maxLength
        isEmpty = (isSplit ? fields : [first]).allSatisfy(\.field.value.isEmpty)
    }

    static func isThere(in reading: PageReading) -> Bool { CodeEntry(in: reading) != nil }

    /// Enters a code.
    ///
    /// - Parameter code: as it was given: spaces, and dashes that the form has no room for, are left out.
    /// - Throws: ``ChromiumError``: notActionable when the form does not take so many characters.
    func enter(_ code: String, in page: Page, timeout: Duration) async throws {
        let code = fitted(code)
        if let most, isSplit ? code.count != most : code.count > most {
            throw ChromiumError(.notActionable, "the code has \(code.count) characters, and the form takes \(most)")
        }
        guard isSplit else { return try await page.fill(boxes[0], with: code, timeout: timeout) }
        try await WidgetDriver(page: page, of: boxes[0], timeout: timeout).enter(code, in: boxes)
    }

    private func fitted(_ code: String) -> String {
        let bare = code.filter { !$0.isWhitespace }
        guard let most, bare.count > most else { return bare }
        return bare.filter { $0.isLetter || $0.isNumber }
    }
}
