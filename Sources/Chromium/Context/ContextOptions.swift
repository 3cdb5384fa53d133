/// How a browser context looks to the sites it visits, and where it may go.
public struct ContextOptions: Sendable {
    /// The size of the page's visible part, in CSS pixels.
    public struct Viewport: Hashable, Sendable {
        /// The width.
        public var width: Int
        /// The height.
        public var height: Int

        /// Makes a size.
        public init(width: Int, height: Int) {
            self.width = width
            self.height = height
        }
    }

    /// The size of the page's visible part.
    public var viewport: Viewport
    /// The locale sites see, such as `en-US`; nil leaves the browser's own.
    public var locale: String?
    /// The time zone sites see, such as `Europe/Berlin`; nil leaves the machine's own.
    public var timeZone: String?
    /// The user agent sites see; nil is the browser's own without the word `Headless`.
    public var userAgent: String?
    /// Asked before every request; false blocks it.
    ///
    /// Nil intercepts nothing. The browser lets nobody ask about sockets, so where requests are judged no WebSocket opens at all.
    public var allowed: (@Sendable (URLRequestFacts) -> Bool)?
    /// Asked with the host name of a request that ``allowed`` let through, once a name, before the first request goes
    /// there; false blocks all of them.
    ///
    /// What is an address already is not asked about. It may take its time, for example to look the name up, and must
    /// end soon after it is cancelled.
    public var allowedHost: (@Sendable (String) async -> Bool)?
    /// Asked with the IP address every document came from; false throws the document away.
    ///
    /// Nil asks nothing.
    public var allowedAddress: (@Sendable (String) -> Bool)?
    /// Hears what the context's pages do.
    ///
    /// A page that looks for it may notice that its console is read.
    public var trace: TraceRecorder?
    /// What sites shall find of an earlier visit, from before their first script runs; nil is nothing.
    public var storageState: StorageState?
    /// Asked before every document that ``allowed`` lets through, of pages, popups and frames and at each redirect; false
    /// calls it off, and the page stays what it is.
    public var allowedDocument: (@Sendable (URLRequestFacts) -> Bool)?
    /// Headers that go with every request.
    public var extraHeaders: [String: String]
    /// What sites may do; all else that they ask for is refused at once.
    public var permissions: [Permission]
    /// What happens to files that sites send; nil refuses them.
    public var downloads: Downloads?
    /// For how long hands keep still after a person has done something in a page; nil where none is there.
    public var stillness: Duration?
    /// Scripts of ours that every document will be asked by: they are there before the first question.
    public var scripts: [InPageScript] = []

    /// Makes options.
    public init(
        viewport: Viewport = Viewport(width: 1280, height: 900),
        locale: String? = nil,
        timeZone: String? = nil,
        userAgent: String? = nil,
        allowed: (@Sendable (URLRequestFacts) -> Bool)? = nil,
        allowedAddress: (@Sendable (String) -> Bool)? = nil,
        storageState: StorageState? = nil,
        extraHeaders: [String: String] = [:],
        permissions: [Permission] = [],
        downloads: Downloads? = nil
    ) {
        self.viewport = viewport
        self.locale = locale
        self.timeZone = timeZone
        self.userAgent = userAgent
        self.allowed = allowed
        self.allowedAddress = allowedAddress
        self.storageState = storageState
        self.extraHeaders = extraHeaders
        self.permissions = permissions
        self.downloads = downloads
    }
}

/// What is known of a request before it is sent.
public struct URLRequestFacts: Hashable, Sendable {
    /// Where it goes.
    public let url: String
    /// The scheme, lower case, such as `https`; empty where the URL has none.
    public let scheme: String
    /// The host it goes to, lower case, without brackets and port; empty where the scheme has none, and where the URL
    /// cannot be read.
    public let host: String
    /// The HTTP method.
    public let method: String
    /// Whether the answer becomes a document in the page or one of its frames.
    public let isDocument: Bool
}
