/// Answers the fields of a form's work and education sections from the entries of the profile, group by group.
struct History: Sendable {
    private let work: [JSON]
    private let education: [JSON]

    init(_ applicant: Applicant) {
        work = applicant.profile["work_history"].array ?? []
        education = applicant.profile["education"].array ?? []
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
        return fields.indices.map { index in
            guard let section = HistorySection(heading: fields[index].section ?? ""),
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
    func answer(_ place: Place, _ field: Field) -> Answer? {
        let entries = entries(place.section)
        guard entries.indices.contains(place.group) else { return nil }
        return value(of: place.part, in: entries[place.group], field).map { value in
            var answer = Answer(value, from: .profile)
            answer.template = Template(.entry(place.section, place.group, place.part))
            return answer
        }
    }

    private func entries(_ section: HistorySection) -> [JSON] { section == .work ? work : education }

    private func value(of part: HistoryPart, in entry: JSON, _ field: Field) -> JSON? {
        switch part {
        case .organization: text(entry, ["company", "institution", "school", "employer"])
        case .title: text(entry, ["title", "position"])
        case .degree: text(entry, ["degree"])
        case .subject: text(entry, ["field", "field_of_study", "major"])
        case .description: text(entry, ["description", "summary"])
        case .location: text(entry, ["location", "city"])
        case .isCurrent: field.kind == .checkbox ? .bool(isCurrent(entry)) : nil
        case .start(let part): date(text(entry, ["start_date", "start"]), part)
        case .end(let part): isCurrent(entry) ? nil : date(text(entry, Self.ends), part)
        }
    }

    private static let ends = ["end_date", "end", "graduation_date", "graduation_year"]

    private func text(_ entry: JSON, _ names: [String]) -> JSON? {
        names.lazy.compactMap { entry[$0].plainText }.first { !$0.allSatisfy(\.isWhitespace) }.map(JSON.string)
    }

    private func isCurrent(_ entry: JSON) -> Bool {
        if let said = entry["current"].bool ?? entry["is_current"].bool { return said }
        guard let end = text(entry, Self.ends)?.string else { return true }
        return ["present", "current", "now", "today"].contains(end.lowercased())
    }

    /// A whole date as it was given, or the part of it that a field holds.
    private func date(_ given: JSON?, _ part: DatePart?) -> JSON? {
        guard let given = given?.string, let part else { return given }
        let year = given.count == 4 ? Int(given) : nil
        switch part {
        case .year: return (year ?? CalendarDate(given)?.year).map { .string(String($0)) }
        case .month: return CalendarDate(given).map { .string($0.month < 10 ? "0\($0.month)" : String($0.month)) }
        case .day: return CalendarDate(given)?.day.map { .string(String($0)) }
        }
    }
}
