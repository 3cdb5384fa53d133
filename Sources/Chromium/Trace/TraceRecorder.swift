public import Foundation
import NIOConcurrencyHelpers

/// Records a run: what was done, what the page looked like before and after, what it asked of servers, what it
/// complained of.
///
/// It hears the pages of the contexts whose ``ContextOptions`` name it. The steps are told by whoever does them. What
/// a page does not give in time is left out: recording fails nothing.
public final class TraceRecorder: Sendable {
    /// A step that has begun.
    public struct Step: Sendable {
        let index: Int?
        let begin: ContinuousClock.Instant
    }

    private static let patience = Duration.seconds(5)

    private let log: NIOLockedValueBox<TraceLog>
    private let begin: ContinuousClock.Instant
    private let clock: ContinuousClock

    /// Begins a recording.
    /// - Parameters:
    ///   - title: What the recording is called.
    ///   - clock: Measures how long things take.
    ///   - now: When it begins.
    public init(title: String, clock: ContinuousClock = ContinuousClock(), now: Date = Date()) {
        self.clock = clock
        begin = clock.now
        log = NIOLockedValueBox(TraceLog(title: title, began: now))
    }

    /// Does something as a step of the recording.
    /// - Parameters:
    ///   - name: What it is called.
    ///   - page: The page it is done in.
    ///   - body: Does it.
    /// - Returns: What the body returned.
    /// - Throws: Whatever the body throws.
    public func step<R>(_ name: String, in page: Page, _ body: () async throws -> R) async throws -> R {
        let step = await begin(name, in: page)
        do {
            let result = try await body()
            await end(step, in: page)
            return result
        } catch {
            await end(step, in: page, outcome: (error as? ChromiumError)?.description ?? "failed")
            throw error
        }
    }

    /// Begins a step.
    /// - Parameters:
    ///   - name: What it is called.
    ///   - page: The page it is done in.
    /// - Returns: The step, to end it by.
    public func begin(_ name: String, in page: Page) async -> Step {
        let picture = await picture(of: page)
        let start = clock.now
        let index = log.withLockedValue { log in
            let index = log.begin(name, url: page.url, at: Self.milliseconds(start - begin))
            let before = log.keep(picture, in: "pictures", as: "jpg")
            if let index { log.change(index) { $0.before = before } }
            return index
        }
        return Step(index: index, begin: start)
    }

    /// Ends a step.
    /// - Parameters:
    ///   - page: The page it ended in.
    ///   - name: What it is called now that it is done; nil leaves its name.
    ///   - outcome: Why it did not work; nil when it did.
    public func end(_ step: Step, in page: Page, name: String? = nil, outcome: String? = nil) async {
        let duration = Self.milliseconds(clock.now - step.begin)
        guard let index = step.index else { return }
        let picture = await picture(of: page)
        let snapshot = try? await page.snapshot(timeout: Self.patience)
        log.withLockedValue { log in
            let after = log.keep(picture, in: "pictures", as: "jpg")
            let document = log.keep(snapshot.map { Data($0.utf8) }, in: "documents", as: "html")
            log.change(index) { recorded in
                recorded.name = name ?? recorded.name
                recorded.url = TraceLog.plain(page.url)
                recorded.duration = duration
                recorded.outcome = outcome ?? "done"
                recorded.after = after
                recorded.snapshot = document
            }
        }
    }

    /// What has been recorded so far, as one file.
    /// - Returns: A zip archive.
    /// - Throws: ``ChromiumError``: protocol when it is too large; what encoding may throw.
    public func archive() throws -> Data {
        let (record, files) = log.withLockedValue { ($0.record, $0.files) }
        var archive = ZipArchive()
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        encoder.dateEncodingStrategy = .iso8601
        try archive.add(TracePage.recordName, try encoder.encode(record))
        for (name, data) in files.sorted(by: { $0.key.localizedStandardCompare($1.key) == .orderedAscending }) {
            try archive.add(name, data)
        }
        return archive.data
    }

    /// Hears a page from its first moment.
    func follow(_ page: Page) {
        _ = page.listeners.add { event in
            guard let heard = ViewEvent(event) else { return }
            let time = Self.milliseconds(self.clock.now - self.begin)
            self.log.withLockedValue { $0.hear(heard, of: event.session ?? "", at: time) }
        }
    }

    private func picture(of page: Page) async -> Data? {
        try? await page.screenshot(Screenshot(format: .jpeg(quality: 60)), timeout: Self.patience)
    }

    private static func milliseconds(_ duration: Duration) -> Double {
        Double(duration.components.seconds) * 1_000 + Double(duration.components.attoseconds) / 1e15
    }
}
