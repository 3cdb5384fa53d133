import GhostHands

/// The way from the page that was opened to the form: what was pressed on it, so that nothing is pressed twice.
struct WayToForm {
    /// The banners that were answered.
    var dismissed: Set<String> = []
    /// How often a model was asked for the way.
    var timesAsked = 0
    /// Whether a model has looked at a picture of the page.
    var hasLooked = false
    /// Whether somebody has logged in since the job's own address was opened.
    var hasLoggedIn = false
    private var taken: Set<Press> = []
    /// The fields of the posting that was left last: a search box, a newsletter.
    private var posting: Set<FieldIdentity>?

    static let mostQuestions = 3

    private struct Press: Hashable {
        let url: String
        let label: String
    }

    /// The button of a posting that leads to the form and has not been pressed yet.
    func untried(_ reading: PageReading) -> ReadButton? {
        guard let apply = Posting.applyButton(of: reading) else { return nil }
        return taken.contains(Press(url: reading.url.plain, label: apply.label)) ? nil : apply
    }

    /// Takes note that a posting is left by a button.
    mutating func take(_ button: ReadButton, from reading: PageReading) {
        taken.insert(Press(url: reading.url.plain, label: button.label))
        posting = reading.signature
    }

    /// Whether the page shows no other form than the posting that was to lead to one.
    func isStillPosting(_ reading: PageReading) -> Bool { posting.map { $0 == reading.signature } ?? false }
}
