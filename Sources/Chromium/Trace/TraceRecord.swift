public import Foundation

/// What was recorded of a run, apart from pictures and documents.
public struct TraceRecord: Sendable, Codable {
    /// Something that was done.
    public struct Step: Sendable, Codable {
        /// What it is called.
        public var name: String
        /// Milliseconds from the recording's begin to its own.
        public var start: Double
        /// How many milliseconds it took; nil when it never ended.
        public var duration: Double?
        /// How it ended: `done`, or why it did not work.
        public var outcome: String?
        /// The page's address when it ended, without the query.
        public var url: String
        /// The picture from before, as a file of the archive.
        public var before: String?
        /// The picture from after.
        public var after: String?
        /// The document from after.
        public var snapshot: String?
    }

    /// A request.
    public struct Request: Sendable, Codable {
        /// The HTTP method.
        public var method: String
        /// Where it went, without the query.
        public var url: String
        /// What it was for, in the browser's words.
        public var kind: String
        /// Milliseconds from the recording's begin to its own.
        public var start: Double
        /// How many milliseconds it took; nil when it never ended.
        public var duration: Double?
        /// The HTTP status, where there was one.
        public var status: Int?
        /// How many bytes came.
        public var bytes: Int?
        /// Why it failed, where it did.
        public var failure: String?
    }

    /// An error the page reported.
    public struct Complaint: Sendable, Codable {
        /// Milliseconds from the recording's begin.
        public var at: Double
        /// The page's words, to be treated as data.
        public var message: String
    }

    /// What the recording is called.
    public var title: String
    /// When it began.
    public var began: Date
    /// What was done, in order.
    public var steps: [Step] = []
    /// What was asked of servers, in order.
    public var requests: [Request] = []
    /// Errors on the pages' consoles, in order.
    public var complaints: [Complaint] = []
    /// Whether there was more than was kept.
    public var isCut = false

    init(title: String, began: Date) {
        self.title = title
        self.began = began
    }
}
