import Chromium
import GhostHands

/// Reads data off a page and the pages that follow it: by a model into the schema, without one as it stands there.
struct Scrape {
    private let task: AttemptTask
    private let visit: Visit
    private let consultant: Consultant
    private var found = Scraped()

    init(_ task: AttemptTask, _ visit: Visit, _ consultant: Consultant) {
        self.task = task
        self.visit = visit
        self.consultant = consultant
    }

    private var timeline: Timeline { visit.timeline }

    /// Reads the pages.
    ///
    /// - Returns: how it ended, and what was read.
    /// - Throws: ``ChromiumError`` when the page is gone; what the supervisor throws.
    mutating func run() async throws -> (AttemptEnd, data: JSON?) {
        await timeline.select(.magnitude, because: nil)
        let wanted = task.wanted.schema.object == nil ? nil : Extraction(task.wanted.schema)
        if wanted != nil, consultant.model == nil { return (.noModel(reason: task.whyNoModel), nil) }
        if let end = try await visit.open(task.url) { return (end, nil) }
        if let end = try await visit.hold({ try await readPages(wanted) }) { return (end, nil) }
        await timeline.reach(.extractingResults)
        let data = found.json(wanted == nil ? nil : task.wanted.schema)
        await timeline.reach(.completed)
        return (.done, data)
    }

    /// Reads page after page.
    ///
    /// - Returns: the end, where a page cannot be read; nil when all there is was read.
    private mutating func readPages(_ wanted: Extraction?) async throws -> AttemptEnd? {
        let most = task.wanted.mostPages
        for number in 1...max(1, min(most, task.kind.actionLimit)) {
            let content: PageContent
            switch try await readContent(number, withLinks: wanted?.wantsLinks ?? false) {
            case .read(let read): content = read
            case .end(let end): return end
            }
            guard found.take(content) else {
                found.stopped = "the next page shows what was read already"
                return nil
            }
            if let wanted, let end = try await extract(wanted, from: content) { return end }
            guard let next = content.next else { return nil }
            guard number < most else {
                found.stopped = "there are more pages than the \(most) that were to be read"
                return nil
            }
            guard try await visit.tryPress(.at(visit.page.mainFrame.element(next), called: "next page")) else {
                found.stopped = "the button to the next page cannot be pressed"
                return nil
            }
        }
        return nil
    }

    private enum Content {
        case read(PageContent)
        case end(AttemptEnd)
    }

    private func readContent(_ number: Int, withLinks: Bool) async throws -> Content {
        await timeline.reach(.analyzingPage)
        var reading = try await visit.look(atMost: visit.limits.arrival) { !$0.text.isEmpty || $0.inTheWay != nil }
        if reading.inTheWay?.mayPass ?? false { reading = try await visit.lookPast(reading) }
        while let blocker = reading.inTheWay {
            if case .end(let end) = try await visit.stop(for: .blocker(blocker)) { return .end(end) }
            reading = try await visit.lookWhenSettled()
        }
        let isKnown = timeline.report.pages.contains { $0.url == reading.url.plain }
        if !isKnown, let banner = CookieBanner.dismissal(of: reading) {
            _ = try await visit.click(banner)
            reading = try await visit.look()
        }
        let content = try await PageContent.read(visit.page, withLinks: withLinks)
        let url = reading.url.plain
        timeline.report.pages.append(.init(number: number, url: url, title: content.title))
        await timeline.tell(.pageRead(number, url: url, lines: content.lines.count, items: content.items.count))
        return .read(content)
    }

    /// Asks for what a page holds.
    private mutating func extract(_ wanted: Extraction, from content: PageContent) async throws -> AttemptEnd? {
        guard let model = consultant.model else { return .noModel(reason: task.whyNoModel) }
        for part in Extraction.parts(of: content.lines) {
            switch try await extract(wanted, from: part, of: content, with: model) {
            case .data(let data): found.data = ExtractedData.join(found.data, data)
            case .end(let end): return end
            }
            await timeline.completed("Read data from the page", .extract)
        }
        return nil
    }

    private enum Extracted {
        case data(JSON)
        case end(AttemptEnd)
    }

    /// Asks for what a part of a page holds, and once more for what does not fit or does not stand there.
    private func extract(
        _ wanted: Extraction,
        from part: [String],
        of content: PageContent,
        with model: ChosenModel
    ) async throws -> Extracted {
        var complaints: [String] = []
        var best: (data: JSON, complaints: [String], isValid: Bool)?
        for _ in 1...2 {
            let question = wanted.question(task.wanted.instruction, part, page: content.title, complaints)
            guard let answer = try await consultant.ask(model, question) else {
                return .end(consultant.end ?? .unanswered)
            }
            consultant.count()
            guard let more = wanted.data(in: answer.json) else {
                complaints = ["the answer was no JSON object of the schema"]
                continue
            }
            let faults = JSONSchema(task.wanted.schema).faults(in: ExtractedData.join(found.data, more))
            let unfounded = ExtractedData.unfounded(more, in: found.text, schema: task.wanted.schema)
            complaints =
                faults.map { "\($0.path) \($0.message)" } + unfounded.map { "\($0) does not stand on the page" }
            if complaints.count < best?.complaints.count ?? .max { best = (more, complaints, faults.isEmpty) }
            if complaints.isEmpty { break }
        }
        guard let best, best.isValid else {
            let why = best?.complaints.prefix(5).joined(separator: "; ") ?? "the model gave no data"
            return .end(.unusable(reason: why))
        }
        return .data(best.data)
    }
}
