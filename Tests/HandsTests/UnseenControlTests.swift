import Foundation
import GhostHands
import TestSupport
import Testing

@testable import Hands

extension HandsTests {
    /// Controls and ways of showing a form that no library's name tells.
    @Suite struct UnseenControls {
        private func posted(_ body: String, _ answers: [String: String]) async throws -> [String: [String]] {
            let html = """
                <form action=/submit method=post><label>Name <input name=n></label>\(body)
                <button>Submit application</button></form>
                """
            let trial = try await Trial.run(html, Applicant(profile: ["first_name": "Ann"], answers: answers))
            #expect(trial.end == .done)
            return try trial.posted()
        }

        @Test func `a box that cannot be typed into and says that it opens a list`() async throws {
            let body = """
                <label for=s>Depot</label><input id=s name=s readonly aria-haspopup=listbox aria-expanded=false>
                <script>s.onclick = () => { if (window.mx) return;
                  const list = document.createElement("div"); list.id = "mx"; list.setAttribute("role", "listbox");
                  for (const name of ["North", "South"]) { const one = document.createElement("div");
                    one.setAttribute("role", "option"); one.textContent = name;
                    one.onclick = () => { s.value = name; list.remove(); }; list.append(one); }
                  document.body.append(list); };</script>
                """
            #expect(try await posted(body, ["Depot": "South"])["s"] == ["South"])
        }

        @Test func `two buttons that only a style and a hidden field tell apart`() async throws {
            let body = """
                <p>Can you work nights? *</p><div class=pair><button type=button>Yes</button><button type=button>No</button>
                </div><input type=hidden name=nights>
                <script>for (const one of document.querySelectorAll(".pair button")) one.onclick = () => {
                  for (const each of document.querySelectorAll(".pair button")) each.classList.toggle("on", each === one);
                  document.querySelector("[name=nights]").value = one.textContent; };</script>
                """
            #expect(try await posted(body, ["Can you work nights?": "No"])["nights"] == ["No"])
        }

        @Test func `a box whose whole label leads away is ticked at its edge`() async throws {
            let body = """
                <style>label.own { position: relative; padding-left: 28px; display: inline-block }
                input.own { position: absolute; opacity: 0; width: 0; height: 0 }</style>
                <input class=own type=checkbox id=own name=own required><label class=own for=own><a href="/elsewhere">
                I own a car</a></label>
                """
            #expect(try await posted(body, ["I own a car": "Yes"])["own"] == ["on"])
        }

        @Test func `a number that only buttons count`() async throws {
            let body = """
                <div><label for=t>How many people did you lead?</label><button type=button aria-label=Decrease>−</button>
                <input id=t name=t value=0 readonly><button type=button aria-label=Increase>+</button></div>
                <script>{ const [less, more] = document.querySelectorAll("[aria-label]");
                  less.onclick = () => t.value = +t.value - 1; more.onclick = () => t.value = +t.value + 1; }</script>
                """
            #expect(try await posted(body, ["How many people did you lead?": "4"])["t"] == ["4"])
        }

        @Test func `a list that is named by its first entry alone`() async throws {
            let body = """
                <select name=shift required><option value="" selected disabled>Shift</option><option>Early</option>
                <option>Late</option></select>
                """
            #expect(try await posted(body, ["Shift": "Late"])["shift"] == ["Late"])
        }

        @Test func `labels that only the style sheet writes`() async throws {
            let body = """
                <style>.depot::before { content: "Depot" }</style><div class=depot><input name=d></div>
                """
            #expect(try await posted(body, ["Depot": "South"])["d"] == ["South"])
        }

        @Test func `words under the boxes of a table`() async throws {
            let body = """
                <p>Reach me</p><table><tr><td><input name=a></td><td><input name=b></td></tr>
                <tr><td>Depot</td><td>Shift</td></tr></table>
                """
            let posted = try await posted(body, ["Depot": "South", "Shift": "Late"])
            #expect(posted["a"] == ["South"])
            #expect(posted["b"] == ["Late"])
        }

        @Test func `small boxes that are called the same are one code`() async throws {
            let box = "<input aria-label='One of the characters' type=text class=pin style='width:30px'>"
            let body = """
                <p>Badge letters</p><div>\(String(repeating: box, count: 4))</div><input type=hidden name=code>
                <script>{ const all = [...document.querySelectorAll(".pin")];
                  all.forEach((one, at) => one.oninput = () => { one.value = one.value.slice(-1);
                    document.querySelector("[name=code]").value = all.map((each) => each.value).join("");
                    if (one.value) all[at + 1]?.focus(); }); }</script>
                """
            #expect(try await posted(body, ["Badge letters": "K7P2"])["code"] == ["K7P2"])
        }

        @Test func `a list in which one looks in a box of its own`() async throws {
            let body = """
                <p id=dl>Depot *</p><div role=combobox tabindex=0 id=dc aria-haspopup=listbox aria-expanded=false
                  aria-labelledby=dl aria-required=true>&nbsp;</div><input type=hidden name=depot>
                <script>{ const all = ["Aalen", "Bonn", "Celle", "Dresden", "Essen", "Fulda", "Gera"];
                  dc.onclick = () => { if (document.getElementById("dp")) return;
                    const list = document.createElement("div"); list.id = "dp"; list.setAttribute("role", "listbox");
                    list.innerHTML = "<div role=option aria-disabled=true><input id=dq></div><div id=dr></div>";
                    document.body.append(list); dc.setAttribute("aria-expanded", "true");
                    const draw = () => { dr.replaceChildren(...all.filter((name) => name.toLowerCase()
                      .startsWith(dq.value.toLowerCase())).slice(0, 3).map((name) => {
                        const one = document.createElement("div"); one.setAttribute("role", "option");
                        one.textContent = name; one.onclick = () => { document.querySelector("[name=depot]").value = name;
                          dc.textContent = name; dc.setAttribute("aria-expanded", "false"); list.remove(); };
                        return one; })); };
                    dq.oninput = draw; draw(); dq.focus(); }; }</script>
                """
            #expect(try await posted(body, ["Depot": "Gera"])["depot"] == ["Gera"])
        }

        @Test func `of two levels the very words are found below the likely place`() async throws {
            let body = """
                <p id=wl>Where did you see us? *</p><div role=combobox tabindex=0 id=wc aria-haspopup=listbox
                  aria-expanded=false aria-labelledby=wl aria-required=true>&nbsp;</div><input type=hidden name=seen>
                <script>{ const tree = { Board: ["Harbour Board Message"], Web: ["Harbour Board", "Mail"] };
                  const show = (names, next) => { document.getElementById("wp")?.remove();
                    const list = document.createElement("div"); list.id = "wp"; list.setAttribute("role", "listbox");
                    for (const name of names) { const one = document.createElement("div");
                      one.setAttribute("role", "option"); one.textContent = name + (next ? " ›" : "");
                      one.onclick = () => next ? show(tree[name]) : keep(name); list.append(one); }
                    document.body.append(list); wc.setAttribute("aria-expanded", "true"); };
                  const shut = () => { document.getElementById("wp")?.remove(); wc.setAttribute("aria-expanded", "false"); };
                  const keep = (name) => { document.querySelector("[name=seen]").value = name; wc.textContent = name; shut(); };
                  wc.onclick = () => show(Object.keys(tree), true);
                  addEventListener("keydown", (event) => { if (event.key === "Escape") shut(); }); }</script>
                """
            #expect(try await posted(body, ["Where did you see us?": "Harbour Board"])["seen"] == ["Harbour Board"])
        }

        @Test func `what is faded in is waited for`() async throws {
            let html = """
                <style>section { transition: opacity .3s } .away { opacity: 0 }</style><h1>Apply</h1>
                <form action=/submit method=post><section class=away id=s><label>First name <input name=n></label>
                <button>Submit application</button></section></form>
                <script>requestAnimationFrame(() => setTimeout(() => s.classList.remove("away"), 50));</script>
                """
            let trial = try await Trial.run(html, Applicant(profile: ["first_name": "Ann"]))
            #expect(trial.end == .done)
            #expect(try trial.posted()["n"] == ["Ann"])
        }

        @Test func `a link sends the form where the buttons only keep it`() async throws {
            let html = """
                <h1>Apply</h1><form action=/submit method=post id=f><button name=kept value=1>Keep for later</button>
                <label>First name <input name=n></label>
                <a href="#" onclick="f.submit(); return false">Send</a></form>
                """
            let trial = try await Trial.run(html, Applicant(profile: ["first_name": "Ann"]))
            #expect(trial.end == .done)
            #expect(try trial.posted() == ["n": ["Ann"]])
        }

        @Test func `stars are told apart by what the pointer is told`() async throws {
            let stars = [3, 2, 1].map {
                "<input type=radio name=r id=r\($0) value=\($0)><label for=r\($0) title='\($0) stars'>★</label>"
            }
            let body = "<fieldset><legend>Rate your Danish *</legend>\(stars.joined())</fieldset>"
            #expect(try await posted(body, ["Rate your Danish": "2 stars"])["r"] == ["2"])
        }

        @Test func `times of the same name are told apart by their day`() async throws {
            let days = ["Monday", "Tuesday"].map { day in
                "<h4>\(day)</h4>"
                    + ["9:00", "10:00"].map { time in
                        "<label><input type=radio name=t value='\(day) \(time)'>\(time)</label>"
                    }
                    .joined()
            }
            let body = "<fieldset><legend>When may we call? *</legend>\(days.joined())</fieldset>"
            #expect(try await posted(body, ["When may we call?": "Tuesday, 9:00"])["t"] == ["Tuesday 9:00"])
        }

        @Test func `a list that stands open for good`() async throws {
            let body = """
                <div id=l>Which shifts suit you?</div><div role=listbox aria-multiselectable=true aria-labelledby=l>
                <span role=option tabindex=0 aria-selected=false>Early</span>
                <span role=option tabindex=0 aria-selected=false>Late</span>
                <span role=option tabindex=0 aria-selected=false>Night</span></div><input type=hidden name=s>
                <script>for (const one of document.querySelectorAll("[role=option]")) one.onclick = () => {
                  one.setAttribute("aria-selected", one.getAttribute("aria-selected") !== "true");
                  document.querySelector("[name=s]").value = [...document.querySelectorAll("[aria-selected=true]")]
                    .map((each) => each.textContent).join("+"); };</script>
                """
            #expect(try await posted(body, ["Which shifts suit you?": "Early, Night"])["s"] == ["Early+Night"])
        }

        @Test func `a box of no role that keeps its choice in a hidden field`() async throws {
            let body = """
                <label>Contract *</label><div class="ui selection dropdown" tabindex=0 style="border:1px solid">
                <input type=hidden name=c><div class=text>Select</div><div class=menu style="display:none">
                <div class=item>Full-time</div><div class=item>Part-time</div></div></div>
                <script>{ const box = document.querySelector(".dropdown"), menu = box.querySelector(".menu");
                  box.onclick = (event) => { const item = event.target.closest(".item");
                    menu.style.display = menu.style.display ? "" : "none"; if (!item) return;
                    box.querySelector("input").value = item.textContent;
                    box.querySelector(".text").textContent = item.textContent; }; }</script>
                """
            #expect(try await posted(body, ["Contract": "Part-time"])["c"] == ["Part-time"])
        }

        @Test(arguments: [
            ("button type=button role=tab aria-selected=true", "button type=button role=tab aria-selected=false"),
            ("button type=button aria-expanded=false", "button type=button aria-expanded=false"),
        ])
        func `sections of which one is open at a time are filled one after the other`(
            first: String,
            second: String
        )
            async throws
        {
            let isTab = first.contains("tab")
            let html = """
                <form action=/submit method=post onsubmit="return [...this.querySelectorAll('input')].every(i => i.value)"
                novalidate><\(first) aria-controls=a>Person</button> <\(second) aria-controls=b>Studies</button>
                <div id=a \(isTab ? "" : "hidden")><label>First name <input name=f required></label>
                <label>Last name <input name=l required></label></div>
                <div id=b hidden><label>School <input name=s required></label></div><button>Submit application</button>
                </form><script>const all = [...document.querySelectorAll("[aria-controls]")];
                for (const one of all) one.onclick = () => all.forEach((x) => {
                  if (x.role === "tab") x.setAttribute("aria-selected", x === one);
                  else x.setAttribute("aria-expanded", x === one);
                  document.getElementById(x.getAttribute("aria-controls")).hidden = x !== one; });</script>
                """
            let profile: Profile = [
                "first_name": "Ann", "last_name": "Lee", "education": [["institution": "MIT", "degree": "BSc"]],
            ]
            let trial = try await Trial.run(html, Applicant(profile: profile))
            let posted = try trial.posted()
            #expect(posted["f"] == ["Ann"])
            #expect(posted["l"] == ["Lee"])
            #expect(posted["s"] == ["MIT"])
        }

        @Test func `what only buttons step is not left as it stands`() async throws {
            let html = """
                <form action=/submit method=post><label>First name <input name=n required></label>
                <span id=y>Years of experience *</span> <button type=button>−</button>
                <input name=y role=spinbutton aria-labelledby=y value=0 readonly><button type=button>+</button>
                <button>Submit application</button></form>
                """
            let trial = try await Trial.run(html, Applicant(profile: ["first_name": "Ann", "years_of_experience": 8]))
            #expect(trial.end != .done)
        }

        @Test func `a section that is folded away is opened`() async throws {
            let body = """
                <h3><button type=button aria-expanded=false aria-controls=p>More about you</button></h3>
                <div id=p hidden><label>Do you smoke? <input name=q></label></div>
                <details><summary>Further</summary><label>Do you drive? <input name=d></label></details>
                <script>document.querySelector("h3 button").onclick = (event) => { p.hidden = !p.hidden;
                  event.currentTarget.setAttribute("aria-expanded", String(!p.hidden)); };</script>
                """
            let sent = try await posted(body, ["Do you smoke?": "No", "Do you drive?": "Yes"])
            #expect(sent["q"] == ["No"])
            #expect(sent["d"] == ["Yes"])
        }

        @Test func `terms that must be read to their end are`() async throws {
            let body = """
                <div id=t style="height:60px;overflow:auto"><div style="height:900px">Privacy notice</div></div>
                <label><input type=checkbox name=a value=1 required disabled> I agree to the privacy notice</label>
                <script>t.onscroll = () => { if (t.scrollTop + t.clientHeight > t.scrollHeight - 5)
                  document.querySelector("[name=a]").disabled = false; };</script>
                """
            #expect(try await posted(body, [:])["a"] == ["1"])
        }

        @Test func `a counter beside a question is no word of it, nor is the sign of a currency`() async throws {
            let body = """
                <label>How many days can you travel? <output>0</output><input type=range min=0 max=10 value=0 name=r></label>
                <ul><li><h3>What is your desired hourly rate?</h3><input name=p placeholder="$"></li></ul>
                """
            let sent = try await posted(body, ["How many days can you travel?": "8", "Desired hourly rate": "24"])
            #expect(sent["r"] == ["8"])
            #expect(sent["p"] == ["24"])
        }

        @Test func `a row of a table is named by its first cell`() async throws {
            let level = "<option value=''>-<option>Basics<option>Fluent"
            let body = """
                <table><tr><th>Language</th><th>Level</th></tr>
                <tr><td>German</td><td><select name=de>\(level)</select></td></tr>
                <tr><td>Dutch</td><td><select name=nl>\(level)</select></td></tr></table>
                """
            let sent = try await posted(body, ["German": "Fluent", "Dutch": "Basics"])
            #expect(sent["de"] == ["Fluent"])
            #expect(sent["nl"] == ["Basics"])
        }

        @Test func `a button that counts down is waited for`() async throws {
            let html = """
                <form action=/submit method=post><label>Depot <input name=s></label>
                <label>Gate <input name=g></label><button disabled>Submit application</button></form>
                <script>setTimeout(() => { document.querySelector("button").disabled = false; }, 2000);</script>
                """
            let trial = try await Trial.run(html, Applicant(profile: [:], answers: ["Depot": "South", "Gate": "3"]))
            #expect(trial.end == .done)
            #expect(try trial.posted()["s"] == ["South"])
        }
    }
}
