/// The constraints of the contract's `profile` object (predecessor.md 1.6).
enum ProfileReader {
    static func read(_ reader: inout RequestReader) {
        _ = reader.string("first_name", max: 100, required: true)
        _ = reader.string("last_name", max: 100, required: true)
        _ = reader.email("email", max: 200, required: true)
        _ = reader.string("phone", max: 30)
        _ = reader.url("linkedin_url", max: 500)
        _ = reader.url("portfolio_url", max: 500)
        reader.nested("location") { location in
            for name in ["city", "state", "country"] { _ = location.string(name, max: 100) }
            _ = location.string("zip", max: 20)
            location.acceptAll()
        }
        _ = reader.string("work_authorization", max: 100)
        _ = reader.string("salary_expectation", max: 100)
        _ = reader.optionalInt("years_of_experience", in: 0...70)
        entries("education", max: 10, &reader) { entry in
            _ = entry.string("institution", max: 200, required: true)
            _ = entry.string("degree", max: 100, required: true)
            _ = entry.string("field", max: 100)
            _ = entry.optionalInt("graduation_year", in: 1950...2040)
        }
        entries("work_history", max: 20, &reader) { entry in
            _ = entry.string("company", max: 200, required: true)
            _ = entry.string("title", max: 200, required: true)
            _ = entry.string("start_date", max: 20)
            _ = entry.string("end_date", max: 20)
            _ = entry.string("description", max: 2000)
        }
        _ = reader.strings("skills", max: 100, eachAtMost: 100)
        // Further facts of the applicant are welcome: the answerer looks members up by the question asked.
        reader.acceptAll()
    }

    private static func entries(
        _ name: String,
        max: Int,
        _ reader: inout RequestReader,
        _ body: (inout RequestReader) -> Void
    ) {
        for (index, element) in reader.array(name, max: max).enumerated() {
            guard let object = element.object else {
                reader.violate("\(name).\(index)", "Expected an object", .invalidType)
                continue
            }
            reader.read(object, at: "\(name).\(index)") { entry in
                body(&entry)
                entry.acceptAll()
            }
        }
    }
}
