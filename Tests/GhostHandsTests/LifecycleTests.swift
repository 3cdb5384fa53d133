import Foundation
import GhostHands
import Testing

/// Holds docs/job-lifecycle.md to the table of transitions; GH_WRITE_DOCS=1 writes it.
struct LifecycleTests {
    @Test func `the document says what the table says`() throws {
        if ProcessInfo.processInfo.environment["GH_WRITE_DOCS"] == "1" {
            try Data(Self.document.utf8).write(to: Self.file)
        }
        #expect(try String(contentsOf: Self.file, encoding: .utf8) == Self.document, "GH_WRITE_DOCS=1 writes it")
    }

    @Test func `an ended job comes back only by retry, and never once it was completed`() {
        for transition in Transition.allCases where transition.origins.contains(where: \.isFinal) {
            #expect(transition == .retry)
        }
        #expect(!Transition.retry.origins.contains(.completed))
        #expect(Transition.allCases.allSatisfy { !$0.origins.isEmpty && !$0.origins.contains(.completed) })
    }

    @Test func `nothing lets a job run again while its submit may have been made`() {
        for transition in Transition.allCases where transition.isAllowedWithOpenIntent {
            #expect([.completed, .failed, .paused, .running].contains(transition.target), "\(transition)")
        }
    }

    private static var file: URL {
        var folder = URL(filePath: #filePath).resolvingSymlinksInPath()
        for _ in 0..<3 { folder.deleteLastPathComponent() }
        return folder.appending(path: "docs/job-lifecycle.md")
    }

    private static var document: String {
        let rows = Transition.allCases.map { transition in
            let origins = JobStatus.allCases.filter(transition.origins.contains).map(\.rawValue)
            let open = transition.isAllowedWithOpenIntent ? "yes" : "no"
            return
                "| \(transition.rawValue) | \(origins.joined(separator: ", ")) | \(transition.target.rawValue) | \(open) |"
        }
        let codes = ErrorCode.allCases.map { "| `\($0.rawValue)` | \($0.isRetried ? "yes" : "no") |" }
        return """
            # A job's life

            Generated from `GhostHands/Job/Transition.swift` and `ErrorCode.swift`; a test holds it to them \
            (`GH_WRITE_DOCS=1 swift test --filter LifecycleTests` writes it).

            Every change of status is one of these. The store guards each with its origins, under a lock on the row. \
            "Open submit" says whether it may be made while a submit was begun whose end is not known (R8): what may \
            not, ends the job as `failed` with `submission_unconfirmed`, or is refused.

            | Change | From | To | Open submit |
            |---|---|---|---|
            \(rows.joined(separator: "\n"))

            ## Why a job fails

            An attempt that fails with a code that is tried again goes back to `pending` after 5, 10, 20, 40, then \
            always 60 seconds, `max_retries` times; with any other it is `failed` at once.

            | Code | Tried again by itself |
            |---|---|
            \(codes.joined(separator: "\n"))

            """
    }
}
