extension AskedRule {
    /// What is known of the applicant, by its names.
    static let all: [AskedRule] = contact + names + places + work + education + equality

    private static let contact = [
        AskedRule(.oneTimeCode, ["verification code", "one time code", "security code"]),
        AskedRule(
            .email,
            ["email", "e mail", "mail", "user email", "correo electronico", "courriel", "email adresse"],
            beside: ["address", "contact", "preferred", "best", "id", "adresse", "e mail adresse"]
        ),
        AskedRule(
            .phone,
            [
                "phone", "telephone", "mobile", "cell", "cellphone", "tel", "telefon", "telefono", "handy",
                "phone number", "contact number", "mobile number", "cell phone", "user phone", "telefonnummer",
            ],
            beside: [
                "number", "no", "nr", "home", "contact", "preferred", "best", "with country code", "with area code",
                "including country code", "include country code", "incl country code", "including area code",
                "10 digits", "10 digit",
            ]
        ),
        AskedRule(
            .phoneCountryCode,
            [
                "country code", "phone country code", "country phone code", "dial code", "dialing code", "calling code",
                "phone code", "landervorwahl", "indicatif", "codigo de pais",
            ],
            beside: ["phone", "telephone", "mobile", "number", "international"]
        ),
        AskedRule(
            .linkedIn,
            ["linkedin", "linked in"],
            beside: [
                "profile", "url", "link", "page", "address", "website", "public", "account", "share", "paste", "to",
                "include", "of",
            ]
        ),
        AskedRule(
            .gitHub,
            ["github", "git hub"],
            beside: ["profile", "url", "link", "page", "address", "account", "share", "paste", "to", "include", "of"]
        ),
        AskedRule(
            .portfolio,
            ["portfolio", "website", "web site", "homepage", "home page", "personal site", "blog"],
            beside: ["url", "link", "address", "online", "share", "paste", "to", "include", "of"]
        ),
        AskedRule(
            .coverLetter,
            ["cover letter", "covering letter", "motivation letter", "letter of motivation"],
            beside: ["text", "attach", "upload", "paste", "write", "message"]
        ),
    ]

    private static let names = [
        AskedRule(
            .preferredName,
            ["preferred name", "preferred first name", "nickname", "known as", "name you go by", "nick name"]
        ),
        AskedRule(
            .firstName,
            [
                "first name", "given name", "given names", "first names", "forename", "fname", "firstname", "givenname",
                "vorname", "prenom", "nombre",
            ],
            beside: ["legal", "user", "full"]
        ),
        AskedRule(
            .middleName,
            ["middle name", "middle names", "middle initial", "middlename", "mname"],
            beside: ["legal"]
        ),
        AskedRule(
            .lastName,
            [
                "last name", "last names", "surname", "family name", "lname", "lastname", "familyname", "nachname",
                "familienname", "nom de famille", "apellido", "apellidos", "cognome",
            ],
            beside: ["legal", "user", "full"]
        ),
        AskedRule(
            .fullName,
            [
                "full name", "name", "fullname", "complete name", "first and last name", "first last",
                "first name last name",
                "first name and last name", "name and surname", "name surname", "signature", "e signature",
                "electronic signature", "digital signature", "type your full name", "typed name",
            ],
            beside: ["legal", "full", "in full"]
        ),
    ]

    private static let places = [
        AskedRule(
            .postalCode,
            [
                "zip", "zip code", "zipcode", "postal code", "postcode", "post code", "plz", "postleitzahl",
                "code postal",
            ],
            beside: ["home", "current", "number", "of residence"]
        ),
        AskedRule(
            .streetAddress,
            [
                "street", "street address", "address line 1", "address 1", "address1", "address", "strasse",
                "street name", "street 1", "house number",
            ],
            beside: ["home", "current", "mailing", "residential", "postal", "number", "of residence"]
        ),
        AskedRule(.city, ["city", "town", "stadt", "ville", "ciudad", "citta"], beside: residence + ["name"]),
        // A region or county alone may be another than the state.
        AskedRule(
            .state,
            ["state", "province", "bundesland"],
            beside: residence + ["region", "county", "territory", "name"]
        ),
        AskedRule(.country, ["country", "pays", "pais"], beside: residence + ["region", "territory", "name"]),
        AskedRule(
            .location,
            [
                "location", "location city", "city and state", "city state", "city state country", "city and country",
                "city country", "where are you based", "where are you located", "where do you live",
                "where are you currently based", "where are you currently located", "where do you currently live",
            ],
            beside: residence
        ),
    ]

    private static let residence = [
        "current", "home", "select", "of residence", "residence", "currently", "in", "which", "in which", "do you live",
        "do you live in", "do you reside", "do you reside in", "you live in", "you reside in", "where you live",
        "are you based", "are you located", "you are based in", "you are located in",
    ]

    private static let work = [
        AskedRule(
            .yearsOfExperience,
            ["years of experience", "years experience", "experience years", "years of work experience"],
            beside: ["total", "number of", "how many", "do you have", "overall", "professional", "work", "in years"]
        ),
        AskedRule(
            .salary,
            expected.flatMap { word in ["salary", "compensation", "pay", "remuneration"].map { "\(word) \($0)" } }
                + ["salary", "compensation", "pay", "remuneration"].flatMap { pay in
                    ["expectation", "expectations", "requirement", "requirements", "desired", "expected"]
                        .map { "\(pay) \($0)" }
                } + ["gehaltsvorstellung", "gehaltswunsch"],
            beside: [
                "annual", "yearly", "base", "gross", "total", "range", "per year", "per annum", "usd", "eur", "gbp",
                "in usd", "in eur", "in gbp", "for this role", "for this position", "for your next role", "state",
                "minimum", "min", "maximum", "max", "from",
            ],
            keys: ["salary", "compensation"]
        ),
        AskedRule(
            .startDate,
            [
                "start date", "startdate", "available from", "earliest start", "availability date", "date available",
                "date of availability", "when can you start", "when could you start", "when are you available to start",
                "when are you able to start",
            ],
            beside: [
                "earliest", "possible", "available", "desired", "preferred", "with us", "working", "for work",
            ]
        ),
        AskedRule(
            .today,
            ["todays date", "today date", "date of signature", "signature date", "date signed", "current date"]
        ),
        AskedRule(
            .currentCompany,
            ["current company", "current employer", "present employer", "current organization"],
            beside: ["name", "name of", "company", "employer"]
        ),
        AskedRule(
            .currentTitle,
            ["current title", "current job title", "current role", "current position", "job title", "jobtitle"],
            beside: ["position", "role", "title", "current"]
        ),
        AskedRule(
            .skills,
            ["skills", "key skills", "technologies"],
            beside: ["technical", "top", "main", "list", "professional"]
        ),
        AskedRule(
            .workAuthorization,
            ["work authorization", "work authorisation", "work eligibility", "right to work"],
            beside: ["status", "current"]
        ),
        AskedRule(
            .sponsorship,
            [],
            keys: [
                "sponsorship", "visa sponsorship", "requires sponsorship", "require sponsorship", "needs sponsorship",
            ]
        ),
    ]

    private static let expected = ["expected", "desired", "target", "preferred", "minimum", "maximum", "min", "max"]

    private static let education = [
        AskedRule(
            .graduationYear,
            ["graduation year", "year of graduation", "graduation date", "date of graduation"]
        ),
        AskedRule(
            .fieldOfStudy,
            ["field of study", "major", "area of study", "discipline", "course of study", "field of degree"]
        ),
        AskedRule(
            .degree,
            [
                "degree", "highest degree", "highest education", "highest education level", "education level",
                "level of education", "highest level of education", "qualification level", "highest qualification",
            ],
            beside: ["type", "name", "obtained", "earned", "attained", "completed", "achieved", "received"]
        ),
        AskedRule(
            .school,
            ["school", "university", "college", "institution", "educational institution", "school name"],
            beside: ["name", "name of", "attended", "most recent", "you attended"]
        ),
    ]

    private static let equality = [
        AskedRule(.gender, ["gender", "sex", "gender identity", "geschlecht"], beside: identity),
        AskedRule(
            .ethnicity,
            [
                "ethnicity", "race", "ethnic group", "ethnic background", "ethnic origin", "racial", "ethnic",
                "racial or ethnic background", "race ethnicity",
            ],
            beside: identity + ["background", "group", "origin"]
        ),
        AskedRule(
            .veteran,
            ["veteran", "veteran status", "protected veteran", "protected veteran status"],
            beside: identity + ["military", "us", "u s"]
        ),
        AskedRule(
            .disability,
            ["disability", "disability status", "disabled", "disabilities"],
            beside: identity + ["any", "living with", "have", "consider yourself", "consider yourself to have"]
        ),
    ]

    /// How a form asks what somebody is, without a word about anybody else.
    private static let identity = [
        "select", "choose", "state", "status", "which", "best describes", "describes", "describe", "how would you",
        "how do you", "do you", "you", "do you have", "are you", "identify", "identify as", "identify with", "as", "be",
        "to", "person", "with", "voluntary", "self", "identification", "self identification", "of", "self identify",
        "consider yourself", "one", "select one", "u s", "mark all that apply", "select all that apply",
        "check all that apply",
    ]
}
