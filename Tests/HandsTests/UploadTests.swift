import Foundation
import GhostHands
import TestSupport
import Testing

@testable import Hands

extension HandsTests {
    /// Files that pages take over before the form is sent, and texts in documents of their own.
    @Suite struct Uploads {
        /// A server that takes its time to name a file.
        private static let server: @Sendable (Site.Request) -> Site.Answer = { request in
            guard request.path.hasPrefix("/files/") else { return .html(Trial.thanks) }
            let token = JSON.object(["token": .string("t-" + request.path.dropFirst(7))])
            return .any(token.text, type: "application/json", after: .milliseconds(700))
        }

        private func withFiles(_ body: (Applicant) async throws -> Void) async throws {
            let folder = FileManager.default.temporaryDirectory.appending(path: "gh-\(UUID().uuidString)")
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
            let files = [
                Applicant.resumeFile: folder.appending(path: "cv.pdf"),
                "Cover letter": folder.appending(path: "why.pdf"),
            ]
            for file in files.values { try Data("%PDF-1.4".utf8).write(to: file) }
            try await body(Applicant(formData: ["why": "Because of the ships."], files: files.mapValues(\.path)))
            try FileManager.default.removeItem(at: folder)
        }

        @Test func `the form waits for its files, and what stands beside an emptied input proves it`() async throws {
            try await withFiles { applicant in
                let trial = try await Trial.run(try fixture("uploads"), applicant, answering: Self.server)
                #expect(trial.end == .done)
                #expect(
                    try trial.posted() == [
                        "resume": ["t-cv.pdf"], "letter": ["t-why.pdf"], "why": ["Because of the ships."],
                    ]
                )
                let outcomes = trial.report.fields.filter { $0.field.kind == .file }.map {
                    [$0.outcome.rawValue, $0.value]
                }
                #expect(outcomes == [["filled", "Attached cv.pdf"], ["filled", "why.pdf"]])
            }
        }

        @Test func `an editor in a frame is a field of the form around it, under that form's label`() async throws {
            try await withTestPage(try fixture("uploads")) { page, _ in
                let reading = try await PageReader().read(page)
                let editor = try #require(reading.form.first { $0.field.kind == .richText })
                #expect(editor.field.label == "Why do you want to work here?")
                #expect(editor.field.name == "why")
                #expect(editor.key.form == reading.form[0].key.form)
                #expect(editor.frame == 0)
            }
        }

        @Test(arguments: [
            "<button type=button id=pick>Upload resume</button>",
            "<span>Resume/CV *</span> <button type=button id=pick>Attach</button>",
        ])
        func `a button that asks for a file gets it`(button: String) async throws {
            let html = """
                <title>Apply</title><h1>Application</h1><form method=post action="/submit">
                <label>Full name <input name=name></label>
                <div>\(button) <i></i></div><input type=hidden name=file>
                <button>Submit application</button></form><script>
                document.querySelector("#pick").onclick = () => {
                    const input = document.createElement("input");
                    input.type = "file";
                    input.onchange = () => {
                        document.querySelector("i").textContent = input.files[0].name;
                        document.querySelector("[name=file]").value = input.files[0].name;
                    };
                    input.click();
                };
                </script>
                """
            try await withFiles { applicant in
                let trial = try await Trial.run(html, applicant)
                #expect(try trial.posted()["file"] == ["cv.pdf"])
            }
        }

        @Test func `a place to drop a file on gets it`() async throws {
            let html = """
                <title>Apply</title><h1>Application</h1><form method=post action="/submit">
                <label>Full name <input name=name></label>
                <div class="upload-dropzone" style="border: 1px dashed; padding: 20px"><p>Drop your resume here</p></div>
                <input type=hidden name=file><button>Submit application</button></form><script>
                const zone = document.querySelector(".upload-dropzone");
                zone.ondragover = (event) => event.preventDefault();
                zone.ondrop = (event) => {
                    event.preventDefault();
                    const [file] = event.dataTransfer.files;
                    zone.append(file.name);
                    document.querySelector("[name=file]").value = file.name;
                };
                </script>
                """
            try await withFiles { applicant in
                let trial = try await Trial.run(html, applicant)
                #expect(try trial.posted()["file"] == ["cv.pdf"])
                let entry = try #require(trial.report.fields.first { $0.field.kind == .file })
                #expect(entry.outcome == .filled)
                #expect(entry.asked == .resume)
            }
        }

        @Test func `a board's offer to read a resume does not hide its posting, nor do buttons for the view`()
            async throws
        {
            let html = """
                <title>Engineer</title><header><button>Upload your resume</button><div><button aria-pressed=true>List</button>
                <button aria-pressed=false>Map</button></div></header><h1>Engineer</h1><a href="/form" role=button>Apply</a>
                """
            let form =
                "<h1>Application</h1><form method=post action=/submit><label>Full name <input name=name></label>"
                + "<label>Email <input name=mail></label><button>Submit application</button></form>"
            let applicant = Applicant(profile: ["first_name": "Alice", "last_name": "Smith", "email": "a@example.com"])
            let trial = try await Trial.run(html, applicant) { $0.path == "/form" ? .html(form) : .html(Trial.thanks) }
            #expect(try trial.posted() == ["name": ["Alice Smith"], "mail": ["a@example.com"]])
        }
    }
}
