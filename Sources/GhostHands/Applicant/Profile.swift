/// What is known of an applicant: the contract's `profile` object, parsed once.
///
/// The door and the reader of rows parse it by the same table (``shape``). Whatever has no member of its own here, or is
/// of another kind than its member takes, stands in ``further`` as it was given, so that nothing is lost.
public struct Profile: Sendable, Hashable {
    /// `first_name`.
    public var firstName: String?
    /// `last_name`.
    public var lastName: String?
    /// `email`.
    public var email: String?
    /// `phone`.
    public var phone: String?
    /// `linkedin_url`.
    public var linkedIn: String?
    /// `portfolio_url`.
    public var portfolio: String?
    /// `location`, where it is an object.
    public var place: Place?
    /// `work_authorization`.
    public var workAuthorization: String?
    /// `salary_expectation`.
    public var salary: String?
    /// `years_of_experience`.
    public var yearsOfExperience: Int?
    /// `education`, the last school first.
    public var education: [Engagement] = []
    /// `work_history`, the present work first.
    public var workHistory: [Engagement] = []
    /// `skills`.
    public var skills: [String] = []
    /// Every other member, by its name.
    public var further: [String: JSON] = [:]

    /// Where somebody lives.
    public struct Place: Sendable, Hashable {
        /// `city`.
        public var city: String?
        /// `state`.
        public var state: String?
        /// `country`.
        public var country: String?
        /// `zip`.
        public var zip: String?
        /// Every other member, by its name.
        public var further: [String: JSON] = [:]
    }

    /// A profile that says nothing.
    public init() {}

    /// Reads a profile; what is no object says nothing.
    ///
    /// - Parameter json: the object.
    public init(_ json: JSON) {
        var reader = RequestReader(json.object ?? [:])
        self.init(&reader)
    }
}

extension Profile: ExpressibleByDictionaryLiteral {
    /// A profile as it is written in code.
    public init(dictionaryLiteral elements: (String, JSON)...) {
        self.init(JSON.object(Dictionary(elements) { _, last in last }))
    }
}
