/// What a field asks for: the vocabulary of `asked` in reports.
public enum Asked: String, Sendable, Hashable, CaseIterable, Codable {
    case firstName = "first_name"
    case middleName = "middle_name"
    case lastName = "last_name"
    case fullName = "full_name"
    case preferredName = "preferred_name"
    case email, phone
    case phoneCountryCode = "phone_country_code"
    case streetAddress = "street_address"
    /// Flat, floor, building: what a second address line holds.
    case addressLine2 = "address_line_2"
    case city, state, country
    case postalCode = "postal_code"
    /// City, state and country in one.
    case location
    case linkedIn = "linkedin_url"
    case portfolio = "portfolio_url"
    case gitHub = "github_url"
    case twitter = "twitter_url"
    case workAuthorization = "work_authorization"
    case sponsorship
    case salary = "salary_expectation"
    case startDate = "start_date"
    case noticePeriod = "notice_period"
    /// The day on which the form is filled, as beside a signature.
    case today = "today_date"
    case howHeard = "how_heard"
    case yearsOfExperience = "years_of_experience"
    case currentCompany = "current_company"
    case currentTitle = "current_title"
    case school, degree
    case fieldOfStudy = "field_of_study"
    case graduationYear = "graduation_year"
    /// When a school or a job of the history began and ended.
    case startMonth = "start_month"
    case startYear = "start_year"
    case endMonth = "end_month"
    case endYear = "end_year"
    case skills
    case coverLetter = "cover_letter"
    case resume
    case otherDocument = "other_document"
    case gender, ethnicity, veteran, disability, hispanic, transgender, pronouns
    case sexualOrientation = "sexual_orientation"
    case consent
    case username, password
    /// The password of an account there is, and one chosen for a new account.
    case currentPassword = "current_password"
    case newPassword = "new_password"
    case oneTimeCode = "one_time_code"
    /// A number by which a government knows a person.
    case nationalID = "national_id"
    case birthDate = "birth_date"
    case birthDay = "birth_day"
    case birthMonth = "birth_month"
    case birthYear = "birth_year"
    case cardNumber = "card_number"
    case cardName = "card_name"
    case cardSecurityCode = "card_security_code"
    case cardExpiry = "card_expiry"
    case cardExpiryMonth = "card_expiry_month"
    case cardExpiryYear = "card_expiry_year"
    case search
    /// A question of the form's own: only the caller's answers can settle it.
    case question

    /// Whether it is a question about equal opportunity, which nobody has to answer.
    var isOfEquality: Bool {
        switch self {
        case .gender, .ethnicity, .veteran, .disability, .hispanic, .transgender, .pronouns, .sexualOrientation: true
        default: false
        }
    }

    /// Whether it opens an account or spends money: nothing may be learned about it, not even that it was asked.
    public var isSecret: Bool {
        switch self {
        case .password, .currentPassword, .newPassword, .oneTimeCode, .cardNumber, .cardName, .cardSecurityCode,
            .cardExpiry, .cardExpiryMonth, .cardExpiryYear:
            true
        default: false
        }
    }

    /// Whether it names the person, or tells where to find them: nothing that a model may make up, or need see.
    public var isPersonal: Bool {
        switch self {
        case .firstName, .middleName, .lastName, .fullName, .preferredName, .email, .phone, .phoneCountryCode,
            .streetAddress, .addressLine2, .postalCode, .linkedIn, .portfolio, .gitHub, .twitter, .username:
            true
        default: false
        }
    }

    /// Whether an event may never carry the value (R38).
    public var isSensitive: Bool {
        switch self {
        case .password, .currentPassword, .newPassword, .oneTimeCode, .salary, .gender, .ethnicity, .veteran,
            .disability, .hispanic, .transgender, .pronouns, .sexualOrientation, .nationalID, .birthDate, .birthDay,
            .birthMonth, .birthYear, .cardNumber, .cardName, .cardSecurityCode,
            .cardExpiry, .cardExpiryMonth, .cardExpiryYear:
            true
        default: false
        }
    }
}
