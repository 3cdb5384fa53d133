import GhostHands

extension Visit {
    /// What only a human can give.
    enum Need {
        /// Somebody must pass what stands in the way.
        case blocker(Blocker)
        /// The same, seen by a model in a picture of the page.
        case seenBlocker(Blocker)
        /// The form demands what nobody answered.
        case answers
    }

    /// Stops for a human: the one place where an attempt does so, whatever kind of job it is.
    ///
    /// Nothing was submitted when it comes here, and the page stands as it is.
    ///
    /// - Parameter need: what only a human can give.
    /// - Returns: the attempt's end.
    func stop(for need: Need) async -> AttemptEnd {
        switch need {
        case .blocker(let blocker):
            await timeline.tell(.blockerDetected(blocker))
            return .blocked(blocker)
        case .seenBlocker(let blocker):
            await timeline.tell(.blockerDetected(blocker, byModel: true))
            return .blocked(blocker)
        case .answers: return .unanswered
        }
    }
}
