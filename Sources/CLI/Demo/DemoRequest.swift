import Foundation
import GhostHands

/// The contract's own example of `POST /valet/apply`, aimed at the bundled job board.
enum DemoRequest {
    /// Whom the demonstration applies for.
    enum Person { case alice, ben, clara }

    static func body(for person: Person, target: String, callback: String, key: String) -> JSON {
        switch person {
        case .alice: body(target, callback, key, profile, "1", years: "6")
        case .ben: body(target, callback, key, someoneElse("Ben", "Okafor", "+1-555-0142"), "2", years: "3")
        case .clara: body(target, callback, key, someoneElse("Clara", "Lind", "+1-555-0177"), "3", years: "9")
        }
    }

    private static func someoneElse(_ first: String, _ last: String, _ phone: String) -> JSON {
        var other = profile.object ?? [:]
        other["first_name"] = .string(first)
        other["last_name"] = .string(last)
        other["email"] = .string("\(first.lowercased())@example.com")
        other["phone"] = .string(phone)
        other["linkedin_url"] = .string("https://linkedin.com/in/\(first.lowercased())\(last.lowercased())")
        return .object(other)
    }

    private static func body(
        _ target: String,
        _ callback: String,
        _ key: String,
        _ profile: JSON,
        _ user: String,
        years: String
    ) -> JSON {
        [
            "valet_task_id": "valet-456",
            "valet_user_id": .string("00000000-0000-0000-0000-00000000000\(user)"),
            "target_url": .string(target),
            "platform": "greenhouse",
            "callback_url": .string(callback),
            "profile": profile,
            "resume": ["storage_path": .string(resumePath)],
            "qa_answers": [
                "Are you authorized to work in the US?": "Yes",
                "How many years of React experience?": .string(years),
            ],
            "quality": "balanced",
            "priority": 5,
            "timeout_seconds": 300,
            "idempotency_key": .string(key),
            "metadata": [:],
        ]
    }

    /// Where the example's resume lies.
    static let resumePath = "resumes/alice-smith-2026.pdf"

    private static let profile: JSON = [
        "first_name": "Alice",
        "last_name": "Smith",
        "email": "alice@example.com",
        "phone": "+1-555-0100",
        "linkedin_url": "https://linkedin.com/in/alicesmith",
        "portfolio_url": "https://alicesmith.dev",
        "location": ["city": "San Francisco", "state": "CA", "country": "US", "zip": "94102"],
        "work_authorization": "US Citizen",
        "salary_expectation": "$150,000-$180,000",
        "years_of_experience": 8,
        "education": [
            ["institution": "MIT", "degree": "BS", "field": "Computer Science", "graduation_year": 2018]
        ],
        "work_history": [
            [
                "company": "Google", "title": "Senior Engineer", "start_date": "2020-01", "end_date": "2025-12",
                "description": "Led frontend team for Search",
            ]
        ],
        "skills": ["TypeScript", "React", "Node.js"],
    ]
}
