/// Answers the fields of a form's work and education sections from the entries of the profile, group by group.
struct History: Sendable {
    private let work: [Engagement]
    private let education: [Engagement]

    init(_ applicant: Applicant) {
        work = Engagement.latestFirst(applicant.profile.workHistory)
        education = Engagement.latestFirst(applicant.profile.education)
    }

    /// What a field of such a section holds; without an answer the profile does not say it.
    struct Place: Sendable, Hashable {
        let section: HistorySection
        let part: HistoryPart
        /// Which group of its section it stands in, from 0.
        let group: Int
    }

    /// Where each field stands in a history; nil for those outside one.
    ///
    /// A group begins where the part comes again that its section begins with: fields within a group may come and go.
    ///
    /// - Parameters:
    ///   - fields: the fields in reading order.
    ///   - asked: what each of them asks for.
    ///   - saved: how many entries the form has taken already and shows no group for.
    /// - Returns: their places.
    static func places(of fields: [Field], asked: [Asked], after saved: [HistorySection: Int] = [:]) -> [Place?] {
        var leaders: [HistorySection: HistoryPart] = [:]
        var groups: [HistorySection: Int] = [:]
        let headings = Headings.all(of: fields)
        return fields.indices.map { index in
            guard let section = headings[index].history,
                let part = HistoryPart(fields[index], asked[index], in: section)
            else { return nil }
            if leaders[section] == nil, !part.canLead { return nil }
            let leader = leaders[section, default: part]
            leaders[section] = leader
            if part == leader { groups[section, default: -1] += 1 }
            return Place(section: section, part: part, group: (groups[section] ?? 0) + saved[section, default: 0])
        }
    }

    /// How many entries the applicant has.
    func count(_ section: HistorySection) -> Int { entries(section).count }

    /// What the profile says for a place.
    ///
    /// - Parameter oldestFirst: whether the form begins with the first entry, not with the last: then no other applicant's
    ///   entry is known by its place.
    func answer(_ place: Place, _ field: Field, oldestFirst: Bool = false) -> Answer? {
        let entries = oldestFirst ? entries(place.section).reversed() : entries(place.section)
        guard entries.indices.contains(place.group) else { return nil }
        let level = entries[place.group].degree.flatMap(DegreeLevel.init)
        let headings = Headings(field)
        if headings.level == .university && level == .school || headings.isPast && entries[place.group].isCurrent {
            return nil
        }
        return value(of: place.part, in: entries[place.group], field).map { value in
            var answer = Answer(value, from: .profile)
            answer.template = oldestFirst ? nil : Template(.entry(place.section, place.group, place.part))
            return answer
        }
    }

    private func entries(_ section: HistorySection) -> [Engagement] { section == .work ? work : education }

    private func value(of part: HistoryPart, in entry: Engagement, _ field: Field) -> Answer.Value? {
        switch part {
        case .organization: entry.organization.map(Answer.Value.text)
        case .title: entry.title.map(Answer.Value.text)
        case .degree: entry.degree.map(Answer.Value.text)
        case .subject: entry.subject.map(Answer.Value.text)
        case .description: entry.description.map(Answer.Value.text)
        case .location: entry.location.map(Answer.Value.text)
        case .isCurrent: field.kind == .checkbox ? .yes(entry.isCurrent) : nil
        case .start(let part): date(entry.start, part).map(Answer.Value.text)
        case .end(let part): entry.isCurrent ? nil : date(entry.end, part).map(Answer.Value.text)
        }
    }

    /// A whole date as it was given, or the part of it that a field holds.
    private func date(_ given: String?, _ part: DatePart?) -> String? {
        guard let given, let part else { return given }
        return part.text(of: given)
    }
}
