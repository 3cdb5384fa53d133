import Foundation
import GhostHands

/// The bodies of `POST /valet/apply` and `POST /valet/task`, as callers were promised them.
enum Requests {
    static let user = "00000000-0000-0000-0000-000000000001"

    /// The contract's own example of an application, word for word.
    static func apply() throws -> JSON { try JSON(parsing: Data(example.utf8)) }

    /// The example with some of its members changed; null removes one.
    static func apply(_ changes: [String: JSON]) throws -> JSON {
        var members = try apply().object ?? [:]
        for (name, value) in changes { members[name] = value.isNull ? nil : value }
        return .object(members)
    }

    static let task: JSON = [
        "valet_task_id": "valet-789", "valet_user_id": .string(user), "job_type": "scrape",
        "target_url": "https://example.com/jobs", "task_description": "Scrape all job listings from this page",
        "input_data": [:], "callback_url": "https://valet.example.com/webhook/gh", "quality": "speed", "priority": 3,
        "timeout_seconds": 120,
    ]

    private static let example = """
        {
          "valet_task_id": "valet-456",
          "valet_user_id": "00000000-0000-0000-0000-000000000001",
          "target_url": "https://boards.greenhouse.io/acme/jobs/123",
          "platform": "greenhouse",
          "callback_url": "https://valet.example.com/webhook/gh",
          "profile": {
            "first_name": "Alice",
            "last_name": "Smith",
            "email": "alice@example.com",
            "phone": "+1-555-0100",
            "linkedin_url": "https://linkedin.com/in/alicesmith",
            "portfolio_url": "https://alicesmith.dev",
            "location": { "city": "San Francisco", "state": "CA", "country": "US", "zip": "94102" },
            "work_authorization": "US Citizen",
            "salary_expectation": "$150,000-$180,000",
            "years_of_experience": 8,
            "education": [
              { "institution": "MIT", "degree": "BS", "field": "Computer Science", "graduation_year": 2018 }
            ],
            "work_history": [
              {
                "company": "Google",
                "title": "Senior Engineer",
                "start_date": "2020-01",
                "end_date": "2025-12",
                "description": "Led frontend team for Search"
              }
            ],
            "skills": ["TypeScript", "React", "Node.js"]
          },
          "resume": { "storage_path": "resumes/alice-smith-2026.pdf" },
          "qa_answers": {
            "Are you authorized to work in the US?": "Yes",
            "How many years of React experience?": "6"
          },
          "quality": "balanced",
          "priority": 5,
          "timeout_seconds": 300,
          "idempotency_key": "valet-456-apply-v1",
          "metadata": {}
        }
        """
}
