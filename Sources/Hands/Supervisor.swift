public import Chromium
public import GhostHands

/// Whom the hands report to and ask: the worker over the store, or the command line over the terminal.
///
/// The hands know no database and no queue; everything that must outlive them goes through here.
public protocol Supervisor: Sendable {
    /// Is told that something happened.
    ///
    /// - Parameter event: what happened.
    func report(_ event: JobEvent) async

    /// Is told how far the attempt has come.
    ///
    /// - Parameter progress: where it stands.
    func progress(_ progress: JobProgress) async

    /// Asks whether the final submit may be pressed, and records that it will be (R8).
    ///
    /// - Parameter page: the page as it is about to be sent: evidence, should its end stay unknown.
    /// - Returns: false when somebody else holds the job now: then it must not be pressed.
    /// - Throws: when it could not be recorded: then it must not be pressed either.
    func intendSubmit(on page: Page) async throws -> Bool

    /// Records that the form itself rejected the submit, so that it may be pressed again (R8).
    ///
    /// - Returns: false when somebody else holds the job now.
    /// - Throws: when it could not be recorded.
    func submitRejected() async throws -> Bool

    /// Records that the form itself rejected the submit and is sent again at once: at no moment is none written down.
    ///
    /// - Returns: false when somebody else holds the job now: then it must not be pressed.
    /// - Throws: when it could not be recorded: then it must not be pressed either.
    func submitAgain() async throws -> Bool

    /// Asks somebody for what only a human can give, and waits for the answer; the page stands as it is meanwhile.
    ///
    /// - Parameters:
    ///   - wanted: what is wanted.
    ///   - page: the page that it is wanted on.
    ///   - context: the page's browser context; whoever helps may open other pages in it.
    ///   - watch: looks whether whoever helps sends the application: that is to be written down like a submit of our
    ///     own (R8), lest it be sent again should this attempt die.
    /// - Returns: what came of it.
    /// - Throws: `CancellationError` when the job is called off meanwhile.
    func help(
        _ wanted: Interaction,
        with page: Page,
        in context: BrowserContext,
        watching watch: SubmitWatch
    ) async throws -> Help

    /// Looks for what the applicant logs in with at a host (R55).
    ///
    /// - Parameter host: the host of the page that wants it.
    /// - Returns: what is stored for it, or for the nearest host above it; nil where there is nothing that may be used.
    func credential(for host: HostName) async -> Credential?

    /// Tells what a host's pages may repeat of what is stored for it, and nobody may be told.
    ///
    /// - Parameter host: the host that the task begins at.
    /// - Returns: passwords; none where nothing is stored.
    func secrets(at host: HostName) async -> [String]

    /// Asks whether a credential may be sent now, and writes down that it is; waits while another job tries it.
    ///
    /// - Parameter credential: what is about to be sent.
    /// - Returns: whether it may be.
    /// - Throws: `CancellationError` when the job is called off meanwhile.
    func mayTry(_ credential: Credential) async throws -> CredentialTry

    /// Is told that a site has answered what a person gave to log in: what it has left in the browser is worth keeping
    /// now, lest they be asked again should this attempt die.
    ///
    /// - Parameter context: the browser context.
    func loginWasAnswered(in context: BrowserContext) async

    /// Is told that a site begins to answer a log-in: the cookies that it has set are worth keeping before the page is
    /// there that the answer leads to.
    ///
    /// - Parameter context: the browser context.
    func loginIsAnswered(in context: BrowserContext) async

    /// Takes note of what a site has made of a credential.
    ///
    /// - Parameters:
    ///   - credential: what was entered.
    ///   - verdict: what came of it.
    func judged(_ credential: Credential, as verdict: CredentialVerdict) async

    /// Is told that the attempt has come to the form itself without a log-in of its own.
    func formWasReached() async

    /// Keeps a credential that was made to open an account, before it is sent (R56).
    ///
    /// - Parameter made: what was made.
    /// - Returns: what to open the account with: this one, or what was kept before and never came to anything; nil where
    ///   there is an account already, or nothing can be kept.
    func keep(_ made: Credential) async -> Credential?

    /// Makes a one-time code that is good for a while and that nobody else is given; waits until there is one.
    ///
    /// - Parameter credential: whose authenticator shows it.
    /// - Returns: the code; nil where none can be made.
    /// - Throws: `CancellationError` when the job is called off meanwhile.
    func code(of credential: Credential) async throws -> String?

    /// Asks whether a person wants to take the page over (R53); asked at safe points only, and answered at once.
    ///
    /// - Returns: true once somebody does, until ``help(_:with:in:watching:)`` was asked for it.
    func handsAreWanted() async -> Bool

    /// Looks for manuals of a form (R17).
    ///
    /// - Parameter key: what the form is known by.
    /// - Returns: those that may fit, in any order; which of them is replayed the hands decide.
    /// - Throws: when they cannot be looked for.
    func manuals(for key: ManualKey) async throws -> [Manual]

    /// Asks whether a model call may be made, and keeps back what it can cost at most.
    ///
    /// - Parameter most: what it can cost.
    /// - Returns: whether it may; every one that may is settled, however it ends.
    /// - Throws: when it could not be found out: then the call is not made.
    func reserve(_ most: NanoDollars) async throws -> Allowance

    /// Takes note of what a model call came to.
    ///
    /// It is written down even when the attempt is called off meanwhile.
    func settle(_ call: ModelCall) async

    /// Looks for answers that a model derived for this user before.
    ///
    /// - Parameter keys: what tells the questions from others.
    /// - Returns: the answers there are; an empty list when they cannot be looked for.
    func knownAnswers(to keys: [String]) async -> [LearnedAnswer]

    /// Keeps answers that a model derived, for this user's later jobs.
    ///
    /// - Parameter answers: the answers; each stands in its field.
    func learned(_ answers: [LearnedAnswer]) async
}

/// Looks whether whoever helps sends the application.
public struct SubmitWatch: Sendable {
    /// Whether they may have sent it by now.
    public let hasSent: @Sendable () -> Bool
    /// Whether a request that is about to leave may be the application.
    public let mayCarry: @Sendable (PageActivity.Request) -> Bool
    /// Looks at the page once more, before what may be the application is let go: it may stand there no more afterwards.
    public let lookLast: @Sendable () async -> Void

    /// A watch.
    public init(
        hasSent: @escaping @Sendable () -> Bool,
        mayCarry: @escaping @Sendable (PageActivity.Request) -> Bool,
        lookLast: @escaping @Sendable () async -> Void = {}
    ) {
        self.hasSent = hasSent
        self.mayCarry = mayCarry
        self.lookLast = lookLast
    }

    /// Nothing is to be sent.
    public static let nothing = SubmitWatch(hasSent: { false }, mayCarry: { _ in false })
}

/// What a site has made of a credential.
public enum CredentialVerdict: Sendable, Hashable {
    /// It let the applicant in.
    case accepted
    /// It does not take it: it is not tried again until the user gives another.
    case refused
    /// It wants something more before it decides, or was sent nothing: the credential may be tried again.
    case undecided
    /// It was made to open an account, and none was opened with it: it is worth nothing.
    case unopened
    /// There is an account for it, which the site wants verified before it lets anybody in.
    case opened
    /// It was made to open an account, and the site has one already, of another password.
    case taken
}

extension Supervisor {
    /// Where nobody else holds the job, nothing is written down.
    public func submitAgain() async throws -> Bool { true }
    /// Nothing is stored.
    public func credential(for host: HostName) async -> Credential? { nil }
    /// Nothing is noted.
    public func mayTry(_ credential: Credential) async throws -> CredentialTry { .granted }
    /// Nothing is kept.
    public func loginWasAnswered(in context: BrowserContext) async {}
    /// Nothing is kept.
    public func loginIsAnswered(in context: BrowserContext) async {}
    /// Nothing is stored.
    public func secrets(at host: HostName) async -> [String] { [] }
    /// Nothing is stored.
    public func judged(_ credential: Credential, as verdict: CredentialVerdict) async {}
    /// Nothing is noted.
    public func formWasReached() async {}
    /// Nothing is kept.
    public func keep(_ made: Credential) async -> Credential? { nil }
    /// No codes are made.
    public func code(of credential: Credential) async throws -> String? { nil }
    /// A supervisor without people: none of them takes anything over.
    public func handsAreWanted() async -> Bool { false }
    /// A supervisor without people to ask.
    public func help(
        _ wanted: Interaction,
        with page: Page,
        in context: BrowserContext,
        watching watch: SubmitWatch
    ) async throws -> Help { .unavailable }
    /// A supervisor without a budget refuses every model call.
    public func reserve(_ most: NanoDollars) async throws -> Allowance { .refused(.job(.zero)) }
    /// Nothing was spent.
    public func settle(_ call: ModelCall) async {}
    /// Nothing is remembered.
    public func knownAnswers(to keys: [String]) async -> [LearnedAnswer] { [] }
    /// Nothing is kept.
    public func learned(_ answers: [LearnedAnswer]) async {}
}
