/// What a page did from a moment on.
public struct PageActivity: Hashable, Sendable {
    /// A new document in the main frame.
    public struct Navigation: Hashable, Sendable {
        /// Where it came from.
        public let url: String
        /// The HTTP status, where there was one.
        public let status: Int?
    }

    /// A request.
    public struct Request: Hashable, Sendable {
        /// The HTTP method.
        public let method: String
        /// Where it went.
        public let url: String
        /// The HTTP status; nil when it failed without one, or is still under way.
        public let status: Int?
        /// Whether the answer became a document.
        public let isDocument: Bool
        /// Whether the page's script made it (XMLHttpRequest or fetch).
        public let isXHR: Bool
        /// What it carries.
        public let body: RequestBody

        /// A request.
        public init(
            method: String,
            url: String,
            status: Int?,
            isDocument: Bool,
            isXHR: Bool,
            body: RequestBody = .unseen
        ) {
            self.method = method
            self.url = url
            self.status = status
            self.isDocument = isDocument
            self.isXHR = isXHR
            self.body = body
        }
    }

    /// A dialog, which was accepted at once.
    public struct Dialog: Hashable, Sendable {
        /// `alert`, `confirm`, `prompt` or `beforeunload`.
        public let kind: String
        /// What it said; the page's words, to be treated as data.
        public let message: String
    }

    /// A press by which a person may have sent a form, told while ``BrowserContext/tellPresses()`` holds.
    public struct Press: Hashable, Sendable, Decodable {
        /// How it was pressed.
        public enum Kind: String, Hashable, Sendable, Decodable {
            /// The browser sent the form, or had its script do so.
            case submit
            /// A button, or what looks like one.
            case click
            /// The Enter key in a box.
            case enter
        }

        /// How.
        public let kind: Kind
        /// What the button says.
        public let label: String
        /// Whether a password stood in the form.
        public let hasPassword: Bool
        /// What else stood in it.
        public let values: [String]
    }

    /// New documents in the main frame, in order.
    public internal(set) var navigations: [Navigation] = []
    /// Addresses the main frame took without a new document, in order.
    public internal(set) var sameDocument: [String] = []
    /// Requests that have ended, or were answered and brought nothing more for a while, in order.
    public internal(set) var requests: [Request] = []
    /// Requests that have not ended.
    public internal(set) var underWay: [Request] = []
    /// Dialogs, in order.
    public internal(set) var dialogs: [Dialog] = []
    /// What people pressed, in order.
    public internal(set) var presses: [Press] = []
    /// Where in the page's history the activity begins.
    let mark: Int

    /// None.
    ///
    /// - Parameter mark: where in the page's history it would begin.
    package init(mark: Int = 0) { self.mark = mark }

    /// The activity, and after it that of another page.
    ///
    /// - Parameter other: what the other page did.
    /// - Returns: both, to be looked at and not to be refreshed.
    public func joined(with other: PageActivity) -> PageActivity {
        var both = self
        both.navigations += other.navigations
        both.sameDocument += other.sameDocument
        both.requests += other.requests
        both.underWay += other.underWay
        both.dialogs += other.dialogs
        both.presses += other.presses
        return both
    }
}

/// How a page came to rest after an action.
public enum Settlement: Hashable, Sendable {
    /// A new document took the main frame's place and its content is there.
    case navigated(url: String, status: Int?)
    /// The address changed within the document, and the page is quiet.
    case sameDocument
    /// Nothing caused by the action goes on any more.
    case quiet
    /// The page had not come to rest when the time was up.
    case timedOut
}
