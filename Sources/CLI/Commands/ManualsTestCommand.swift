import ArgumentParser
import Foundation
import GhostHands
import Store

extension ManualsCommand {
    struct Test: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Show which manual fits the form at a URL, and which of its steps are found. Changes nothing.",
            discussion: "Exit codes: 0 one fits · 2 none does · 3 blocked · 4 page unreachable or without a form."
        )

        @Argument(help: "The page with the form.")
        var url: String

        @Option(help: ArgumentHelp("The type of job it is for.", valueName: "apply|fill_form"))
        var task = "apply"

        func validate() throws {
            _ = try WebAddress(argument: url)
            guard task == "apply" || task == "fill_form" else { throw ValidationError("--task is apply or fill_form") }
        }

        func run() async throws {
            let inspection = try await LocalInspection.of(WebAddress(argument: url))
            if let blocker = inspection.blockers.first(where: { $0.grade == .inTheWay }) {
                Terminal.complain("blocked: \(blocker.kind.rawValue) (\(blocker.sign))")
                throw ExitCode(3)
            }
            let marks = inspection.marks
            guard !marks.isEmpty else {
                Terminal.complain("the page shows no form")
                throw ExitCode(4)
            }
            let platform = inspection.platform ?? Manual.otherPlatform
            let key = ManualKey(platform: platform, task: task, marks: marks, url: PageAddress(inspection.url))
            let candidates = try await ManualsCommand.store { try await $0.manuals.find(for: key) }
            try show(ManualChoice.choose(from: candidates, for: key, marks: marks), marks)
        }

        private func show(_ choice: ManualChoice, _ marks: [FieldMark]) throws {
            switch choice {
            case .none:
                Terminal.say("No manual fits this form; an application that is sent and proven leaves one behind")
                throw ExitCode(2)
            case .unfit(let manual):
                Terminal.say("\(Self.name(manual)) fits, but may not be used: \(Self.state(manual))")
                throw ExitCode(2)
            case .replay(let manual):
                let match = ManualMatch(manual.steps(on: 0), in: marks)
                let count = match.fields.count + match.absent.count + match.ambiguous.count
                Terminal.say(
                    "\(Self.name(manual)) fits: \(match.fields.count) of \(count) fields of its first page are there"
                )
                for step in match.absent { Terminal.say("  not here      \(manual.steps[step].description)") }
                for step in match.ambiguous { Terminal.say("  several fit   \(manual.steps[step].description)") }
                let known = Set(match.fields.values)
                for (index, mark) in marks.enumerated() where !known.contains(index) {
                    Terminal.say("  new here      \(mark.label)")
                }
            }
        }

        private static func name(_ manual: Manual) -> String {
            "\(manual.id.uuidString.lowercased().prefix(8)) (\(manual.platform), version \(manual.version))"
        }

        private static func state(_ manual: Manual) -> String {
            manual.health.isQuarantined ? "quarantined" : "its health is \(Int(manual.health.score)) of 100"
        }
    }
}

extension Inspection {
    /// The fields of the form as they are noted in manuals.
    fileprivate var marks: [FieldMark] {
        fields.filter { $0.ignored == nil }.map { FieldMark($0.entry.field, $0.entry.asked) }
    }
}
