import Chromium
import GhostHands

extension Visit {
    /// What only a human can give.
    enum Need {
        /// Somebody must pass what stands in the way.
        case blocker(Blocker)
        /// The same, seen by a model in a picture of the page.
        case seenBlocker(Blocker)
        /// The form demands what nobody answered.
        case answers([OpenQuestion])
        /// Somebody wants to take the page over.
        case takeOver
        /// The person whose browser it is sends the form themselves.
        case review

        var interaction: Interaction {
            switch self {
            case .blocker(let blocker), .seenBlocker(let blocker):
                blocker.wanted
            case .answers(let questions): Interaction(.question, questions: questions)
            case .takeOver: Interaction(.takeOver)
            case .review: Interaction(.review)
            }
        }

        /// The attempt's end when nobody helps.
        var end: AttemptEnd {
            switch self {
            case .blocker(let blocker), .seenBlocker(let blocker): .blocked(blocker)
            case .answers: .unanswered
            case .takeOver, .review: .nobodyAnswered
            }
        }
    }

    /// What came of stopping.
    enum Stop {
        /// Somebody has helped: the page is to be read anew, for it may be another.
        case goesOn(Resolution)
        case end(AttemptEnd)
    }

    /// Stops for a human: the one place where an attempt does so, whatever kind of job it is.
    ///
    /// The page stands as it is until somebody has answered.
    ///
    /// - Parameters:
    ///   - need: what only a human can give.
    ///   - why: why nothing else has helped, in a sentence.
    ///   - request: what is to be done, in a sentence, where it is not what is usual.
    ///   - watch: looks whether whoever helps sends the application; nil where there is none to be sent.
    /// - Returns: what was given, or the attempt's end.
    /// - Throws: `CancellationError` when the job is called off meanwhile.
    func stop(
        for need: Need,
        because why: String? = nil,
        asking request: String? = nil,
        watching watch: PageWatch? = nil
    ) async throws -> Stop {
        try await stop(for: need, because: why, asking: request, watching: watch?.submitWatch ?? .nothing)
    }

    /// The same, with a watch of the caller's own making.
    func stop(
        for need: Need,
        because why: String? = nil,
        asking request: String? = nil,
        watching watch: SubmitWatch
    ) async throws -> Stop {
        switch need {
        case .blocker(let blocker): await timeline.tell(.blockerDetected(blocker))
        case .seenBlocker(let blocker): await timeline.tell(.blockerDetected(blocker, byModel: true))
        case .answers, .takeOver, .review: break
        }
        var interaction = need.interaction
        (interaction.why, interaction.request) = (why, request)
        interaction.pageURL = timeline.report.concealed(page.address.plain)
        guard helpDesk.mayAsk(&interaction) else { return .end(need.end) }
        switch try await helpDesk.ask(interaction, page, context, watching: watch) {
        case .given(let resolution):
            if let opened = context.latestPage { goTo(opened) }
            return .goesOn(resolution)
        case .unavailable: return .end(need.end)
        case .unanswered: return .end(.nobodyAnswered)
        case .parked: return .end(.parked)
        case .leaseLost: return .end(.leaseLost)
        }
    }
}

extension Blocker {
    /// What a job waits for that it stops.
    fileprivate var wanted: Interaction {
        var wanted = Interaction(kind.interaction, confidence: confidence)
        wanted.codeRoom = codeRoom
        return wanted
    }
}
