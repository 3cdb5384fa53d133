import Foundation
import GhostHands
import Hands
import TestSupport
import Testing

extension HandsTests {
    @Suite struct Filling {
        @Test func `every native kind is filled and posted as asked`() async throws {
            let data: [String: JSON] = [
                "Text": "Zoë \"&<b>", "Mail": "zoe@example.com", "Phone number": "+49 30 1234567",
                "Link": "https://example.com/?a=b", "Secret": "s p a c e", "Essay": "one\ntwo", "Age": "42 years",
                "Level": 7, "Tint": "#3366FF", "Day": "08/29/2020", "Month": "Aug 2020", "Week": "2026-W07",
                "Time": "4:05 PM", "Moment": "2020-08-29 16:05", "One": "beta", "Many": ["Zed", "Ex"],
                "Radio": "Second", "Group": ["Queue"], "On": true, "Off": "no", "Short": "abc",
            ]
            let trial = try await Trial.run(try fixture("native"), Applicant(formData: data))
            #expect(trial.end == .done)
            let posted = try trial.posted()
            let expected: [String: [String]] = [
                "text": ["Zoë \"&<b>"], "mail": ["zoe@example.com"], "tel": ["+49 30 1234567"],
                "link": ["https://example.com/?a=b"], "secret": ["s p a c e"], "essay": ["one\r\ntwo"], "age": ["42"],
                "level": ["7"], "tint": ["#3366ff"], "day": ["2020-08-29"], "month": ["2020-08"],
                "week": ["2026-W07"], "time": ["16:05"], "moment": ["2020-08-29T16:05"], "one": ["b"],
                "many": ["x", "z"], "radio": ["2"], "group": ["q"], "on": ["yes"], "short": ["abc"],
                "untouched": ["as it was"],
            ]
            #expect(posted == expected)
            #expect(trial.report.fields.count == 22)
            #expect(trial.report.fields.count { $0.outcome == .filled } == 21)
            #expect(try trial.entry("untouched").outcome == .already)
            #expect(try trial.entry("untouched").source == .defaultOfForm)
            #expect(trial.report.evidence?.confirmationNumber == "A-17")
            #expect(trial.result.cost.magnitudeSteps >= 22)
        }

        @Test func `a page that listens to keys alone takes what is entered`() async throws {
            let html = """
                <form method=post><label>First name <input id=a></label><label>Last name <input id=b></label>
                <input type=hidden name=first><input type=hidden name=last><button disabled>Submit application</button>
                </form><script>
                const form = document.forms[0];
                const keep = () => { form.first.value = a.value; form.last.value = b.value;
                  form.querySelector("button").disabled = !(a.value && b.value) };
                a.addEventListener("keyup", keep); b.addEventListener("keyup", keep);
                </script>
                """
            let trial = try await Trial.run(html, Applicant(profile: ["first_name": "Ada", "last_name": "Byron"]))
            #expect(try trial.posted() == ["first": ["Ada"], "last": ["Byron"]])
        }

        @Test func `a box in a closed shadow root is filled`() async throws {
            let html = """
                <form method=post><own-box name=first></own-box><button>Submit application</button></form><script>
                customElements.define("own-box", class extends HTMLElement {
                  static formAssociated = true;
                  constructor() {
                    super();
                    const own = this.attachInternals(), root = this.attachShadow({ mode: "closed" });
                    root.innerHTML = "<label>First name * <input></label>";
                    root.querySelector("input").oninput = (event) => own.setFormValue(event.target.value);
                  }
                });
                </script>
                """
            let trial = try await Trial.run(html, Applicant(profile: ["first_name": "Ada"]))
            #expect(try trial.posted() == ["first": ["Ada"]])
        }

        @Test(arguments: [("<span>+49</span>X", "30901820"), ("<button type=button>+49</button>X", "30901820")])
        func `a number beside its country's code goes without it`(html: String, sent: String) async throws {
            let box = "<label>Phone <input name=phone required></label>"
            let page =
                "<form method=post><div>\(html.replacing("X", with: box))</div><button>Submit application</button></form>"
            let trial = try await Trial.run(page, Applicant(profile: ["phone": "+49 30 901820"]))
            #expect(try trial.posted()["phone"] == [sent])
        }

        @Test func `a number beside another country's code is not sent`() async throws {
            let html = """
                <form method=post><label for=p>Phone</label><div><span>+1</span><input id=p name=phone required></div>
                <button>Submit application</button></form>
                """
            let trial = try await Trial.run(html, Applicant(profile: ["phone": "+49 30 901820"]))
            #expect(trial.posts.isEmpty)
        }

        @Test func `an answer that a control cannot hold is refused with the reason, and the rest is posted`()
            async throws
        {
            let data: [String: JSON] = [
                "Text": "kept", "Age": 101, "Short": "abcd", "Day": "whenever", "One": "Gamma", "Mail": "no mail",
            ]
            let trial = try await Trial.run(try fixture("native"), Applicant(formData: data))
            #expect(trial.end == .done)
            let posted = try trial.posted()
            #expect(posted["text"] == ["kept"])
            for name in ["age", "short", "day", "one", "mail"] {
                #expect(posted[name] == [""], "\(name)")
                let entry = try trial.entry(name)
                #expect(entry.outcome == .refused, "\(name)")
                #expect(entry.reason?.isEmpty == false, "\(name)")
            }
        }

        @Test func `scripts that mask, control, listen to keys, reveal and render anew are coped with`() async throws {
            let data: [String: JSON] = [
                "Stubborn": "gone", "Phone": "5551234567", "Controlled": "kept in state", "Keys only": "typed",
                "Do you have a pet?": "Yes", "Name of the pet": "Rex", "Its age": 3, "Colour": "Red", "Shift": "Night",
            ]
            let trial = try await Trial.run(try fixture("reactive"), Applicant(formData: data))
            #expect(trial.end == .done)
            let posted = try trial.posted()
            #expect(
                posted == [
                    "stubborn": [""], "phone": ["(555) 123-4567"], "controlled": ["kept in state"], "keys": ["typed"],
                    "pet": ["Yes"], "pet_name": ["Rex"], "pet_age": ["3"], "colour": ["Red"], "shift": ["n"],
                ]
            )
            #expect(try trial.entry("stubborn").outcome == .refused)
            #expect(try trial.entry("stubborn").reason == "the field did not keep the answer")
            #expect(try trial.entry("pet_name").outcome == .filled)
        }

        @Test(arguments: 1...6)
        func `what a page takes back at its next turn was never held`(_: Int) async throws {
            let html = """
                <form method=post action=/apply><label>First <input name=first></label>
                <label>Last <input name=last></label><label>Box <input type=checkbox name=box></label>
                <button>Submit</button></form><script>
                document.querySelectorAll("input").forEach((input) => input.oninput = () => setTimeout(() => {
                  input.value = ""; input.checked = false; }));</script>
                """
            let data: [String: JSON] = ["First": "Ada", "Last": "Berg", "Box": true]
            let trial = try await Trial.run(html, Applicant(formData: data))
            #expect(trial.end == .done)
            #expect(try trial.posted() == ["first": [""], "last": [""]])
            #expect(trial.report.fields.allSatisfy { $0.outcome == .refused })
        }

        @Test func `every answer may render all that follows anew`() async throws {
            let names = ["Country", "Region", "District", "Street name", "House"]
            let html = """
                <form method=post action=/apply><div id=all></div><button>Submit</button></form><script>
                const names = \(JSON.array(names.map(JSON.string)).text), kept = {};
                function draw(from) {
                  for (const name of names.slice(from)) delete kept[name];
                  all.innerHTML = names.map((name) => `<label>${name} <select name="${name}" required><option value="">Select`
                    + `</option><option ${kept[name] ? "selected" : ""}>${name} one</option></select></label>`).join("");
                  all.querySelectorAll("select").forEach((select, at) => select.onchange = () => {
                    kept[names[at]] = select.value; draw(at + 1);
                  });
                }
                draw(0);</script>
                """
            let data = Dictionary(uniqueKeysWithValues: names.map { ($0, JSON.string("\($0) one")) })
            let trial = try await Trial.run(html, Applicant(formData: data))
            #expect(trial.end == .done)
            #expect(try trial.posted() == data.mapValues { [$0.string ?? ""] })
        }

        @Test func `limits of number, range and pattern are kept, and said`() async throws {
            let html = """
                <form method=post action=/apply><label>Step <input type=number name=step step=5></label>
                <label>Least <input type=number name=least min=3></label>
                <label>Slide <input type=range name=slide min=0 max=10></label>
                <label>Pattern <input name=pattern pattern="[A-Z]{3}"></label>
                <label>Long <textarea name=long minlength=20></textarea></label>
                <label>Own check <input name=own oninput="this.setCustomValidity(this.value ? 'no' : '')"></label>
                <button>Submit</button></form>
                """
            let data: [String: JSON] = [
                "Step": 7, "Least": 2, "Slide": 11, "Pattern": "abc", "Long": "short", "Own check": "x",
            ]
            let trial = try await Trial.run(html, Applicant(formData: data))
            #expect(trial.end == .done)
            let reasons = Dictionary(uniqueKeysWithValues: trial.report.fields.map { ($0.field.name, $0.reason) })
            let out = "; it was taken out again"
            #expect(
                reasons == [
                    "step": "the form allows only coarser steps, such as whole numbers\(out)",
                    "least": "the answer is below the form's minimum\(out)",
                    "slide": "the element is not ready: not a value for this kind of field",
                    "pattern": "the form expects another format\(out)",
                    "long": "the answer is shorter than the form allows\(out)",
                    "own": "the form's own check refuses the answer\(out)",
                ]
            )
            #expect(trial.report.fields.allSatisfy { $0.outcome == .refused })
            #expect(try trial.posted()["step"] == [""])
        }

        @Test func `a field for ten digits takes the number without its country code`() async throws {
            let html = """
                <form method=post action=/apply><label>Phone <input type=tel name=p maxlength=14></label>
                <button>Submit</button></form><script>const p = document.querySelector("input");
                p.oninput = () => { const d = p.value.replace(/\\D/g, "").slice(0, 10);
                  p.value = d.length > 6 ? `(${d.slice(0, 3)}) ${d.slice(3, 6)}-${d.slice(6)}` : d; };</script>
                """
            let trial = try await Trial.run(html, Applicant(profile: ["phone": "+15550100199"]))
            #expect(trial.end == .done)
            #expect(try trial.posted() == ["p": ["(555) 010-0199"]])
            #expect(try trial.entry("p").outcome == .filled)
        }

        @Test func `the report says of every field what became of it`() async throws {
            let trial = try await Trial.run(
                try fixture("application").replacing("MESSAGE", by: ""),
                keeper,
                submits: false
            )
            let entry = try #require(
                trial.report.json(for: .applicant)["fields"].array?.first { $0["name"] == "first" }
            )
            #expect(
                Set((entry.object ?? [:]).keys) == [
                    "page", "frame", "label", "name", "id", "kind", "required", "options", "asked", "wanted", "value",
                    "outcome", "reason", "source", "ms", "driver",
                ]
            )
            #expect(entry["outcome"] == "filled")
            #expect(entry["source"] == "profile")
            #expect(entry["required"] == true)
            #expect(entry["wanted"] == "Alice")
            #expect(entry["value"] == "Alice")
            #expect(entry["asked"] == "first_name")
            #expect((entry["ms"].double ?? 0) > 0)
            #expect(trial.report.elapsedMilliseconds > 0)
            #expect(trial.report.json(for: .applicant)["submitted"] == false)
            #expect(trial.report.json(for: .applicant)["evidence"] == .null)
            #expect(trial.report.pages.first?.title == "Apply")
            #expect(trial.report.buttons.map(\.role) == [.submit])
        }

        @Test func `what an answer makes required holds the form back when nobody answered it`() async throws {
            let trial = try await Trial.run(
                try fixture("reactive"),
                Applicant(formData: ["Do you have a pet?": "Yes", "Shift": "Day"])
            )
            #expect(trial.end == .unanswered)
            #expect(trial.posts.isEmpty)
            #expect(trial.watcher.count(.submitIntended) == 0)
            #expect(trial.report.missing.map(\.field.name) == ["pet_name"])
            #expect(trial.report.missing.first?.reason == "neither profile nor answers say what to enter")
        }

        @Test func `files go into plain, hidden and dropped-on inputs, and not into others' places`() async throws {
            let html = """
                <form method=post action=/apply enctype=multipart/form-data>
                <label>Resume <input type=file name=cv></label>
                <div><label for=extra>Certificate</label><button type=button onclick="extra.click()">Choose</button>
                <input type=file id=extra name=extra hidden></div>
                <label>Cover letter <input type=file name=letter></label><button>Submit</button></form>
                """
            let folder = FileManager.default.temporaryDirectory.appending(path: "hands-\(UUID().uuidString)")
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
            defer { try? FileManager.default.removeItem(at: folder) }
            for name in ["cv.pdf", "extra.pdf"] {
                try Data("content of \(name)".utf8).write(to: folder.appending(path: name))
            }
            let files = [
                "resume": folder.appending(path: "cv.pdf").path, "extra": folder.appending(path: "extra.pdf").path,
            ]
            let trial = try await Trial.run(html, Applicant(files: files))
            #expect(trial.end == .done)
            let body = try #require(trial.posts.first?.body)
            #expect(body.contains("content of cv.pdf"))
            #expect(body.contains("content of extra.pdf"))
            #expect(try trial.entry("cv").value == "cv.pdf")
            #expect(try trial.entry("extra").value == "extra.pdf")
            #expect(try trial.entry("letter").outcome == .unanswered)
            #expect(!trial.watcher.transcript.contains("content of"))
        }

        @Test func `a form in a frame is filled and proven there`() async throws {
            let form =
                "<form method=post action=/apply><label>Name <input name=n required></label><button>Submit</button></form>"
            let trial = try await Trial.run(
                "<h1>Job</h1><iframe src=/form width=500 height=300></iframe>",
                Applicant(formData: ["Name": "Alice"])
            ) { $0.method == "POST" ? .html(Trial.thanks) : .html(form) }
            #expect(trial.end == .done)
            #expect(try trial.posted() == ["n": ["Alice"]])
        }
    }
}
