import Foundation
import GhostHands
import TestSupport
import Testing

@testable import Hands

extension HandsTests {
    /// What cannot be filled: the field is named, with the reason, and everything else is filled.
    @Suite struct BadInput {
        private static func page(_ field: String) -> String {
            """
            <meta charset=utf-8><title>Apply</title><h1>Application</h1><form method=post action="/submit">
            <label>First name <input name=first required></label> \(field)
            <label>Last name <input name=last required></label><button>Submit application</button></form>
            """
        }

        private static func applicant(_ file: String? = nil) -> Applicant {
            Applicant(
                profile: ["first_name": "Alice", "last_name": "Smith", "gender": "Prefer not to say"],
                answers: [
                    "Do you own a car?": "Yes", "do you own a car": "No", "Favourite colour": "Mauve",
                    "Nickname at work": "Al",
                ],
                files: file.map { [Applicant.resumeFile: $0] } ?? [:]
            )
        }

        @Test(arguments: [
            ("<label>Do you own a car? <input name=x required></label>", "contradict each other"),
            (
                "<label>Favourite colour <select name=x required><option value=''>Select<option>Red<option>Blue</select></label>",
                "none of its options matches the answer"
            ),
            (
                "<label>Nickname at work <input name=x required oninput='this.value=\"\"' onkeyup='this.value=\"\"'></label>",
                "did not keep the answer"
            ),
            ("<label>Resume <input type=file name=x accept='.doc,.docx' required></label>", "takes only .doc,.docx"),
            ("<label>የትውልድ ቦታ <input name=x required></label>", "neither profile nor answers"),
            ("<label>How many windows has the moon? <input name=x required></label>", "neither profile nor answers"),
        ])
        func `a field that cannot be filled is named, and the others are filled`(
            _ field: String,
            _ why: String
        )
            async throws
        {
            let trial = try await Trial.run(Self.page(field), Self.applicant("/etc/cv.pdf"))
            #expect(trial.end == .unanswered)
            #expect(trial.posts.isEmpty)
            let entry = try trial.entry("x")
            #expect(entry.isMissing, "\(entry.reason ?? "no reason")")
            #expect(entry.reason?.contains(why) == true, "\(entry.reason ?? "no reason")")
            #expect(try trial.entry("first").outcome == .filled)
            #expect(try trial.entry("last").outcome == .filled)
        }

        @Test func `a form in a dialog that is closed is opened by its button, and else is none`() async throws {
            let dialog = """
                <title>Engineer</title><h1>Engineer</h1><p>We build ships.</p><button id=open>Apply now</button>
                <dialog>\(Self.page(""))</dialog>
                """
            let script =
                "<script>open.onclick = null; document.querySelector('#open').onclick = () => "
                + "document.querySelector('dialog').showModal();</script>"
            let opened = try await Trial.run(dialog + script, Self.applicant())
            #expect(opened.end == .done)
            #expect(try opened.posted() == ["first": ["Alice"], "last": ["Smith"]])
            var limits = Trial.limits
            limits.arrival = .seconds(1)
            let closed = try await Trial.run(dialog, Self.applicant(), limits: limits)
            #expect(closed.end == .noForm)
            #expect(closed.posts.isEmpty)
        }

        @Test func `a list that has to be opened lets one decline, and other words for that are found`() async throws {
            let list = """
                <label id=l>Gender</label><button type=button id=g aria-haspopup=listbox aria-required=true aria-labelledby=l>Select one</button>
                <input type=hidden name=gender><label>Veteran status <select name=veteran required><option value="">Select<option>I am a veteran
                <option>I am not a veteran<option>I don't wish to answer</select></label><script>
                document.querySelector("#g").onclick = () => {
                    const box = document.createElement("div");
                    box.setAttribute("role", "listbox");
                    for (const text of ["Female", "Male", "Decline to self-identify"]) {
                        const one = document.createElement("div");
                        one.setAttribute("role", "option");
                        one.textContent = text;
                        one.onclick = () => {
                            document.querySelector("#g").textContent = text;
                            document.querySelector("[name=gender]").value = text;
                            box.remove();
                        };
                        box.append(one);
                    }
                    document.body.append(box);
                };
                </script>
                """
            for profile: JSON in [
                ["first_name": "A", "last_name": "B"],
                ["first_name": "A", "last_name": "B", "gender": "Prefer not to say"],
            ] {
                let trial = try await Trial.run(Self.page(list), Applicant(profile: Profile(profile)))
                #expect(trial.end == .done)
                let sent = try trial.posted()
                #expect(sent["gender"] == ["Decline to self-identify"])
                #expect(sent["veteran"] == ["I don't wish to answer"])
            }
        }
    }
}
