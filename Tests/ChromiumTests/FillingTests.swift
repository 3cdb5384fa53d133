import Chromium
import Foundation
import Testing
import TestSupport

extension ChromiumTests {
    @Suite struct Filling {
        @Test func `fills text, an area, a date, a number and an editable element`() async throws {
            let html = """
                <label>Name <input id=name value=old></label><textarea id=letter></textarea><input id=born type=date>
                <input id=years type=number><div id=rich contenteditable>old</div>
                """
            try await withTestPage(html) { page, _ in
                try await page.fill(page.locate(.label("Name")), with: "Zoë Ümläut")
                try await page.fill(page.locate(.id("letter")), with: "one\ntwo")
                try await page.fill(page.locate(.id("born")), with: "1990-02-28")
                try await page.fill(page.locate(.id("years")), with: "12")
                try await page.fill(page.locate(.id("rich")), with: "new words")
                #expect(try await page.mainFrame.read("value", "name") == "Zoë Ümläut")
                #expect(try await page.mainFrame.read("value", "letter") == "one\ntwo")
                #expect(try await page.mainFrame.read("value", "born") == "1990-02-28")
                #expect(try await page.mainFrame.read("value", "years") == "12")
                #expect(try await page.mainFrame.read("text", "rich") == "new words")
                try await page.clear(page.locate(.id("name")))
                #expect(try await page.mainFrame.read("value", "name") == "")
            }
        }

        @Test func `fills plain fields with one call, as edits that the page hears of one by one`() async throws {
            let html = """
                <input id=name value=old><input id=mail type=email><textarea id=letter></textarea><input id=born type=date>
                <select id=size><option>S<option>M</select><input id=off disabled><input id=long minlength=9>
                <div id=rich contenteditable>old</div><input id=mask oninput="this.value = this.value.toUpperCase()">
                <p id=log></p><script>
                const log = (...words) => { document.getElementById("log").textContent += words.join(" ") + ";"; };
                // State as frameworks keep it: each entry is added to what was drawn last, a task later.
                let drawn = {};
                for (const kind of ["input", "change"]) addEventListener(kind, (event) => {
                  log(kind, event.target.id, event.isTrusted);
                  const next = { ...drawn, [event.target.id]: event.target.value };
                  queueMicrotask(() => { drawn = next; });
                });
                globalThis.drawn = () => drawn;</script>
                """
            try await withTestPage(html) { page, _ in
                let ids = ["name", "mail", "letter", "born", "size", "off", "long", "rich", "mask"]
                let texts = ["Zoë", "a@b.c", "one\ntwo", "1990-02-28", "", "no", "short", "new", "abc"]
                var entries: [FieldEntry] = []
                for (id, text) in zip(ids, texts) {
                    let content = id == "size" ? FieldEntry.Content.options([.index(1)]) : .text(text)
                    entries.append(FieldEntry(try await page.locate(.id(id)), content))
                }
                let done = try await page.fillAll(entries)
                #expect(done == [true, true, true, true, true, false, false, false, true])
                #expect(try await page.mainFrame.read("value", "letter") == "one\ntwo")
                #expect(try await page.mainFrame.read("selected", "size") == "[\"M\"]")
                let log = try await page.mainFrame.read("text", "log").split(separator: ";").map(String.init)
                for heard in ["input name true", "change name true", "input mail true", "change letter true"] {
                    #expect(log.contains(heard), "\(heard) is not in \(log)")
                }
                #expect(log.firstIndex(of: "change name true") ?? 99 < log.firstIndex(of: "input mail true") ?? 0)
                #expect(log.contains("change born false"))
                #expect(log.contains("change size false"))
                #expect(try await page.fillAll([]) == [])
            }
        }

        @Test func `fills a masked field, and a field that listens to keys alone`() async throws {
            let html = """
                <input id=phone oninput="this.value = this.value.replace(/\\D/g, '').replace(/^(\\d{3})(\\d{3})/, '($1) $2-')">
                <input id=keys onbeforeinput="if (event.inputType === 'insertText' && event.data.length > 1) event.preventDefault()">
                """
            try await withTestPage(html) { page, _ in
                try await page.fill(page.locate(.id("phone")), with: "5551234567")
                try await page.fill(page.locate(.id("keys")), with: "typed")
                #expect(try await page.mainFrame.read("value", "phone") == "(555) 123-4567")
                #expect(try await page.mainFrame.read("value", "keys") == "typed")
            }
        }

        @Test func `says so when a field does not keep its text, without repeating it`() async throws {
            try await withTestPage("<input id=short maxlength=3><input id=born type=date>") { page, _ in
                for field in ["short", "born"] {
                    let element = try await page.locate(.id(field))
                    let error = await #expect(throws: ChromiumError.self) {
                        try await page.fill(element, with: "confidential", timeout: .seconds(5))
                    }
                    #expect(error?.code == .notActionable)
                    #expect(error?.description.contains("conf") == false)
                }
            }
        }

        @Test func `a script of the page sees trusted input and the change`() async throws {
            let html = """
                <input id=field><button id=next>Next</button><p id=log></p>
                <script>for (const kind of ["input", "change"]) document.getElementById("field").addEventListener(kind,
                    (event) => { document.getElementById("log").textContent += `${kind} ${event.isTrusted};`; });</script>
                """
            try await withTestPage(html) { page, _ in
                try await page.fill(page.locate(.id("field")), with: "x")
                try await page.click(page.locate(.role("button", name: "Next")))
                #expect(try await page.mainFrame.read("text", "log") == "input true;change true;")
            }
        }

        @Test func `types at the end, and presses keys together`() async throws {
            try await withTestPage("<input id=field value=ab>") { page, _ in
                let field = try await page.locate(.id("field"))
                try await page.type("C1 ü", into: field)
                #expect(try await page.mainFrame.read("value", "field") == "abC1 ü")
                try await page.press("Control+a")
                try await page.press("Backspace")
                #expect(try await page.mainFrame.read("value", "field") == "")
            }
        }

        @Test func `chooses options, once they are there`() async throws {
            let html = """
                <select id=one><option>a<option>b</select><select id=many multiple><option>a<option selected>b<option>c</select>
                <select id=late></select><p id=log></p>
                <script>
                document.getElementById("one").onchange = () => document.getElementById("log").textContent = "changed";
                setTimeout(() => document.getElementById("late").innerHTML = "<option>x<option>y", 150);
                </script>
                """
            try await withTestPage(html) { page, _ in
                try await page.select(page.locate(.id("one")), optionIndexes: [1])
                try await page.select(page.locate(.id("many")), optionIndexes: [0, 2])
                try await page.select(page.locate(.id("late")), optionIndexes: [1])
                #expect(try await page.mainFrame.read("selected", "one") == #"["b"]"#)
                #expect(try await page.mainFrame.read("selected", "many") == #"["a","c"]"#)
                #expect(try await page.mainFrame.read("selected", "late") == #"["y"]"#)
                #expect(try await page.mainFrame.read("text", "log") == "changed")
            }
        }

        @Test func `checks a radio button that hides behind its label, and a switch made of a button`() async throws {
            let html = """
                <style>.styled { position: absolute; opacity: 0; width: 0; height: 0 }</style>
                <input type=radio class=styled id=yes name=q><label for=yes><span>Yes</span></label>
                <label><input type=checkbox id=box style="display:none"><b>Agree</b></label>
                <button id=toggle role=switch aria-checked=false
                  onclick="this.ariaChecked = String(this.ariaChecked !== 'true')">Mail</button>
                <input type=checkbox id=stuck onclick="event.preventDefault()">
                """
            try await withTestPage(html) { page, _ in
                for id in ["yes", "box", "toggle"] { try await page.setChecked(page.locate(.id(id)), true) }
                #expect(try await page.mainFrame.read("checked", "yes") == "true")
                #expect(try await page.mainFrame.read("checked", "box") == "true")
                try await page.setChecked(page.locate(.id("toggle")), false)
                try await page.setChecked(page.locate(.id("box")), false)
                #expect(try await page.mainFrame.read("checked", "box") == "false")
                let stuck = try await page.locate(.id("stuck"))
                let error = await #expect(throws: ChromiumError.self) { try await page.setChecked(stuck, true) }
                #expect(error?.code == .notActionable)
            }
        }

        @Test func `gives files to a hidden input, readable for the browser`() async throws {
            let file = FileManager.default.temporaryDirectory.appending(path: "\(UUID().uuidString) résumé.txt")
            try Data("my life".utf8).write(to: file)
            try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: file.path)
            defer { try? FileManager.default.removeItem(at: file) }
            let html = """
                <input type=file id=cv style="display:none" onchange="document.getElementById('log').textContent = 'changed'">
                <p id=log></p><button onclick="document.getElementById('cv').click()">Choose</button>
                """
            try await withTestPage(html) { page, _ in
                let input = try await page.locate(.id("cv"))
                try await page.upload([file], to: input)
                #expect(try await page.mainFrame.read("files", "cv") == #"["\#(file.lastPathComponent)"]"#)
                #expect(try await page.mainFrame.read("file", "cv") == "my life")
                #expect(try await page.mainFrame.read("text", "log") == "changed")
                try await page.click(page.locate(.role("button", name: "Choose")))
                let error = await #expect(throws: ChromiumError.self) {
                    try await page.upload([file, file], to: input)
                }
                #expect(error?.code == .notActionable)
            }
        }

        @Test func `reaches into open shadow roots`() async throws {
            let html = """
                <div id=host></div><script>
                const root = document.getElementById("host").attachShadow({ mode: "open" });
                root.innerHTML = "<label for=inner>Inner</label><input id=inner><button id=go>Go</button>";
                root.getElementById("go").onclick = () => root.getElementById("inner").value += "!";
                </script>
                """
            try await withTestPage(html) { page, _ in
                try await page.fill(page.locate(.label("Inner")), with: "deep")
                try await page.click(page.locate(.role("button", name: "Go")))
                #expect(try await page.mainFrame.read("shadow", "host", "inner") == "deep!")
            }
        }

        @Test(arguments: ["127.0.0.1", "localhost"])
        func `fills and clicks in a frame, of the same site or another`(host: String) async throws {
            let inner = "<input id=inner><button onclick=\"document.getElementById('inner').value += '!'\">Go</button>"
            try await Site.open({ _ in .html(inner) }) { other in
                let address = other.origin.replacing("127.0.0.1", with: host)
                let html =
                    "<div style='height:2000px'></div><iframe src='\(address)/' style='border:7px solid'></iframe>"
                try await withTestPage(html) { page, _ in
                    let field = try await page.locate(.id("inner"))
                    try await page.fill(field, with: "framed")
                    try await page.click(page.locate(.role("button", name: "Go")))
                    let frame = try #require(page.frames.first { !$0.isMain })
                    #expect(frame.url == address + "/")
                    #expect(try await frame.read("value", "inner") == "framed!")
                }
            }
        }
    }
}
