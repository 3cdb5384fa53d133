import GhostHands

/// Finds the buttons by which a form takes more entries of the applicant's history than it shows.
struct Repeater {
    /// How many entries of one section are added at most.
    private static let most = 10

    private var pressed: [HistorySection: Int] = [:]
    private var shown: [HistorySection: Int] = [:]

    /// The button to press next; nil when every entry has its group, or a press has added none.
    ///
    /// - Parameters:
    ///   - reading: the page as it is now, everything on it filled.
    ///   - answerer: what knows the applicant's entries, and how many of them are saved.
    /// - Returns: the button, and the section that it adds to.
    mutating func next(in reading: PageReading, _ answerer: Answerer) -> (ReadButton, HistorySection)? {
        let form = reading.form
        let groups = answerer.groups(of: form.map(\.field), asked: form.map(\.asked))
        for button in reading.buttons where !button.isDisabled {
            guard let section = HistorySection(addedBy: button.label, under: button.section) else { continue }
            let now = groups[section, default: 0]
            let hasGrown = pressed[section] == nil || now > shown[section, default: 0]
            guard now < answerer.entries(section), hasGrown, pressed[section, default: 0] < Self.most else { continue }
            pressed[section, default: 0] += 1
            shown[section] = now
            return (button, section)
        }
        return nil
    }

    /// Adds no more to a section: it did not take an entry.
    mutating func stop(_ section: HistorySection) { pressed[section] = Self.most }
}
