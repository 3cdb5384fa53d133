import GhostHands
import TestSupport
import Testing

extension HandsTests {
    /// Dates as forms take them, and boxes that write what they are given in their own way.
    @Suite struct DateEntries {
        private static func form(_ inside: String, _ script: String = "", language: String = "en") -> String {
            """
            <!doctype html><html lang=\(language)><title>Apply</title><form method=post action="/submit">
            <p><label>First name <input name=first></label></p>\(inside)<button>Submit application</button></form>
            <script>\(script)</script>
            """
        }

        private static let answers: [String: JSON] = [
            "Start date": "2026-02-09", "When can you begin?": "2026-02-09", "Expected pay": "48,000 EUR",
            "Years of practice": 6, "Months": 4, "Tax number": "12345678901", "Phone": "+49 30 901820",
            "Why here?": "one\ntwo",
        ]

        private func posted(_ page: String) async throws -> [String: [String]] {
            try await Trial.run(page, Applicant(formData: Self.answers)).posted()
        }

        @Test func `a list that opens a calendar is typed into, by its pattern`() async throws {
            let box =
                "<label>Start date <input name=day role=combobox aria-haspopup=dialog placeholder='TT.MM.JJJJ'></label>"
            #expect(try await posted(Self.form(box))["day"] == ["09.02.2026"])
        }

        @Test func `a page that reads what is typed reads the same day`() async throws {
            let page = Self.form(
                "<label>Start date <input name=day></label><input type=hidden name=read>",
                """
                const day = document.querySelector("[name=day]");
                day.onblur = () => {
                    const date = new Date(day.value);
                    document.querySelector("[name=read]").value = [date.getMonth() + 1, date.getDate()].join("/");
                    day.value = date.toLocaleDateString("en-US");
                };
                """
            )
            let sent = try await posted(page)
            #expect(sent["read"] == ["2/9"])
            #expect(sent["day"] == ["2/9/2026"])
        }

        @Test(arguments: ["text", "number"]) func `three boxes under one question are one date`(
            type: String
        ) async throws {
            let boxes = ["Day", "Month", "Year"].map {
                "<label>\($0) <input name=b-\($0.lowercased()) type=\(type)></label>"
            }
            let page = Self.form("<fieldset><legend>When can you begin?</legend>\(boxes.joined())</fieldset>")
            let sent = try await posted(page)
            #expect(sent["b-day"] == ["9"])
            #expect(sent["b-month"] == ["2"])
            #expect(sent["b-year"] == ["2026"])
        }

        @Test func `three lists under one question are one date`() async throws {
            let months = [
                "January", "February", "March", "April", "May", "June", "July", "August", "September",
                "October", "November", "December",
            ]
            let lists = [
                ("month", months.enumerated().map { "<option value=m\($0.offset)>\($0.element)</option>" }),
                ("day", (1...31).map { "<option>\($0)</option>" }),
                ("year", (2024...2030).map { "<option>\($0)</option>" }),
            ]
            .map { "<select name=\($0) aria-label=\($0)><option value=''>\($0)</option>\($1.joined())</select>" }
            let page = Self.form("<fieldset><legend>When can you begin?</legend>\(lists.joined())</fieldset>")
            let sent = try await posted(page)
            #expect(sent["month"] == ["m1"])
            #expect(sent["day"] == ["9"])
            #expect(sent["year"] == ["2026"])
        }

        @Test func `numbers of years and of months are no month of a year`() async throws {
            let page = Self.form(
                """
                <div><label for=y>Years of practice</label><input id=y name=exp_years role=spinbutton></div>
                <div><label for=m>Months</label><input id=m name=exp_months role=spinbutton></div>
                """
            )
            let sent = try await posted(page)
            #expect(sent["exp_years"] == ["6"])
            #expect(sent["exp_months"] == ["4"])
        }

        @Test func `an amount goes without its unit into a box for digits, and counts however it is written`()
            async throws
        {
            let page = Self.form(
                "<label>Expected pay <input name=pay inputmode=numeric></label>",
                """
                const pay = document.querySelector("[name=pay]");
                pay.oninput = () => { pay.value = pay.value.replace(/\\D/g, ""); };
                pay.onblur = () => { pay.value = Number(pay.value).toLocaleString("en-US"); };
                """
            )
            #expect(try await posted(page)["pay"] == ["48,000"])
        }

        @Test func `a box that is shown and one that is edited change places`() async throws {
            let page = Self.form(
                """
                <p><label for=real>Expected pay</label> <span><input id=shown role=spinbutton>
                <input id=real name=pay role=spinbutton style="display:none"></span></p>
                """,
                """
                const [shown, real] = ["shown", "real"].map((id) => document.getElementById(id));
                const edit = (on) => { shown.style.display = on ? "none" : ""; real.style.display = on ? "" : "none"; };
                shown.onfocus = () => { edit(true); real.focus(); };
                real.onblur = () => { real.value = parseFloat(real.value.replace(",", "")); shown.value = real.value + ".00"; edit(false); };
                """
            )
            #expect(try await posted(page)["pay"] == ["48000"])
        }

        @Test func `a mask that shows its pattern is filled, and is no answer by itself`() async throws {
            let script = """
                const box = document.querySelector("[name=tax]");
                const put = (digits) => { let at = 0; box.value = "__ ___ ___ ___".replace(/_/g, () => digits[at++] ?? "_"); };
                box.oninput = () => put(box.value.replace(/\\D/g, ""));
                put("");
                """
            let masked = { (label: String) in Self.form("<label>\(label) * <input name=tax required></label>", script) }
            #expect(try await posted(masked("Tax number"))["tax"] == ["12 345 678 901"])
            let trial = try await Trial.run(masked("Badge number"), Applicant(formData: Self.answers))
            #expect(trial.posts.isEmpty)
        }

        @Test func `an editor of paragraphs holds a text of several lines`() async throws {
            let page = Self.form(
                """
                <p>Why here? *</p><div contenteditable=true style="border:1px solid"><p><br></p></div>
                <input type=hidden name=kept>
                """,
                """
                const editor = document.querySelector("[contenteditable]");
                editor.oninput = () => { document.querySelector("[name=kept]").value = editor.innerText.replace(/\\n+/g, "|"); };
                """
            )
            #expect(try await posted(page)["kept"]?.first?.hasPrefix("one|two") == true)
        }

        @Test func `a phone that the page shows without its country's code is left in`() async throws {
            let page = Self.form(
                "<label>Phone <input name=phone type=tel></label>",
                """
                const box = document.querySelector("[name=phone]");
                box.oninput = () => { if (box.value.startsWith("+49")) box.value = "0" + box.value.slice(3).trim(); };
                """
            )
            #expect(try await posted(page)["phone"] == ["030 901820"])
        }
    }
}
