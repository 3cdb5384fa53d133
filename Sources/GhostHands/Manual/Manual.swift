public import FoundationEssentials

/// What was learned from one application: how a form is filled and sent, without anybody's values (R17).
///
/// It belongs to a hiring platform, a task and a form; any posting with that form can be replayed from it.
public struct Manual: Sendable, Hashable {
    /// The primary key.
    public var id: UUID
    /// Goes up with every change of its steps.
    public var version: Int
    /// The hiring platform by its name in reports; ``otherPlatform`` where it is none that is known.
    public var platform: String
    /// The type of the jobs that it is for, such as `apply`.
    public var task: String
    /// The first page's address, generalised: provenance, and the key of manuals without pages (R43).
    public var urlPattern: String
    /// The form's pages in their order; one without keys where the manual does not say what they hold.
    public var pages: [Page]
    /// Everything that is done, in its order.
    public var steps: [Step]
    /// Where it came from.
    public var source: Source
    /// How well it has worked.
    public var health: ManualHealth

    /// The platform of forms that belong to none that is known.
    public static let otherPlatform = "other"

    /// Where a manual came from, by its names in the database.
    public enum Source: String, Sendable, Hashable, CaseIterable {
        case recorded, template, actionbook, imported
    }

    /// One page of the form, by the fields it held when it was read first.
    public struct Page: Sendable, Hashable {
        /// The hash of its keys.
        public var signature: String
        /// What tells its fields from others (``FieldMark/keys``), sorted.
        public var keys: [String]

        /// A page.
        ///
        /// - Parameter marks: its fields.
        public init(_ marks: [FieldMark]) {
            signature = FormSignature.of(marks)
            keys = FormSignature.keys(of: marks)
        }

        /// A page as it was written down.
        public init(signature: String, keys: [String]) {
            self.signature = signature
            self.keys = keys
        }
    }

    /// A manual.
    public init(
        id: UUID,
        platform: String,
        task: String,
        urlPattern: String,
        pages: [Page],
        steps: [Step],
        source: Source = .recorded
    ) {
        self.id = id
        version = 1
        self.platform = platform
        self.task = task
        self.urlPattern = urlPattern
        self.pages = pages
        self.steps = steps
        self.source = source
        health = ManualHealth()
    }

    /// The steps of one page, with their places among all steps.
    ///
    /// - Parameter page: the page, from 0.
    /// - Returns: the steps in their order.
    public func steps(on page: Int) -> [(index: Int, step: Step)] {
        steps.enumerated().filter { $0.element.page == page }.map { ($0.offset, $0.element) }
    }
}
