import Foundation
import GhostHands
import TestSupport
import Testing

@testable import Hands

extension HandsTests {
    /// Lists whose looks tell nothing, that take several, or that wait for another answer.
    @Suite struct ListShapes {
        private func run(
            _ body: String,
            _ applicant: Applicant,
            answering answer: @escaping @Sendable (Site.Request) -> Site.Answer = { _ in .html(Trial.thanks) }
        ) async throws -> Trial {
            let html = """
                <form action=/submit method=post><label>Name <input name=n></label>\(body)
                <button>Submit application</button></form>
                """
            return try await Trial.run(html, applicant, answering: answer)
        }

        /// The choice stands beside the box in what nothing is drawn around.
        private static let bare = """
            <div><label id=l for=q>Shift *</label><div class=shell><div><div class="select__control">
            <div class="select__value-container"><div class="select__placeholder" id=ph>Select...</div>
            <div><input id=q role=combobox aria-autocomplete=list aria-expanded=false aria-labelledby=l
            aria-required=true></div></div></div></div></div><input type=hidden name=s></div>
            <script>{ let list; const shut = () => { list?.remove(); list = null; q.value = "";
                q.setAttribute("aria-expanded", "false"); };
              const show = () => { shut(); list = document.createElement("div"); list.setAttribute("role", "listbox");
                q.setAttribute("aria-expanded", "true"); list.onmousedown = (event) => event.preventDefault();
                for (const name of ["Early", "Late", "Night"]) { const one = document.createElement("div");
                  one.setAttribute("role", "option"); one.textContent = name; one.onclick = () => {
                    document.querySelector(".select__single-value")?.remove(); ph.style.display = "none";
                    const value = document.createElement("div"); value.className = "select__single-value";
                    value.textContent = name; ph.after(value); q.form.s.value = name; shut(); };
                  list.append(one); } document.querySelector(".shell").append(list); };
              document.querySelector(".select__control").onmousedown = (event) => {
                if (event.target !== q) event.preventDefault(); q.focus(); show(); };
              q.onblur = shut; }</script>
            """

        @Test func `a choice is seen where no style draws the control`() async throws {
            let trial = try await run(Self.bare, Applicant(answers: ["Shift": "Night"]))
            #expect(trial.end == .done)
            #expect(try trial.posted()["s"] == ["Night"])
        }

        @Test func `what stands there before anything is chosen is no answer`() async throws {
            try await withTestPage(Self.bare) { page, _ in
                let field = try #require(try await PageReader().read(page).fields.first { $0.field.label == "Shift" })
                #expect(field.field.kind == .combobox)
                #expect(!field.field.isAnswered)
            }
        }

        /// Each choice becomes a chip beside the label, with a button that takes it out.
        private static let chips = """
            <div><label id=l for=q>Languages you speak *</label><div id=c></div><div>
            <input id=q role=combobox aria-autocomplete=list aria-controls=m aria-expanded=false aria-labelledby=l
            aria-required=true placeholder="Add a language"></div>
            <ul id=m role=listbox style="display:none"></ul></div>
            <script>{ const all = ["Arabic", "Croatian", "English", "French", "Italian"]; let chosen = [];
              const draw = () => { m.innerHTML = ""; for (const name of all) { if (chosen.includes(name)
                || !name.toLowerCase().startsWith(q.value.toLowerCase())) continue;
                const one = document.createElement("li"); one.setAttribute("role", "option"); one.textContent = name;
                one.onmousedown = (event) => event.preventDefault();
                one.onclick = () => { chosen.push(name); q.value = ""; chips(); draw(); }; m.append(one); } };
              const chips = () => { c.innerHTML = chosen.map((name) => `<span class=chip>${name}<button type=button
                aria-label="Remove ${name}">×</button><input type=hidden name=s value="${name}"></span>`).join(" "); };
              const show = () => { m.style.display = "block"; q.setAttribute("aria-expanded", "true"); draw(); };
              q.onclick = show; q.oninput = show; q.onblur = () => { q.value = ""; m.style.display = "none";
                q.setAttribute("aria-expanded", "false"); }; }</script>
            """

        @Test func `a list that makes chips of its choices gets them all`() async throws {
            let trial = try await run(Self.chips, Applicant(answers: ["Languages you speak": "Croatian, English"]))
            #expect(trial.end == .done)
            #expect(try trial.posted()["s"] == ["Croatian", "English"])
        }

        /// What there is to choose comes from the server, once another list is answered.
        @Test func `a drawn list that is filled by another answer is opened again`() async throws {
            let body = """
                <label>State * <select name=t required onchange="fill(this.value)"><option value="">-<option>Ohio
                <option>Utah</select></label><label for=s>County *</label><select id=s name=s required tabindex=-1
                aria-hidden=true style="position:absolute;width:1px;height:1px;clip:rect(0 0 0 0);overflow:hidden">
                <option value=""></select><span id=b role=combobox aria-haspopup=true aria-expanded=false tabindex=0
                aria-labelledby=k style="display:inline-block;width:9em;border:1px solid"><span id=k>Choose</span></span>
                <script>{ let list;
                  const shut = () => { list?.remove(); list = null; b.setAttribute("aria-expanded", "false"); };
                  b.onmousedown = (event) => { event.preventDefault(); if (list) return shut();
                    list = document.createElement("ul"); list.setAttribute("role", "listbox");
                    b.setAttribute("aria-expanded", "true");
                    if (s.options.length < 2) list.innerHTML = "<li role=alert>No results found</li>";
                    for (const option of s.options) { if (!option.value) continue;
                      const one = document.createElement("li"); one.setAttribute("role", "option");
                      one.textContent = option.text; one.onmouseup = () => { s.value = option.value;
                        k.textContent = option.text; shut(); }; list.append(one); }
                    document.body.append(list); };
                  globalThis.fill = async (state) => { const all = await (await fetch("/counties?" + state)).json();
                    for (const one of all) s.add(new Option(one, one)); }; }</script>
                """
            let trial = try await run(body, Applicant(answers: ["State": "Utah", "County": "Kane"])) { request in
                guard request.path.hasPrefix("/counties") else { return .html(Trial.thanks) }
                return .any(JSON.array(["Juab", "Kane"]).text, type: "application/json", after: .milliseconds(400))
            }
            #expect(trial.end == .done)
            #expect(try trial.posted()["s"] == ["Kane"])
        }

        /// A box of places that are called as in another language.
        @Test func `a town is chosen by its name in the form's language`() async throws {
            let body = """
                <div style="position:relative"><label for=q>City *</label><input id=q role=combobox
                aria-autocomplete=list aria-expanded=false required><input type=hidden name=s><div id=m></div></div>
                <script>{ const all = ["Lisbon, Portugal", "Lisburn, United Kingdom", "Lisbon, Maine, United States"];
                  q.oninput = () => { q.form.s.value = ""; const found = all.filter((one) =>
                      one.toLowerCase().startsWith(q.value.toLowerCase().slice(0, 3)));
                    m.innerHTML = `<div role=listbox id=b>${found.map((one) => `<div role=option>${one}</div>`)
                      .join("")}</div>`; q.setAttribute("aria-controls", "b"); q.setAttribute("aria-expanded", "true");
                    for (const one of m.querySelectorAll("[role=option]")) one.onmousedown = (event) => {
                      event.preventDefault(); q.form.s.value = q.value = one.textContent; m.innerHTML = "";
                      q.setAttribute("aria-expanded", "false"); }; };
                  q.onblur = () => { m.innerHTML = ""; q.value = q.form.s.value; }; }</script>
                """
            let profile: Profile = ["first_name": "Ana", "location": ["city": "Lisboa", "country": "Portugal"]]
            let trial = try await run(body, Applicant(profile: profile))
            #expect(trial.end == .done)
            #expect(try trial.posted()["s"] == ["Lisbon, Portugal"])
        }
    }
}
