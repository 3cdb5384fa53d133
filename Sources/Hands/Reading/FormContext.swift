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

    /// Whether it only searches the site.
    var isSearch: Bool { FormPurpose.isSearch(fields, buttons: buttons) || filtersJobs }

    /// Whether its fields are a search's, be they in a form or in none.
    var filtersJobs: Bool { FormPurpose.filtersJobs(fields) }
}
