/// What became of every field of a form: the report of `ghosthands fill` and of a job's result.
public struct FillReport: Sendable, Hashable {
    /// Every field found, in reading order, page by page.
    public var fields: [Entry] = []
    /// Every button found.
    public var buttons: [Button] = []
    /// The pages that were read.
    public var pages: [Page] = []
    /// The hiring platform that the pages belong to, where it is known.
    public var platform: String?
    /// Whether a submit was pressed and proven.
    public var submitted = false
    /// What proves it.
    public var evidence: Evidence?
    /// Whether something was sent that could not be looked at.
    public var hasUnreadRequests = false
    /// From the start of the navigation to the end, in milliseconds.
    public var elapsedMilliseconds: Double = 0
    /// How much of that went into what, in milliseconds; the rest is waiting for the page and bookkeeping.
    public var phases: [Phase: Double] = [:]

    /// What was entered and may be told to nobody, in no text: passwords, codes.
    private(set) var secrets: Set<String> = []

    /// An empty report.
    public init() {}

    /// Takes something out of every text that is told from now on.
    ///
    /// - Parameter secret: for example a password.
    public mutating func conceal(_ secret: String) { secrets.insert(secret) }

    /// A text of the page without the secrets that were given to it, letter by letter: a page may repeat them.
    ///
    /// - Parameter text: what the page says.
    /// - Returns: the text with an ellipsis for every secret of more than three characters.
    public func withoutSecrets(_ text: String) -> String {
        secrets.filter { $0.count > 3 }.sorted { $0.count > $1.count }.reduce(text) { $0.replacing($1, with: "…") }
    }

    /// What an attempt spends its time on.
    public enum Phase: String, Sendable, Hashable, CaseIterable {
        /// Loading the first page.
        case open
        /// Reading pages.
        case read
        /// Putting answers into controls.
        case fill
        /// Pressing buttons, and what they start, until the page has come to rest.
        case press
    }

    /// How a field ended.
    public enum Outcome: String, Sendable, Hashable, CaseIterable {
        case filled, already, unanswered, refused
    }

    /// One field.
    public struct Entry: Sendable, Hashable {
        /// The page it stands on, from 1.
        public var page: Int
        /// The frame it stands in: 0 is the page itself.
        public var frame: Int
        /// The field as it was read.
        public var field: Field
        /// What it was taken to ask for.
        public var asked: Asked
        /// What was to stand in it, in words.
        public var wanted: String?
        /// What stands in it, read back.
        public var value: String
        /// How it ended.
        public var outcome: Outcome
        /// Why, when it was refused or left alone.
        public var reason: String?
        /// Where the answer came from.
        public var source: Answer.Source?
        /// Whether a person put another answer there before they sent the form.
        public var isChangedByPerson = false
        /// What was seen of it in what left the page; nil before anything did, and for what is no answer.
        public var sent: SentAnswer?
        /// How long it took, in milliseconds.
        public var milliseconds: Double
        /// What fills it, where the page builds it of other elements; nil for a control of the browser's own.
        public var driver: String?

        /// A field that nothing has been done to.
        public init(page: Int, frame: Int, field: Field, asked: Asked) {
            self.page = page
            self.frame = frame
            self.field = field
            self.asked = asked
            value = field.value
            outcome = field.isAnswered ? .already : .unanswered
            milliseconds = 0
        }

        /// Takes note that a person has put there what stands there.
        public mutating func takeChange() {
            (wanted, value, reason, source) = (field.value, field.value, nil, .human)
            outcome = field.isAnswered ? .already : .unanswered
            isChangedByPerson = true
        }

        /// Takes note that only the page says what stands there: sent so, it would be the applicant's word.
        public mutating func takeClaim() {
            (outcome, source, field.isRequired) = (.unanswered, nil, true)
            reason = "the form has chosen an answer itself, and neither profile nor answers say so"
        }

        /// Whether the form demands an answer that it has not got.
        public var isMissing: Bool { field.isRequired && (outcome == .unanswered || outcome == .refused) }
    }

    /// One button.
    public struct Button: Sendable, Hashable {
        /// The page it stands on, from 1.
        public var page: Int
        /// What it says.
        public var label: String
        /// What it is for.
        public var role: ButtonRole

        /// A button.
        public init(page: Int, label: String, role: ButtonRole) {
            self.page = page
            self.label = label
            self.role = role
        }
    }

    /// One page.
    public struct Page: Sendable, Hashable {
        /// Its number, from 1.
        public var number: Int
        /// Its address, without query and fragment.
        public var url: String
        /// Its title.
        public var title: String

        /// A page.
        public init(number: Int, url: String, title: String) {
            self.number = number
            self.url = url
            self.title = title
        }
    }

    /// How many fields hold what was wanted.
    public var filledCount: Int { fields.count { $0.outcome == .filled || $0.outcome == .already } }
    /// The fields that a person gave another answer before they sent the form.
    public var changedByPerson: [Entry] { fields.filter(\.isChangedByPerson) }
    /// The fields that the form demands and nobody answered.
    public var missing: [Entry] { fields.filter(\.isMissing) }
}
