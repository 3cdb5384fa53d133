public import Chromium
public import FoundationEssentials
public import GhostHands

/// Looks at a page and says what its fields ask, without doing anything to it.
public struct Inspector: Sendable {
    private let clock: ContinuousClock
    private let now: @Sendable () -> Date
    private let limits: Attempt.Limits

    /// How looking at a page ended.
    public enum Outcome: Sendable {
        case seen(Inspection)
        /// The page did not load, and why.
        case unreachable(reason: String)
        /// The page may not be visited, and why.
        case refused(reason: String)
    }

    /// An inspector.
    ///
    /// - Parameters:
    ///   - clock: measures how long the page may take to show a form.
    ///   - now: tells the day, for answers that hang on it.
    ///   - limits: the bounds; only those of navigation and arrival matter.
    public init(
        clock: ContinuousClock = ContinuousClock(),
        now: @escaping @Sendable () -> Date = { Date() },
        limits: Attempt.Limits = Attempt.Limits()
    ) {
        self.clock = clock
        self.now = now
        self.limits = limits
    }

    /// Opens a page and looks at it.
    ///
    /// - Parameters:
    ///   - address: where it is.
    ///   - page: where to open it.
    ///   - applicant: for whom it is told what would be entered; nil for nobody.
    /// - Returns: what was seen, or why nothing was.
    /// - Throws: ``ChromiumError`` when the browser or the page is gone or hangs.
    public func inspect(_ address: PageAddress, in page: Page, for applicant: Applicant? = nil) async throws -> Outcome
    {
        switch try await page.visit(address, timeout: limits.navigation) {
        case .failed(let reason): return .unreachable(reason: reason)
        case .refused(let reason): return .refused(reason: reason)
        case .loaded:
            let reading = try await readWhenThere(page)
            return .seen(Inspection(reading, on: HiringSite.of(page, reading), entries(of: reading, for: applicant)))
        }
    }

    /// The fields, with what would be entered in them.
    private func entries(of reading: PageReading, for applicant: Applicant?) -> [FillReport.Entry] {
        guard let applicant else {
            return reading.fields.map { field in
                var entry = FillReport.Entry(page: 1, frame: field.frame, field: field.field, asked: field.asked)
                entry.driver = field.driver
                return entry
            }
        }
        var ledger = PageLedger(applicant, today: String(Timestamp.text(now()).prefix(10)))
        _ = ledger.orders(for: reading)
        return ledger.plans(for: reading)
    }

    private func readWhenThere(_ page: Page) async throws -> PageReading {
        let deadline = clock.now + max(limits.arrival, HiringSite.of(page.address)?.arrival ?? .zero)
        let reader = PageReader(marks: HiringSite.marks)
        var reading = try await reader.read(page)
        while Inspection.PageKind(reading) == .other, clock.now < deadline {
            let patience = deadline - clock.now
            guard try await reader.awaitChange(of: page, since: reading, atMost: patience) else { break }
            reading = try await reader.read(page)
        }
        return reading
    }
}

extension Inspection {
    fileprivate init(_ reading: PageReading, on site: HiringSite?, _ entries: [FillReport.Entry]) {
        self.init(
            url: reading.url.plain,
            title: reading.title,
            kind: PageKind(reading),
            platform: site?.name,
            fields: zip(zip(reading.fields, entries), reading.meanings()).map { field, meaning in
                Entry(field.1, meaning, ignored: field.0.ignored?.told)
            },
            buttons: reading.buttons.map { FillReport.Button(page: 1, label: $0.label, role: $0.role) },
            // What leads to the form is pressed, whatever box to log in stands beside it.
            blockers: reading.blockers + Self.logIns(of: reading)
        )
    }

    private static func logIns(of reading: PageReading) -> [Blocker] {
        guard Posting.applyButton(of: reading) == nil else { return [] }
        return [LoginWall.blocker(of: reading), LoginElsewhere.blocker(of: reading)].compactMap(\.self)
    }
}
