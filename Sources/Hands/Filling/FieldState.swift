import GhostHands

/// What has become of the answer to one field: not entered yet, in the field, or refused.
enum FieldState: Hashable, Sendable {
    /// The field does not hold its answer yet; so many strategies were tried.
    case open(tried: Int)
    /// The field holds its answer; the form may still find a flaw in it.
    case held(Since, flaw: Flaw?)
    /// The field will not hold its answer; so many strategies were tried.
    case refused(Refusal, tried: Int)

    /// Since when a field holds its answer.
    enum Since: Hashable, Sendable {
        /// Before anything was done to it.
        case before
        /// Since it was filled, by the so-manieth strategy.
        case filled(tried: Int)
    }

    /// Why a field will not hold its answer.
    enum Refusal: Hashable, Sendable {
        /// Nobody may enter the answer, or there is none to enter: the reason.
        case withheld(String)
        /// The control takes no such answer: the reason.
        case unfit(String)
        /// The control could not be worked: the reason.
        case control(String)
        /// The control took the answer, and did not keep it.
        case unkept
        /// The form found a flaw in the answer, and the field lost it.
        case flawed(Flaw)
        /// The page took the input away and does not show the file that it was given.
        case vanished
        /// It was entered in a form within the form, and whether that was saved is in doubt: the reason.
        case doubted(String)

        /// The same for a person, without the answer.
        var told: String {
            switch self {
            case .withheld(let reason), .unfit(let reason), .control(let reason), .doubted(let reason): reason
            case .unkept: "the field did not keep the answer"
            case .flawed(let flaw): flaw.told ?? Self.unkept.told
            case .vanished: "the page took the input away and does not show the file"
            }
        }
    }

    /// The state of a field that nothing was done to yet.
    ///
    /// - Parameters:
    ///   - isHeld: whether it holds its answer already.
    ///   - refusal: why it cannot be entered, if it cannot.
    init(isHeld: Bool, refusal: Refusal?) {
        self = refusal.map { .refused($0, tried: 0) } ?? (isHeld ? .held(.before, flaw: nil) : .open(tried: 0))
    }

    /// How many strategies were tried.
    var tried: Int {
        switch self {
        case .open(let tried), .refused(_, let tried), .held(.filled(let tried), _): tried
        case .held(.before, _): 0
        }
    }

    var isHeld: Bool {
        if case .held = self { true } else { false }
    }

    /// Why the field is not as it should be, for a person; nil where it is, or still may be.
    var complaint: String? {
        switch self {
        case .open, .held(_, nil): nil
        case .held(_, let flaw?): flaw.told
        case .refused(let refusal, _): refusal.told
        }
    }

    /// Takes note that one more strategy was tried.
    ///
    /// - Parameters:
    ///   - refusal: why the control would not take the answer; nil when it did.
    ///   - strategies: how many there are.
    mutating func attempted(_ refusal: String?, of strategies: Int) {
        guard case .open(let tried) = self else { return }
        guard let refusal, tried + 1 >= strategies else {
            self = .open(tried: tried + 1)
            return
        }
        self = .refused(.control(refusal), tried: tried + 1)
    }

    /// Compares the field with its answer, as it was read after a strategy was tried; before that it may only have lost
    /// the answer.
    ///
    /// - Parameters:
    ///   - isHeld: whether it holds the answer.
    ///   - flaw: what the form finds wrong with it.
    ///   - strategies: how many strategies there are.
    mutating func compare(isHeld: Bool, flaw: Flaw?, of strategies: Int) {
        let tried = tried
        guard tried > 0 else {
            // What stood there from the beginning may be lost all the same.
            if isHeld == false, self.isHeld { self = .open(tried: 0) }
            return
        }
        if isHeld {
            // A field that merely lacks its answer has no flaw of the answer's.
            self = .held(.filled(tried: tried), flaw: flaw?.told == nil ? nil : flaw)
            return
        }
        switch self {
        case .held(_, let flaw?): self = .refused(.flawed(flaw), tried: tried)
        case .open, .held(_, nil): self = tried >= strategies ? .refused(.unkept, tried: tried) : .open(tried: tried)
        case .refused: return
        }
    }

    /// Compares an upload whose input stands on the page no more with what the page shows.
    mutating func compareVanished(isShown: Bool) {
        self = isShown ? .held(.filled(tried: tried), flaw: nil) : .refused(.vanished, tried: tried)
    }

    /// Doubts that the answer was saved; what is refused already keeps its reason.
    mutating func doubt(_ reason: String) {
        switch self {
        case .held(_, nil): self = .refused(.doubted(reason), tried: tried)
        case .open: self = .refused(.control(reason), tried: tried)
        case .held, .refused: return
        }
    }

    /// Whether the field held its answer when it was last seen.
    var wasHeld: Bool {
        if case .refused(.doubted, _) = self { return true }
        return isHeld
    }

    /// Begins again: the field has lost its answer, since the server sent the page anew.
    mutating func reopen() {
        switch self {
        case .held, .open: self = .open(tried: 0)
        case .refused: return
        }
    }

    /// The state once the field's answer was fitted to other options than before.
    ///
    /// - Parameter fresh: the state of a field to which nothing was done.
    /// - Returns: the same, but that who holds the answer holds it since it was filled.
    func refitted(_ fresh: FieldState) -> FieldState {
        if fresh.isHeld, tried > 0 { return .held(.filled(tried: tried), flaw: nil) }
        return fresh
    }
}
