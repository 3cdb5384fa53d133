import Chromium
import Foundation
import GhostHands
import Hands
import Logging
import Outbound

/// Lends the hands a page of the shared browser, and keeps a picture of where they stopped.
struct PageStage: Sendable {
    let tools: WorkerTools
    let job: Job
    let applicant: Applicant
    let journal: JobJournal

    /// Runs the hands.
    ///
    /// - Parameter reached: told the outcome as soon as it is certain, before a picture of it is taken.
    /// - Returns: the outcome with its picture.
    /// - Throws: what ``Attempt/run(in:page:)`` throws.
    func run(reached: (JobOutcome) -> Void) async throws -> JobOutcome {
        try await tools.browsers.withBrowser { browser in
            try await browser.withContext(.guarded(by: tools.addresses)) { context in
                try await context.withPage { page in try await attempt(context, page, reached) }
            }
        }
    }

    private func attempt(
        _ context: BrowserContext,
        _ page: Page,
        _ reached: (JobOutcome) -> Void
    ) async throws -> JobOutcome {
        let attempt = Attempt(task, supervisor: journal, clock: tools.clock, now: tools.now)
        let result = try await attempt.run(in: context, page: page)
        reached(result.outcome(screenshots: []))
        let picture = try await picture(of: context.latestPage ?? page)
        guard let picture else { return result.outcome(screenshots: []) }
        let link = await tools.blobs.screenshotLink(for: picture, now: tools.now())
        return result.outcome(screenshots: [picture], screenshotURL: link)
    }

    private var task: AttemptTask {
        AttemptTask(
            url: job.targetURL,
            applicant: applicant,
            submits: job.inputData["submit"].bool ?? true,
            showsValues: tools.showsValues
        )
    }

    /// A job is not failed for want of a picture.
    private func picture(of page: Page) async throws -> String? {
        do {
            let data = try await page.screenshot(fullPage: false)
            let milliseconds = Int(tools.now().timeIntervalSince1970 * 1000)
            let key = "screenshots/gh/jobs/\(job.id.uuidString.lowercased())/final-\(milliseconds).png"
            try await tools.blobs.put(key, data: data, contentType: "image/png")
            return key
        } catch is CancellationError {
            throw CancellationError()
        } catch {
            tools.logger.warning("no screenshot", metadata: ["error": "\(error)"])
            return nil
        }
    }
}
