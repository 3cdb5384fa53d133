/// What a paused job waits for, as `interaction` tells it (R54).
public struct Interaction: Sendable, Hashable {
    /// The kinds, by their names in `interaction.type`.
    public enum Kind: String, Sendable, Hashable, CaseIterable {
        case captcha
        case twoFactor = "2fa"
        case login
        case botCheck = "bot_check"
        /// Additive: required questions of the form that nobody has answered.
        case question
        /// Additive: a person wanted to take the job over (R53).
        case takeOver = "takeover"
        /// Additive: the form is filled in a person's own browser, and they send it themselves (R62).
        case review
    }

    /// What is waited for.
    public var kind: Kind
    /// How sure it is that it stands in the way, 0...1.
    public var confidence: Double
    /// Where the page is, without its query.
    public var pageURL: String?
    /// The storage key of a picture of the page, passwords and codes painted over.
    public var screenshot: String?
    /// The questions that are open; empty for every other kind.
    public var questions: [OpenQuestion]
    /// How often somebody was asked about the same before, without the page going on.
    public var repeats: Int
    /// Why nothing else has helped, in a sentence; nil where there is nothing to say.
    public var why: String?
    /// What is to be done, in a sentence, where it is not what its kind says.
    public var request: String?
    /// How long the code may be that is waited for; nil where the page does not say, or wants none.
    public var codeRoom: CodeRoom?

    /// What is waited for.
    public init(
        _ kind: Kind,
        confidence: Double = 1,
        pageURL: String? = nil,
        screenshot: String? = nil,
        questions: [OpenQuestion] = [],
        repeats: Int = 0
    ) {
        self.kind = kind
        self.confidence = confidence
        self.pageURL = pageURL
        self.screenshot = screenshot
        self.questions = questions
        self.repeats = repeats
    }

    /// One sentence that says what to do, for a person.
    public var message: String {
        let again = why ?? (repeats > 0 ? "It still stands in the way." : nil)
        let room = codeRoom.flatMap { $0.isExact ? "It has \($0.most) characters." : nil }
        return [again, request ?? kind.message, room].compactMap(\.self).joined(separator: " ")
    }

    /// `interaction_data`, as the row keeps it and callbacks show it.
    public var json: JSON {
        var members: [String: JSON] = [
            "screenshot_url": .optional(screenshot), "page_url": .optional(pageURL), "message": .string(message),
        ]
        if kind == .question { members["questions"] = .array(questions.map(\.json)) }
        if let codeRoom { members.merge(codeRoom.members) { $1 } }
        return .object(members)
    }
}

extension Interaction.Kind {
    /// What a person is to do.
    var message: String {
        switch self {
        case .captcha: "A CAPTCHA must be solved on the page."
        case .botCheck: "The site asks whether you are human: its check must be passed on the page."
        case .login: "The site wants a log-in: on the page, or by user name and password."
        case .twoFactor: "The site wants a code: one that it has sent to the applicant, or their authenticator's."
        case .question: "The form requires answers that nobody has given."
        case .takeOver: "A person has taken the page over. The program goes on when they say so."
        case .review:
            "The form is filled. Look at it in your browser's window, change what you like, and press its button."
        }
    }

    /// Which answers it takes beside `manual`.
    public var resolutions: Set<Resolution.Kind> {
        switch self {
        case .captcha, .botCheck, .takeOver, .review: [.manual]
        case .login: [.manual, .credentials]
        case .twoFactor: [.manual, .codeEntry]
        case .question: [.manual, .answers]
        }
    }
}

extension Blocker.Kind {
    /// The interaction that it pauses a job for.
    public var interaction: Interaction.Kind {
        switch self {
        case .captcha: .captcha
        case .twoFactor: .twoFactor
        case .login: .login
        case .botCheck: .botCheck
        }
    }
}
