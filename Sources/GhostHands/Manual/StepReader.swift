/// Reads one step of a manual.
struct StepReader {
    typealias Fault = ManualReader.Fault

    private let json: JSON
    private let locator: JSON
    private let page: Int

    /// - Parameters:
    ///   - json: the step.
    ///   - page: the page that it stands on, where it does not say.
    ///   - locator: what describes the field; nil for the step's own.
    init(_ json: JSON, page: Int, locator: JSON? = nil) {
        self.json = json
        self.locator = locator ?? json["locator"]
        self.page = json["page"].int ?? page
    }

    /// The step; nil for one that a replay has no need of.
    func step() throws(Fault) -> Manual.Step? {
        guard json.object != nil, page >= 0 else { throw Fault(reason: "is not a step") }
        let name = json["action"].string ?? ""
        switch name {
        case "wait", "scroll", "hover": return nil
        case "press": throw Fault(reason: "presses a key, which may send the form unseen")
        default: break
        }
        guard let action = Manual.Action(rawValue: name) else {
            throw Fault(reason: "does \"\(name.clipped(40))\", which is not one of \(Self.actions)")
        }
        var step: Manual.Step?
        switch action {
        case .navigate: step = try navigate()
        case .click: step = try click()
        default: step = try entry(action)
        }
        if let proof = json["expect"].string.flatMap(Manual.Proof.init(rawValue:)) { step?.proof = proof }
        step?.health = min(1, max(0, json["healthScore"].double ?? 1))
        return step
    }

    private static let actions = Manual.Action.allCases.map(\.rawValue).joined(separator: ", ")

    /// The replay is on the job's page already: a manual leads nowhere else.
    private func navigate() throws(Fault) -> Manual.Step? {
        guard let value = json["value"].string, (try? Template(value))?.value == .target else {
            throw Fault(reason: "opens an address; only {{target_url}}, the job's own, may be opened")
        }
        let words = description ?? "Open the page"
        return Manual.Step(page: page, action: .navigate, template: Template(.target), description: words)
    }

    private func click() throws(Fault) -> Manual.Step? {
        let role = locator["role"].string ?? ""
        // Before it is filled a field was clicked: a detour.
        if ["textbox", "input", "textarea", "combobox", "select", "searchbox", "spinbutton"].contains(role) {
            return nil
        }
        let isTick = ["checkbox", "radio", "switch", "option"].contains(role)
        if isTick { throw Fault(reason: "chooses an answer by itself; a manual may hold only templates") }
        var label = try text("text")
        if label == nil { label = try text("ariaLabel") }
        if label == nil { label = try text("name") }
        guard let label else { throw Fault(reason: "clicks something without a text, which cannot be known again") }
        let flow = locator["flow"].string.flatMap(ButtonRole.init(rawValue:))
        let isSubmit = json["submit"].bool ?? false
        let found = flow ?? ButtonRole.of(label: label, submitsForm: false, formHasFields: true)
        var step = Manual.Step(
            page: page,
            action: .click,
            button: ButtonMark(label: label, role: isSubmit ? .submit : found),
            description: description ?? "Click \"\(label)\"",
            isSubmit: isSubmit || found == .submit
        )
        step.selector = try selector()
        return step
    }

    private func entry(_ action: Manual.Action) throws(Fault) -> Manual.Step {
        let template: Template
        do throws(Template.Fault) {
            template = try Template(json["value"].string ?? "")
        } catch {
            throw Fault(reason: "cannot be used: \(error.reason)")
        }
        let mark = try mark(action)
        var step = Manual.Step(
            page: page,
            action: action,
            field: mark,
            template: template,
            description: description ?? mark.label
        )
        step.selector = try selector()
        for other in (json["otherLocators"].array ?? []).prefix(Manual.mostOthers) {
            step.others.append(try StepReader(json, page: page, locator: other).mark(action))
        }
        guard !mark.label.isEmpty || !mark.name.isEmpty || !mark.id.isEmpty || step.selector != nil else {
            throw Fault(reason: "does not say which field it is about")
        }
        return step
    }

    /// The field that the locator describes.
    private func mark(_ action: Manual.Action) throws(Fault) -> FieldMark {
        let kind = locator["kind"].string.flatMap(FieldKind.init(rawValue:)) ?? Self.kind(of: action)
        var field = Field(kind: kind, label: try text("ariaLabel") ?? "")
        if field.label.isEmpty { field.label = try text("text") ?? "" }
        // With a role, the predecessor's name is the accessible name.
        let isAccessible = locator["role"].string != nil
        if isAccessible, field.label.isEmpty { field.label = try text("name") ?? "" }
        field.name = isAccessible ? "" : try text("name") ?? ""
        field.id = try text("id") ?? ""
        field.section = try text("section")
        field.placeholder = try text("placeholder") ?? ""
        field.autocomplete = try text("autocomplete") ?? ""
        field.isRequired = locator["required"].bool ?? false
        let asked = locator["asked"].string.flatMap(Asked.init(rawValue:)) ?? Classifier.classify(field)
        let isSecret = asked.isSecret || kind == .password || namesSecret(field)
        guard !isSecret else { throw Fault(reason: "fills in a secret, which no manual may") }
        return FieldMark(field, asked)
    }

    private func namesSecret(_ field: Field) -> Bool {
        [field.label, field.name, field.id].contains { Words($0).containsAny(Self.secrets) }
    }

    private static let secrets = [
        "password", "passwort", "passcode", "pin", "cvv", "cvc", "security code", "card number", "verification code",
        "one time code", "otp",
    ]

    private static func kind(of action: Manual.Action) -> FieldKind {
        switch action {
        case .select: .select
        case .choose: .combobox
        case .check, .uncheck: .checkbox
        case .upload: .file
        case .fill, .click, .navigate: .text
        }
    }

    private var description: String? { json["description"].string.map { $0.clipped(200) } }

    private func selector() throws(Fault) -> Manual.Selector? {
        if let css = try text("css") { return .css(css) }
        if let xpath = try text("xpath") { return .xpath(xpath) }
        return try text("testId").map { .testID($0) }
    }

    private func text(_ name: String) throws(Fault) -> String? {
        guard let text = locator[name].string, !text.isEmpty else { return nil }
        guard !text.isLonger(than: 500) else { throw Fault(reason: "has a \(name) of more than 500 characters") }
        return text
    }
}
