import Foundation
import GhostHands
import TestSupport
import Testing

@testable import Hands

extension HandsTests {
    /// Sections that take one group of fields for every job and school.
    @Suite struct Histories {
        private static let alice = Applicant(profile: [
            "first_name": "Alice", "last_name": "Smith", "phone": "+1-555-123-4567", "start_date": "2027-02-01",
            "salary_expectation": "$150,000-$180,000", "location": ["city": "Austin", "country": "United States"],
            "work_history": [
                [
                    "company": "Google", "title": "Senior Engineer", "start_date": "2020-01",
                    "description": "Led Search",
                ],
                ["company": "IBM", "title": "Engineer", "start_date": "2016-08", "end_date": "2019-12"],
                ["company": "Acme", "title": "Intern", "start_date": "2015-06", "end_date": "2015-09"],
            ],
            "education": [
                ["institution": "MIT", "degree": "MS", "field": "Physics", "graduation_year": 2016],
                ["institution": "UT", "degree": "BS", "field": "Maths", "graduation_year": 2014],
            ],
        ])

        @Test func `every entry gets a group, and each group its own entry`() async throws {
            let trial = try await Trial.run(try fixture("history"), Self.alice)
            #expect(trial.end == .done)
            let sent = try trial.posted().mapValues { $0.joined(separator: "|") }
            let wanted = [
                "first": "Alice", "company1": "Google", "title1": "Senior Engineer", "current1": "on",
                "from1": "2020-01",
                "text1": "Led Search", "place1": "", "company2": "IBM", "title2": "Engineer", "from2": "2016-08",
                "month2": "December", "year2": "2019", "text2": "", "place2": "", "company3": "Acme",
                "title3": "Intern",
                "from3": "2015-06", "month3": "September", "year3": "2015", "text3": "", "place3": "", "school1": "MIT",
                "degree1": "Master's", "field1": "Physics", "graduated1": "2016", "school2": "UT",
                "degree2": "Bachelor's", "field2": "Maths", "graduated2": "2014", "available": "2027-02-01",
                "code": "us", "phone": "5551234567", "least": "150000", "signature": "Alice Smith",
            ]
            for (name, value) in wanted { #expect(sent[name] == value, "\(name)") }
            let today = try #require(sent["signed"]).split(separator: "/").map(String.init)
            try #require(today.count == 3)
            #expect(today[2].count == 4)
            #expect(sent.count == wanted.count + 1, "\(Set(sent.keys).symmetricDifference(wanted.keys))")
        }

        @Test func `a button that adds nothing is pressed once, and one that never ends as often as there are entries`()
            async throws
        {
            let page = """
                <title>Apply</title><h1>Application</h1><form method=post action="/submit"><label>First name <input name=first></label>
                <h2>Employment</h2><div id=jobs><p><label>Company <input name=a></label> <label>Job title <input name=b></label></div>
                <button type=button id=job>Add another job</button><h2>Education</h2><button type=button id=school>Add school</button>
                <input type=hidden name=presses><button>Submit application</button></form><script>
                let presses = "";
                const count = (name) => { presses += name; document.querySelector("[name=presses]").value = presses; };
                document.querySelector("#school").onclick = () => count("s");
                document.querySelector("#job").onclick = () => {
                    count("j");
                    document.querySelector("#jobs").append(document.querySelector("#jobs p").cloneNode(true));
                };
                </script>
                """
            var limits = Trial.limits
            limits.control = .seconds(2)
            let trial = try await Trial.run(page, Self.alice, limits: limits)
            #expect(trial.end == .done)
            #expect(try trial.posted()["presses"].map { $0.map { String($0.sorted()) } } == ["jjs"])
            #expect(try trial.posted()["a"] == ["Google", "IBM", "Acme"])
        }

        /// A section whose entries are saved one by one, by `save`, which is told the values.
        private static func savedOneByOne(_ save: String) -> String {
            """
            <title>Apply</title><h1>Application</h1><form method=post action="/submit">
            <label>First name <input name=first></label><label>Last name <input name=last></label>
            <h2>Education</h2><ul id=list></ul><div id=inner></div><button type=button id=add>Add education</button>
            <h2>End</h2><label>Notes <input name=notes></label>
            <input type=hidden name=entries><button id=send>Submit application</button></form><script>
            const $ = (id) => document.querySelector(id);
            const close = () => { $("#inner").replaceChildren(); $("#send").disabled = false; $("#add").hidden = false; };
            const save = (...values) => { \(save) };
            $("#add").onclick = () => {
                $("#send").disabled = true;
                $("#add").hidden = true;
                $("#inner").innerHTML = `<h3>Add education</h3><label>School <input id=school required></label>
                    <label>Degree <select id=degree><option>Choose<option>Bachelor's degree<option>Master's degree</select></label>
                    <p id=wrong class=error role=alert></p>
                    <button type=button id=save>Save</button><button type=button id=cancel>Cancel</button>`;
                $("#cancel").onclick = () => { $("[name=entries]").value += "x"; close(); };
                $("#save").onclick = () => save($("#school").value, $("#degree").value);
            };
            </script>
            """
        }

        @Test func `entries that are saved one by one are each saved`() async throws {
            let save = """
                setTimeout(() => { $("#list").insertAdjacentHTML("beforeend", `<li>${values[0]}</li>`);
                    $("[name=entries]").value += values.join("/") + ";"; close(); }, 200);
                """
            let trial = try await Trial.run(Self.savedOneByOne(save), Self.alice)
            #expect(trial.end == .done)
            #expect(try trial.posted()["entries"] == ["MIT/Master's degree;UT/Bachelor's degree;"])
            let schools = trial.report.fields.filter { $0.field.label == "School" }
            #expect(schools.map(\.value) == ["MIT", "UT"])
            #expect(schools.map(\.outcome) == [.filled, .filled])
        }

        @Test func `entries of a window with a form of its own are filled and saved there`() async throws {
            let page = """
                <title>Apply</title><h1>Application</h1><form method=post action="/submit">
                <label>First name <input name=first></label><h2>Education</h2><ul id=list></ul>
                <button type=button id=add>Add education</button>
                <input type=hidden name=entries><button id=send>Submit application</button></form>
                <div role=dialog aria-modal=true id=window hidden></div><script>
                const $ = (id) => document.querySelector(id);
                const close = () => { $("#window").replaceChildren(); $("#window").hidden = true; };
                $("#add").onclick = () => {
                    $("#window").hidden = false;
                    $("#window").innerHTML = `<form action="/wrong"><h3>Where you were</h3><label>School <input id=school required></label>
                        <label>Degree <select id=degree><option>Choose<option>Bachelor's degree<option>Master's degree</select></label>
                        <label>Field of study <input id=field></label>
                        <button type=submit>Save</button><button type=button id=cancel>Cancel</button></form>`;
                    $("#cancel").onclick = close;
                    $("#window form").onsubmit = (event) => {
                        event.preventDefault();
                        const values = ["#school", "#degree", "#field"].map((id) => $(id).value);
                        setTimeout(() => { $("#list").insertAdjacentHTML("beforeend", `<li>${values[0]}</li>`);
                            $("[name=entries]").value += values.join("/") + ";"; close(); }, 200);
                    };
                };
                </script>
                """
            let trial = try await Trial.run(page, Self.alice)
            #expect(trial.end == .done)
            let sent = try trial.posted()
            #expect(
                sent == [
                    "first": ["Alice"], "entries": ["MIT/Master's degree/Physics;UT/Bachelor's degree/Maths;"],
                ]
            )
            let outcomes = trial.report.fields.map { "\($0.field.label) \($0.outcome.rawValue)" }
            #expect(
                outcomes.sorted() == [
                    "Degree filled", "Degree filled", "Field of study filled", "Field of study filled",
                    "First name filled", "School filled", "School filled",
                ]
            )
        }

        @Test func `an entry that the page does not list is told, and another is added`() async throws {
            let save = "$(\"[name=entries]\").value += values[0] + \";\"; close();"
            let trial = try await Trial.run(Self.savedOneByOne(save), Self.alice)
            #expect(try trial.posted()["entries"] == ["MIT;UT;"])
            let schools = trial.report.fields.filter { $0.field.label == "School" }
            #expect(schools.map(\.outcome) == [.refused, .refused])
            #expect(schools.first?.reason == "the page does not show the saved entry")
        }

        @Test func `an entry that is refused is closed again, and the whole goes on`() async throws {
            let save = "$(\"#wrong\").textContent = \"No such school.\";"
            let trial = try await Trial.run(Self.savedOneByOne(save), Self.alice)
            #expect(trial.end == .done)
            #expect(
                try trial.posted() == ["first": ["Alice"], "last": ["Smith"], "notes": [""], "entries": ["x"]]
            )
            let schools = trial.report.fields.filter { $0.field.label == "School" }
            #expect(schools.map(\.outcome) == [.refused])
            #expect(schools.first?.reason?.contains("No such school") == true)
        }

        @Test func `what only sounds like a date or a present job stays unanswered`() async throws {
            let page = """
                <title>Apply</title><h1>Application</h1><form method=post action="/submit">
                <h2>Work Experience</h2><label>Company <input name=company></label><label>To <input name=to></label>
                <label>Reason to leave <input name=reason></label><label>Reported to <input name=boss></label>
                <label><input type=checkbox name=contact> May we contact your present employer?</label>
                <label><input type=checkbox name=now> This is my current job</label>
                <label>Start date <input name=start></label><button>Submit application</button></form>
                """
            let work: JSON = ["company": "IBM", "title": "Engineer", "start_date": "2016-08", "end_date": "2019-12"]
            let trial = try await Trial.run(page, Applicant(profile: ["work_history": [work]]))
            #expect(
                try trial.posted() == [
                    "company": ["IBM"], "to": ["2019-12"], "reason": [""], "boss": [""], "start": ["2016-08"],
                ]
            )
        }
    }
}
