import GhostHands
import TestSupport
import Testing

@testable import Hands

extension HandsTests {
    /// What things of a form are called, however they are built.
    @Suite struct Names {
        private func read(_ html: String, _ check: (PageReading) throws -> Void) async throws {
            try await withTestPage("<form method=post>\(html)<button>Send</button></form>") { page, _ in
                try check(try await PageReader().read(page))
            }
        }

        @Test func `a list is named by the label within it, which is no answer`() async throws {
            let html = """
                <div role=button tabindex=0 aria-haspopup=listbox><label for=x>Shift *</label><div><input id=x readonly></div></div>
                """
            try await read(html) { reading in
                #expect(reading.fields.map(\.field.label) == ["Shift"])
                #expect(reading.fields.map(\.field.isRequired) == [true])
                #expect(reading.fields.map(\.field.isAnswered) == [false])
            }
        }

        @Test func `a trigger and the box that it hides are one list`() async throws {
            let html = """
                <label id=l>Shift</label><div><span style="position:absolute;clip:rect(0 0 0 0);width:1px;height:1px;overflow:hidden">
                <input role=combobox readonly aria-haspopup=listbox aria-labelledby=l aria-required=true></span><span>Night</span>
                <div role=button aria-label="dropdown trigger" aria-haspopup=listbox style="width:20px;height:20px"></div></div>
                """
            try await read(html) { reading in
                #expect(reading.fields.map(\.field.label) == ["Shift"])
                #expect(reading.fields.map(\.field.isRequired) == [true])
                #expect(reading.fields.map(\.field.value) == ["Night"])
            }
        }

        @Test func `a list keeps its own name beside a box that people see`() async throws {
            let html = """
                <label for=p>Phone</label><div><button type=button role=combobox aria-label="Country code" aria-haspopup=listbox>+1
                </button><input id=p type=tel name=p></div>
                """
            try await read(html) { #expect($0.fields.map(\.field.label) == ["Country code", "Phone"]) }
        }

        @Test func `what stands in a shadow root belongs to the form around it, by its component's name`() async throws
        {
            let html = """
                <x-box id=a name=first label="First name" required></x-box><label for=b>Email</label><x-box id=b name=mail></x-box>
                <script>customElements.define("x-box", class extends HTMLElement { connectedCallback() {
                    this.attachShadow({ mode: "open" }).innerHTML = "<input>"; } });</script>
                """
            try await read(html) { reading in
                #expect(reading.form.map(\.field.label) == ["First name", "Email"])
                #expect(reading.form.map(\.field.name) == ["first", "mail"])
                #expect(reading.form.map(\.field.isRequired) == [true, false])
                #expect(reading.button(.submit) != nil)
            }
        }

        @Test(arguments: [
            """
            <p>Resume *</p><div class=dropzone style="padding:20px"><div>Drop files here to upload</div></div>
            <script>onload = () => { const input = Object.assign(document.createElement("input"), { type: "file" });
            input.style.visibility = "hidden"; document.body.append(input); };</script>
            """,
            """
            <div class=group><p>Resume *</p><div><input type=file id=f name=f><label for=f>Choose file</label></div></div>
            """,
            """
            <div>Resume *</div><div><input type=file id=f aria-labelledby=g style="opacity:0"><div>
            <label for=f id=g aria-hidden=true>Drag &amp; drop your file or <span>browse</span></label></div></div>
            """,
            """
            <div><label for=go>Resume *</label><div><div class=drop><div>Drop file here</div><div>or
            <button type=button id=go>Select file</button></div></div><input type=file name=f></div></div>
            """,
            """
            <h3>Lebenslauf (Pflichtfeld)</h3><div><label>Datei auswählen <input type=file name=f></label></div>
            """,
        ])
        func `a place for a file is called by what it is for`(html: String) async throws {
            try await read(html) { reading in
                #expect(reading.form.count == 1)
                #expect(reading.form.map(\.asked) == [.resume])
                #expect(reading.form.map(\.field.isRequired) == [true])
            }
        }

        @Test(arguments: [
            ("Vorname*Erforderlich", "Vorname", true), ("Need a visa? Required", "Need a visa?", true),
            ("必須 氏名", "氏名", true), ("お名前必須", "お名前", true), ("Prénom (obligatoire)", "Prénom", true),
            ("Vorname Pflichtfeld", "Vorname", true), ("Имя (обязательно)", "Имя", true), ("이름 (필수)", "이름", true),
            ("姓名 必填", "姓名", true), ("الاسم (مطلوب)", "الاسم", true), ("Nome*", "Nome", true),
            ("Telefon (freiwillig)", "Telefon", false), ("電話番号（任意）", "電話番号", false),
            ("Voornaam (niet verplicht)", "Voornaam (niet verplicht)", false),
            ("Efternavn (valgfrit felt)", nil, false),
            ("Nazwisko (pole wymagane)", "Nazwisko", true), ("Etunimi (pakollinen)", "Etunimi", true),
        ])
        func `the marks of what is required are taken off`(label: String, name: String?, isRequired: Bool) async throws
        {
            try await read("<label>\(label) <input name=x></label>") { reading in
                let field = try #require(reading.fields.first).field
                #expect(field.isRequired == isRequired)
                if let name { #expect(field.label == name) }
            }
        }

        @Test func `one heading over two boxes names neither of them`() async throws {
            let html = """
                <table><tr><th>お名前 必須</th><td>姓 <input name=a> 名 <input name=b></td></tr>
                <tr><th>フリガナ 必須</th><td>セイ <input name=c> メイ <input name=d></td></tr></table>
                """
            try await read(html) { reading in
                #expect(reading.fields.map(\.field.label) == ["姓", "名", "セイ", "メイ"])
                #expect(reading.fields.map(\.asked) == [.lastName, .firstName, .question, .question])
                #expect(reading.fields.map(\.field.isRequired) == [true, true, true, true])
                #expect(reading.fields.map(\.field.section) == ["お名前", "お名前", "フリガナ", "フリガナ"])
            }
        }

        @Test(arguments: [
            "<div style='position:absolute;clip-path:inset(100%)'>X</div>",
            "<div style='position:absolute;clip-path:circle(0)'>X</div>",
            "<div style='position:absolute;clip:rect(0,0,0,0)'>X</div>",
            "<div style='position:absolute;right:-9999px' aria-hidden=true>X</div>",
            "<div style='position:absolute;left:9999px'>X</div>", "<div style='opacity:0.001'>X</div>",
            "<div style='height:0;overflow:hidden'>X</div>", "<div style='transform:scale(0)'>X</div>",
            "<div inert>X</div>",
            "<div style='position:absolute;top:-5000px'>X</div>", "<div hidden>X</div>",
        ])
        func `a box that nobody sees is left alone, however it is hidden`(html: String) async throws {
            let box = "<label for=h>Email address</label><input id=h name=trap tabindex=-1>"
            try await read("<label>First name <input name=own></label>" + html.replacing("X", with: box)) { reading in
                #expect(reading.form.map(\.field.name) == ["own"])
            }
        }

        @Test(arguments: [
            "<div style='filter:opacity(0)'>X</div>",
            "<div style='mask-image:linear-gradient(transparent,transparent)'>X</div>",
            "<div style='height:1px;overflow:hidden'><div><div><div><div><div>X</div></div></div></div></div></div>",
            "<div style='position:absolute;clip:rect(0 0 0 0)'><div><div><div><div>X</div></div></div></div></div>",
            "<div style='height:15px;overflow:hidden'><div style='height:90px'></div>X</div>",
            "<div style='position:relative'>X<p style='position:absolute;inset:0;margin:0;background:#fff'></p></div>",
            "<div style='position:absolute;top:60000px'>X</div>",
        ])
        func `a box is left alone that something around it hides, at whatever distance`(html: String) async throws {
            let box = "<label>Phone <input name=trap></label>"
            try await read("<label>First name <input name=own></label>" + html.replacing("X", with: box)) { reading in
                #expect(reading.form.map(\.field.name) == ["own"])
            }
        }

        @Test func `a box painted in the colour of its ground is left alone, with a name that is so too`() async throws
        {
            let html = """
                <div style='background:#eee;color:#eee'><label>Phone
                <input name=trap style='border:0;background:#eee;color:#eee'></label></div>
                <div style='background:#eee'><label>City <input name=own style='border:0;background:#eee;color:#eee'>
                </label></div>
                """
            try await read(html) { #expect($0.form.map(\.field.name) == ["own"]) }
        }

        @Test(arguments: [
            "<div style='position:relative'><input id=a name=own><label for=a style='position:absolute;inset:0'>City</label></div>",
            "<div style='position:relative'><input id=a name=own style='background:#fff'><label for=a style='position:absolute;inset:0;background:#fff'>City</label></div>",
            "<div style='height:300px;overflow:auto'><p style='height:900px'></p><label>City <input name=own></label></div>",
            "<div style='height:300px;overflow:hidden'><p style='height:900px'></p><label>City <input name=own></label></div>",
            "<div style='background:#222;color:#fff'><label>City <input name=own style='background:none;border:0;color:#fff'></label></div>",
        ])
        func `a box that a person finds is filled`(html: String) async throws {
            try await read(html) { #expect($0.form.map(\.field.name) == ["own"]) }
        }

        @Test func `a box whose label tells people to leave it is left`() async throws {
            let html =
                "<label>First name <input name=own></label><label>Leave this field blank <input name=trap></label>"
            try await read(html) { #expect($0.form.map(\.field.name) == ["own"]) }
        }

        @Test(arguments: ["__/__/____", "+49 (___) ______", "TT.MM.JJJJ", "dd/mm/yyyy", "##-####", "00/00/0000"])
        func `the pattern that a mask shows is no answer`(pattern: String) async throws {
            try await read("<label>Tax number <input name=x required value='\(pattern)'></label>") { reading in
                #expect(reading.fields.map(\.field.isAnswered) == [false])
            }
        }

        @Test func `the heads of a table's columns name the choices in it`() async throws {
            let html = """
                <table><tr><th></th><th>Basic</th><th>Good</th></tr><tr><th>Swift</th><td><input type=radio name=q value=1></td>
                <td><input type=radio name=q value=2></td></tr></table>
                """
            try await read(html) { reading in
                #expect(reading.fields.map(\.field.label) == ["Swift"])
                #expect(reading.fields.first?.field.options.map(\.label) == ["Basic", "Good"])
            }
        }

        @Test func `an editor is named across its toolbar`() async throws {
            let html = """
                <p>Why us? *</p><div class=editor-toolbar><button type=button>B</button><select><option>Normal</select></div>
                <div><div contenteditable=true><p><br></p></div></div>
                """
            try await read(html) { reading in
                let editor = try #require(reading.fields.last).field
                #expect(editor.label == "Why us?")
                #expect(editor.isRequired)
            }
        }

        @Test func `choices with a box for another keep their question`() async throws {
            let html = """
                <div role=group><p>How do you travel?</p><label><input type=radio name=q value=1>Bus</label>
                <label><input type=radio name=q value=2>Other</label><input aria-label="Other response" name=o></div>
                <label>City <input name=c></label>
                """
            try await read(html) { #expect($0.fields.first?.field.label == "How do you travel?") }
        }

        @Test func `choices are named by the question behind them where none stands before`() async throws {
            let html = """
                <label>City <input name=c></label><div><div><label><input type=radio id=y name=q value=1><label for=y>Yes</label></label>
                <label><input type=radio id=n name=q value=0><label for=n>No</label></label></div><span>Do you own a car?</span></div>
                """
            try await read(html) { reading in
                #expect(reading.fields.last?.field.label == "Do you own a car?")
                #expect(reading.fields.last?.field.options.map(\.label) == ["Yes", "No"])
            }
        }

        @Test func `a list that shows the page in another language is none of the form's`() async throws {
            let page = """
                <header><button aria-haspopup=listbox aria-label="Select language, current: English">EN</button></header>
                <form method=post><label>First name <input name=a></label><label>Language <select name=b><option>French</select></label>
                <button>Send</button></form>
                """
            try await withTestPage(page) { page, _ in
                let reading = try await PageReader().read(page)
                #expect(reading.form.map(\.field.label) == ["First name", "Language"])
            }
        }
    }
}
