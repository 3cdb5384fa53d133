import Foundation
import GhostHands
import TestSupport
import Testing

@testable import Hands

extension HandsTests {
    /// Lists that pages build of other elements, each the way some library does it.
    @Suite struct Lists {
        private static let cities: @Sendable (Site.Request) -> Site.Answer = { request in
            guard request.path.hasPrefix("/cities") else { return .html(Trial.thanks) }
            let found = request.path.contains("Berlin") ? ["Berlin, Germany", "Berlin, New Hampshire"] : []
            return .any(JSON.array(found.map { .string($0) }).text, type: "application/json")
        }

        private func choose(_ data: [String: JSON], limits: Attempt.Limits = Trial.limits) async throws -> Trial {
            try await Trial.run(
                try fixture("lists"),
                Applicant(formData: data),
                limits: limits,
                answering: Self.cities
            )
        }

        @Test(arguments: [
            ("Highest degree", "Master's degree", "modern"), ("Country of residence", "Guinea", "react"),
            ("Work mode", "Hybrid", "portal"), ("Shift", "Night", "keys"), ("School", "School 317", "many"),
            ("City", "Berlin, Germany", "remote"), ("Notice", "One month", "native"), ("Language", "Esperanto", "old"),
            ("Dial code", "Germany +49", "short"),
        ])
        func `a list is opened, chosen from and proven`(_ label: String, _ wanted: String, _ name: String) async throws
        {
            let trial = try await choose([label: .string(wanted)])
            #expect(trial.end == .done)
            let entry = try #require(
                trial.report.fields.first { $0.field.label == label && $0.field.kind == .combobox }
            )
            #expect(entry.outcome == .filled, "\(entry.reason ?? "")")
            #expect(try trial.posted() == [name: [wanted]])
        }

        @Test func `a list that nothing settles is opened to see whether it lets one decline`() async throws {
            let html = """
                <h1>Apply</h1><form method=post action=/apply>
                <label>First name * <input name=first required></label>
                <span id=l>Salutation *</span><input type=hidden name=title id=v>
                <div role=combobox tabindex=0 id=c aria-labelledby=l aria-required=true aria-expanded=false
                  aria-haspopup=listbox>Choose…</div>
                <button>Send</button></form><script>
                c.onclick = () => {
                  const open = document.getElementById("o"); if (open) return open.remove();
                  const list = document.createElement("ul"); list.id = "o"; list.setAttribute("role", "listbox");
                  // The focus stays where it is, so that the list does not close under the pointer.
                  list.onmousedown = (event) => event.preventDefault();
                  c.setAttribute("aria-controls", "o"); c.setAttribute("aria-expanded", "true");
                  for (const word of ["Ms", "Mr", "I prefer not to say"]) {
                    const one = document.createElement("li"); one.setAttribute("role", "option"); one.textContent = word;
                    one.onclick = () => { v.value = word; c.textContent = word; close(); };
                    list.append(one);
                  }
                  c.after(list);
                };
                const close = () => { document.getElementById("o")?.remove(); c.setAttribute("aria-expanded", "false"); };
                c.onblur = () => setTimeout(close, 0);
                c.onkeydown = (event) => { if (event.key === "Escape") close(); };
                </script>
                """
            let trial = try await Trial.run(html, Applicant(profile: ["first_name": "Ada"]))
            #expect(try trial.posted() == ["first": ["Ada"], "title": ["I prefer not to say"]])
        }

        @Test func `a list that takes several gets them all`() async throws {
            let trial = try await choose(["Skills": ["SQL", "Rust"]])
            #expect(try trial.posted() == ["chips": ["SQL+Rust"]])
            let entry = try #require(trial.report.fields.first { $0.field.label == "Skills" })
            #expect(entry.outcome == .filled)
            #expect(entry.value == "SQL Rust")
        }

        @Test func `every kind is read with its own label, and what it shows is no answer yet`() async throws {
            try await withTestPage(try fixture("lists")) { page, _ in
                let form = try await PageReader().read(page).form
                #expect(
                    form.map(\.field.label) == [
                        "Highest degree", "Country of residence", "Work mode", "Shift", "School", "City", "Notice",
                        "Dial code", "Skills", "Language", "Favourite planet",
                    ]
                )
                #expect(form.allSatisfy { $0.field.kind == .combobox && !$0.field.isAnswered })
            }
        }

        @Test func `an option that is not there is refused, and nothing typed is left`() async throws {
            let trial = try await choose(["Favourite planet": "Pluto", "Work mode": "On the moon", "Shift": "Noon"])
            #expect(trial.end == .done)
            #expect(try trial.posted() == [:])
            let refused = trial.report.fields.filter { $0.outcome == .refused }
            #expect(refused.map(\.field.label) == ["Work mode", "Shift", "Favourite planet"])
            for entry in refused { #expect(entry.reason == "none of its options matches the answer") }
            #expect(refused.last?.value == "")
        }

        @Test func `a name within longer names is chosen whole or not at all`() async throws {
            let trial = try await choose(["Country of residence": "United States", "Dial code": "Austria"])
            #expect(try trial.posted() == ["react": ["United States of America"], "short": ["Austria +43"]])
            let vague = try await choose(["Notice": "month", "School": "School"])
            #expect(vague.report.fields.first { $0.field.label == "School" }?.outcome == .refused)
        }

        @Test func `radios, boxes and switches of other elements are filled like native ones`() async throws {
            let html = """
                <form action=/submit method=post><h2>Preferences</h2>
                <div role=radiogroup aria-label="Work mode"><button type=button role=radio aria-checked=false>On site</button>
                <input type=radio aria-hidden=true tabindex=-1 style="position:absolute;opacity:0">
                <button type=button role=radio aria-checked=false>Remote</button></div>
                <div><span role=checkbox tabindex=0 aria-checked=false aria-labelledby=t style="display:inline-block;width:16px;height:16px;border:1px solid"></span><span id=t>I may travel</span></div>
                <button type=button role=switch aria-checked=true aria-label="Send me news">&nbsp;</button>
                <button>Submit application</button></form><script>
                const keep = () => { for (const one of document.querySelectorAll("[role=radio],[role=checkbox],[role=switch]")) {
                  const name = one.innerText.trim() || one.getAttribute("aria-label") || "travel", on = one.getAttribute("aria-checked");
                  (document.querySelector(`[name="${name}"]`) ?? document.forms[0].appendChild(Object.assign(
                    document.createElement("input"), { type: "hidden", name }))).value = on; } };
                document.addEventListener("click", (event) => {
                  const one = event.target.closest("[role=radio],[role=checkbox],[role=switch]");
                  if (!one) return;
                  const isRadio = one.getAttribute("role") === "radio";
                  if (isRadio) for (const other of document.querySelectorAll("[role=radio]")) other.setAttribute("aria-checked", "false");
                  one.setAttribute("aria-checked", String(isRadio || one.getAttribute("aria-checked") !== "true"));
                  keep();
                });</script>
                """
            let data: [String: JSON] = ["Work mode": "Remote", "I may travel": true, "Send me news": false]
            let trial = try await Trial.run(html, Applicant(formData: data))
            #expect(trial.end == .done)
            #expect(trial.report.fields.compactMap(\.reason) == ["trap for programs"])
            #expect(
                try trial.posted() == [
                    "On site": ["false"], "Remote": ["true"], "travel": ["true"], "Send me news": ["false"],
                ]
            )
            #expect(
                trial.report.fields.filter { $0.outcome == .filled }.map(\.field.kind) == [
                    .radio, .checkbox, .checkbox,
                ]
            )
        }

        @Test func `a box that never shows a list takes what is typed`() async throws {
            let html = """
                <form action=/submit method=post><label for=c>Home town</label>
                <input id=c name=town role=combobox aria-autocomplete=list aria-expanded=false>
                <button>Submit application</button></form>
                """
            let trial = try await Trial.run(html, Applicant(formData: ["Home town": "Akureyri"]))
            #expect(try trial.posted() == ["town": ["Akureyri"]])
            #expect(try trial.entry("town").outcome == .filled)
        }

        /// A list of categories, each of which shows options of its own in the same place.
        private static let nested = """
            <title>Apply</title><form method=post action="/submit"><label>First name <input name=first></label>
            <div><label id=l>How did you hear about us?</label>
            <button type=button id=b aria-haspopup=listbox aria-labelledby=l>Select One</button></div>
            <input type=hidden name=source><button>Submit application</button></form><script>
            const tree = { "Social media": ["LinkedIn", "Mastodon"], "Events": ["Job fair", "Meetup"], "People": ["A friend"] };
            const button = document.querySelector("#b");
            let list = null;
            const close = () => { list?.remove(); list = null; };
            const show = (labels, act, isTop) => {
                list.replaceChildren(...labels.map((label) => {
                    const one = document.createElement("li");
                    one.setAttribute("role", "option");
                    if (isTop) one.setAttribute("aria-expanded", "false");
                    one.textContent = label;
                    one.onclick = () => act(label);
                    return one;
                }));
            };
            button.onclick = () => {
                if (list) return close();
                list = document.createElement("ul");
                list.setAttribute("role", "listbox");
                document.body.append(list);
                show(Object.keys(tree), (name) => show(tree[name], (label) => {
                    button.textContent = label;
                    document.querySelector("[name=source]").value = label;
                    close();
                }), true);
            };
            document.addEventListener("keydown", (event) => { if (event.key === "Escape") close(); });
            </script>
            """

        @Test func `an option below a category is found, and none is taken for one that is nowhere`() async throws {
            let label = "How did you hear about us?"
            let found = try await Trial.run(Self.nested, Applicant(formData: [label: "Meetup"]))
            #expect(found.end == .done)
            #expect(try found.posted()["source"] == ["Meetup"])
            let missing = try await Trial.run(Self.nested, Applicant(formData: [label: "A poster"]))
            let entry = try #require(missing.report.fields.first { $0.field.label == label })
            #expect(entry.outcome == .refused)
            #expect(entry.reason == "none of its options matches the answer")
            #expect(try missing.posted()["source"] == [""])
        }
    }
}
