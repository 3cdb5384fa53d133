import Chromium
import Foundation
import GhostHands
import TestSupport
import Testing

@testable import Hands

extension HandsTests {
    @Suite struct Reading {
        private func read(_ html: String, _ check: (PageReading) throws -> Void) async throws {
            try await withTestPage(html) { page, _ in try check(try await PageReader().read(page)) }
        }

        @Test func `a label is found wherever it stands`() async throws {
            try await read(try fixture("reading")) { reading in
                let labels = Dictionary(reading.fields.map { ($0.field.name, $0.field.label) }) { first, _ in first }
                let expected = [
                    "by_for": "By for", "by_wrapping": "By wrapping", "by_aria": "By aria-label",
                    "by_ids": "By labelledby", "by_sibling": "By sibling", "by_cell": "By cell",
                    "next_cell": "Next cell", "by_placeholder": "By placeholder", "by_title": "By title",
                    "hinted": "With a hint", "legend": "Group by legend", "role": "Group by role",
                    "bare": "Group by text", "boxes": "Boxes", "styled": "Styled", "lone": "A lone box",
                    "sel": "Select", "cv": "Resume",
                ]
                for (name, label) in expected { #expect(labels[name] == label, "\(name)") }
            }
        }

        @Test func `kind, section, hint, options and what is required are read`() async throws {
            try await read(try fixture("reading")) { reading in
                let fields = Dictionary(reading.fields.map { ($0.field.name, $0.field) }) { first, _ in first }
                let required = fields.values.filter(\.isRequired).map(\.name)
                #expect(Set(required) == ["by_for", "by_wrapping", "by_aria", "legend", "role"])
                #expect(fields["by_for"]?.section == "About you")
                #expect(fields["sel"]?.section == "Choices")
                #expect(fields["hinted"]?.hint == "Digits only")
                #expect(fields["legend"]?.options.map(\.label) == ["One", "Two"])
                #expect(fields["bare"]?.options.map(\.label) == ["Up", "Down"])
                #expect(fields["styled"]?.options.map(\.value) == ["s", "t"])
                #expect(fields["boxes"]?.kind == .checkboxGroup)
                #expect(fields["lone"]?.kind == .checkbox)
                #expect(fields["sel"]?.options.map(\.isPlaceholder) == [true, false])
                #expect(fields["cv"]?.kind == .file)
                #expect(fields["cv"]?.accept == ".pdf")
                #expect(fields["token"] == nil)
            }
        }

        @Test func `texts of any length are cut, and the cut is seen`() async throws {
            let long = String(repeating: "long ", count: 200_000)
            let form =
                "<title>\(long)</title><form><h2>\(long)</h2><label for=a>Yes, \(long)</label><input id=a required>"
                + "<label>Which?<select><option>\(long)<option>B</select></label>"
                + "<label><input type=checkbox required> I agree to the privacy policy\(long)</label></form>"
            try await read(form) { reading in
                let names = reading.fields.map(\.field.label) + reading.fields.flatMap { $0.field.options.map(\.label) }
                #expect(reading.fields.count == 3)
                #expect(names.contains { $0.hasSuffix("… [cut]") })
                #expect(names.allSatisfy { $0.count <= 4010 })
                #expect(reading.fields.allSatisfy { ($0.field.section ?? "").count <= 4010 })
                let boxes = reading.fields.filter { $0.field.kind == .checkbox }
                let answers = Answerer(Applicant()).answers(to: boxes.map(\.field), asked: boxes.map(\.asked))
                #expect(boxes.count == 1)
                #expect(answers == [nil])
            }
        }

        @Test func `what is rehearsed before the first form leaves nothing in the tab`() async throws {
            let rehearsed = try Rehearsal.reading()
            #expect(rehearsed.fields.map(\.kind) == [.text, .select, .date])
            try await suiteBrowser().withContext(.guarded(by: AddressRule(.loopback), lookup: { _ in [] })) { context in
                try await context.withPage { page in
                    for _ in 1...3 {
                        let reading = try await PageReader().read(page, afterInput: true)
                        #expect(reading.fields.isEmpty)
                        #expect(reading.buttons.isEmpty)
                        #expect(reading.text.isEmpty)
                    }
                }
            }
        }

        @Test func `a choice that says nothing is read with the others`() async throws {
            let html = """
                <style>[role=radio] { width: 9px; height: 9px }</style>
                <form><div role=radiogroup aria-label=Colour><div role=radio aria-label=Red aria-checked=false></div>
                <div role=radio aria-checked=false></div></div></form>
                """
            try await read(html) { reading in
                #expect(reading.fields.map(\.field.label) == ["Colour"])
                #expect(reading.fields.first?.field.options.map(\.label) == ["Red", ""])
            }
        }

        @Test func `what nobody should fill is left alone, with the reason`() async throws {
            try await read(try fixture("reading")) { reading in
                let ignored = reading.fields.filter { $0.ignored != nil }
                let reasons = Dictionary(ignored.map { ($0.field.name, $0.ignored?.told) }) { first, _ in first }
                #expect(
                    reasons == [
                        "q": "search of the site", "fax": "hidden", "url2": "hidden", "mail2": "hidden",
                        "hidden1": "hidden", "honeypot": "trap for programs", "off": "disabled", "fixed": "read only",
                        "news": "another form of the page",
                    ]
                )
                #expect(reading.buttons.map(\.role) == [.other, .other, .back, .submit, .other])
                #expect(reading.button(.submit)?.label == "Send application")
            }
        }

        @Test func `a second place for the resume, by which a page fills itself, gets none`() async throws {
            let html = """
                <h1>Apply</h1><nav>Overview Application</nav><form method=post><div><div><input type=file name=parse>
                <h3>Autofill from resume</h3><p>Upload your resume here to autofill key fields.</p><button type=button>Upload</button>
                </div></div><label>Full name <input name=name></label><label>Resume <input type=file name=cv></label>
                <button>Submit application</button></form>
                """
            try await read(html) { reading in
                #expect(reading.form.map(\.field.name) == ["name", "cv"])
                #expect(reading.fields[0].ignored == .fillsForm)
            }
            try await read(html.replacing("<label>Resume <input type=file name=cv></label>", with: "")) { reading in
                #expect(reading.form.map(\.field.name) == ["parse", "name"])
            }
        }

        @Test func `a search of jobs outside any form is no application`() async throws {
            let search = """
                <h1>Jobs</h1><label>Keyword <input id=a></label><label>Job title <input id=b></label>
                <label>Location <input id=c></label><label>Posting date <select id=d><option>Any<option>Today</select></label>
                <input type=button value="" aria-label="Search for jobs">
                """
            try await read(search) { reading in
                #expect(reading.form.isEmpty)
                #expect(reading.fields.allSatisfy { $0.ignored == .search })
            }
            try await read(search + "<label>E-mail <input type=email></label>") { reading in
                #expect(reading.form.count == 5)
            }
        }

        @Test func `a list that hides beside the field that opens it is no field of its own`() async throws {
            let html = """
                <h1>Apply</h1><form method=post><label for=box>Attach your transcript</label><div>
                <input id=box role=combobox aria-controls=list aria-expanded=true placeholder="Search your documents">
                <div role=listbox id=list><div role=option>a.pdf</div><div role=option>b.pdf</div></div>
                <select hidden name=kept><option label="a.pdf">1</option><option label="b.pdf">2</option></select></div>
                <button>Submit application</button></form>
                """
            try await read(html) { reading in #expect(reading.form.map(\.field.label) == ["Attach your transcript"]) }
        }

        @Test func `a form in a frame and a form in shadow roots are read like any other`() async throws {
            let html = """
                <h1>Apply</h1><iframe srcdoc="<label>In the frame <input name=framed></label><button>Submit</button>">
                </iframe><my-form></my-form><script>
                customElements.define("my-field", class extends HTMLElement { connectedCallback() {
                  this.attachShadow({ mode: "open" }).innerHTML = "<label for=i>In the shadow *</label><input id=i name=deep>";
                } });
                customElements.define("my-form", class extends HTMLElement { connectedCallback() {
                  this.attachShadow({ mode: "open" }).innerHTML = "<my-field></my-field><button>Next</button>";
                } });</script>
                """
            try await read(html) { reading in
                let fields = Dictionary(uniqueKeysWithValues: reading.fields.map { ($0.field.name, $0) })
                #expect(fields["framed"]?.field.label == "In the frame")
                #expect(fields["framed"]?.frame == 1)
                #expect(fields["deep"]?.field.label == "In the shadow")
                #expect(fields["deep"]?.field.isRequired == true)
                #expect(Set(reading.buttons.map(\.label)) == ["Submit", "Next"])
            }
        }

        @Test func `a field of many kinds of markup keeps its meaning`() async throws {
            let html = """
                <form><p>Your name<br><input name=a></p>
                <div class=row><div class=col>E-mail address <span class=star>*</span></div><div class=col><input name=b></div></div>
                <label for=c><span>Phone</span> <em>(required)</em></label><input id=c name=c>
                <dl><dt>City</dt><dd><input name=d></dd></dl>
                <div contenteditable=true aria-label="Cover letter"></div>
                <div role=combobox aria-label=Country>Select…</div>
                <label>Zip* Required <input name=h></label><label>Resume ✱ <input type=file name=i></label>
                <label>State <select name=g><option>CA</option></select></label><button>Submit</button></form>
                """
            try await read(html) { reading in
                #expect(
                    reading.form.map(\.field.label)
                        == [
                            "Your name", "E-mail address", "Phone", "City", "Cover letter", "Country", "Zip", "Resume",
                            "State",
                        ]
                )
                #expect(
                    reading.form.map(\.field.isRequired) == [false, true, true, false, false, false, true, true, false]
                )
                #expect(
                    reading.form.map(\.asked)
                        == [.fullName, .email, .phone, .city, .coverLetter, .country, .postalCode, .resume, .state]
                )
                #expect(reading.form.map(\.field.kind).suffix(5) == [.richText, .combobox, .text, .file, .select])
            }
        }

        @Test func `messages are told from the page around them`() async throws {
            let html = """
                <form><label>Mail <input name=m aria-invalid=true aria-describedby=e></label><p id=e class=error>No mail</p>
                <div role=alert>Look here</div><div class="alert alert-danger">Bad</div><p class=errorless>fine</p>
                <p class=error hidden>unseen</p><button>Submit</button></form>
                """
            try await read(html) { reading in
                #expect(
                    reading.alerts == [
                        PageAlert(text: "No mail", isError: true), PageAlert(text: "Look here", isError: false),
                        PageAlert(text: "Bad", isError: true),
                    ]
                )
                #expect(reading.form.first?.field.flaw == .marked("No mail"))
            }
        }

        @Test func `a change made between a reading and the wait for it is not missed`() async throws {
            try await withTestPage("<p id=p>Waiting</p>") { page, _ in
                let reading = try await PageReader().read(page)
                #expect(try await !PageReader().awaitChange(of: page, since: reading, atMost: .milliseconds(50)))
                let script = InPageScript(name: "teller", source: "globalThis.teller = { say: () => p.append(1) };")
                _ = try await page.mainFrame.call(script, "say")
                #expect(try await PageReader().awaitChange(of: page, since: reading, atMost: .seconds(30)))
                let after = try await PageReader().read(page)
                #expect(try await !PageReader().awaitChange(of: page, since: after, atMost: .milliseconds(50)))
            }
        }

        @Test func `a page that is replaced while it is read is read again`() async throws {
            let html = """
                <p>First</p><script>addEventListener("load", () => { location.href = "/next"; });</script>
                """
            let next = "<form><label>First name <input name=first></label><button>Submit</button></form>"
            try await withTestPage(html, answering: { _ in .html(next) }) { page, _ in
                var reading = try await PageReader().read(page)
                while reading.form.isEmpty {
                    #expect(try await PageReader().awaitChange(of: page, since: reading, atMost: .seconds(30)))
                    reading = try await PageReader().read(page)
                }
                #expect(reading.form.map(\.field.name) == ["first"])
            }
        }

        @Test func `a form that nothing sends by itself belongs to the one that is sent`() async throws {
            let page = """
                <title>Apply</title><form><label>Resume <input type=file name=cv></label></form>
                <form method=post action="/submit"><label>First name <input name=first></label>
                <label>Last name <input name=last></label><label>Email <input name=email></label><button>Apply</button>
                </form><form><label>Your question <input name=q></label><label>Your email <input name=m></label>
                <button>Ask</button></form>
                """
            try await withTestPage(page) { page, _ in
                let form = try await PageReader().read(page).form
                #expect(form.map(\.field.name) == ["cv", "first", "last", "email"])
            }
        }
    }
}
