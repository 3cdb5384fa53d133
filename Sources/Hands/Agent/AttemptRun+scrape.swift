import Chromium
import GhostHands

extension AttemptRun {
    /// Reads data off a page and the pages that follow it: by a model into the schema, without one as it stands there.
    ///
    /// - Returns: how it ended; the data is the run's.
    /// - Throws: ``ChromiumError`` when the page is gone; what the supervisor throws.
    mutating func scrape() async throws -> AttemptEnd {
        await goWithout(.aiOnly, reason: nil)
        let wanted = attempt.task.schema.object == nil ? nil : Extraction(attempt.task.schema)
        if wanted != nil, attempt.model == nil { return .noModel(reason: attempt.task.whyNoModel) }
        if let end = try await open() { return end }
        guard let lock = attempt.lock else { return try await readPages(wanted) }
        return try await lock.hold(&self) { try await $0.readPages(wanted) }
    }

    private mutating func readPages(_ wanted: Extraction?) async throws -> AttemptEnd {
        var found = Scraped()
        for number in 1...max(1, min(attempt.task.mostPages, attempt.task.kind.actionLimit)) {
            let content: PageContent
            switch try await readContent(number, withLinks: wanted?.wantsLinks ?? false) {
            case .read(let read): content = read
            case .end(let end): return end
            }
            guard found.take(content) else {
                found.stopped = "the next page shows what was read already"
                break
            }
            if let wanted, let end = try await extract(wanted, from: content, &found) { return end }
            guard let next = content.next else { break }
            guard number < attempt.task.mostPages else {
                found.stopped = "there are more pages than the \(attempt.task.mostPages) that were to be read"
                break
            }
            guard try await isPressed(.at(page.mainFrame.element(next), called: "next page")) else {
                found.stopped = "the button to the next page cannot be pressed"
                break
            }
        }
        await reach(.extractingResults)
        data = found.json(wanted == nil ? nil : attempt.task.schema)
        await reach(.completed)
        return .done
    }

    private enum Content {
        case read(PageContent)
        case end(AttemptEnd)
    }

    private mutating func readContent(_ number: Int, withLinks: Bool) async throws -> Content {
        await reach(.analyzingPage)
        var reading = try await look(atMost: attempt.limits.arrival) { !$0.text.isEmpty || !$0.blockers.isEmpty }
        if let blocker = reading.blockers.first { return .end(.blocked(blocker)) }
        if let banner = CookieBanner.dismissal(of: reading),
            !report.pages.contains(where: { $0.url == reading.url.text })
        {
            _ = try await click(banner)
            reading = try await look()
        }
        let content = try await PageContent.read(page, withLinks: withLinks)
        report.pages.append(.init(number: number, url: reading.url.plain, title: content.title))
        await tell(
            .pageRead,
            [
                "page": .int(Int64(number)), "url": .string(reading.url.plain),
                "lines": .int(Int64(content.lines.count)), "items": .int(Int64(content.items.count)),
            ]
        )
        return .read(content)
    }

    /// Asks for what a page holds, and once more for what does not fit or does not stand there.
    private mutating func extract(
        _ wanted: Extraction,
        from content: PageContent,
        _ found: inout Scraped
    ) async throws -> AttemptEnd? {
        guard let model = attempt.model else { return .noModel(reason: attempt.task.whyNoModel) }
        for part in Extraction.parts(of: content.lines) {
            var complaints: [String] = []
            var best: (data: JSON, complaints: [String], isValid: Bool)?
            for _ in 1...2 {
                let question = wanted.question(attempt.task.instruction, part, page: content.title, complaints)
                guard let answer = try await ask(model, question) else { return agent.end ?? .unanswered }
                agent.decided += 1
                guard let more = wanted.data(in: answer.json) else {
                    complaints = ["the answer was no JSON object of the schema"]
                    continue
                }
                let joined = ExtractedData.join(found.data, more)
                let faults = JSONSchema(attempt.task.schema).faults(in: joined)
                let unfounded = ExtractedData.unfounded(more, in: found.text, schema: attempt.task.schema)
                complaints =
                    faults.map { "\($0.path) \($0.message)" } + unfounded.map { "\($0) does not stand on the page" }
                if best == nil || complaints.count < (best?.complaints.count ?? 0) {
                    best = (more, complaints, faults.isEmpty)
                }
                if complaints.isEmpty { break }
            }
            guard let best, best.isValid else {
                let why = best?.complaints.prefix(5).joined(separator: "; ") ?? "the model gave no data"
                return .unusable(reason: why)
            }
            found.data = ExtractedData.join(found.data, best.data)
            await completed("Read data from the page", kind: "extract")
        }
        return nil
    }
}

/// What was read so far.
private struct Scraped {
    var data = JSON.null
    var text = ""
    var title = ""
    var pages = 0
    var items: [JSON] = []
    var lines: [String] = []
    var isCut = false
    var stopped: String?
    private var seen: Set<[String]> = []

    private static let mostItems = 5000
    private static let mostLines = 20_000

    /// Takes in a page; false when it shows nothing new.
    mutating func take(_ content: PageContent) -> Bool {
        guard seen.insert(content.lines).inserted else { return false }
        pages += 1
        if title.isEmpty { title = content.title }
        text += content.text + "\n"
        isCut = isCut || content.isCut
        let known = Set(items)
        items += content.items.filter { !known.contains($0) }.prefix(Self.mostItems - items.count)
        lines += content.lines.prefix(max(0, Self.mostLines - lines.count))
        return true
    }

    func json(_ schema: JSON?) -> JSON {
        var members: [String: JSON] = ["pages": .int(Int64(pages)), "truncated": .bool(isCut)]
        members["stopped"] = stopped.map(JSON.string)
        members["title"] = .string(title)
        if let schema {
            members["extracted_data"] = data
            let unfounded = ExtractedData.unfounded(data, in: text, schema: schema)
            members["unverified"] = .array(unfounded.map(JSON.string))
        } else {
            members["content"] = .string(lines.joined(separator: "\n"))
            members["items"] = .array(items)
        }
        return .object(members)
    }
}
