public import Chromium
public import GhostHands
import NIOConcurrencyHelpers

/// Records what the hands do, step by step: they say what they begin and what they have done, and the recording shows the
/// page at both moments.
public struct StepRecording: Sendable {
    /// What it is recorded in.
    public let recorder: TraceRecorder
    private let step = NIOLockedValueBox<TraceRecorder.Step?>(nil)

    /// A recording.
    public init(_ recorder: TraceRecorder) { self.recorder = recorder }

    /// Takes note of what the hands report.
    ///
    /// - Parameters:
    ///   - event: what they report.
    ///   - context: where the page is that they work on.
    public func hear(_ event: JobEvent, in context: BrowserContext) async {
        guard let page = context.latestPage else { return }
        switch event.type {
        case .stepStarted:
            let begun = await recorder.begin(event.action ?? "", in: page)
            step.withLockedValue { $0 = begun }
        case .stepCompleted, .stepFailed:
            let begun = step.withLockedValue { step in
                defer { step = nil }
                return step
            }
            guard let begun else { return }
            let reason = event.type == .stepFailed ? event.reason ?? "failed" : nil
            await recorder.end(begun, in: page, name: reason == nil ? event.action : nil, outcome: reason)
        default:
            break
        }
    }
}
