import GhostHands

/// Where the time of a fill went, for a person's eyes.
struct FillTimings {
    private let report: FillReport

    init(_ report: FillReport) { self.report = report }

    func show() {
        let known = FillReport.Phase.allCases.map { (Self.names[$0] ?? $0.rawValue, report.phases[$0, default: 0]) }
        let rest = max(0, report.elapsedMilliseconds - known.reduce(0) { $0 + $1.1 })
        Terminal.say("")
        for (name, milliseconds) in known + [("waiting and the rest", rest)] {
            let share = milliseconds / max(1, report.elapsedMilliseconds) * 100
            line(name, milliseconds, "\(Int(share.rounded())) %")
        }
        let slow = report.fields.filter { $0.milliseconds > 0 }.sorted { $0.milliseconds > $1.milliseconds }.prefix(5)
        if !slow.isEmpty { Terminal.say("The fields that took longest:") }
        for entry in slow { line(entry.field.label, entry.milliseconds, entry.field.kind.rawValue) }
    }

    private func line(_ name: String, _ milliseconds: Double, _ remark: String) {
        let shown = name.count > 40 ? String(name.prefix(39)) + "…" : name
        let time = "\(Int(milliseconds.rounded())) ms"
        let padding = String(repeating: " ", count: max(1, 52 - shown.count - time.count))
        Terminal.say("  \(shown)\(padding)\(time)   " + Terminal.paint(remark, .dim))
    }

    private static let names: [FillReport.Phase: String] = [
        .open: "loading the first page", .read: "reading pages", .fill: "filling fields",
        .press: "pressing buttons, until the page is quiet",
    ]
}
