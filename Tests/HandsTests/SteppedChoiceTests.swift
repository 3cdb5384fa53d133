import Foundation
import GhostHands
import TestSupport
import Testing

@testable import Hands

extension HandsTests {
    /// Lists that take a while or several steps, and forms that go on, or wait, by themselves.
    @Suite struct SteppedChoices {
        private func run(_ body: String, _ applicant: Applicant) async throws -> Trial {
            let html = """
                <form action=/submit method=post><label>Name <input name=n></label>\(body)
                <button>Submit application</button></form>
                """
            return try await Trial.run(html, applicant)
        }

        /// It hears no press in its first moment, and then only the release of the pointer.
        private static let slow = """
            <div><label for=b>Shift *</label><button type=button role=combobox id=b aria-controls=x aria-expanded=false
              aria-required=true data-placeholder><span>Select…</span></button>
            <select aria-hidden=true tabindex=-1 name=s style="position:absolute;width:1px;height:1px;clip:rect(0,0,0,0)">
              <option></option><option>Early</option><option>Late</option></select></div>
            <script>{ const s = document.querySelector("[name=s]"); let list, ready;
              const shut = () => { list?.remove(); list = null; b.setAttribute("aria-expanded", "false"); };
              b.onpointerdown = (event) => { event.preventDefault(); if (list) return shut();
                list = document.createElement("div"); list.id = "x"; list.setAttribute("role", "listbox");
                ready = false; setTimeout(() => { ready = true; }, 120); b.setAttribute("aria-expanded", "true");
                for (const name of ["Early", "Late"]) { const one = document.createElement("div");
                  one.setAttribute("role", "option"); one.textContent = name; one.onpointerup = () => { if (!ready) return;
                    s.value = name; b.firstChild.textContent = name; b.removeAttribute("data-placeholder"); shut(); };
                  list.append(one); } document.body.append(list); }; }</script>
            """

        @Test func `a list that is deaf in its first moment is pressed again`() async throws {
            let trial = try await run(Self.slow, Applicant(answers: ["Shift": "Late"]))
            #expect(trial.end == .done)
            #expect(try trial.posted()["s"] == ["Late"])
        }

        /// One column of choices opens the next.
        private static let columns = """
            <div><label for=q>Field of work *</label><div id=c><input id=q readonly required aria-haspopup=listbox
              aria-expanded=false placeholder="Please choose"></div><input type=hidden name=s></div><div id=pop></div>
            <script>{ const tree = { Technology: ["Frontend", "Backend"], Design: ["Print", "Web"] };
              const menu = (names, on, more) => { const ul = document.createElement("ul"); ul.setAttribute("role", "menu");
                for (const name of names) { const one = document.createElement("li"); one.setAttribute("role", "menuitem");
                  one.setAttribute("aria-haspopup", String(more)); one.textContent = name; one.onclick = (event) => {
                    event.stopPropagation(); on(name); }; ul.append(one); } return ul; };
              c.onclick = () => { pop.innerHTML = "<div class=panel></div>"; const panel = pop.firstChild;
                panel.append(menu(Object.keys(tree), (first) => { while (panel.children.length > 1) panel.lastChild.remove();
                  setTimeout(() => panel.append(menu(tree[first], (second) => { q.value = `${first} / ${second}`;
                    q.form.s.value = `${first}/${second}`; pop.innerHTML = ""; }, false)), 60); }, true)); }; }</script>
            """

        @Test func `a choice of two steps is made in both`() async throws {
            let trial = try await run(Self.columns, Applicant(answers: ["Field of work": "Technology / Backend"]))
            #expect(trial.end == .done)
            #expect(try trial.posted()["s"] == ["Technology/Backend"])
        }

        /// One question at a time: a text goes on by "OK", a choice by itself.
        private static let oneByOne = """
            <main id=m></main><script>{ const asked = [["name", "What is your full name?*"], ["mail", "What is your email?*"],
              ["night", "Can you work nights?*", ["Yes", "No"]], ["end"]], said = {}; let at = 0;
              const next = () => setTimeout(() => { at += 1; show(); }, 150);
              const show = () => { const [key, title, choices] = asked[at];
                if (key === "end") { m.innerHTML = "<h2>That is all.</h2><button>Submit</button>";
                  m.querySelector("button").onclick = () => fetch("/submit", { method: "POST",
                    body: new URLSearchParams(said) }).then(() => { m.innerHTML =
                      "<h1>Thank you for applying</h1><p>Your application has been submitted.</p>"; }); return; }
                m.innerHTML = `<h2 id=h>${title}</h2>` + (choices ? `<div role=radiogroup aria-labelledby=h>` + choices
                  .map((one) => `<div role=radio tabindex=0 aria-checked=false>${one}</div>`).join("") + "</div>"
                  : "<input aria-labelledby=h><button>OK</button>");
                for (const one of m.querySelectorAll("[role=radio]")) one.onclick = () => {
                  one.setAttribute("aria-checked", "true"); said[key] = one.textContent; next(); };
                const box = m.querySelector("input");
                if (box) m.querySelector("button").onclick = () => { if (box.value) { said[key] = box.value; next(); } }; };
              show(); }</script>
            """

        @Test func `questions that come one at a time are answered one by one`() async throws {
            var applicant = Applicant(profile: [
                "first_name": "Ada", "last_name": "Lovelace", "email": "ada@example.com",
            ])
            applicant.answers = ["Can you work nights?": "Yes"]
            let trial = try await Trial.run(Self.oneByOne, applicant)
            #expect(trial.end == .done)
            let posted = try trial.posted()
            #expect(posted["name"] == ["Ada Lovelace"])
            #expect(posted["mail"] == ["ada@example.com"])
            #expect(posted["night"] == ["Yes"])
        }

        @Test func `a submit that waits for a consent gets it`() async throws {
            let body = """
                <p><label><input type=checkbox name=c value=1 onchange="b.disabled = !this.checked"> I have read the privacy
                notice and consent to the processing of my data for this application.</label></p>
                """
            let html = """
                <form action=/submit method=post><label>Name <input name=n></label>\(body)
                <button id=b disabled>Submit application</button></form>
                """
            let trial = try await Trial.run(html, Applicant(answers: ["Name": "Ada"]))
            #expect(trial.end == .done)
            #expect(try trial.posted()["c"] == ["1"])
        }

        @Test func `a file that has to be sent off by a button is`() async throws {
            let body = """
                <div><strong>Your CV *</strong><input type=file id=f><div id=bar></div><input type=hidden name=r></div>
                <script>f.onchange = () => { bar.innerHTML = "<button type=button>Upload 1 file</button>";
                  bar.firstChild.onclick = () => { bar.textContent = "Uploading"; setTimeout(() => {
                    bar.textContent = "Complete"; document.querySelector("[name=r]").value = f.files[0].name; }, 200); }; };
                </script>
                """
            let file = FileManager.default.temporaryDirectory.appending(path: "sent-by-button-\(UUID()).pdf")
            try Data("%PDF-1.4\n".utf8).write(to: file)
            var applicant = Applicant(answers: ["Name": "Ada"])
            applicant.files = [Applicant.resumeFile: file.path]
            let trial = try await run(body, applicant)
            #expect(trial.end == .done)
            #expect(try trial.posted()["r"] == [file.lastPathComponent])
        }

        @Test func `days with a dot behind them are days`() async throws {
            let body = """
                <fieldset><legend>Date of birth *</legend><select name=d aria-label=Day id=d><option value="">day</option></select>
                <select name=m aria-label=Month id=m><option value="">month</option></select>
                <select name=y aria-label=Year id=y><option value="">year</option></select></fieldset>
                <script>for (let i = 1; i < 32; i += 1) d.add(new Option(i + ".", "d" + i));
                ["januar","februar","marts","april","maj","juni","juli","august","september","oktober","november","december"]
                  .forEach((name, i) => m.add(new Option(name, "m" + (i + 1))));
                for (let i = 2010; i > 1949; i -= 1) y.add(new Option(i, i));</script>
                """
            let trial = try await run(body, Applicant(answers: ["Date of birth": "1993-10-04"]))
            #expect(trial.end == .done)
            let posted = try trial.posted()
            #expect([posted["d"], posted["m"], posted["y"]] == [["d4"], ["m10"], ["1993"]])
        }

        @Test func `a star that only a style draws marks what must be answered`() async throws {
            let body = """
                <style>.need::after { content: " *" }</style><form><label class=need for=a>City</label><input id=a>
                <label for=b>Street</label><input id=b></form>
                """
            try await withTestPage(body) { page, _ in
                let fields = try await PageReader().read(page).fields.map(\.field)
                #expect(fields.map(\.isRequired) == [true, false])
            }
        }

        private static let rows = """
            <table><tr><td colspan=2><span>*&nbsp;</span><span>Legal First Name</span></td></tr><tr><td>&nbsp;</td>
            <td><input name=a></td></tr><tr><td colspan=2><span>*&nbsp;</span><span>Legal Last Name</span></td></tr>
            <tr><td>&nbsp;</td><td><input name=b></td></tr></table>
            """
        private static let slider = """
            <div><label>Weekly hours *</label><div style="padding:9px"><div style="width:200px"><div><div><div role=slider
            tabindex=0 aria-valuemin=0 aria-valuemax=40 aria-valuenow=0 style="width:9px;height:9px"></div></div></div>
            </div></div></div>
            """
        private static let copied = """
            <div><label for=focus>Education *</label><div role=combobox aria-haspopup=listbox aria-expanded=false
            aria-labelledby=shown tabindex=0><div style="position:absolute;width:1px;height:1px;overflow:hidden;clip:rect(0
            0 0 0)"><input id=focus readonly></div><label id=shown>Select</label></div></div>
            """
        private static let postal = """
            <dl><dt>郵便番号</dt><dd>〒<input name=z1 maxlength=3 size=3> - <input name=z2 maxlength=4 size=4></dd></dl>
            """

        @Test(arguments: [
            (rows, "Legal First Name"), (rows, "Legal Last Name"), (slider, "Weekly hours"), (copied, "Education"),
            (postal, "郵便番号"),
        ])
        func `a control is called by what stands over it`(body: String, label: String) async throws {
            try await withTestPage("<form>\(body)</form>") { page, _ in
                let labels = try await PageReader().read(page).fields.map(\.field.label)
                #expect(labels.contains(label))
            }
        }

        /// The box that hears the keys is hidden, the panel stays open, and what is chosen stands in a text beside it.
        private static let stays = """
            <div><span id=l>Offices *</span><div id=w style="border:1px solid;width:200px"><div style="position:absolute;
              clip:rect(0 0 0 0);width:1px;height:1px;overflow:hidden"><input id=i role=combobox readonly aria-labelledby=l
              aria-required=true aria-haspopup=listbox aria-expanded=false></div><div id=t>Select offices</div></div>
            <input type=hidden name=s></div><script>{ const on = new Set(); let panel;
              const draw = () => { t.textContent = [...on].join(", ") || "Select offices"; document.forms[0].s.value = [...on].join(","); };
              const shut = () => { panel?.remove(); panel = null; i.setAttribute("aria-expanded", "false"); };
              w.onclick = () => { if (panel) return shut(); panel = document.createElement("div");
                panel.innerHTML = "<label><input type=checkbox> All</label><ul role=listbox aria-multiselectable=true>"
                  + ["Oldtown", "Old", "New"].map((name) => `<li role=option aria-selected=false>${name}</li>`).join("") + "</ul>";
                for (const one of panel.querySelectorAll("li")) one.onclick = () => { const name = one.textContent;
                  on.has(name) ? on.delete(name) : on.add(name); one.setAttribute("aria-selected", on.has(name)); draw(); };
                document.body.append(panel); i.setAttribute("aria-expanded", "true"); };
              i.onkeydown = (event) => { if (event.key === "ArrowDown" && !panel) w.onclick(); };
              document.addEventListener("keydown", (event) => { if (event.key === "Escape") shut(); }); }</script>
            """

        @Test func `a list of several whose panel stays open keeps what was chosen`() async throws {
            let trial = try await run(Self.stays, Applicant(answers: ["Offices": "Old"]))
            #expect(trial.end == .done)
            #expect(try trial.posted()["s"] == ["Old"])
        }

        /// The form's own list is hidden, and holds only what is chosen.
        private static let chosenOnly = """
            <div><label for=k>Skills *</label><div id=w role=combobox aria-haspopup=true aria-expanded=false tabindex=0>
              <select id=k name=s multiple hidden required></select><div id=c></div><input id=q type=search autocomplete=off
              aria-autocomplete=list placeholder="Pick"><div id=d hidden><div role=listbox></div></div></div></div>
            <script>{ const on = []; const list = d.firstElementChild;
              const draw = () => { list.innerHTML = ["Java", "NoSQL", "SQL", "Swift"].filter((name) => !on.includes(name)
                && name.toLowerCase().includes(q.value.toLowerCase())).map((name) => `<div role=option>${name}</div>`).join("");
                c.innerHTML = on.map((name) => `<span>${name}</span>`).join("");
                k.replaceChildren(...on.map((name) => new Option(name, name, true, true))); };
              const open = (isOpen) => { d.hidden = !isOpen; w.setAttribute("aria-expanded", isOpen); draw(); };
              w.onclick = () => { open(true); q.focus(); }; q.oninput = () => open(true);
              d.onmousedown = (event) => { event.preventDefault(); const one = event.target.closest("[role=option]");
                if (one) { on.push(one.textContent); q.value = ""; draw(); } };
              q.onblur = () => { q.value = ""; open(false); }; }</script>
            """

        @Test func `what a hidden list of several holds is what was chosen`() async throws {
            let trial = try await run(Self.chosenOnly, Applicant(answers: ["Skills": "Swift, SQL"]))
            #expect(trial.end == .done)
            #expect(Set(try trial.posted()["s"] ?? []) == ["Swift", "SQL"])
        }
    }
}
