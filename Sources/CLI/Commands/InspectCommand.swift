import ArgumentParser
import Chromium
import Foundation
import GhostHands
import Hands

/// What a page asks, for whoever wonders why a field was or was not filled.
struct InspectCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "inspect",
        abstract: "Show what the form at a URL asks, field by field, and why we think so. Changes nothing.",
        discussion: """
            A field is filled by what it asks only where the confidence is 0.9 or more; below that it is shown here and \
            left to the answers you give by label (`ghosthands fill --answers`). The vocabulary is in docs/fields.md.

            Exit codes: 0 seen · 3 blocked (CAPTCHA, login) · 4 page unreachable or with nothing to fill · 64 wrong usage.
            """
    )

    @Argument(help: "The page with the form.")
    var url: String

    @Flag(help: "Print JSON for programs in place of the table.")
    var json = false

    @Flag(help: "Also show the fields that are left alone: hidden ones, traps for programs, other forms of the page.")
    var all = false

    func run() async throws {
        if case .refused(let reason) = WebAddress.parse(url) { throw ValidationError("URL: \(reason)") }
        let settings = try Settings()
        let outcome = try await Interrupt.stopping {
            try await LocalBrowser.withContext(settings, retry: "try again, or look at the page yourself") { context in
                try await context.withPage { page in try await Inspector().inspect(url, in: page) }
            }
        }
        try show(outcome)
    }

    private func show(_ outcome: Inspector.Outcome) throws {
        switch outcome {
        case .unreachable(let reason):
            Terminal.complain("the page could not be loaded: \(reason)")
            throw ExitCode(4)
        case .refused(let reason):
            Terminal.complain("the address may not be visited: \(reason)")
            throw ExitCode(4)
        case .seen(let inspection):
            if json {
                Terminal.say(String(decoding: inspection.json.data, as: UTF8.self))
            } else {
                InspectionTable(inspection, showsAll: all).show()
            }
            throw ExitCode(Self.exitCode(inspection))
        }
    }

    private static func exitCode(_ inspection: Inspection) -> Int32 {
        if !inspection.blockers.isEmpty { return 3 }
        return inspection.kind == .other ? 4 : 0
    }
}
