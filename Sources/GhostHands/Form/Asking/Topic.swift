/// What a question of a form is about, beyond the facts that a profile names one by one.
enum Topic: String, Sendable, Hashable, CaseIterable {
    case workAuthorization = "permission to work"
    case sponsorship = "visa sponsorship"
    case citizenship = "your citizenship"
    case visa = "a visa that you hold"
    case restriction = "limits of your permission to work"
    case nationality = "your nationality"
    case immigrationStatus = "your immigration status"
    case residence = "whether you live somewhere"
    case home = "where you live"
    case relocation = "moving for the job"
    case office = "working in an office"
    case travel = "travelling for work"
    case pay = "the pay you look for"
    case start = "when you can start"
    case notice = "your period of notice"
    case source = "how you heard of the job"
    case experience = "years of experience"
    case degree = "your degree"
    case skill = "a skill"
    case language = "a language you speak"
    case adult = "your age"
    case nonCompete = "agreements that bind you"
    case formerEmployee = "earlier work for this employer"
    case relatives = "relatives or friends at this employer"
    case referral = "who referred you"
    case conviction = "convictions"
    case backgroundCheck = "a background check"
    case drugTest = "a drug test"
    case clearance = "a security clearance"
    case driversLicense = "a driver's license"
    case carLicense = "a driver's license of class B"
    case texting = "text messages"
    case pronouns = "your pronouns"
    case gender = "your gender"
    case ethnicity = "your ethnicity"
    case hispanic = "Hispanic or Latino origin"
    case veteran = "military service"
    case disability = "disability"
    case transgender = "transgender identity"
    case orientation = "sexual orientation"

    /// The fact of a profile that it comes closest to; nil for a question of the form's own.
    var asked: Asked? {
        switch self {
        case .workAuthorization: .workAuthorization
        case .sponsorship: .sponsorship
        case .residence, .home: .location
        case .pay: .salary
        case .start: .startDate
        case .notice: .noticePeriod
        case .source: .howHeard
        case .experience: .yearsOfExperience
        case .degree: .degree
        case .skill: .skills
        case .pronouns: .pronouns
        case .gender: .gender
        case .ethnicity: .ethnicity
        case .hispanic: .hispanic
        case .veteran: .veteran
        case .disability: .disability
        case .transgender: .transgender
        case .orientation: .sexualOrientation
        default: nil
        }
    }

    /// What of an answer holds also where the question is narrower than the one that was answered.
    enum Inheritance: Sendable {
        /// Nothing.
        case none
        /// A "no": who was never convicted was not convicted of a felony.
        case no
        /// Either: who agrees to a check agrees to it as the form describes it.
        case both
    }

    var inheritance: Inheritance {
        switch self {
        case .conviction, .clearance, .nonCompete, .sponsorship, .texting: .no
        case .backgroundCheck: .both
        default: .none
        }
    }

    /// Whether a place in the question is a matter of its own; elsewhere it is part of the condition.
    var isOfPlace: Bool {
        switch self {
        case .workAuthorization, .sponsorship, .citizenship, .visa, .restriction, .nationality, .residence, .home,
            .relocation, .office:
            true
        default: false
        }
    }

    /// Whether it matters at whose company: then a name in the question is the asker's.
    var takesNames: Bool {
        switch self {
        case .formerEmployee, .relatives, .referral, .sponsorship, .workAuthorization, .source, .nonCompete,
            .backgroundCheck, .texting, .start, .pay:
            true
        default: false
        }
    }
}
