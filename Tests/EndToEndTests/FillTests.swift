import Foundation
import GhostHands
import TestSupport
import Testing

@Suite(.serialized) struct FillTests {
    private static let profile = """
        {"first_name": "Alice", "last_name": "Smith", "email": "alice@example.com", "phone": "+1-555-0100",
         "location": {"city": "San Francisco", "state": "CA", "country": "US", "zip": "94102"}}
        """

    /// Runs `fill` with a report, which is read when there is one.
    private func fill(
        _ url: String,
        _ options: [String] = [],
        in home: Home
    ) async throws -> (ending: Program.Ending, report: JSON) {
        let path = try home.write("profile.json", Self.profile)
        let report = home.file("report.json").path
        let arguments = ["fill", url, "--profile", path, "--report", report] + options
        let ending = try await Program.run(arguments, in: home)
        let json = try FileManager.default.contents(atPath: report).map { try JSON(parsing: $0) }
        try await eventually("the browser is gone", within: .seconds(10)) { home.browsers.isEmpty }
        return (ending, json ?? .null)
    }

    @Test func `reports every field with all its members`() async throws {
        try await Home.open { home in
            try await Site.board(Pages.form(Pages.fields)) { site in
                let fields = try #require(try await fill(site.origin + "/", in: home).report["fields"].array)
                let members: Set = [
                    "page", "frame", "label", "name", "id", "kind", "required", "options", "asked", "wanted", "value",
                    "outcome", "reason", "source", "driver", "ms",
                ]
                for field in fields { #expect(Set(field.object?.keys ?? [:].keys) == members) }
                #expect(fields.map { $0["outcome"] } == ["filled", "filled", "filled", "unanswered"])
                #expect(fields.prefix(3).map { $0["value"] } == ["Alice", "alice@example.com", "United States"])
                #expect(fields.map { $0["kind"] } == ["text", "email", "select", "textarea"])
                #expect(fields.map { $0["required"] } == [true, true, true, false])
                #expect(fields[0]["source"] == "profile")
                #expect(fields[0]["asked"] == "first_name")
            }
        }
    }

    @Test func `fills a form, sends nothing, and reports on the page`() async throws {
        try await Home.open { home in
            try await Site.board(Pages.form(Pages.fields)) { site in
                let (ending, report) = try await fill(site.origin + "/", in: home)
                #expect(ending.code == 0, "\(ending.errors)")
                #expect(site.requests.allSatisfy { $0.method == "GET" })
                #expect(
                    Set(report.object?.keys ?? [:].keys) == [
                        "fields", "buttons", "pages", "platform", "submitted", "sent", "evidence", "elapsed_ms",
                        "phases_ms",
                    ]
                )
                #expect(report["submitted"] == false)
                #expect(report["evidence"].isNull)
                #expect(report["buttons"].array?.map { $0["role"] } == ["submit"])
            }
        }
    }

    @Test func `shows the page and how long each phase took when asked`() async throws {
        try await Home.open { home in
            try await Site.board(Pages.form(Pages.fields)) { site in
                let picture = home.file("page.png")
                let options = ["--screenshot", picture.path, "--timings"]
                let (ending, report) = try await fill(site.origin + "/", options, in: home)
                #expect(ending.output.contains("filling fields"))
                #expect(report["phases_ms"]["fill"].double ?? 0 > 0)
                #expect(try Data(contentsOf: picture).starts(with: [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]))
            }
        }
    }

    @Test func `submits once when told to, with answers and files`() async throws {
        try await Home.open { home in
            try await Site.board(Pages.form(Pages.fields + Pages.upload)) { site in
                let sample = try home.write("essay.txt", "the words of an essay")
                let answers = try home.write("answers.json", #"{"Comment": "Hello there"}"#)
                let options = ["--submit", "--answers", answers, "--file", "sample=\(sample)"]
                let (ending, report) = try await fill(site.origin + "/", options, in: home)
                #expect(ending.code == 0, "\(ending.errors)")
                #expect(ending.output.contains("APP-1234"))
                #expect(report["submitted"] == true)
                #expect(report["evidence"]["confirmation_number"] == "APP-1234")
                #expect(site.posts(to: "/submit").count == 1)
                let post = try #require(site.posts(to: "/submit").first)
                for (name, value) in ["first": "Alice", "country": "us", "comment": "Hello there"] {
                    #expect(post.contains("name=\"\(name)\"\r\n\r\n\(value)\r\n"))
                }
                #expect(post.contains("filename=\"essay.txt\""))
                #expect(post.contains("the words of an essay"))
            }
        }
    }

    @Test func `a required question that nobody answered is exit code 2 and named`() async throws {
        try await Home.open { home in
            let question = "<label>Favourite colour <input name=colour required></label>"
            try await Site.board(Pages.form(Pages.fields + question)) { site in
                let (ending, report) = try await fill(site.origin + "/", ["--submit"], in: home)
                #expect(ending.code == 2)
                #expect(ending.output.contains("Favourite colour"))
                let open = report["fields"].array?.filter { $0["outcome"] == "unanswered" && $0["required"] == true }
                #expect(open?.map { $0["label"] } == ["Favourite colour"])
                #expect(site.posts(to: "/submit").isEmpty)
            }
        }
    }

    @Test func `a wall is exit code 3`() async throws {
        try await Home.open { home in
            try await Site.board(Pages.login) { site in
                let (ending, _) = try await fill(site.origin + "/", ["--submit"], in: home)
                #expect(ending.code == 3)
                #expect(ending.output.contains("login"))
                #expect(site.requests.allSatisfy { $0.method == "GET" })
            }
        }
    }

    @Test func `a page that does not answer, is not there or has no form is exit code 4`() async throws {
        try await Home.open { home in
            let closed = try await Site.board("") { $0.origin }
            #expect(try await fill(closed + "/", in: home).ending.code == 4)
            try await Site.board("<h1>Welcome</h1><p>Nothing to fill here.</p>") { site in
                for path in ["/", "/missing"] {
                    let (ending, _) = try await fill(site.origin + path, in: home)
                    #expect(ending.code == 4, "\(path)")
                }
            }
        }
    }

    @Test func `a submit that nothing proves is exit code 5, and is not repeated`() async throws {
        try await Home.open { home in
            let form = Pages.form(Pages.fields)
            try await Site.board(form, submit: .html(form)) { site in
                let (ending, report) = try await fill(site.origin + "/", ["--submit"], in: home)
                #expect(ending.code == 5)
                #expect(report["submitted"] == false)
                #expect(report["evidence"].isNull)
                #expect(site.posts(to: "/submit").count == 1)
            }
        }
    }

    @Test func `wrong usage is exit code 64 and said in words`() async throws {
        try await Home.open { home in
            let good = try home.write("profile.json", Self.profile)
            let bad = try home.write("bad.json", "{\"first_name\": ")
            let list = try home.write("list.json", "[1]")
            let page = "http://127.0.0.1:9/"
            for (arguments, words) in [
                ([], "<url>"), ([page], "--profile"), ([page, "--profile", bad], "JSON"),
                ([page, "--profile", list], "JSON object"), ([page, "--profile", "/nowhere.json"], "cannot be read"),
                ([page, "--profile", good, "--resume", "/nowhere.pdf"], "cannot be read"),
                ([page, "--profile", good, "--file", "nameless"], "NAME=PATH"),
                (["ftp://example.com/", "--profile", good], "URL"), ([page, "--profile", good, "--wrong"], "--wrong"),
            ] {
                let ending = try await Program.run(["fill"] + arguments, in: home)
                #expect(ending.code == 64, "\(arguments)")
                #expect(ending.errors.contains(words), "\(arguments): \(ending.errors)")
            }
        }
    }

    @Test func `Ctrl-C ends it and its browser`() async throws {
        try await Home.open { home in
            try await Site.board("") { site in
                let profile = try home.write("profile.json", Self.profile)
                let program = try Program(["fill", site.origin + "/silent", "--profile", profile], in: home)
                try await eventually("the page is asked for") { site.wasAsked(for: "/silent") }
                #expect(!home.browsers.isEmpty)
                program.signal(SIGINT)
                #expect(try await program.ending().code == 130)
                try await eventually("nothing is left", within: .seconds(10)) { home.processes.isEmpty }
            }
        }
    }

    @Test func `a session is kept in a file that only its owner opens, and is begun with again`() async throws {
        try await Home.open { home in
            let pages: @Sendable (Site.Request) -> Site.Answer = { _ in
                .html(Pages.form(Pages.fields), headers: [("set-cookie", "seen=canary-cookie; Path=/; HttpOnly")])
            }
            try await Site.open(pages) { site in
                let path = home.file("me.session").path
                let first = try await fill(site.origin + "/", ["--session", path], in: home)
                #expect(first.ending.code == 0, "\(first.ending.errors)")
                let kept = try #require(FileManager.default.contents(atPath: path))
                #expect(!String(decoding: kept, as: UTF8.self).contains("canary"))
                let rights = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
                #expect(rights == 0o600)
                #expect(site.requests.allSatisfy { $0.headers["cookie"] == nil || $0.path != "/" })
                let second = try await fill(site.origin + "/", ["--session", path], in: home)
                #expect(second.ending.code == 0, "\(second.ending.errors)")
                let asked = site.requests.filter { $0.path == "/" }
                #expect(asked.last?.headers["cookie"] == "seen=canary-cookie")
                try Data("none".utf8).write(to: URL(filePath: path))
                let third = try await fill(site.origin + "/", ["--session", path], in: home)
                #expect(third.ending.code != 0)
                #expect(third.ending.errors.contains("holds no session that your key opens"))
            }
        }
    }
}
