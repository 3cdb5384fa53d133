import Chromium
import GhostHands

/// Asks people for help, and about the same not for ever.
struct HelpDesk {
    private let supervisor: any Supervisor
    /// How often somebody was asked for what.
    private var requests: [Interaction.Kind: Int] = [:]
    /// What was entered last for somebody, by what it was asked for.
    private var entered: [Interaction.Kind: Resolution.Kind] = [:]
    /// What somebody has answered: a page that begins anew asks it once more.
    private var answers: [OpenQuestion.Wording: String] = [:]
    /// When somebody passed a challenge last: what that gave the page lives for a while only.
    private(set) var passedAt: ContinuousClock.Instant?
    /// The filled form that somebody had in hand last: what they answered there may send it at any time.
    var handed: PageWatch?

    /// How often somebody is asked about the same before the attempt ends with what stands in the way.
    private static let mostRequests = 3

    init(_ supervisor: any Supervisor) { self.supervisor = supervisor }

    /// Counts a request.
    ///
    /// - Parameter interaction: what is wanted; is told how often that was asked for before.
    /// - Returns: false when it was asked for too often.
    mutating func mayAsk(_ interaction: inout Interaction) -> Bool {
        // Who takes over, or sends the form themselves, may do so as often as they like.
        if interaction.kind == .takeOver || interaction.kind == .review { return true }
        interaction.repeats = requests[interaction.kind, default: 0]
        guard interaction.repeats < Self.mostRequests else { return false }
        requests[interaction.kind, default: 0] += 1
        if interaction.repeats > 0, interaction.why == nil {
            switch entered[interaction.kind] {
            case .credentials: interaction.why = "The site has not taken the user name and password that were given."
            case .codeEntry: interaction.why = "The site has not taken the code that was given."
            case .manual, .answers, .skip, nil: break
            }
        }
        return true
    }

    /// Takes note of what was given for what stood in the way: where it is asked for again, the site has not taken it.
    mutating func given(_ resolution: Resolution, for kind: Interaction.Kind) { entered[kind] = resolution.kind }

    /// Takes note of what was answered.
    mutating func answered(_ questions: [OpenQuestion], _ resolution: Resolution) {
        guard case .answers(let given, _) = resolution else { return }
        for (name, text) in given {
            guard let asked = OpenQuestion.meant(by: name, of: questions) else { continue }
            answers[asked.wording] = text
        }
    }

    /// What somebody has answered to the same questions before; nil where they have answered none of them.
    func answers(to questions: [OpenQuestion]) -> Resolution? {
        let known = questions.compactMap { asked in answers[asked.wording].map { (asked.id, $0) } }
        return known.isEmpty ? nil : .answers(Dictionary(known) { first, _ in first }, remember: false)
    }

    /// Takes note that somebody says they passed what stood in the way.
    mutating func passed(_ blocker: Blocker, at moment: ContinuousClock.Instant) {
        if [.captcha, .botCheck].contains(blocker.kind) { passedAt = moment }
    }

    /// Whether a person wants to take the page over.
    var handsAreWanted: Bool { get async { await supervisor.handsAreWanted() } }

    /// Has what a site has left by a log-in be kept.
    func keep(_ context: BrowserContext) async { await supervisor.loginWasAnswered(in: context) }

    /// Has what the answer to a log-in has left be kept before the page is there that it leads to.
    func keepAnswer(_ context: BrowserContext) async { await supervisor.loginIsAnswered(in: context) }

    func ask(
        _ wanted: Interaction,
        _ page: Page,
        _ context: BrowserContext,
        watching watch: SubmitWatch
    ) async throws -> Help {
        try await supervisor.help(wanted, with: page, in: context, watching: watch)
    }
}
