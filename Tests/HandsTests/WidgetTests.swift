import Foundation
import GhostHands
import TestSupport
import Testing

@testable import Hands

extension HandsTests {
    /// Controls that pages build of several elements, each the way some library does it.
    @Suite struct Widgets {
        /// What is wanted of each control, and what the form then sends.
        static let all: [(label: String, wanted: JSON, name: String, sent: String)] = [
            ("Earliest start date", "2027-03-05", "segmented", "2027-3-5"),
            ("Employed since", "2019-08", "since", "8/2019"), ("English level (percent)", 85, "level", "85"),
            ("Typing speed", 42, "speed", "42"), ("Reference code", "7F-3K9", "code", "7F3K9"),
            ("Would you move to Oslo?", "No", "oslo", "No"),
            ("Which days can you work?", ["Monday", "Friday"], "days", "Monday+Friday"),
            ("Date of arrival", "2028-02-29", "flat", "2028-02-29"),
            ("Date of departure", "2026-09-04", "table", "09/04/2026"),
            ("Training date", "2027-01-31", "words", "31 January 2027"),
            ("Department", "Human Resources", "chosen", "d3"), ("Office", "Trondheim", "nice", "o2"),
            ("Contract", "Fixed term", "boot", "c2"),
            ("How well do you know our products?", 4, "products", "4 of 5"), ("Your last manager", "3", "manager", "3"),
        ]

        @Test(arguments: all.indices) func `a widget is filled, proven and sent`(_ index: Int) async throws {
            let one = Self.all[index]
            let trial = try await Trial.run(try fixture("widgets"), Applicant(formData: [one.label: one.wanted]))
            #expect(trial.end == .done)
            let entry = try #require(trial.report.fields.first { $0.field.label == one.label })
            #expect(entry.outcome == .filled, "\(entry.reason ?? "no reason")")
            #expect(try trial.posted()[one.name] == [one.sent])
        }

        @Test func `all of them on one page`() async throws {
            let data = Dictionary(uniqueKeysWithValues: Self.all.map { ($0.label, $0.wanted) })
            let trial = try await Trial.run(try fixture("widgets"), Applicant(formData: data))
            #expect(trial.end == .done)
            let sent = try trial.posted().compactMapValues(\.first)
            for one in Self.all { #expect(sent[one.name] == one.sent, "\(one.label)") }
        }

        @Test func `each is one field with its own label, and its parts are none`() async throws {
            try await withTestPage(try fixture("widgets")) { page, _ in
                let reading = try await PageReader().read(page)
                #expect(reading.form.map(\.field.label) == Self.all.map(\.label))
                #expect(reading.buttons.map(\.label) == ["Submit application"])
            }
        }

        @Test(arguments: [
            ("English level (percent)", "83", "the control could not be set to the answer"),
            ("English level (percent)", "140", "outside what the slider can show"),
            ("Reference code", "123", "has not as many characters"),
            ("Date of arrival", "some day", "not a date"), ("Office", "Tromsø", "none of its options"),
        ])
        func `what it cannot hold is refused`(_ label: String, _ wanted: String, _ why: String) async throws {
            let trial = try await Trial.run(
                try fixture("widgets"),
                Applicant(formData: [label: .string(wanted)]),
                submits: false
            )
            let entry = try #require(trial.report.fields.first { $0.field.label == label })
            #expect(entry.outcome == .refused, "\(entry.reason ?? "no reason")")
            #expect(entry.reason?.contains(why) == true, "\(entry.reason ?? "no reason")")
        }

        /// A calendar that opens on March 2027 and does with a day what the test says.
        private static func calendar(_ act: String) -> String {
            """
            <title>Apply</title><form method=post action="/submit"><label>First name <input name=first></label>
            <label>Arrival date <input name=date readonly></label><button>Submit application</button></form><script>
            const input = document.querySelector("[name=date]");
            input.onclick = () => {
                const box = document.createElement("div");
                box.innerHTML = "<b>March 2027</b><p></p>";
                for (let day = 1; day <= 31; day += 1) {
                    const cell = document.createElement("button");
                    cell.textContent = day;
                    cell.onclick = () => { \(act); box.remove(); };
                    box.querySelector("p").append(cell);
                }
                document.body.append(box);
            };
            </script>
            """
        }

        /// A calendar that a button beside the box opens, with years first, then months, then days.
        private static let steps = """
            <title>Apply</title><form method=post action="/submit"><label>First name <input name=first></label>
            <p><label>Arrival date <input name=date readonly></label> <button type=button id=open title=Calendar>+</button></p>
            <button>Submit application</button></form><script>
            const box = document.createElement("div"), input = document.querySelector("[name=date]");
            box.className = "calendar-overlay"; document.body.append(box);
            const months = ["JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC"];
            const show = (head, list, act) => {
                box.innerHTML = `<b>${head}</b><table role=grid></table>`;
                list.forEach((text, place) => {
                    const cell = document.createElement("button");
                    cell.textContent = text; cell.onclick = () => act(text, place); box.lastChild.append(cell);
                });
            };
            const years = (first) => {
                show("Choose a year", [0, 1, 2, 3].map((step) => first + step), (year) =>
                    show(String(year), months, (month, place) => show(`${month} ${year}`,
                        Array.from({ length: new Date(year, place + 1, 0).getDate() }, (_, day) => day + 1),
                        (day) => { input.value = `${day}.${place + 1}.${year}`; box.innerHTML = ""; })));
                const next = document.createElement("button");
                next.title = "Next 4 years"; next.textContent = ">"; next.onclick = () => years(first + 4); box.append(next);
            };
            document.getElementById("open").onclick = () => years(2020);
            </script>
            """

        @Test func `years and months are chosen before the day`() async throws {
            let applicant = Applicant(formData: ["Arrival date": "2027-04-01"])
            let trial = try await Trial.run(Self.steps, applicant, submits: false)
            #expect(try trial.entry("date").outcome == .filled)
        }

        @Test(arguments: [
            ("input.value = `${day}.3.27`", FillReport.Outcome.filled), ("day", .refused),
            ("input.value = `${day + 1}.3.2027`", .refused),
        ])
        func `a day counts only when the field shows it`(_ act: String, _ outcome: FillReport.Outcome) async throws {
            let applicant = Applicant(formData: ["Arrival date": "2027-03-05"])
            let trial = try await Trial.run(Self.calendar(act), applicant, submits: false)
            #expect(try trial.entry("date").outcome == outcome)
        }
    }
}
