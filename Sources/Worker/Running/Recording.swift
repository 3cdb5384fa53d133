import Chromium
import Foundation
import GhostHands
import Hands
import Logging
import Outbound
import Store

/// Which attempts are recorded beside those whose jobs ask for it (`GH_TRACE`).
public enum TraceRule: String, Sendable, Hashable, CaseIterable {
    /// None.
    case off
    /// Those that fail: every attempt is recorded, and the recording is thrown away when it did not fail.
    case failed
}

/// Records one attempt, and keeps the recording with the job's files as the page that shows it.
struct Recording: Sendable {
    let steps: StepRecording
    private let job: Job
    private let isWanted: Bool
    private let tools: WorkerTools
    private let logger: Logger

    /// A recording of a job; nil where nobody wants one.
    init?(_ job: Job, tools: WorkerTools, logger: Logger) {
        guard job.isTraced || tools.traces == .failed else { return nil }
        self.job = job
        isWanted = job.isTraced
        self.tools = tools
        self.logger = logger
        let title = "job \(job.id.uuidString.lowercased())"
        steps = StepRecording(TraceRecorder(title: title, clock: tools.clock, now: tools.now()))
    }

    /// Keeps the recording where somebody wants it; no job fails for want of one.
    func keep(_ outcome: JobOutcome) async {
        switch outcome {
        case .leaseLost: return
        case .completed, .parked: guard isWanted else { return }
        case .failed: break
        }
        do {
            let html = try TracePage(reading: try steps.recorder.archive()).html
            let milliseconds = Int(tools.now().timeIntervalSince1970 * 1000)
            let key = "artifacts/gh/jobs/\(job.id.uuidString.lowercased())/trace-\(milliseconds).html"
            try await tools.blobs.put(key, data: Data(html.utf8), contentType: "text/html")
            try await tools.store.events.note(.traceKept(key), of: job.id, by: job.workerID ?? "system")
        } catch {
            logger.warning("no recording was kept", metadata: ["error": "\(error)"])
        }
    }
}
