/// What a field asks for: the vocabulary of `asked` in reports.
public enum Asked: String, Sendable, Hashable, CaseIterable, Codable {
    case firstName = "first_name"
    case middleName = "middle_name"
    case lastName = "last_name"
    case fullName = "full_name"
    case preferredName = "preferred_name"
    case email, phone
    case streetAddress = "street_address"
    case city, state, country
    case postalCode = "postal_code"
    /// City, state and country in one.
    case location
    case linkedIn = "linkedin_url"
    case portfolio = "portfolio_url"
    case gitHub = "github_url"
    case workAuthorization = "work_authorization"
    case sponsorship
    case salary = "salary_expectation"
    case startDate = "start_date"
    case yearsOfExperience = "years_of_experience"
    case currentCompany = "current_company"
    case currentTitle = "current_title"
    case school, degree
    case fieldOfStudy = "field_of_study"
    case graduationYear = "graduation_year"
    case skills
    case coverLetter = "cover_letter"
    case resume
    case otherDocument = "other_document"
    case gender, ethnicity, veteran, disability
    case consent
    case password
    case oneTimeCode = "one_time_code"
    case search
    /// A question of the form's own: only the caller's answers can settle it.
    case question

    /// Whether an event may never carry the value (R38).
    public var isSensitive: Bool {
        switch self {
        case .password, .oneTimeCode, .salary, .gender, .ethnicity, .veteran, .disability: true
        default: false
        }
    }
}
