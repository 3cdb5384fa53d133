public import Chromium
public import GhostHands

/// Looks at a page and says what its fields ask, without doing anything to it.
public struct Inspector: Sendable {
    private let clock: ContinuousClock
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
    ///   - limits: the bounds; only those of navigation and arrival matter.
    public init(clock: ContinuousClock = ContinuousClock(), limits: Attempt.Limits = Attempt.Limits()) {
        self.clock = clock
        self.limits = limits
    }

    /// Opens a page and looks at it.
    ///
    /// - Parameters:
    ///   - address: where it is.
    ///   - page: where to open it.
    /// - Returns: what was seen, or why nothing was.
    /// - Throws: ``ChromiumError`` when the browser or the page is gone or hangs.
    public func inspect(_ address: PageAddress, in page: Page) async throws -> Outcome {
        switch try await page.visit(address, timeout: limits.navigation) {
        case .failed(let reason): return .unreachable(reason: reason)
        case .refused(let reason): return .refused(reason: reason)
        case .loaded:
            let reading = try await readWhenThere(page)
            return .seen(Inspection(reading, on: HiringSite.of(page, reading)))
        }
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
    fileprivate init(_ reading: PageReading, on site: HiringSite?) {
        self.init(
            url: reading.url.plain,
            title: reading.title,
            kind: PageKind(reading),
            platform: site?.name,
            fields: zip(reading.fields, reading.meanings()).map { field, meaning in
                var entry = FillReport.Entry(page: 1, frame: field.frame, field: field.field, asked: field.asked)
                entry.driver = field.driver
                return Entry(entry, meaning, ignored: field.ignored?.told)
            },
            buttons: reading.buttons.map { FillReport.Button(page: 1, label: $0.label, role: $0.role) },
            blockers: reading.blockers + [LoginWall.blocker(of: reading)].compactMap(\.self)
        )
    }
}
