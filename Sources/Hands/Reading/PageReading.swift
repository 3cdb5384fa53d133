package import Chromium
package import GhostHands

/// A page as a person would take it in: its form, its buttons, what it says.
package struct PageReading: Sendable {
    /// The main document.
    let document: Document
    /// What can be read on the page and its frames, line by line.
    let text: String
    /// Every field found, in reading order, also those to leave alone.
    package private(set) var fields: [ReadField]
    let buttons: [ReadButton]
    /// What the page announces as wrong.
    let alerts: [PageAlert]
    /// Buttons that bring fields to light, by their elements.
    struct Openers: Sendable {
        /// Those that open a section in which fields are folded away.
        var folds: [Int] = []
        /// The one that closes what lies over the whole page and asks for a log-in or an address.
        var closer: Int?
    }

    /// What is there against those who are no people.
    private(set) var obstacles = Obstacles()
    /// What is said about each form as a whole.
    let contexts: [FormKey: FormContext]
    /// The form that the page is for; nil when it has no fields.
    let main: FormKey?

    /// What is known of the page's main document.
    struct Document: Sendable {
        var url = PageAddress("")
        var title = ""
        /// What a form of several pages calls this one; empty when it does not say.
        var step = ""
        /// The state that was read; any change of the document gives it another.
        var version = 0
        /// Whether a script of the page's, in any frame, has set a timer since the reading before: what it is to do may
        /// still come.
        var hasSetTimers = false
        /// Whether it has elements of its own whose shadow roots may be closed.
        var isSealed = false
        /// Which of the selectors that were asked about match something in it.
        var marked: [Bool] = []
        /// Those of its buttons that bring fields to light.
        var openers = Openers()
    }

    /// What is there against those who are no people.
    struct Obstacles: Sendable {
        /// What only a human can pass, what stands in the way before what waits beside the form.
        var blockers: [Blocker] = []
        /// The makers of challenges of whom something is there that asks nothing (R50).
        var silent: [String] = []
    }

    var url: PageAddress { document.url }
    var title: String { document.title }
    var step: String { document.step }
    var blockers: [Blocker] { obstacles.blockers }

    /// The fields to fill: those of the main form.
    var form: [ReadField] { fields.filter { $0.ignored == nil } }

    /// What each field asks for, how sure that is, and what told.
    ///
    /// - Returns: the classifications, in the order of the fields.
    package func meanings() -> [Classification] {
        let purposes = contexts.mapValues(\.purpose)
        let alone = fields.map { Classifier.classify($0.field) }
        let together = Self.classified(fields, alone: alone)
        return fields.indices.reduce(into: []) { found, index in
            let (key, field) = (fields[index].key, fields[index].field)
            let before = index > 0 && fields[index - 1].key.form == key.form ? found.last : nil
            let likeliest = Classifier.explain(field, in: purposes[key] ?? .other, after: before)
            found.append(likeliest.settled(by: together[index], against: alone[index]))
        }
    }

    /// What each field asks for, seen with those of its form that a person sees.
    ///
    /// - Parameter alone: what each asks for by itself.
    /// - Returns: the meanings, in the order of the fields; nil for a field that no person sees.
    static func classified(_ fields: [ReadField], alone: [Asked]) -> [Asked?] {
        var found = [Asked?](repeating: nil, count: fields.count)
        let seen = fields.indices.filter { fields[$0].isForPeople }
        for places in Dictionary(grouping: seen, by: { fields[$0].key }).values {
            let asked = Classifier.classify(together: places.map { fields[$0].field }, alone: places.map { alone[$0] })
            for (place, asked) in zip(places, asked) { found[place] = asked }
        }
        return found
    }

    /// What tells this form from the page before: its fields, not its address (R17).
    var signature: Set<FieldIdentity> { Set(form.map(\.identity)) }

    /// The button of a kind that belongs to the form: among several the one that says so, else the last, since forms
    /// end with it.
    func button(_ role: ButtonRole) -> ReadButton? {
        let fitting = forward.filter { $0.role == role && !$0.isDisabled }
        return fitting.last { ButtonRole.isExplicit($0.label) } ?? fitting.last
    }

    /// The button that sends a form when an element is clicked or the Enter key is pressed in it; nil when nothing does.
    ///
    /// A click into a box only puts the cursor there; what a choice sends by itself nobody knows before.
    ///
    /// - Parameters:
    ///   - element: a button, or a field of a form.
    ///   - byEnter: whether the Enter key is pressed, and not the mouse.
    func sender(at element: ElementHandle, byEnter: Bool) -> ReadButton? {
        let sending = buttons.filter { $0.posts || $0.role == .submit }
        if let button = sending.first(where: { $0.handle == element }) { return button }
        guard let field = fields.first(where: { $0.handle == element }), field.key.form != nil,
            byEnter || !field.field.kind.isTypedInto
        else { return nil }
        return sending.first { $0.key == field.key }
    }

    /// What closes a window over the page that the form behind it can do without.
    var closer: ReadButton? {
        document.openers.closer.flatMap { id in buttons.first { $0.key.frame == 0 && $0.handle.id == id } }
    }

    /// What opens the sections of the form whose fields are folded away; of any form where none shows a field.
    var folds: [ReadButton] {
        buttons.filter { button in
            button.role == .unfold && !button.isDisabled
                && (main.map { button.key == $0 } ?? (button.key.form != nil))
        }
    }

    /// The submit that the form keeps disabled.
    var disabledSubmit: ReadButton? { forward.last { $0.role == .submit && $0.isDisabled } }

    /// The buttons that may bring the form forward: its own, or where it has none those outside any form.
    ///
    /// A link leads elsewhere unless it stands in the form.
    private var forward: [ReadButton] {
        let forward = buttons.filter { $0.role == .next || $0.role == .submit }
        guard let main else { return forward.filter { !$0.isLink } }
        let own = forward.filter { $0.key == main && (!$0.isLink || main.form != nil) }
        let outside = FormKey(frame: main.frame, form: nil)
        return own.isEmpty ? forward.filter { $0.key == outside && !$0.isLink } : own
    }

    /// The same page, with its fields changed.
    func changing(_ change: (inout ReadField) -> Void) -> PageReading {
        var reading = self
        for index in fields.indices { change(&reading.fields[index]) }
        return reading
    }

    /// The same page, with what stands in the way of it.
    func blocked(by blockers: [Blocker], beside silent: [String] = []) -> PageReading {
        var reading = self
        reading.obstacles = Obstacles(blockers: blockers, silent: silent)
        return reading
    }

    /// What has to be passed before anything can be done here.
    var inTheWay: Blocker? { blockers.first { $0.grade == .inTheWay } }

    /// What only somebody who is no program solves: the gravest.
    var challenge: Blocker? { blockers.first { [.captcha, .botCheck].contains($0.kind) } }

    /// Whether a button leads on from here.
    var leadsOn: Bool { button(.next) != nil || button(.submit) != nil || closingButton != nil }

    /// "Apply" on a page that asks nothing more and sends what was entered before: where a form was filled it is the
    /// submit, and else what leads to one.
    var closingButton: ReadButton? {
        form.isEmpty ? buttons.last { $0.role == .apply && $0.posts && !$0.isDisabled } : nil
    }
}

extension PageReading {
    /// Whether the form asks what it asked before.
    func asksSame(as other: PageReading) -> Bool { form.map(\.field.label) == other.form.map(\.field.label) }

    /// Whether a field stands in the frame of the form that the page is for.
    func isOfMainFrame(_ field: ReadField) -> Bool { field.frame == main?.frame ?? 0 }
}

/// A message of the page that something is wrong, or merely new.
struct PageAlert: Decodable, Hashable, Sendable {
    let text: String
    /// Whether the page itself marks it as an error.
    let isError: Bool
}

/// A field with the handles to act on it.
package struct ReadField: Sendable {
    package var field: Field
    package internal(set) var asked: Asked
    package let handle: ElementHandle
    private let choices: Choices
    /// What it is built of, when it is more than a control of its kind.
    let widget: Widget?
    /// The form it belongs to.
    let key: FormKey
    /// Why it is left alone, if it is.
    package var ignored: Ignored?
    /// How it takes its entries, where that is not by text alone.
    var entry: EntryStyle?

    init(
        field: Field,
        asked: Asked,
        handle: ElementHandle,
        optionHandles: [ElementHandle],
        chosen: [Int],
        widget: Widget?,
        key: FormKey,
        ignored: Ignored?,
        entry: EntryStyle? = nil
    ) {
        self.field = field
        self.asked = asked
        self.handle = handle
        choices = Choices(handles: optionHandles, chosen: chosen)
        self.widget = widget
        self.key = key
        self.ignored = ignored
        self.entry = entry
    }

    private struct Choices {
        let handles: [ElementHandle]
        let chosen: [Int]
    }

    /// The handles of radios and boxes, in the order of the options; empty for a native select.
    var optionHandles: [ElementHandle] { choices.handles }

    /// The options that are chosen now, by index.
    var chosen: [Int] { choices.chosen }

    /// The frame it stands in: 0 is the page itself.
    var frame: Int { key.frame }

    /// The elements of a date of several boxes, with which part of it each of them is; empty for any other field.
    package var dateParts: [(element: ElementHandle, name: String)] {
        widget?.kind == .segments ? Array(zip(widget?.parts ?? [], widget?.names ?? [])).map { ($0, $1) } : []
    }

    /// Whether a person could fill it, be it in this form or in another.
    var isForPeople: Bool { ignored == nil || ignored == .otherForm }

    /// What fills it, where the page builds it of other elements.
    var driver: String? { widget?.kind.rawValue ?? (field.kind == .combobox ? "list" : nil) }

    /// What tells the field from others, also after the page was rendered anew.
    var identity: FieldIdentity {
        // What is said beside a place for files changes once it has one: "Success!"
        let isNamed = field.kind == .file && !field.name.isEmpty
        return FieldIdentity(
            frame: frame,
            kind: field.kind.rawValue,
            name: field.name,
            label: isNamed ? "" : field.label
        )
    }
}

/// A button with the handle to press it.
struct ReadButton: Sendable {
    let label: String
    let role: ButtonRole
    let handle: ElementHandle
    /// The form it belongs to.
    let key: FormKey
    let isDisabled: Bool
    let isLink: Bool
    /// Whether pressing it posts a form.
    let posts: Bool
    /// The heading it stands under.
    let section: String?

    /// The same as one that opens a folded section.
    var opening: ReadButton {
        ReadButton(
            label: label,
            role: .unfold,
            handle: handle,
            key: key,
            isDisabled: isDisabled,
            isLink: isLink,
            posts: false,
            section: section
        )
    }

    /// Something to press that stands in no form and was not read as a button.
    static func at(_ handle: ElementHandle, called label: String) -> ReadButton {
        ReadButton(
            label: label,
            role: .other,
            handle: handle,
            key: FormKey(frame: 0, form: nil),
            isDisabled: false,
            isLink: true,
            posts: false,
            section: nil
        )
    }
}
