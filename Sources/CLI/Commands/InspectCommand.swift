import ArgumentParser
import Foundation
import GhostHands

/// What a page asks, for whoever wonders why a field was or was not filled.
struct InspectCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "inspect",
        abstract: "Show what the form at a URL asks, field by field, and why we think so. Changes nothing.",
        discussion: """
            A field is filled by what it asks only where the confidence is 0.9 or more; below that it is shown here and \
            left to the answers you give by label (`ghosthands fill --answers`). The vocabulary is in docs/fields.md.

            With a profile, answers or a resume it also shows what would be entered in each field, and from where, as \
            `ghosthands fill` would; nothing is entered, so what an answer brings up later is not seen.

            Exit codes: 0 seen · 3 blocked (CAPTCHA, login) · 4 page unreachable or with nothing to fill · 64 wrong usage.
            """
    )

    @Argument(help: "The page with the form.")
    var url: String

    @Option(help: ArgumentHelp("JSON file with the profile, or with flat data.", valueName: "FILE.json"))
    var profile: String?

    @OptionGroup var given: ApplicantOptions

    @Flag(help: "Print JSON for programs in place of the table.")
    var json = false

    @Flag(help: "Also show the fields that are left alone: hidden ones, traps for programs, other forms of the page.")
    var all = false

    func run() async throws {
        let applicant = profile == nil && given.isEmpty ? nil : try given.applicant(profile: profile)
        let inspection = try await LocalInspection.of(WebAddress(argument: url), for: applicant)
        if json {
            Terminal.say(String(decoding: inspection.json.data, as: UTF8.self))
        } else {
            InspectionTable(inspection, showsAll: all, showsAnswers: applicant != nil).show()
        }
        throw ExitCode(Self.exitCode(inspection))
    }

    private static func exitCode(_ inspection: Inspection) -> Int32 {
        if inspection.blockers.contains(where: { $0.grade == .inTheWay }) { return 3 }
        return inspection.kind == .other ? 4 : 0
    }
}
