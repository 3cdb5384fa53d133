import Foundation
import GhostHands
import TestSupport
import Testing

@testable import Hands

extension HandsTests {
    /// Lists, windows and pages in shapes of their own, whatever library draws them.
    @Suite struct UnseenWidgets {
        private static let thanks = "<h1>Thank you for applying</h1><p>Your application has been submitted.</p>"

        private func sent(
            _ html: String,
            _ applicant: Applicant,
            answering answer: @escaping @Sendable (Site.Request) -> Site.Answer = { _ in .html(thanks) }
        ) async throws -> [String: [String]] {
            let trial = try await Trial.run(html, applicant, answering: answer)
            #expect(trial.end == .done)
            return try trial.posted()
        }

        private func posted(_ body: String, _ answers: [String: String]) async throws -> [String: [String]] {
            let html = """
                <form action=/submit method=post><label>Name <input name=n></label>\(body)
                <button>Submit application</button></form>
                """
            return try await sent(html, Applicant(profile: ["first_name": "Ann"], answers: answers))
        }

        @Test func `a window of the page shows what was entered, and sends it`() async throws {
            let html = """
                <form action=/submit method=post><label>First name <input name=n required></label>
                <label>City <input name=c></label>
                <button type=button id=r>Review application</button>
                <dialog id=d><p>Please review</p><button type=button onclick="d.close()">Edit</button>
                <button>Confirm and submit</button></dialog></form><script>r.onclick = () => d.showModal();</script>
                """
            let profile: Profile = ["first_name": "Ann", "location": ["city": "Leeds"]]
            #expect(try await sent(html, Applicant(profile: profile))["n"] == ["Ann"])
        }

        @Test func `a list that names what it shows as what it controls`() async throws {
            let body = """
                <label for=s>Depot *</label><select id=s name=s required tabindex=-1 aria-hidden=true
                style="position:absolute;width:1px;height:1px;clip:rect(0 0 0 0);overflow:hidden"><option value="">-
                <option value=n>North<option value=u>South</select>
                <span role=combobox aria-haspopup=true aria-expanded=false tabindex=0 aria-labelledby=c
                aria-controls=c style="display:inline-block;width:9em;border:1px solid"><span id=c>Choose</span></span>
                <script>{ const box = document.querySelector("[role=combobox]"); let list;
                  box.onmousedown = (event) => { event.preventDefault(); if (list) return;
                    list = document.createElement("ul"); list.setAttribute("role", "listbox"); list.id = "r";
                    box.setAttribute("aria-owns", "r"); box.setAttribute("aria-expanded", "true");
                    for (const option of s.options) { if (!option.value) continue;
                      const one = document.createElement("li"); one.setAttribute("role", "option");
                      one.textContent = option.text; one.onmouseup = () => { s.value = option.value;
                        c.textContent = option.text; list.remove(); box.setAttribute("aria-expanded", "false"); };
                      list.append(one); } document.body.append(list); }; }</script>
                """
            #expect(try await posted(body, ["Depot": "South"])["s"] == ["u"])
        }

        /// Several are chosen one after the other, and narrowed down by what is typed.
        private static let several = """
            <label for=q>Which of these have you used?</label><div id=o style="border:1px solid;padding:4px">
            <input id=q role=combobox aria-autocomplete=list aria-expanded=false style="border:0;outline:0"></div>
            <script>{ const all = ["Java", "JavaScript", "PostgreSQL", "Spring Boot"], chosen = []; let list;
              const shut = () => { list?.remove(); list = null; q.setAttribute("aria-expanded", "false"); };
              const show = () => { shut(); list = document.createElement("div"); list.setAttribute("role", "listbox");
                q.setAttribute("aria-expanded", "true"); list.onmousedown = (event) => event.preventDefault();
                for (const name of all) { if (chosen.includes(name)
                  || !name.toLowerCase().includes(q.value.toLowerCase())) continue;
                  const one = document.createElement("div"); one.setAttribute("role", "option");
                  one.textContent = name; one.onclick = () => { chosen.push(name); q.value = ""; shut();
                    const tag = document.createElement("span"); tag.textContent = name; o.insertBefore(tag, q);
                    const kept = document.createElement("input"); kept.type = "hidden"; kept.name = "s";
                    kept.value = name; q.form.append(kept); }; list.append(one); }
                document.body.append(list); };
              o.onmousedown = (event) => { if (event.target !== q) event.preventDefault(); q.focus(); show(); };
              q.oninput = show; q.onblur = () => { q.value = ""; shut(); }; }</script>
            """

        @Test func `several are chosen from a list that one types into`() async throws {
            let answers = ["Which of these have you used?": "Java, PostgreSQL, Spring Boot"]
            let sent = try await posted(Self.several, answers)
            #expect(Set(sent["s"] ?? []) == ["Java", "PostgreSQL", "Spring Boot"])
        }

        @Test func `a button with a menu for a hidden box`() async throws {
            let body = """
                <label for=h>Depot</label><div><button type=button aria-haspopup=true aria-expanded=false
                aria-label="Depot Select" id=b>Select</button><input id=h name=h tabindex=-1 aria-hidden=true
                style="position:absolute;opacity:0;width:1px;height:1px"></div>
                <script>b.onclick = () => { const menu = document.createElement("div"); menu.setAttribute("role", "menu");
                  for (const name of ["North", "South"]) { const one = document.createElement("div");
                    one.setAttribute("role", "menuitem"); one.textContent = name;
                    one.onclick = () => { h.value = name; b.textContent = name; menu.remove(); }; menu.append(one); }
                  document.body.append(menu); };</script>
                """
            #expect(try await posted(body, ["Depot": "South"])["h"] == ["South"])
        }

        @Test func `a list that opens as a window takes the choice with its button`() async throws {
            let body = """
                <label id=l>Depot</label><div id=b role=combobox aria-labelledby=l aria-haspopup=dialog aria-expanded=false
                tabindex=0>Choose</div><input type=hidden id=h name=h>
                <script>b.onclick = () => { const win = document.createElement("div"); win.setAttribute("role", "alertdialog");
                  win.style = "position:fixed;inset:20%;background:#fff"; let chosen = "";
                  for (const name of ["North", "South"]) { const one = document.createElement("button");
                    one.type = "button"; one.setAttribute("role", "radio"); one.textContent = name;
                    one.onclick = () => { chosen = name; }; win.append(one); }
                  for (const word of ["Cancel", "OK"]) { const one = document.createElement("button"); one.type = "button";
                    one.textContent = word; win.append(one);
                    one.onclick = () => { win.remove(); if (word === "OK") { h.value = chosen; b.textContent = chosen; } }; }
                  document.body.append(win); };</script>
                """
            #expect(try await posted(body, ["Depot": "South"])["h"] == ["South"])
        }

        @Test func `a hidden input stands between no name and its box`() async throws {
            let body = "<div><label>Depot</label><input type=hidden name=x><input name=s></div>"
            #expect(try await posted(body, ["Depot": "South"])["s"] == ["South"])
        }

        @Test func `radios without a question of their own are asked by the heading`() async throws {
            let body = """
                <h2>Disability</h2><p>Please check one of the boxes below:</p>
                <div><input type=radio name=d id=y value=1><label for=y>Yes, I have a disability</label></div>
                <div><input type=radio name=d id=o value=2><label for=o>No, I do not have a disability</label></div>
                <div><input type=radio name=d id=w value=3><label for=w>I do not want to answer</label></div>
                """
            let html = """
                <form action=/submit method=post><label>Name <input name=n></label>\(body)
                <button>Submit application</button></form>
                """
            let profile: Profile = ["first_name": "Ann", "disability": "No"]
            #expect(try await sent(html, Applicant(profile: profile))["d"] == ["2"])
        }

        @Test func `a notice that is agreed to stands before the form`() async throws {
            let notice = """
                <h1>Privacy Agreement</h1><p>How we use your data.</p><form method=post action=/form>
                <input type=submit value="I Decline" formaction=/no><input type=submit value="I Accept"></form>
                """
            let form = """
                <form action=/submit method=post><label>First name <input name=n></label>
                <label>City <input name=c></label><button>Submit application</button></form>
                """
            let profile: Profile = ["first_name": "Ann", "location": ["city": "Leeds"]]
            let trial = try await Trial.run(notice, Applicant(profile: profile)) { request in
                .html(request.path == "/form" ? form : Self.thanks)
            }
            #expect(trial.end == .done)
            #expect(trial.requests.filter { $0.path == "/no" }.isEmpty)
        }

        @Test func `a page that shows what was entered is sent by its button for applying`() async throws {
            let html = """
                <form action=/confirm method=post><label>氏名 <input name=n></label>
                <label>メールアドレス <input name=e type=email></label><button>入力内容を確認する</button></form>
                """
            let shown = """
                <h1>入力内容の確認</h1><p>Ann</p><form action=/submit method=post><input type=hidden name=n value=Ann>
                <button type=button onclick="history.back()">戻る</button><button>応募する</button></form>
                """
            let profile: Profile = ["first_name": "Ann", "last_name": "Ray", "email": "ann@example.com"]
            let trial = try await Trial.run(html, Applicant(profile: profile)) { request in
                .html(request.path == "/confirm" ? shown : Self.thanks)
            }
            #expect(trial.end == .done)
            #expect(trial.requests.filter { $0.path == "/submit" }.count == 1)
        }

        @Test func `an element of the page's own is given its form late`() async throws {
            let html = """
                <h1>Developer</h1><job-form></job-form><script>setTimeout(() => customElements.define("job-form",
                  class extends HTMLElement { connectedCallback() { const root = this.attachShadow({ mode: "open" });
                    setTimeout(() => { root.innerHTML = `<form action=/submit method=post>
                      <label>First name <input name=n></label><label>City <input name=c></label>
                      <button>Send application</button></form>`; }, 400); } }), 500);</script>
                """
            let profile: Profile = ["first_name": "Ann", "location": ["city": "Leeds"]]
            #expect(try await sent(html, Applicant(profile: profile))["n"] == ["Ann"])
        }

        @Test func `boxes of no native kind are one question where they are a group`() async throws {
            let body = """
                <span id=q>Which tools do you use?</span><div role=group aria-labelledby=q>
                <button type=button role=checkbox aria-checked=false id=a></button><label for=a>AutoCAD</label>
                <button type=button role=checkbox aria-checked=false id=r></button><label for=r>Revit</label>
                <button type=button role=checkbox aria-checked=false id=p></button><label for=p>Primavera</label></div>
                <input type=hidden name=t><script>{ const all = [a, r, p], names = ["a", "r", "p"];
                  for (const one of all) one.onclick = () => { const is = one.getAttribute("aria-checked") === "true";
                    one.setAttribute("aria-checked", String(!is)); document.querySelector("[name=t]").value =
                      names.filter((_, at) => all[at].getAttribute("aria-checked") === "true").join(); }; }</script>
                """
            #expect(try await posted(body, ["Which tools do you use?": "AutoCAD, Primavera"])["t"] == ["a,p"])
        }

        @Test func `radios without a name are one question where a group holds them`() async throws {
            let body = """
                <div><label>Do you travel?</label><div class=ant-radio-group><label><input type=radio value=y> Yes</label>
                <label><input type=radio value=n> No</label></div></div><input type=hidden name=t>
                <script>for (const one of document.querySelectorAll("[type=radio]")) one.onchange = () => {
                  for (const other of document.querySelectorAll("[type=radio]")) other.checked = other === one;
                  document.querySelector("[name=t]").value = one.value; };</script>
                """
            #expect(try await posted(body, ["Do you travel?": "No"])["t"] == ["n"])
        }

        @Test func `a list that shows its choice in a label of its own`() async throws {
            let body = """
                <p><label for=z>Depot *</label><div id=b role=combobox aria-haspopup=listbox style="border:1px solid">
                <div style="position:absolute;width:1px;height:1px;overflow:hidden;clip:rect(0 0 0 0)">
                <input id=z readonly></div><label id=t>Select One</label><div>v</div></div><input type=hidden name=d>
                <div class=menu-panel id=l style="display:none"><ul role=listbox><li role=option>North
                <li role=option>South</ul></div><script>
                b.onclick = () => { l.style.display = l.style.display === "none" ? "block" : "none"; };
                for (const one of l.querySelectorAll("li")) one.onclick = () => { t.textContent = one.textContent;
                  document.querySelector("[name=d]").value = one.textContent.trim(); l.style.display = "none"; };</script>
                """
            #expect(try await posted(body, ["Depot": "South"])["d"] == ["South"])
        }

        @Test func `a box that calls itself a list, and makes an entry of whatever is confirmed`() async throws {
            let body = """
                <p><label for=k>Languages you write *</label><div><input id=k role=combobox aria-autocomplete=list
                aria-expanded=false></div><input type=hidden name=s><script>{ const all = []; k.onkeydown = (event) => {
                  if (event.key !== "Enter") return; event.preventDefault(); if (!k.value.trim()) return;
                  all.push(k.value.trim()); k.value = ""; const one = document.createElement("span");
                  one.className = "Chip-root"; one.textContent = all.at(-1); k.before(one);
                  document.querySelector("[name=s]").value = all.join("|"); }; }</script>
                """
            #expect(try await posted(body, ["Languages you write": "Ada, Forth"])["s"] == ["Ada|Forth"])
        }

        @Test func `a row of a table of choices asks what stands over the table`() async throws {
            let years = ["0", "1-2", "3-5", "6+"]
            let row = { (name: String) in
                "<tr><th>\(name)</th>" + years.map { "<td><input type=radio name=\(name) value=\($0)></td>" }.joined()
            }
            let body = """
                <table><caption>Please rate your experience in years</caption><thead><tr><th></th>
                \(years.map { "<th>\($0)</th>" }.joined())</tr></thead>\(row("Forth"))\(row("Ada"))</table>
                """
            let answers = ["Years of experience with Forth": "7", "Years of experience with Ada": "4"]
            let sent = try await posted(body, answers)
            #expect(sent["Forth"] == ["6+"])
            #expect(sent["Ada"] == ["3-5"])
        }
    }
}
