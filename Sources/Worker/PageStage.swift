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
    let camera: Camera
    /// Told the page at work, and the outcome as soon as it is certain, before a picture of it is taken.
    let reached: Reached

    /// Runs the hands.
    ///
    /// - Parameter onReady: called when there is a page to work in.
    /// - Returns: the outcome with its picture.
    /// - Throws: what ``Attempt/run(in:page:)`` throws.
    func run(onReady: () async -> Void) async throws -> JobOutcome {
        try await tools.browsers.withBrowser { browser in
            try await browser.withContext(.guarded(by: tools.addresses)) { context in
                try await context.withPage { page in
                    await onReady()
                    return try await attempt(context, page)
                }
            }
        }
    }

    private func attempt(_ context: BrowserContext, _ page: Page) async throws -> JobOutcome {
        reached.show { try? await camera.picture(of: context.latestPage ?? page, called: "final") }
        defer { reached.show(nil) }
        let attempt = Attempt(task, supervisor: journal, clock: tools.clock, now: tools.now)
        let result = try await attempt.run(in: context, page: page)
        reached.end(result.outcome(screenshots: []))
        let picture = try await camera.picture(of: context.latestPage ?? page, called: "final")
        guard let picture else { return result.outcome(screenshots: []) }
        let link = await tools.blobs.screenshotLink(for: picture, now: tools.now())
        return result.outcome(screenshots: [picture], screenshotURL: link)
    }

    private var task: AttemptTask {
        var task = AttemptTask(
            url: job.targetURL,
            applicant: applicant,
            submits: job.inputData["submit"].bool ?? true,
            showsValues: tools.showsValues
        )
        task.kind = job.jobType
        task.mode = job.executionMode
        task.stepCost = tools.stepCost
        return task
    }
}
