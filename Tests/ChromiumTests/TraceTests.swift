import Chromium
import Foundation
import Testing
import TestSupport

extension ChromiumTests {
    @Suite struct Traces {
        private static let form = """
            <!doctype html><title>Form</title><style>input{background:lime} i::after{content:'<</style/style><b>out'}</style>
            <script>console.error("went", "wrong"); setTimeout(() => { throw new TypeError("late") })</script>
            <label>Name <input id=n></label><label>Secret <input id=s type=password></label>
            <div id=h></div><iframe srcdoc="<p>Framed &amp; safe</p>"></iframe>
            <button onclick="fetch('/save?token=1', {method:'POST'}).then(() => { h.textContent = 'Saved </scr' + 'ipt>/*files*/'; })">Save</button>
            <script>h.attachShadow({mode:"open"}).innerHTML = "<b>Shade</b><slot></slot>"</script>
            """

        private func recorded() async throws -> Data {
            let recorder = TraceRecorder(title: "a test </script>")
            try await withTestPage(
                Self.form,
                options: Self.options(recorder),
                answering: { $0.path.hasPrefix("/save") ? .html("kept", status: 201) : .html("", status: 404) }
            ) { page, _ in
                try await recorder.step("Fill", in: page) {
                    try await page.fill(page.locate(.id("n")), with: "Ann <&>")
                    try await page.fill(page.locate(.id("s")), with: "hunter2")
                }
                try await recorder.step("Save", in: page) {
                    let button = try await page.locate(.role("button", name: "Save"))
                    let (_, activity) = try await page.activity { try await page.click(button) }
                    _ = try await page.settle(activity, timeout: .seconds(10))
                }
                _ = await errorCode {
                    try await recorder.step("Press what is not there", in: page) {
                        _ = try await page.locate(.id("nothing"), timeout: .milliseconds(100))
                    }
                }
            }
            return try recorder.archive()
        }

        /// The document as it was before the second step.
        private func recordedDocument() async throws -> String {
            let data = try await recorded()
            let record = try TracePage(reading: data).record
            let document = try #require(record.steps[1].snapshot.flatMap { try? ZipArchive(reading: data)[$0] })
            return String(decoding: document, as: UTF8.self)
        }

        private static func options(_ recorder: TraceRecorder) -> ContextOptions {
            var options = ContextOptions()
            options.trace = recorder
            return options
        }

        @Test func `a recording holds the steps, each with its times and its place`() async throws {
            let record = try TracePage(reading: try await recorded()).record
            #expect(record.steps.map(\.name) == ["Fill", "Save", "Press what is not there"])
            #expect(record.steps.map { $0.outcome == "done" } == [true, true, false])
            #expect(record.steps.allSatisfy { $0.duration != nil && $0.before != nil && $0.after != nil })
            #expect(record.steps.allSatisfy { $0.url.hasPrefix("http://127.0.0.1:") && $0.url.hasSuffix("/") })
        }

        @Test func `a recording holds the requests and the errors`() async throws {
            let record = try TracePage(reading: try await recorded()).record
            let save = try #require(record.requests.first { $0.method == "POST" })
            #expect(save.status == 201)
            #expect(save.url.hasSuffix("/save"))
            #expect(save.duration != nil)
            #expect(save.bytes ?? 0 > 0)
            #expect(record.complaints.map(\.message) == ["went wrong", "TypeError: late"])
        }

        @Test func `a recorded document holds what is in fields, shadow roots and frames`() async throws {
            let html = try await recordedDocument()
            #expect(html.contains("value=\"Ann &lt;&amp;&gt;\""))
            #expect(html.contains("<template shadowrootmode=\"open\"><b>Shade</b>"))
            #expect(html.contains("Framed &amp;amp; safe"))
        }

        @Test func `a recorded document holds its styles, and neither scripts nor passwords`() async throws {
            let html = try await recordedDocument()
            #expect(html.contains("<style"))
            #expect(!html.contains("</style/"))
            #expect(!html.contains("<</style"))
            #expect(!html.contains("hunter2"))
            #expect(!html.contains("<script"))
        }

        @Test func `a recording becomes one page that shows it and asks for nothing`() async throws {
            let html = try TracePage(reading: try await recorded()).html
            let asked = Asked()
            let options = ContextOptions(allowed: { asked.note($0.url) })
            try await withTestPage(html, options: options) { page, site in
                let outline = try await page.outline()
                #expect(outline.text.contains("heading \"a test </script>\" level=1"))
                #expect(outline.text.contains("button \"Fill"))
                try await page.click(page.locate(.role("tab", name: "Document")))
                let frames = try await page.frames.count == 1 ? page.outline(after: outline).text : "framed"
                #expect(frames.contains("framed") || frames.contains("iframe"))
                _ = try await page.locate(.text("Framed & safe"))
                try await page.click(page.locate(.role("tab", name: "Console (2)")))
                _ = try await page.locate(.text("TypeError: late"))
                let elsewhere = asked.urls.filter { !$0.hasPrefix("data:") && !$0.hasPrefix("about:") }
                #expect(elsewhere.allSatisfy { $0 == site.origin + "/" || $0 == site.origin + "/favicon.ico" })
            }
        }

        @Test func `an archive is read as it was written, and not when it is damaged`() throws {
            var archive = ZipArchive()
            try archive.add("a.txt", Data("first".utf8))
            try archive.add("folder/ü.bin", Data((0..<1_000).map { UInt8(truncatingIfNeeded: $0) }))
            try archive.add("empty", Data())
            let read = try ZipArchive(reading: archive.data)
            #expect(read.files.map(\.name) == ["a.txt", "folder/ü.bin", "empty"])
            #expect(read.files.map(\.data) == archive.files.map(\.data))
            var damaged = archive.data
            damaged[36] ^= 1
            #expect(throws: ChromiumError.self) { try ZipArchive(reading: damaged) }
            for count in [0, 10, 40, archive.data.count - 30, archive.data.count - 1] {
                #expect(throws: ChromiumError.self) { try ZipArchive(reading: archive.data.prefix(count)) }
            }
            #expect(throws: ChromiumError.self) { try TracePage(reading: archive.data) }
        }

        @Test(.enabled(if: FileManager.default.isExecutableFile(atPath: "/usr/bin/unzip")))
        func `other programs read the archive`() throws {
            var archive = ZipArchive()
            try archive.add("a/b.txt", Data("content".utf8))
            let file = FileManager.default.temporaryDirectory.appending(path: "\(UUID().uuidString).zip")
            defer { try? FileManager.default.removeItem(at: file) }
            try archive.data.write(to: file)
            let unzip = try Process.run(URL(filePath: "/usr/bin/unzip"), arguments: ["-tqq", file.path])
            unzip.waitUntilExit()
            #expect(unzip.terminationStatus == 0)
        }
    }
}
