import Foundation
import Testing

@testable import GhostHands

/// An applicant's profile as a value.
struct ProfileTests {
    private static let contract: JSON = [
        "first_name": "Alice", "last_name": "Smith", "email": "alice@example.com", "phone": "+1-555-0100",
        "linkedin_url": "https://linkedin.com/in/alice", "portfolio_url": "https://alice.dev",
        "location": ["city": "San Francisco", "state": "CA", "country": "US", "zip": "94102", "street": "1 Main St"],
        "work_authorization": "US Citizen", "salary_expectation": "$150,000", "years_of_experience": 8,
        "education": [["institution": "MIT", "degree": "BS", "field": "Computing", "graduation_year": 2018]],
        "work_history": [["company": "Acme", "title": "Engineer", "team": "Search"]],
        "skills": ["Swift", "SQL"], "pronouns": "she/her", "nothing": .null,
    ]

    @Test func `the contract's members are read by member, and the rest is kept`() {
        let profile = Profile(Self.contract)
        #expect(profile.email == "alice@example.com")
        #expect(profile.place?.zip == "94102")
        #expect(profile.place?.further == ["street": "1 Main St"])
        #expect(profile.yearsOfExperience == 8)
        #expect(profile.workHistory.first?.organization == "Acme")
        #expect(profile.workHistory.first?.isCurrent == true)
        #expect(profile.skills == ["Swift", "SQL"])
        #expect(profile.further == ["pronouns": "she/her", "nothing": .null])
    }

    @Test(
        arguments: [
            contract, [:], ["first_name": 5, "email": .null, "years_of_experience": "8+", "location": "Berlin"],
            ["skills": "Swift, SQL", "education": ["MIT", ["degree": "BS"]], "work_history": "none"],
            [
                "years_of_experience": 8.0, "skills": ["Swift", 5], "location": ["zip": 94102],
                "linkedin_url": "nonsense",
            ],
            ["education": [], "skills": [], "location": [:]],
        ] as [JSON]
    )
    func `a profile is written as it was given, whatever it holds`(_ given: JSON) {
        #expect(Profile(given).json == given)
        #expect(Profile(Profile(given).json) == Profile(given))
    }

    @Test func `what is of another kind than its member answers all the same`() {
        let profile = Profile([
            "first_name": 5, "years_of_experience": "8+", "location": "Berlin, Germany", "skills": "Swift, SQL",
            "city": "Berlin",
        ])
        #expect(profile.fact(.firstName) == "5")
        #expect(profile.fact(.yearsOfExperience) == "8+")
        #expect(profile.fact(.location) == "Berlin, Germany")
        #expect(profile.fact(.skills) == "Swift, SQL")
        #expect(profile.fact(.city) == "Berlin")
    }

    @Test func `more entries than the door takes are read of a row that holds them`() {
        let many = JSON.array((0..<30).map { ["company": .string("Firm \($0)"), "title": "T", "end_date": "2019"] })
        #expect(Profile(["work_history": many]).workHistory.count == 30)
    }

    @Test func `the door says what is wrong by the same table`() {
        var reader = RequestReader(["email": "nobody", "years_of_experience": 71, "frst_name": "A"])
        _ = Profile(&reader)
        #expect(Set(reader.violations.map(\.field)) == ["first_name", "last_name", "email", "years_of_experience"])
    }
}
