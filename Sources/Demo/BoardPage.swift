import Foundation

/// Fills the board's templates; everything that was posted is escaped.
struct BoardPage: Sendable {
    var job: String
    var draft = ""
    var answers: [String: String] = [:]
    var faults: [String: String] = [:]
    var number = ""

    /// Whether the second page asks for a code once it was sent.
    private var wantsCode: Bool { JobBoard.wantsCode(job) }

    static let css = PackageResources.board_css
    static let script = PackageResources.code_js

    static func posting(job: String) -> String {
        BoardPage(job: job).render(PackageResources.posting_html, title: "Senior Frontend Engineer – Acme Robotics")
    }

    func details() -> String { render(PackageResources.details_html, title: "Apply – your details", form: .details) }

    func questions() -> String { render(PackageResources.questions_html, title: "Apply – questions", form: .questions) }

    static func confirmation(job: String, number: String) -> String {
        BoardPage(job: job, number: number).render(PackageResources.confirmation_html, title: "Application received")
    }

    private func render(_ template: [UInt8], title: String, form: BoardForm = BoardForm(questions: [])) -> String {
        let content = fill(template) { value(of: $0, form) }
        return fill(PackageResources.frame_html) { $0 == "title" ? Self.escaped(title) : content }
    }

    /// Replaces each `{{name}}` once: what is put in is never read again.
    private func fill(_ template: [UInt8], _ value: (Substring) -> String) -> String {
        var rest = String(decoding: template, as: UTF8.self)[...]
        var text = ""
        while let open = rest.firstRange(of: "{{"), let close = rest[open.upperBound...].firstRange(of: "}}") {
            text += rest[..<open.lowerBound] + value(rest[open.upperBound..<close.lowerBound])
            rest = rest[close.upperBound...]
        }
        return text + rest
    }

    private func value(of name: Substring, _ form: BoardForm) -> String {
        let halves = name.split(separator: ":", maxSplits: 1).map(String.init)
        guard halves.count == 2 else { return plain(String(name)) }
        switch halves[0] {
        case "class": return faults[halves[1]] == nil ? "" : "invalid"
        case "message": return message(halves[1])
        case "options": return options(halves[1], form)
        default: return isChecked(halves[1]) ? "checked" : ""
        }
    }

    private func plain(_ name: String) -> String {
        switch name {
        case "job": Self.escaped(job)
        case "draft": Self.escaped(draft)
        case "code": wantsCode ? fill(PackageResources.code_html) { plain(String($0)) } : ""
        case "boxes":
            (1...Submissions.codeLength).map {
                "<input id=\"security-input-\($0 - 1)\" maxlength=\"1\" autocomplete=\"off\" "
                    + "aria-label=\"Character \($0)\">"
            }.joined()
        case "script": wantsCode ? "<script src=\"/code.js\"></script>" : ""
        case "number": Self.escaped(number)
        case "alert":
            faults.isEmpty ? "" : "<p class=\"alert\" role=\"alert\">Please correct the fields marked below.</p>"
        default: Self.escaped(answers[name] ?? "")
        }
    }

    private func message(_ name: String) -> String {
        guard let fault = faults[name] else { return "" }
        return "<p class=\"message\" id=\"\(name)-message\">\(Self.escaped(fault))</p>\n"
    }

    private func options(_ name: String, _ form: BoardForm) -> String {
        form.options(of: name).map { option in
            let mark = answers[name] == option ? " selected" : ""
            return "<option\(mark)>\(Self.escaped(option))</option>"
        }.joined(separator: "\n")
    }

    private func isChecked(_ pair: String) -> Bool {
        let halves = pair.split(separator: "=").map(String.init)
        return halves.count == 2 && answers[halves[0]] == halves[1]
    }

    private static func escaped(_ text: String) -> String {
        text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
            .replacing("\"", with: "&quot;").replacing("'", with: "&#39;")
    }
}
