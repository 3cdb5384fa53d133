import GhostHands

/// What a form's fields, buttons and surroundings say about the form as a whole.
struct FormContext: Sendable {
    let fields: [Field]
    /// Its `id`, `name`, `class`, `action` and heading.
    let marks: String
    /// What its last button says, or all of them where none sends it.
    let buttons: [String]
    let text: String
    let title: String

    /// What it is for.
    ///
    /// Weighs every word: asked only where it matters.
    var purpose: FormPurpose { .of(fields, marks: marks, buttons: buttons, text: text, title: title) }

    /// Whether its words say that it is to enter an account, whatever its fields are.
    var saysEntering: Bool { FormPurpose.saysEntering([marks, title] + buttons) }

    /// Whether it is small, and its password opens an account.
    var isLogInBox: Bool {
        fields.contains { $0.kind == .password } && fields.count { $0.kind != .checkbox } <= 4 && purpose == .signIn
    }

    /// Whether it only searches the site.
    var isSearch: Bool { FormPurpose.isSearch(fields, buttons: buttons) || filtersJobs }

    /// Whether its fields are a search's, be they in a form or in none.
    var filtersJobs: Bool { FormPurpose.filtersJobs(fields) }
}
