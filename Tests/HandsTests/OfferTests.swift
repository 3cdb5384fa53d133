import GhostHands
import TestSupport
import Testing

extension HandsTests {
    /// Boxes that offer something once they are typed into, each with markup of its own.
    @Suite struct Offers {
        private static let home = Applicant(profile: [
            "first_name": "Ada", "last_name": "Moe", "skills": ["Go", "Rust"],
            "location": ["city": "Bergen", "state": "Vestland", "country": "Norway"],
            "education": [["institution": "Polytechnic of Bergen"]],
        ])

        /// A box with what its script does; `offer` opens a list of rows below it, each of which sets what is kept.
        private static func form(_ label: String, _ attributes: String, _ script: String) -> String {
            """
            <title>Apply</title><form method=post action="/submit"><p><label>First name <input name=first></label></p>
            <p><label for=box>\(label)</label> <input id=box name=box \(attributes)><input type=hidden name=kept></p>
            <button>Submit application</button></form><script>
            const box = document.querySelector("#box"), kept = document.querySelector("[name=kept]");
            let list;
            const close = () => { list?.remove(); list = null; };
            const offer = (rows, tag = "div") => {
                close();
                if (!rows.length) return;
                list = document.createElement(tag === "li" ? "ul" : "div");
                const place = box.getBoundingClientRect();
                list.style.cssText = `position:absolute;background:#fff;left:${place.left}px;top:${place.bottom}px`;
                list.append(...rows.map((text) => {
                    const row = document.createElement(tag);
                    row.textContent = text;
                    row.onmousedown = () => { box.value = text; kept.value = "id of " + text; close(); };
                    return row;
                }));
                document.body.append(list);
            };
            \(script)</script>
            """
        }

        private static let towns = ["Bergen, New Jersey, United States", "Bergen, Vestland, Norway", "Bergen, Belgium"]

        private func kept(_ page: String, _ applicant: Applicant = home) async throws -> String {
            try await Trial.run(page, applicant).posted()["kept"]?.first ?? "not sent"
        }

        @Test func `a list without any role is chosen from, and the right namesake of a town`() async throws {
            let page = Self.form(
                "City *",
                "autocomplete=off",
                "box.oninput = () => setTimeout(() => offer(box.value.length > 2 ? \(Self.json(Self.towns)) : []), 200);"
            )
            #expect(try await kept(page) == "id of Bergen, Vestland, Norway")
        }

        @Test func `a list that only keys open is opened by them, also where nothing in the markup says so`()
            async throws
        {
            let page = Self.form(
                "City *",
                "",
                "box.addEventListener('keyup', () => setTimeout(() => offer(\(Self.json(Self.towns))), 150));"
            )
            #expect(try await kept(page) == "id of Bergen, Vestland, Norway")
        }

        @Test func `a list that comes from the server is waited for`() async throws {
            let page = Self.form(
                "Current location *",
                "class=typeahead",
                "box.oninput = async () => { await (await fetch('/towns')).text(); if (!kept.value) offer(\(Self.json(Self.towns)), 'li'); };"
            )
            let trial = try await Trial.run(page, Self.home) { $0.method == "GET" ? .text("ok") : .html(Trial.thanks) }
            #expect(try trial.posted()["kept"] == ["id of Bergen, Vestland, Norway"])
        }

        @Test func `a list that is drawn anew again and again is chosen from once it is at rest`() async throws {
            let page = Self.form(
                "School *",
                "autocomplete=off",
                """
                let drawn = 0, timer;
                const draw = () => {
                    if (kept.value || ++drawn > 30) return clearInterval(timer);
                    offer(["Polytechnic of Bergen", "Polytechnic of Oslo"]);
                };
                box.oninput = () => { drawn = 0; timer ??= setInterval(draw, 30); };
                """
            )
            #expect(try await kept(page) == "id of Polytechnic of Bergen")
        }

        @Test func `a text that a list stands beside and did not take is no answer`() async throws {
            let page = Self.form(
                "School *",
                "autocomplete=off required",
                "box.oninput = () => { offer(['Polytechnic of Bergen']); list.firstChild.onmousedown = null; };"
            )
            let trial = try await Trial.run(page, Self.home)
            #expect(trial.posts.isEmpty)
            #expect(try trial.entry("box").outcome == .refused)
        }

        @Test func `a head and a foot of a list are no choices`() async throws {
            let page = Self.form(
                "School *",
                "autocomplete=off",
                """
                box.oninput = () => {
                    offer(["Polytechnic of Bergen North", "Polytechnic of Bergen"]);
                    const rows = document.createElement("div");
                    rows.append(...list.children);
                    const [head, foot] = ["Suggestions", "Powered by nobody"].map((text) => {
                        const one = document.createElement("div");
                        one.textContent = text;
                        return one;
                    });
                    list.append(head, rows, foot);
                };
                """
            )
            #expect(try await kept(page) == "id of Polytechnic of Bergen")
        }

        @Test func `what no list has is entered as it is`() async throws {
            let page = Self.form(
                "School *",
                "autocomplete=off",
                "box.oninput = () => offer(['Academy of Oslo']); box.onblur = close;"
            )
            let trial = try await Trial.run(page, Self.home)
            #expect(try trial.posted()["box"] == ["Polytechnic of Bergen"])
            #expect(try trial.entry("box").outcome == .filled)
        }

        @Test func `a town of several names is entered under its own where nothing opens`() async throws {
            let applicant = Applicant(profile: [
                "first_name": "Ada", "location": ["city": "Berlin", "country": "Germany"],
            ])
            let page = Self.form("City *", "required", "box.oninput = () => { kept.value = box.value; };")
            #expect(try await kept(page, applicant) == "Berlin")
        }

        @Test func `a place that the list does not have is not sent as another`() async throws {
            let page = Self.form(
                "City *",
                "autocomplete=off required",
                """
                box.oninput = () => offer(["Bergen, Belgium"]);
                box.onblur = () => { close(); if (!kept.value) box.value = ""; };
                """
            )
            let trial = try await Trial.run(page, Self.home)
            #expect(trial.posts.isEmpty)
            #expect(try trial.entry("box").outcome == .refused)
        }

        @Test func `an entry of the browser's own list is entered as the list has it`() async throws {
            let page = """
                <title>Apply</title><form method=post action="/submit"><label>First name <input name=first></label>
                <label>Country * <input name=box list=all></label><datalist id=all><option value="Norway (NO)">
                <option value="Sweden (SE)"></datalist><button>Submit application</button></form>
                """
            #expect(try await Trial.run(page, Self.home).posted()["box"] == ["Norway (NO)"])
        }

        @Test(arguments: ["Enter", ","]) func `tags are confirmed by their key, and the form is not sent by it`(
            key: String
        ) async throws {
            let page = """
                <title>Apply</title><form method=post action="/submit"><p><label>First name <input name=first></label></p>
                <p><label for=box>Skills</label></p><div class="tags-input"><input id=box></div>
                <input type=hidden name=kept><button>Submit application</button></form><script>
                const box = document.querySelector("#box"), kept = document.querySelector("[name=kept]");
                box.onkeydown = (event) => {
                    if (event.key !== "\(key)") return;
                    event.preventDefault();
                    const tag = document.createElement("span");
                    tag.textContent = box.value;
                    box.before(tag);
                    kept.value += box.value + ";";
                    box.value = "";
                };</script>
                """
            let trial = try await Trial.run(page, Self.home)
            #expect(try trial.posted()["kept"] == ["Go;Rust;"])
        }

        private static func json(_ texts: [String]) -> String { JSON.array(texts.map { .string($0) }).text }
    }
}
