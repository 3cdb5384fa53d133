import GhostHands

/// What to do next with the page at work: the fill loop as a pure state machine, without a browser.
///
/// Fields are filled until none is left, entries of a history are added and saved one by one, what nothing settles is
/// asked for, and what the page does about all that is waited for; each of these may bring new fields, and then it begins
/// again.
struct FillStep {
    /// What to do next.
    enum Next {
        /// Fill these fields, and read the page again.
        case fill([PageLedger.Order])
        /// Wait for what the entries have started: these fields cannot take their answers yet.
        case wait([FieldKey: [FieldOption]])
        /// Open a section of the form whose fields are folded away, and read the page again.
        case open(ReadButton)
        /// Save the entry whose form within the form is filled.
        case save(EntryForm)
        /// Press the button that adds an entry to a section.
        case add(ReadButton, HistorySection)
        /// See what these lists offer, which shows only while they are open.
        case look([PageLedger.Open])
        /// Ask for what nothing settles.
        case consult
        /// Wait until the page has answered what was entered, and read it again.
        case rest
        /// Nothing is left to do.
        case finish
    }

    /// How often in a row the page is filled and read again: a page that never comes to an end is left as it is.
    private let mostRounds: Int
    private var counts = Counts()
    /// What was waited for last.
    private var awaited: [FieldKey: [FieldOption]] = [:]
    private var hasFilled = false
    private var repeater = Repeater()
    /// What the sections say that were opened.
    private var opened: Set<String> = []
    /// The form within the form that is being filled.
    private(set) var entry: EntryForm?
    private var phase = Phase.filling

    /// How often what was done: no page is filled or waited for for ever.
    private struct Counts {
        var rounds = 0
        var waits = 0
        var rests = 0
    }

    /// How often the page may change once everything was filled: one that never comes to rest is left as it is.
    static let mostRests = 5

    /// How many sections of a form are opened.
    static let mostFolds = 20

    private enum Phase { case filling, resting, over }

    init(mostRounds: Int) { self.mostRounds = mostRounds }

    /// What to do next.
    ///
    /// - Parameters:
    ///   - reading: the page as it is now.
    ///   - ledger: what was done to it.
    /// - Returns: the next thing to do; what came of it is told before the next call.
    mutating func next(for reading: PageReading, _ ledger: inout PageLedger) -> Next {
        if phase == .over { return .finish }
        let orders = counts.rounds < mostRounds ? ledger.orders(for: reading) : []
        if !orders.isEmpty {
            counts.rounds += 1
            hasFilled = true
            return .fill(orders)
        }
        let waiting = hasFilled && counts.waits < mostRounds ? ledger.awaited(in: reading) : [:]
        if !waiting.isEmpty, waiting != awaited {
            awaited = waiting
            counts.waits += 1
            return .wait(waiting)
        }
        counts.rounds = 0
        if let filled = entry {
            entry = nil
            return .save(filled)
        }
        if let (button, section) = repeater.next(in: reading, ledger.answerer) { return .add(button, section) }
        if let fold = reading.folds.first(where: { !opened.contains($0.label) }), opened.count < Self.mostFolds {
            opened.insert(fold.label)
            return .open(fold)
        }
        let lists = ledger.unseenLists(in: reading)
        if !lists.isEmpty { return .look(lists) }
        return phase == .resting ? .rest : .consult
    }

    /// An entry's form was opened, or only fields were added.
    mutating func added(_ entry: EntryForm?) { self.entry = entry }

    /// A person was at the page: what was to be done has still to be, and is no round of the page's making.
    mutating func gaveWay() { counts.rounds = 0 }

    /// A section does not take an entry: no more are added to it.
    mutating func refused(_ section: HistorySection) { repeater.stop(section) }

    /// Whether the question for what nothing settles has brought something new to be done.
    mutating func consulted(bringsNew: Bool) { phase = bringsNew ? .filling : .resting }

    /// The page has come to rest.
    ///
    /// - Parameter bringsNew: whether its form is not as it was.
    mutating func rested(bringsNew: Bool) {
        counts.rests += 1
        phase = bringsNew && counts.rests < Self.mostRests ? .filling : .over
    }
}
