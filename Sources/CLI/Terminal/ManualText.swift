import Foundation
import GhostHands

/// A manual as a person reads it.
struct ManualText {
    private let manual: Manual

    init(_ manual: Manual) { self.manual = manual }

    var lines: [String] {
        let health = manual.health
        let state = health.isQuarantined ? Terminal.paint("quarantined", .red) : "health \(Int(health.score))"
        var lines = [
            Terminal.paint("\(manual.platform) \(manual.task), \(manual.urlPattern)", .bold),
            "\(manual.id.uuidString.lowercased()), version \(manual.version), \(manual.source.rawValue)",
            "\(state), \(health.successes) runs to the end, \(health.failures) not, \(health.heals) healed since the last clean one",
        ]
        var page: Int?
        for (number, step) in manual.steps.enumerated() {
            if step.page != page, manual.pages.count > 1 { lines.append("Page \(step.page + 1)") }
            page = step.page
            lines.append(line(number, step))
        }
        return lines
    }

    private func line(_ number: Int, _ step: Manual.Step) -> String {
        let place = number + 1 < 10 ? " \(number + 1)" : "\(number + 1)"
        let worn = step.health < 0.9 ? Terminal.paint("  health \(Int(step.health * 100))", .amber) : ""
        return "  \(place). \(words(step))\(worn)"
    }

    private func proof(_ step: Manual.Step) -> String {
        switch step.proof {
        case .confirmationText?: "; the page's own words prove it"
        case .acceptance?: "; the page that follows proves it"
        case .readBack?, nil: ""
        }
    }

    private func words(_ step: Manual.Step) -> String {
        let what = step.template.map { Terminal.paint($0.text, .green) } ?? ""
        switch step.action {
        case .navigate: return "Open \(what)"
        case .click:
            return "Press \"\(step.description)\"" + (step.isSubmit ? ", which sends the form" + proof(step) : "")
        case .check, .uncheck: return "Tick \"\(step.description)\" as \(what) says"
        case .upload: return "Upload \(what) to \"\(step.description)\""
        case .fill: return "Fill \"\(step.description)\" with \(what)"
        case .select, .choose: return "Choose \(what) in \"\(step.description)\""
        }
    }
}
