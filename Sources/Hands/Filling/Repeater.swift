import GhostHands

/// Finds the buttons by which a form takes more entries of the applicant's history than it shows.
struct Repeater {
    /// How many entries of one section are added at most.
    private static let most = 10

    private let answerer: Answerer
    private var pressed: [HistorySection: Int] = [:]
    private var shown: [HistorySection: Int] = [:]

    init(_ answerer: Answerer) { self.answerer = answerer }

    /// The button to press next; nil when every entry has its group, or a press has added none.
    ///
    /// - Parameter reading: the page as it is now, everything on it filled.
    /// - Returns: the button.
    mutating func next(in reading: PageReading) -> ReadButton? {
        let form = reading.form
        let groups = answerer.groups(of: form.map(\.field), asked: form.map(\.asked))
        for button in reading.buttons where !button.isDisabled {
            guard let section = HistorySection(addedBy: button.label, under: button.section) else { continue }
            let now = groups[section, default: 0]
            let hasGrown = pressed[section] == nil || now > shown[section, default: 0]
            guard now < answerer.entries(section), hasGrown, pressed[section, default: 0] < Self.most else { continue }
            pressed[section, default: 0] += 1
            shown[section] = now
            return button
        }
        return nil
    }

    /// The button that closes a form within the form, when a press has opened one.
    ///
    /// - Parameters:
    ///   - reading: the page after the press.
    ///   - before: the page before it.
    /// - Returns: the button, or nil when the press has only added fields.
    static func cancel(in reading: PageReading, after before: PageReading) -> ReadButton? {
        let known = Set(before.buttons.map(\.label))
        let words: Set = ["cancel", "discard", "abbrechen", "annuler", "cancelar", "annuleren"]
        return reading.buttons.last { !known.contains($0.label) && words.contains(Words($0.label).text) }
    }
}
