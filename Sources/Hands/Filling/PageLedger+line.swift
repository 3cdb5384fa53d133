import GhostHands

/// What the ledger holds of a field.
extension PageLedger {
    /// A field that has an answer.
    struct Line {
        let target: ReadField
        let answer: Answer
        let fit: Fit
        /// The manual's step that it comes from.
        let step: Int?
        var state: FieldState
        var done = Done()

        /// How many strategies there are to fill it.
        var strategies: Int { Filler.strategies(for: fit, asked: target.asked) }

        /// Whether the field, as it was read now, holds the answer.
        func isHeld(by now: ReadField) -> Bool {
            if done.isUntaken { return false }
            let day = answer.value.plainText.flatMap { CalendarDate($0) }
            return ReadBack.holds(
                now,
                ReadBack.Wanted(fit: fit, options: target.field.options, day: day, shown: done.shown)
            )
        }

        /// Whether the field, as it was read now, holds the beginning of the answer: it was being typed.
        func isBegun(in now: ReadField) -> Bool {
            var wanted = answer.value.plainText.map { [$0] } ?? []
            switch fit {
            case .text(let text): wanted.append(text)
            case .picks(let words): wanted += words
            case .options, .checked, .file, .refused: return false
            }
            return wanted.contains { $0.lowercased().hasPrefix(now.field.value.lowercased()) }
        }
    }

    /// What a person entered: it stays as it is.
    struct Theirs {
        var fields: Set<FieldKey> = []
        /// Whether it is told as theirs: they sit before the browser.
        var isTold = false
    }

    /// What was done to a field.
    struct Done {
        var milliseconds = 0.0
        /// What a list showed once the answer was chosen: its own words for it.
        var shown: String?
        /// Whether it was begun to be entered, and not seen to be done.
        var isBegun = false
        /// The document in which something was done last.
        var document: Int?
        /// Whether a list opened beside the box and did not take the choice: the text that stands there is none.
        var isUntaken = false
        /// What the form found wrong with an earlier entry, and may still say.
        var formerFlaw: Flaw?
        /// Whether what was entered was taken out again, since the form does not accept it.
        var isWithdrawn = false
    }

    /// What is to be done to a field, with the answer it comes from.
    struct Order {
        let key: FieldKey
        var target: ReadField
        let answer: Answer
        let fit: Fit
        /// Which strategy to use, from 0.
        let attempt: Int
        /// The manual's step that it comes from.
        let step: Int?
    }
}
