import Foundation
import GhostHands

extension PressOutcome {
    /// The button by which a window of the page that opened at the press, and asks whether to send, is answered with yes;
    /// nil when there is none, or something was sent already.
    ///
    /// One that says that something is missing is no such question: that is for a person to decide.
    var assent: ReadButton? {
        // Where there is something new to fill it is the next page of the form.
        guard !wasSent, reading.signature.isSubset(of: before.signature),
            Assent.isAsked(newLines.prefix(30).joined(separator: " "))
        else { return nil }
        let known = Set(before.buttons.map(\.handle))
        let new = reading.buttons.filter { !known.contains($0.handle) && !$0.isDisabled && !$0.isLink }
        let yes = new.filter { Assent.isYes($0.label) }
        return yes.count == 1 && new.count <= 4 ? yes[0] : nil
    }

    /// What the page says now that it did not say before, line by line.
    var newLines: [String] {
        let known = Set(before.text.split(whereSeparator: \.isNewline))
        return reading.text.split(whereSeparator: \.isNewline).filter { !known.contains($0) }
            .map { $0.trimmingCharacters(in: .whitespaces) }.filter { !$0.isEmpty }
    }
}
