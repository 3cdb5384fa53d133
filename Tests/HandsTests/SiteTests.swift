import Foundation
import GhostHands
import TestSupport
import Testing

@testable import Hands

extension HandsTests {
    /// The hiring platforms, each by a page of ours that is built the way its pages are.
    @Suite struct Sites {
        private static let profile: JSON = [
            "first_name": "Alice", "last_name": "Smith", "email": "alice@example.com", "phone": "+1-555-123-4567",
            "linkedin_url": "https://linkedin.com/in/alice", "start_date": "2027-03-01", "sponsorship": "No",
            "location": ["city": "Austin", "country": "United States", "zip": "78701", "street": "1 Main St"],
        ]

        /// How each confirms an application, and what it is sent beside the name and the e-mail.
        static let all: [(name: String, thanks: String, sent: [String])] = [
            ("greenhouse", "Thank you for applying.", ["https://linkedin.com/in/alice", "+1-555-123-4567"]),
            ("lever", "Application submitted!", ["https://linkedin.com/in/alice"]),
            ("workday", "Application Submitted", ["United States of America"]),
            ("icims", "You have successfully completed your profile.", []),
            ("taleo", "Process completed", ["78701", "2"]),
            ("smartrecruiters", "Your application is on its way!", ["+1-555-123-4567"]),
            ("linkedin", "Your application was sent to Acme!", ["United States (+1)", "5551234567"]),
            ("ashby", "Your application was successfully submitted.", ["cv.pdf", "No"]),
            ("workable", "Your application was submitted successfully.", []),
            ("successfactors", "Your application has been submitted.", ["200"]),
            ("teamtailor", "Thanks for applying!", ["1"]), ("breezy", "Application received", ["+1-555-123-4567"]),
            ("jobvite", "Your application was sent.", ["United States"]),
            ("bamboohr", "Thank you for applying", ["03/01/2027", "Austin", "78701"]),
        ]

        @Test(arguments: all.indices) func `a platform's form is known, filled and proven`(_ index: Int) async throws {
            let site = Self.all[index]
            let file = FileManager.default.temporaryDirectory.appending(path: "gh-\(UUID().uuidString)/cv.pdf")
            try FileManager.default.createDirectory(
                at: file.deletingLastPathComponent(),
                withIntermediateDirectories: true
            )
            try Data("%PDF-1.4".utf8).write(to: file)
            let applicant = Applicant(profile: Profile(Self.profile), files: [Applicant.resumeFile: file.path])
            let thanks = "<title>\(site.name)</title><main><p>\(site.thanks)</p></main>"
            let trial = try await Trial.run(try fixture("sites/\(site.name)"), applicant) { _ in .html(thanks) }
            #expect(trial.report.platform == site.name)
            #expect(trial.end == .done)
            #expect(trial.report.evidence != nil)
            #expect(trial.posts.count == 1)
            let sent = trial.posts.first?.body ?? ""
            let body = (sent.removingPercentEncoding ?? sent).replacing("+", by: " ")
            for value in ["Alice", "Smith", "alice@example.com"] + site.sent {
                #expect(body.contains(value.replacing("+", by: " ")), "\(value)")
            }
            let refused = trial.report.fields.filter { $0.outcome == .refused || $0.isMissing }
            #expect(refused.isEmpty, "\(refused.map(\.field.label))")
            let uploads = trial.report.fields.filter { $0.asked == .resume }
            #expect(uploads.allSatisfy { $0.outcome == .filled })
            try FileManager.default.removeItem(at: file.deletingLastPathComponent())
        }

        @Test func `every platform has its page here, and no two have a domain in common`() {
            #expect(Set(Self.all.map(\.name)) == Set(HiringSite.known.map(\.name)))
            let hosts = HiringSite.known.flatMap(\.hosts)
            #expect(hosts.count == Set(hosts).count)
        }

        @Test(arguments: [
            ("https://boards.greenhouse.io/acme/jobs/1", "greenhouse"), ("https://jobs.lever.co/acme/1/apply", "lever"),
            ("https://acme.wd5.myworkdayjobs.com/en-US/careers/job/1", "workday"),
            ("https://acme.taleo.net/careersection/1", "taleo"), ("https://notgreenhouse.io/jobs", nil),
            ("https://greenhouse.io.example/jobs", nil), ("about:blank", nil),
        ])
        func `an address tells the platform by its domain`(_ url: String, _ name: String?) {
            #expect(HiringSite.of(PageAddress(url))?.name == name)
        }

        @Test func `a form in a frame and the step of a wizard are told in the events`() async throws {
            let trial = try await Trial.run(
                try fixture("sites/workday"),
                Applicant(profile: Profile(Self.profile)),
                submits: false
            )
            let read = try #require(trial.watcher.events.first { $0.type == .pageRead })
            #expect(read.metadata["platform"] == "workday")
            #expect(read.metadata["step"] == "My Information")
            #expect(read.metadata["step_number"] == 1)
            #expect(read.metadata["step_count"] == 6)
        }

        @Test func `an account that a platform wants first is a blocker, however much it asks`() async throws {
            let page = """
                <title>New account</title><form name=ftlform method=post action="/submit"><h2>New user registration</h2>
                <label>User Name <input name=user></label> <label>Password <input type=password name=a></label>
                <label>Re-enter Password <input type=password name=b></label> <label>Email Address <input name=c></label>
                <label>First name <input name=d></label><button>Register</button></form>
                """
            let trial = try await Trial.run(page, Applicant(profile: Profile(Self.profile)))
            guard case .blocked(let blocker) = trial.end else {
                Issue.record("ended \(trial.end)")
                return
            }
            #expect(blocker.kind == .login)
            #expect(trial.posts.isEmpty)
        }

        @Test func `a platform's own words prove nothing where they only say what will be`() async throws {
            let said = "<p>Once the process completed, you will hear from us.</p><form action=/x><input name=y></form>"
            let taleo = try await Trial.run(try fixture("sites/taleo"), Applicant(profile: Profile(Self.profile))) {
                _ in
                .html(said)
            }
            #expect(taleo.end == .unconfirmed)
            #expect(taleo.report.evidence == nil)
        }
    }
}
