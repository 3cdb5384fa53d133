import GhostHands

/// The one place that decides whether a button that may send the application is pressed (R8).
///
/// It is written down first, so that nobody presses it again should this attempt die; and it is pressed once, unless the
/// form itself has rejected it.
struct SubmitGate {
    /// Whether the button may be pressed.
    enum Decision: Hashable {
        /// It may, and that it will be is written down.
        case press
        /// A form was sent already, and nothing says that it was rejected.
        case alreadySent
        /// Somebody else holds the job now.
        case leaseLost
        /// The person whose browser it is presses it (R62).
        case theirs
    }

    private let visit: Visit
    private let supervisor: any Supervisor
    /// Whether a person presses, and the hands never do.
    private let isTheirs: Bool
    /// Whether a form was sent that was not rejected.
    private var hasSent = false
    /// Whether the form has rejected it and waits to be sent again.
    private var isRenewed = false
    /// Whether what was sent may have been taken, so that nothing the page says later takes it back.
    private(set) var mayBeTaken = false

    init(_ attempt: Attempt, _ visit: Visit) {
        self.visit = visit
        supervisor = attempt.supervisor
        isTheirs = attempt.task.company.submits
    }

    /// Asks whether a button may be pressed, and writes down that it will be.
    ///
    /// - Parameters:
    ///   - button: the final submit, or one that leads to the next page: some of these send the whole form.
    ///   - number: the page of the form that it stands on.
    /// - Returns: whether it may.
    /// - Throws: what the supervisor throws when it cannot be written down: then it is not pressed.
    mutating func decide(_ button: ReadButton, on number: Int) async throws -> Decision {
        guard !isTheirs else { return .theirs }
        guard !hasSent else { return .alreadySent }
        if button.role != .next { await visit.timeline.reach(.submitting) }
        let isFirst = !isRenewed
        isRenewed = false
        let mayPress = isFirst ? try await supervisor.intendSubmit(on: visit.page) : try await supervisor.submitAgain()
        guard mayPress else { return .leaseLost }
        hasSent = true
        if button.role != .next {
            await visit.timeline.tell(.submitIntended(page: number, button: visit.timeline.said(by: button)))
        }
        return .press
    }

    /// Takes note that the form rejected it and is sent again: what is written down stays until then.
    mutating func renew() { (hasSent, isRenewed) = (false, true) }

    /// Takes note that what was sent may have been taken, though more is wanted: what is written down stays.
    mutating func keep() { mayBeTaken = true }

    /// Writes down that nothing was sent: the form rejected it, or the button could not be pressed.
    ///
    /// - Returns: false when somebody else holds the job now.
    /// - Throws: what the supervisor throws when it cannot be written down.
    mutating func rejected() async throws -> Bool {
        guard try await supervisor.submitRejected() else { return false }
        (hasSent, isRenewed) = (false, false)
        return true
    }
}
