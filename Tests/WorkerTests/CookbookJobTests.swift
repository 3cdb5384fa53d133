import Foundation
import GhostHands
import Postgres
import Store
import TestSupport
import Testing
import Waiting
import Worker

/// The cookbook through worker and database: learned with one job, replayed with others.
@Suite(.sharedBrowser) struct CookbookJobTests {
    private static func greenhouse(
        _ company: String,
        _ fields: [String],
        button: String = "Submit application"
    ) -> String {
        """
        <!doctype html><title>Job application for engineer at \(company)</title><main class="main font-secondary job-post">
        <h1>Engineer at \(company)</h1><form id="application-form" class="application--form" method="post" action="/submit"
        enctype="multipart/form-data">\(fields.joined())<div class="application--submit"><button type="submit">\(button)</button>
        </div></form></main>
        """
    }

    private static func field(_ label: String, _ name: String, _ more: String = "") -> String {
        """
        <div class="field-wrapper"><label for="\(name)">\(label)</label><input id="\(name)" name="\(name)" \(more)></div>
        """
    }

    private static let usual = [
        field("First Name*", "first_name", "aria-required=true"),
        field("Last Name*", "last_name", "aria-required=true"),
        field("Email*", "email", "aria-required=true"), field("Phone", "phone", "type=tel"),
        field("LinkedIn Profile", "question_1001"),
        """
        <div class="field-wrapper"><label for="question_1002">Are you authorized to work in the US?*</label>
        <select id="question_1002" name="question_1002" required><option value="">Select</option><option>Yes</option>
        <option>No</option></select></div>
        """,
    ]

    /// Ten postings of the platform: other companies, wording, order, ids and further questions.
    private static let postings: [String: String] = {
        let why = field("Why do you want to join us?*", "question_77", "required")
        let extra = field("Favourite colour", "question_78")
        func changed(_ pairs: (String, String)...) -> [String] {
            usual.map { field in pairs.reduce(field) { $0.replacingOccurrences(of: $1.0, with: $1.1) } }
        }
        return [
            "/1": greenhouse("Acme", usual), "/2": greenhouse("Globex", usual.reversed()),
            "/3": greenhouse(
                "Initech",
                changed(("question_1001", "question_5551"), ("question_1002", "question_5552"))
            ),
            "/4": greenhouse("Umbrella", usual + [why]), "/5": greenhouse("Hooli", [extra] + usual, button: "Apply"),
            "/6": greenhouse(
                "Stark",
                changed(("First Name", "Given name"), ("Last Name", "Surname"), ("Email", "E-mail address"))
            ),
            "/7": greenhouse("Wayne", changed(("LinkedIn Profile", "LinkedIn URL"), ("Phone", "Mobile phone"))),
            "/8": greenhouse("Wonka", Array(usual[0...2]) + [usual[5]]),
            "/9": greenhouse(
                "Tyrell",
                changed(("authorized to work", "legally authorized to work"), ("class=\"field", "class=\"x"))
            ),
            "/10": greenhouse("Cyberdyne", usual.shuffledOnce + [extra, why], button: "Send application"),
        ]
    }()

    private static func input(_ name: String) -> JSON {
        [
            "profile": [
                "first_name": .string(name), "last_name": "Canarylast", "email": .string("\(name)@canary.example"),
                "phone": "+1-555-0100", "linkedin_url": .string("https://linkedin.com/in/\(name)"),
            ],
            "qa_answers": [
                "Are you authorized to work in the US?": "Yes", "Why do you want to join us?": "Canarywhy I like it",
            ],
        ]
    }

    private static func submit(
        _ shop: Workshop,
        _ url: String,
        _ name: String,
        _ mode: String = "auto"
    ) async throws -> UUID {
        let input = input(name)
        let body: JSON = [
            "valet_task_id": "t", "valet_user_id": .id(UUID()), "target_url": .string(url), "profile": input["profile"],
            "qa_answers": input["qa_answers"], "execution_mode": .string(mode),
        ]
        guard case .valid(let request, _) = JobRequest.read(body, as: .apply),
            case .created(let job, _) = try await shop.store.jobs.create(request)
        else { throw Flaw("the job cannot be created") }
        shop.wake.raise()
        return job.id
    }

    @Test func `is trained on one posting and replayed on ten others of the platform`() async throws {
        try await Workshop.open { shop in
            let board: @Sendable (Site.Request) -> Site.Answer = { request in
                if request.path == "/submit" { return .html(Pages.confirmation) }
                return Self.postings[request.path].map { .html($0) } ?? .html(Self.greenhouse("Training", Self.usual))
            }
            try await Site.open(board) { site in
                try await shop.working {
                    let first = try await Self.submit(shop, site.origin + "/training", "Canaryann")
                    let trained = try await shop.job(first, becomes: .completed)
                    #expect(trained.finalMode == .magnitude)
                    #expect(JobView(trained).manual["status"] == "no_manual_available")
                    let manual = try #require(try await shop.store.manuals.list(limit: 10).rows.first)
                    #expect(manual["platform"] == "greenhouse")
                    for (index, path) in Self.postings.keys.sorted().enumerated() {
                        let name = "Canarybob\(index)"
                        let id = try await Self.submit(shop, site.origin + path, name, "cookbook_only")
                        let job = try await shop.job(id, becomes: .completed)
                        let view = JobView(job)
                        #expect(job.finalMode == .cookbook, "\(path)")
                        #expect(view.manual["status"] == "cookbook_success")
                        #expect(view.manual["id"] == manual["id"])
                        #expect(view.costBreakdown["total_tokens"] == 0)
                        #expect((view.costBreakdown["cookbook_steps"].int ?? 0) >= 6)
                        #expect(job.metadata["progress"]["execution_mode"] == "cookbook")
                        let post = try #require(site.posts(to: "/submit").last)
                        for value in [name, "Canarylast", "\(name)@canary.example", "Yes"] {
                            #expect(post.contains(value), "\(path) lacks \(value)")
                        }
                        let asksWhy = Self.postings[path]?.contains("question_77") ?? false
                        #expect(post.contains("Canarywhy I like it") == asksWhy)
                        let types = try await shop.events(of: id).map(\.type)
                        #expect(types.contains("manual_found"))
                        #expect(!types.contains("mode_switched"))
                    }
                    #expect(site.posts(to: "/submit").count == 11)
                    #expect(try await shop.store.manuals.list(limit: 10).total == 1)
                    try await Self.expectNothingPrivate(shop)
                }
            }
        }
    }

    /// Marked values stand in no manual, no version of one, no log and no metadata.
    private static func expectNothingPrivate(_ shop: Workshop) async throws {
        let rows = try await shop.pool.query(
            """
            select concat_ws(' ', (select string_agg(to_jsonb(m)::text, ' ') from gh_action_manuals m),
                (select string_agg(to_jsonb(v)::text, ' ') from gh_manual_versions v),
                (select string_agg(metadata::text, ' ') from gh_automation_jobs)) as kept
            """
        )
        let kept = try rows.map { try $0.string("kept") }.joined()
        #expect(kept.contains("{{first_name}}"))
        for place in [kept, shop.log.lines.joined(separator: "\n")] {
            #expect(!place.lowercased().contains("canary"), "a marked value stands where it must not")
        }
        // In events only what R38 allows: the values of ordinary fields, in what was filled.
        let events = try await shop.pool.query(
            "select metadata::text as told from gh_job_events where metadata::text ilike '%canary%' and event_type <> 'step_completed'"
        )
        #expect(events.isEmpty)
    }

    @Test func `a page that repeats what was entered puts none of it in the manual`() async throws {
        try await Workshop.open { shop in
            let board: @Sendable (Site.Request) -> Site.Answer = { request in
                switch request.path {
                case "/": .html(Pages.form(Pages.names, to: "/second", button: "Continue"))
                case "/second":
                    .html(
                        Pages.form(
                            "<h2>Hello Canaryjo</h2><label>Canaryjo Canarydoe, where do you live? <input name=city></label>"
                        )
                    )
                default: .html(Pages.confirmation)
                }
            }
            try await Site.open(board) { site in
                try await shop.working {
                    let data: JSON = ["form_data": ["first": "Canaryjo", "last": "Canarydoe", "city": "Canaryville"]]
                    for _ in 0..<2 {
                        let id = try await shop.submit(site.origin + "/", data)
                        try await shop.job(id, becomes: .completed)
                    }
                    try await eventually("it is replayed") {
                        try await shop.store.manuals.list(limit: 1).rows.first?["success_count"] == 1
                    }
                    let rows = try await shop.pool.query("select to_jsonb(m)::text as kept from gh_action_manuals m")
                    #expect(try !rows.map { try $0.string("kept") }.joined().lowercased().contains("canary"))
                }
            }
        }
    }

    @Test func `a job that is to use no manual, or nothing else, is taken at its word`() async throws {
        try await Workshop.open { shop in
            try await Site.open(Pages.board()) { site in
                try await shop.working {
                    let data: JSON = ["form_data": ["first": "Jo", "last": "Doe"]]
                    let only = try await shop.submit(site.origin + "/", data, ["execution_mode": "cookbook_only"])
                    let failed = try await shop.job(only, becomes: .failed)
                    #expect(failed.errorCode == "manual_not_found")
                    #expect(site.posts(to: "/submit").isEmpty)
                    let without = try await shop.submit(site.origin + "/", data, ["execution_mode": "ai_only"])
                    let done = try await shop.job(without, becomes: .completed)
                    #expect(JobView(done).manual["status"] == "ai_only")
                    #expect(done.finalMode == .magnitude)
                    #expect(try await shop.store.manuals.list(limit: 1).total == 0)
                    let selected = try await shop.events(of: without, .modeSelected).first
                    #expect(selected?.metadata["reason"] == "ai_only")
                }
            }
        }
    }
}

extension [String] {
    /// Another order, the same each time.
    fileprivate var shuffledOnce: [String] { [3, 0, 5, 2, 4, 1].map { self[$0] } }
}
