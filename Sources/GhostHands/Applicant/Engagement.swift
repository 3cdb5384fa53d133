/// A school or a piece of work of an applicant's past: one element of `education` or `work_history`.
///
/// Callers name its parts in different ways; what it says is read once, and what was given is kept whole.
public struct Engagement: Sendable, Hashable {
    /// The company or the school.
    public let organization: String?
    /// What somebody was there.
    public let title: String?
    /// The degree.
    public let degree: String?
    /// What was studied.
    public let subject: String?
    /// What was done there.
    public let description: String?
    /// Where it was.
    public let location: String?
    /// When it began.
    public let start: String?
    /// When it ended.
    public let end: String?
    /// The year of the degree.
    public let graduationYear: String?
    /// Whether it still goes on.
    public let isCurrent: Bool
    /// The element as it was given.
    let members: [String: JSON]

    /// Reads an element.
    init(_ members: [String: JSON]) {
        self.members = members
        func text(_ names: String...) -> String? {
            names.lazy.compactMap { members[$0]?.plainText }.first { !$0.allSatisfy(\.isWhitespace) }
        }
        organization = text("company", "institution", "school", "employer")
        title = text("title", "position")
        degree = text("degree")
        subject = text("field", "field_of_study", "major")
        description = text("description", "summary")
        location = text("location", "city")
        start = text("start_date", "start")
        end = text("end_date", "end", "graduation_date", "graduation_year")
        graduationYear = text("graduation_year")
        let said = members["current"]?.bool ?? members["is_current"]?.bool
        isCurrent = said ?? end.map { ["present", "current", "now", "today"].contains($0.lowercased()) } ?? true
    }

    /// The element as it was given.
    var json: JSON { .object(members) }
}

extension Engagement {
    private enum Members {
        static let institution = Member.text("institution", most: 200, required: true)
        static let degree = Member.text("degree", most: 100, required: true)
        static let subject = Member.text("field", most: 100)
        static let graduationYear = Member<Int?>.integer("graduation_year", 1950...2040)
        static let company = Member.text("company", most: 200, required: true)
        static let title = Member.text("title", most: 200, required: true)
        static let start = Member.text("start_date", most: 20)
        static let end = Member.text("end_date", most: 20)
        static let description = Member.text("description", most: 2000)
    }

    static func checkSchool(_ reader: inout RequestReader) {
        _ = reader.read(Members.institution)
        _ = reader.read(Members.degree)
        _ = reader.read(Members.subject)
        _ = reader.read(Members.graduationYear)
    }

    static func checkWork(_ reader: inout RequestReader) {
        _ = reader.read(Members.company)
        _ = reader.read(Members.title)
        _ = reader.read(Members.start)
        _ = reader.read(Members.end)
        _ = reader.read(Members.description)
    }

    /// A list of such elements.
    ///
    /// What the door would refuse is read all the same: it is for the door to refuse it.
    static func list(
        _ name: String,
        most: Int,
        _ check: @escaping @Sendable (inout RequestReader) -> Void
    ) -> Member<[Engagement]> {
        let schema: JSON = ["type": "array", "maxItems": JSON(most), "items": ["type": "object"]]
        return Member(name, schema: schema) { reader in
            for (index, element) in reader.array(name, max: most).enumerated() {
                guard let object = element.object else {
                    reader.violate("\(name).\(index)", "Expected an object", .invalidType)
                    continue
                }
                reader.read(object, at: "\(name).\(index)") { entry in
                    check(&entry)
                    entry.acceptAll()
                }
            }
            return (reader.value(name)?.array ?? []).compactMap { $0.object.map(Engagement.init) }
        }
    }
}
