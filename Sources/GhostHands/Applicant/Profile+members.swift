extension Profile {
    /// The members that the contract names, each said once.
    private enum Members {
        static let firstName = Member.text("first_name", most: 100, required: true)
        static let lastName = Member.text("last_name", most: 100, required: true)
        static let email = Member.email("email", most: 200, required: true)
        static let phone = Member.text("phone", most: 30)
        static let linkedIn = Member.url("linkedin_url", most: 500)
        static let portfolio = Member.url("portfolio_url", most: 500)
        static let place = Member<Place?>("location", schema: Place.shape.schema, reading: Place.read)
        static let workAuthorization = Member.text("work_authorization", most: 100)
        static let salary = Member.text("salary_expectation", most: 100)
        static let yearsOfExperience = Member<Int?>.integer("years_of_experience", 0...70)
        static let education = Engagement.list("education", most: 10, Engagement.checkSchool)
        static let workHistory = Engagement.list("work_history", most: 20, Engagement.checkWork)
        static let skills = Member.texts("skills", most: 100, eachAtMost: 100)
    }

    /// The members that the contract names.
    public static let shape = RequestShape([
        Members.firstName.outline, Members.lastName.outline, Members.email.outline, Members.phone.outline,
        Members.linkedIn.outline, Members.portfolio.outline, Members.place.outline, Members.workAuthorization.outline,
        Members.salary.outline, Members.yearsOfExperience.outline, Members.education.outline,
        Members.workHistory.outline, Members.skills.outline,
    ])

    /// Reads the members of a profile, and notes what is wrong with them.
    ///
    /// Further facts of the applicant are welcome: they are looked up by the question asked.
    init(_ reader: inout RequestReader) {
        firstName = reader.read(Members.firstName)
        lastName = reader.read(Members.lastName)
        email = reader.read(Members.email)
        phone = reader.read(Members.phone)
        linkedIn = reader.read(Members.linkedIn)?.text
        portfolio = reader.read(Members.portfolio)?.text
        place = reader.read(Members.place)
        workAuthorization = reader.read(Members.workAuthorization)
        salary = reader.read(Members.salary)
        yearsOfExperience = reader.read(Members.yearsOfExperience)
        education = reader.read(Members.education)
        workHistory = reader.read(Members.workHistory)
        skills = reader.read(Members.skills)
        further = reader.rest(beside: own)
    }

    /// The profile as it was given.
    public var json: JSON { .object(own.merging(further) { $1 }) }

    private var own: [String: JSON] {
        var members: [String: JSON] = [:]
        members[Members.firstName.name] = firstName.map(JSON.string)
        members[Members.lastName.name] = lastName.map(JSON.string)
        members[Members.email.name] = email.map(JSON.string)
        members[Members.phone.name] = phone.map(JSON.string)
        members[Members.linkedIn.name] = linkedIn.map(JSON.string)
        members[Members.portfolio.name] = portfolio.map(JSON.string)
        members[Members.place.name] = place?.json
        members[Members.workAuthorization.name] = workAuthorization.map(JSON.string)
        members[Members.salary.name] = salary.map(JSON.string)
        members[Members.yearsOfExperience.name] = yearsOfExperience.map { JSON($0) }
        if !education.isEmpty { members[Members.education.name] = .array(education.map(\.json)) }
        if !workHistory.isEmpty { members[Members.workHistory.name] = .array(workHistory.map(\.json)) }
        if !skills.isEmpty { members[Members.skills.name] = JSON(skills) }
        return members
    }
}

extension Profile.Place {
    private enum Members {
        static let city = Member.text("city", most: 100)
        static let state = Member.text("state", most: 100)
        static let country = Member.text("country", most: 100)
        static let zip = Member.text("zip", most: 20)
    }

    static let shape = RequestShape([
        Members.city.outline, Members.state.outline, Members.country.outline, Members.zip.outline,
    ])

    fileprivate static func read(_ reader: inout RequestReader) -> Profile.Place? {
        var place: Profile.Place?
        reader.nested("location") { inner in
            var read = Profile.Place()
            read.city = inner.read(Members.city)
            read.state = inner.read(Members.state)
            read.country = inner.read(Members.country)
            read.zip = inner.read(Members.zip)
            read.further = inner.rest(beside: read.own)
            place = read
        }
        return place
    }

    fileprivate var json: JSON { .object(own.merging(further) { $1 }) }

    private var own: [String: JSON] {
        let texts = [(Members.city, city), (Members.state, state), (Members.country, country), (Members.zip, zip)]
        return texts.reduce(into: [:]) { members, text in members[text.0.name] = text.1.map(JSON.string) }
    }
}
