import Foundation
import GhostHands
import Postgres
import TestSupport
import Testing

/// What is nobody's business but the applicant's is filled in, and then looked for wherever something is kept or told.
///
/// Pictures are exempt: they show the page as it was. So are the applicant's own `input_data` and the form's own post.
@Suite(.serialized) struct CanaryTests {
    private static let canaries = [
        "ssn": "517-28-6039", "salary": "987654", "password": "Hunter2Canary", "code": "734912",
        "gender": "Zargender", "race": "Zarrace", "veteran": "Zarveteran", "disability": "Zardisability",
        "birth": "1987-11-23", "pasted": "Zarpasted, engineer of long standing",
    ]
    private static let story = "Zardrive moves me. My number is \(canaries["ssn"] ?? "")."
    private static let resumeText = "Zarresume of Alice, engineer of long standing"
    /// The same as a page may put them.
    private static let spellings =
        Array(canaries.values) + ["517286039", "987,654", "Zarpasted", "Zarresume"] + helped + stored

    /// What a person gives while a job waits for them.
    private static let helped = ["Zarname", "Zarlogin9", "Zarkey77", "Zaranswer"]

    /// What is stored to log in with, what somebody hands on for a job, and what sites leave in the browser.
    private static let stored = [
        "Zarstored7Pw", "ZARSECRETKEYZAR2", "907316", "Zarcookie", "Zarvisit", "Zarstorage",
    ]

    private static func data() -> JSON {
        let told: [String: JSON] = [
            "first": "Alice", "email": "alice@example.com", "comment": "Looking forward to it",
        ]
        return .object(told.merging(canaries.mapValues(JSON.string)) { $1 })
    }

    private static func choice(_ label: String, _ name: String) -> String {
        """
        <label>\(label) <select name="\(name)"><option value="">Select…</option><option>\(canaries[name] ?? "")</option>
        <option>I decline to say</option></select></label>
        """
    }

    private static let form = Pages.form(
        """
        <label>First Name <input name="first" required></label>
        <label>E-mail <input name="email" type="email" required></label>
        <label>Comment <textarea name="comment"></textarea></label>
        <label>Social Security Number <input name="ssn" required
            oninput="document.getElementById('echo').textContent = 'of ' + this.value"></label>
        <label>Desired salary <input name="salary" required></label>
        <label>Choose a password <input type="password" name="password" required></label>
        <label>Verification code <input name="code" required></label>
        <label>Date of birth <input type="date" name="birth" required></label>
        \(choice("Gender", "gender"))\(choice("Disability status", "disability"))
        <fieldset><legend>Race or ethnicity</legend>
        <label><input type="radio" name="race" value="1"> \(canaries["race"] ?? "")</label>
        <label><input type="radio" name="race" value="2"> I decline to say</label></fieldset>
        \(choice("Veteran status", "veteran"))
        <label>Paste your resume <textarea name="pasted"></textarea></label>
        <label>What drives you? <textarea name="drive" required></textarea></label>
        <label>Resume <input type="file" name="resume"></label>
        """,
        button: "Submit application <span id=echo></span>"
    )

    /// A page that says all of it again, in its title, its text and its address.
    private static let echo =
        spellings.filter { $0 != "Zarresume" && !(helped + stored).contains($0) }.joined(separator: " and ")
    private static let thanks = """
        <!doctype html><title>Thanks, \(echo)</title><h1>Thank you for applying with \(echo)</h1>
        <p>Confirmation number: APP-1234</p><p>Reference number: 517-28-6039</p>
        """
    private static let complaint = """
        <p role="alert">We cannot take \(echo)</p><p class="error">Salary 987654 is too high, \(echo)</p>
        """

    /// The model answers what the applicant's data leaves open, from what they tell of themselves.
    private static func answer(_ request: Site.Request) -> Site.Answer {
        if request.path.hasPrefix("/v1/") {
            return ScriptedModel.answer(request) { asked in
                .plan([(asked.field("What drives you"), ["Zardrive"], [asked.fact("about the applicant")])])
            }
        }
        return switch request.path {
        case "/": .html(form)
        case "/refused": .html(form.replacing("/submit", with: "/refuse"))
        case "/walled": .html(walled(request.headers["cookie"] ?? ""))
        case "/kept": .html(kept(request.headers["cookie"] ?? ""))
        case "/enter" where request.body.contains("pass=Zarstored7Pw"):
            Site.Answer.redirect(to: "/kept").setting(["sid=Zarcookie; HttpOnly; Path=/; Max-Age=9000"])
        case "/authenticator" where request.body.contains(/otp=[0-9]{6}$/):
            Site.Answer.redirect(to: "/kept").setting(["visit=Zarvisit; Path=/"])
        case "/mailed" where request.body == "otp=907316":
            Site.Answer.redirect(to: "/kept").setting(["mailed=yes; Path=/; Max-Age=9000"])
        case "/apply": .html(Pages.confirmation)
        case "/login": step(request.body, "user=Zarname&pass=Zarlogin9", "in=1")
        case "/code": step(request.body, "otp=Zarkey77", "in=2")
        case "/cv.txt": .text(resumeText)
        case "/submit": .redirect(to: "/thanks/517-28-6039?salary=987654")
        case "/refuse": .html(complaint + form.replacing("/submit", with: "/refuse"), status: 422)
        case "/hook": .html("")
        default: request.path.hasPrefix("/thanks") ? .html(thanks) : .html("", status: 404)
        }
    }

    /// A form behind a log-in and a code, with a question that only a person answers.
    private static func walled(_ cookies: String) -> String {
        if cookies.contains("in=2") {
            return Pages.form(
                """
                <label>First Name <input name="first" required></label>
                <label>What is your favourite tool? <input name="tool" required></label>
                """,
                to: "/apply"
            )
        }
        if cookies.contains("in=1") {
            return """
                <h1>Check your e-mail</h1><form action="/code" method="post"><label>Verification code
                <input name="otp" autocomplete="one-time-code" required></label><button>Verify</button></form>
                """
        }
        return """
            <h1>Sign in</h1><form action="/login" method="post"><label>User name <input name="user"></label>
            <label>Password <input type="password" name="pass"></label><button>Sign in</button></form>
            """
    }

    /// A form behind a log-in with what is stored, an authenticator's code and one that was mailed.
    private static func kept(_ cookies: String) -> String {
        if !cookies.contains("sid=Zarcookie") {
            return """
                <h1>Sign in</h1><form action="/enter" method="post"><label>E-mail <input name="user"
                autocomplete="username"></label><label>Password <input type="password" name="pass"></label>
                <button>Sign in</button></form>
                """
        }
        if !cookies.contains("visit=Zarvisit") {
            return """
                <h1>Two-step verification</h1><p>Enter the code of your authenticator app.</p><form action="/authenticator"
                method="post"><label>Code <input name="otp" autocomplete="one-time-code"></label><button>Verify</button></form>
                """
        }
        if !cookies.contains("mailed=yes") {
            return """
                <h1>Check your e-mail</h1><p>We sent a code to your e-mail address.</p><form action="/mailed" method="post">
                <label>Verification code <input name="otp"></label><button>Verify</button></form>
                """
        }
        return Pages.form("<label>First Name <input name=\"first\" required></label>", to: "/apply")
            + "<script>localStorage.setItem('token', 'Zarstorage')</script>"
    }

    /// Lets in whoever sends what is right.
    private static func step(_ body: String, _ wanted: String, _ cookie: String) -> Site.Answer {
        body == wanted
            ? .html("<script>document.cookie = '\(cookie)'; location = '/walled'</script>") : .redirect(to: "/walled")
    }

    private static func expectNone(in text: String, _ place: String, but allowed: String? = nil) {
        for canary in spellings where text.contains(canary) && !(allowed.map(canary.contains) ?? false) {
            let around = text.firstRange(of: canary).map { text[..<$0.upperBound].suffix(160) } ?? ""
            Issue.record("\(canary) stands in \(place): …\(around)")
        }
    }

    /// Every column of every table but what the applicant gave.
    private static func look(in database: DatabaseFixture) async throws {
        let tables = try await database.pool.query(
            "select table_name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE'"
        )
        #expect(tables.count > 8)
        for table in tables {
            let name = try table.string("table_name")
            // `query_to_xml` takes the statement as a value, which a table's name can be part of.
            let statement = "select to_jsonb(t) - 'input_data' as row from \"\(name)\" t"
            let xml = try await database.pool.query(
                "select query_to_xml(\(statement), true, false, '')::text as rows"
            )
            for row in xml {
                let rows = try row.string("rows")
                expectNone(in: rows, "the table \(name)")
                // Bytes are shown as digits.
                for canary in spellings where rows.contains(canary.utf8.map { String(format: "%02x", $0) }.joined()) {
                    Issue.record("\(canary) stands in the bytes of the table \(name)")
                }
            }
        }
    }

    /// What the model derived is kept, and only sealed.
    private static func lookForSeals(in database: DatabaseFixture) async throws {
        let rows = try await database.pool.query(
            "select to_jsonb(t)::text as row, encode(sealed, 'escape') as sealed from gh_learned_answers t"
        )
        #expect(!rows.isEmpty)
        for row in rows {
            let text = try row.string("row") + row.string("sealed")
            #expect(!text.contains("Zardrive"))
            #expect(!text.contains("drives"))
        }
    }

    /// Every file but pictures.
    private static func look(in folder: URL) {
        for path in FileManager.default.enumerator(atPath: folder.path)?.compactMap({ $0 as? String }) ?? [] {
            guard let data = FileManager.default.contents(atPath: folder.appending(path: path).path) else { continue }
            let isPicture = data.starts(with: [0x89, 0x50, 0x4e, 0x47])
            if !isPicture { expectNone(in: String(decoding: data, as: UTF8.self), path) }
        }
    }

    @Test func `what nobody else may see stands in nothing but the form's own post`() async throws {
        try await withDatabase { database in
            try await Home.open { home in
                try await Site.open(Self.answer) { site in
                    let server = try await Server(
                        in: home,
                        [
                            "DATABASE_URL": database.url, "GH_CREDENTIAL_KEY": String(repeating: "a1", count: 32),
                            "GH_MODEL_URL": site.origin + "/v1", "GH_MODEL": "my-model", "GH_MODEL_PRICE": "1/1",
                        ]
                    )
                    try await Self.run("/", becoming: "completed", site, server)
                    try await Self.run("/refused", becoming: "failed", site, server)
                    try await Self.runHelped(site, server)
                    try await Self.runStored(site, server, database)
                    let metrics = String(decoding: try await server.call("/monitoring/metrics").data, as: UTF8.self)
                    #expect(metrics.contains("gh_jobs_completed_total"))
                    Self.expectNone(in: metrics, "the metrics")
                    // A second time by the manual that the first has left.
                    try await Self.run("/", becoming: "completed", site, server)
                    for path in ["/submit", "/refuse"] {
                        let post = try #require(site.posts(to: path).first)
                        for canary in Self.canaries.values where canary != "Zarrace" {
                            #expect(post.contains(canary), "\(path) without \(canary)")
                        }
                        #expect(post.contains(Self.resumeText))
                    }
                    try await Self.look(in: database)
                    try await Self.lookForSeals(in: database)
                    // A model derives its answers from what the applicant tells of their life, as a resume does.
                    let prompts = site.posts(to: "/v1/chat/completions")
                    #expect(!prompts.isEmpty)
                    for prompt in prompts { Self.expectNone(in: prompt, "a prompt", but: "Zarpasted") }
                    for manual in try await server.call("/manuals").json["manuals"].array ?? [] {
                        Self.expectNone(in: manual.text, "a manual")
                    }
                    try await server.stop()
                    Self.expectNone(in: server.program.errors + server.program.output, "the log")
                    Self.look(in: home.folder)
                    let told = site.posts(to: "/hook")
                    #expect(told.count >= 6)
                    for body in told { Self.expectNone(in: body, "a callback") }
                }
            }
        }
    }

    /// Does a job that a person helps three times.
    private static func runHelped(_ site: Site, _ server: Server) async throws {
        let id = try await server.submit(
            site.origin + "/walled",
            ["first": "Alice"],
            callback: site.origin + "/hook"
        )
        let steps: [(String, JSON)] = [
            (
                "login",
                [
                    "resolution_type": "credentials",
                    "resolution_data": ["username": "Zarname", "password": "Zarlogin9"],
                ]
            ), ("2fa", ["resolution_type": "code_entry", "code": "Zarkey77"]),
            ("question", ["resolution_type": "answers", "resolution_data": ["answers": ["tool": "Zaranswer"]]]),
        ]
        for (type, answer) in steps {
            try await eventually("the job waits for \(type)") {
                let status = try await server.call("/valet/status/\(id)").json
                return status["status"] == "paused" && status["interaction"]["type"].string == type
            }
            let reply = try await server.call("/valet/resume/\(id)", answer)
            #expect(reply.status == 200, "\(reply.json)")
            expectNone(in: reply.json.text, "the reply to \(type)")
        }
        let job = try await server.job(id, becomes: "completed")
        expectNone(in: job.text, "the status of a helped job")
        #expect(site.posts(to: "/apply").contains { $0.contains("Zaranswer") })
        expectNone(in: try await server.call("/jobs/\(id)/events?limit=500").json.text, "the events of a helped job")
    }

    /// Does a job that logs in with what is stored, and is handed a code.
    private static func runStored(_ site: Site, _ server: Server, _ database: DatabaseFixture) async throws {
        let user = UUID().uuidString.lowercased()
        let credentials = "/valet/credentials/\(user)"
        let put = try await server.call(
            "\(credentials)/127.0.0.1",
            ["username": "alice@example.com", "password": "Zarstored7Pw", "totp_secret": "ZARSECRETKEYZAR2"],
            method: "PUT"
        )
        #expect(put.status < 300, "\(put.json)")
        expectNone(in: put.json.text, "the reply to credentials")
        expectNone(in: try await server.call(credentials).json.text, "the list of credentials")
        let id = try await server.submit(
            site.origin + "/kept",
            ["first": "Alice"],
            callback: site.origin + "/hook",
            ["valet_user_id": .string(user)]
        )
        try await eventually("the job waits for a code") {
            let status = try await server.call("/valet/status/\(id)").json
            return status["status"] == "paused" && status["interaction"]["type"] == "2fa"
        }
        let mail = "Your verification code is 907316. It is valid for ten minutes."
        let given = try await server.call("/valet/codes", ["valet_user_id": .string(user), "content": .string(mail)])
        #expect(given.status < 300, "\(given.json)")
        expectNone(in: given.json.text, "the reply to a code")
        let job = try await server.job(id, becomes: "completed")
        expectNone(in: job.text, "the status of a job that logged in")
        let events = try await server.call("/jobs/\(id)/events?limit=500").json.text
        expectNone(in: events, "the events of a job that logged in")
        #expect(site.posts(to: "/enter").count == 1)
        #expect(site.posts(to: "/authenticator").count == 1)
        // What sites left is kept, so that there is something to be looked for.
        let kept = try await database.pool.query("select from gh_browser_sessions")
        #expect(!kept.isEmpty)
        expectNone(in: try await server.call("/valet/sessions/\(user)").json.text, "the list of sessions")
    }

    /// Does one job, and looks at all that the API tells of it.
    private static func run(_ path: String, becoming status: String, _ site: Site, _ server: Server) async throws {
        let before = site.posts(to: "/hook").count
        let id = try await server.submit(
            site.origin + path,
            .null,
            callback: site.origin + "/hook",
            [
                "human_help": "off", "resume": ["download_url": .string(site.origin + "/cv.txt")],
                "input_data": [
                    "form_data": data(),
                    "profile": ["first_name": "Alice", "about": .string(story)],
                ],
            ]
        )
        let job = try await server.job(id, becomes: status)
        expectNone(in: job.text, "the status of a job at \(path)")
        if status == "completed" {
            let fields = try #require(job["result"]["data"]["fields"].array)
            let first = try #require(fields.first { $0["name"] == "first" })
            #expect(first["value"] == "Alice")
            #expect(first["outcome"] == "filled")
            let ssn = try #require(fields.first { $0["name"] == "ssn" })
            #expect(ssn["value"].isNull)
            #expect(ssn["wanted"].isNull)
            #expect(ssn["outcome"] == "filled")
            #expect(ssn["label"] == "Social Security Number")
        }
        expectNone(in: try await server.call("/jobs/\(id)/events?limit=500").json.text, "the events")
        try await eventually("both callbacks came") { site.posts(to: "/hook").count >= before + 2 }
    }
}
