import GhostHands

/// An inspection for a person's eyes.
struct InspectionTable {
    private let inspection: Inspection
    private let showsAll: Bool
    private let showsAnswers: Bool

    init(_ inspection: Inspection, showsAll: Bool, showsAnswers: Bool = false) {
        self.showsAnswers = showsAnswers
        self.inspection = inspection
        self.showsAll = showsAll
    }

    func show() {
        let title = inspection.title.isEmpty ? inspection.url : inspection.title
        Terminal.say(Terminal.paint(title, .bold) + "  " + Terminal.paint(inspection.kind.rawValue, .blue) + platform)
        for blocker in inspection.blockers {
            let word = blocker.grade == .inTheWay ? "blocked" : "asks a human before it is sent"
            Terminal.say(Terminal.paint("\(word): \(blocker.kind.rawValue)", .red) + " (\(blocker.sign))")
        }
        let shown = inspection.fields.filter { showsAll || $0.ignored == nil }
        if shown.isEmpty { Terminal.say("No fields to fill.") }
        showRows(shown)
        let hidden = inspection.fields.count - shown.count
        if hidden > 0 { Terminal.say(Terminal.paint("\(hidden) more left alone; --all shows them", .dim)) }
        let leading = inspection.buttons.filter { $0.role != .other }
        if !leading.isEmpty {
            Terminal.say("Buttons: " + leading.map { "\($0.label) (\($0.role.rawValue))" }.joined(separator: ", "))
        }
    }

    private var platform: String { inspection.platform.map { "  on \($0)" } ?? "" }

    private func showRows(_ fields: [Inspection.Entry]) {
        var section: String?
        for (number, field) in fields.enumerated() {
            if field.entry.field.section != section {
                section = field.entry.field.section
                Terminal.say(Terminal.paint(section ?? "", .dim))
            }
            Terminal.say(row(number + 1, field))
        }
    }

    private func row(_ number: Int, _ field: Inspection.Entry) -> String {
        let control = field.entry.field
        let label = control.label.isEmpty ? control.name : control.label
        let meaning = field.meaning
        let colour: Terminal.Colour = meaning.isSure ? .green : meaning.asked == .question ? .dim : .amber
        let asked = Terminal.paint(Self.fitted(meaning.asked.rawValue, 20), colour)
        let told = field.ignored.map { "left alone: \($0)" } ?? (showsAnswers ? answer(field.entry) : meaning.evidence)
        return Self.fitted(String(number), 4) + Self.fitted(label + (control.isRequired ? " *" : ""), 44) + " "
            + Self.fitted(control.kind.rawValue, 15) + asked + " " + Self.fitted(percent(meaning.confidence), 6)
            + Terminal.paint(Self.cut(told, 60), .dim)
    }

    /// What would be entered and from where, or why nothing would be.
    private func answer(_ entry: FillReport.Entry) -> String {
        let isSecret = entry.asked.isSecret || entry.field.kind == .password
        let wanted = entry.wanted.map { isSecret ? "•••" : $0 }
        let source = entry.source.map { " (\($0.rawValue))" } ?? ""
        if let reason = entry.reason { return "✗ \(wanted.map { "\($0)\(source): " } ?? "")\(reason)" }
        return wanted.map { "→ \($0)\(source)" } ?? "has \(entry.value)"
    }

    private func percent(_ share: Double) -> String { "\(Int((share * 100).rounded())) %" }

    private static func fitted(_ text: String, _ width: Int) -> String {
        let line = cut(text, width)
        return line + String(repeating: " ", count: width - line.count)
    }

    private static func cut(_ text: String, _ width: Int) -> String {
        let line = text.split(whereSeparator: \.isNewline).joined(separator: " ")
        return line.count > width ? String(line.prefix(width - 1)) + "…" : line
    }
}
