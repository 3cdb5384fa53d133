import Foundation
import GhostHands
import Outbound
import Store
import TestSupport
import Testing
import Waiting
import Worker

/// The manuals that ship with the product, each on our own page of its platform.
@Suite(.sharedBrowser) struct StarterTests {
    private static let thanks = "<main><p>Thank you for applying. Your application has been submitted.</p></main>"

    private static let platforms = [
        "ashby", "bamboohr", "breezy", "greenhouse", "icims", "jobvite", "lever", "smartrecruiters", "successfactors",
        "taleo", "teamtailor", "workable", "workday",
    ]

    @Test func `starters are added once, and each replays the first application to its platform`() async throws {
        try await Workshop.open { shop in
            #expect(try await shop.store.manuals.addStarters() == Self.platforms.count)
            #expect(try await shop.store.manuals.addStarters() == 0)
            try await shop.blobs.put("resumes/cv.pdf", data: Data("%PDF-1.4".utf8), contentType: "application/pdf")
            let pages = try Dictionary(uniqueKeysWithValues: Self.platforms.map { ("/" + $0, try Self.page($0)) })
            try await Site.open { request in
                let isForm = request.method == "GET" && pages[request.path] != nil
                return .html(isForm ? pages[request.path] ?? "" : Self.thanks)
            } _: { site in
                try await shop.working {
                    for platform in Self.platforms {
                        let id = try await Self.submit(shop, "\(site.origin)/\(platform)")
                        let job = try await shop.ended(id)
                        #expect(job.status == .completed, "\(platform): \(job.errorDetails.text)")
                        #expect(job.finalMode == .cookbook, "\(platform)")
                        #expect(
                            site.requests.last { $0.method == "POST" }?.body.contains("Alice") == true,
                            "\(platform)"
                        )
                    }
                }
            }
        }
    }

    private static func page(_ platform: String) throws -> String {
        var folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        folder.append(path: "Fixtures/sites/\(platform).html")
        return try String(contentsOf: folder, encoding: .utf8)
    }

    private static func submit(_ shop: Workshop, _ url: String) async throws -> UUID {
        let profile: JSON = [
            "first_name": "Alice", "last_name": "Smith", "email": "alice@example.com", "phone": "+1-555-123-4567",
            "linkedin_url": "https://linkedin.com/in/alice", "start_date": "2027-03-01", "sponsorship": "No",
            "location": ["city": "Austin", "country": "United States", "zip": "78701", "street": "1 Main St"],
        ]
        let body: JSON = [
            "valet_task_id": "t", "valet_user_id": .id(UUID()), "target_url": .string(url), "profile": profile,
            "resume": ["storage_path": "resumes/cv.pdf"], "execution_mode": "cookbook_only",
        ]
        guard case .valid(let request, _) = JobRequest.read(body, as: .apply),
            case .created(let job, _) = try await shop.store.jobs.create(request)
        else { throw Flaw("the job cannot be created") }
        shop.wake.raise()
        return job.id
    }
}
