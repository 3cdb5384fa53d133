import ArgumentParser
import Chromium
import GhostHands
import Hands

/// What the page at an address asks, for the commands that only look.
enum LocalInspection {
    /// Opens the page in a browser of its own, and looks.
    ///
    /// - Parameters:
    ///   - address: where it is.
    ///   - applicant: for whom it is told what would be entered; nil for nobody.
    /// - Returns: what was seen.
    /// - Throws: `ExitCode` 4, after the reason was told, when the page cannot be opened; ``SetupError`` when the browser
    ///   cannot.
    static func of(_ address: WebAddress, for applicant: Applicant? = nil) async throws -> Inspection {
        let settings = try Settings()
        let outcome = try await Interrupt.stopping {
            try await LocalBrowser.withContext(settings, retry: "try again, or look at the page yourself") { context in
                try await context.withPage { page in
                    try await Inspector().inspect(PageAddress(address), in: page, for: applicant)
                }
            }
        }
        switch outcome {
        case .seen(let inspection): return inspection
        case .unreachable(let reason): Terminal.complain("the page could not be loaded: \(reason)")
        case .refused(let reason): Terminal.complain("the address is not allowed: \(reason)")
        }
        throw ExitCode(4)
    }
}
