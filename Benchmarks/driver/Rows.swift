import Chromium
import Foundation
import Hands

/// What is measured, step for step what `peer.py` does.
struct Rows {
    let browser: Browser
    let resume: URL

    enum Failure: Error {
        case unknownRow(String)
        case wrongResult(String)
    }

    private static let probe = InPageScript(
        name: "benchmark",
        source: """
            globalThis.benchmark = {
                one: () => 1,
                text: (id) => document.getElementById(id).textContent,
                painted: () => new Promise((kept) => new PerformanceObserver((list, observer) => {
                    if (list.getEntriesByName("first-paint").length) { observer.disconnect(); kept(true); }
                }).observe({ type: "paint", buffered: true })),
            };
            """
    )

    /// Does a row's work once.
    ///
    /// - Parameters:
    ///   - row: its name.
    ///   - url: the page it is done on.
    ///   - page: the page that rows share which do not open one of their own.
    /// - Returns: how many milliseconds it took; what only prepares it is not counted.
    /// - Throws: ``Failure`` and whatever the driver throws.
    func milliseconds(_ row: String, _ url: String, _ page: Page) async throws -> Double {
        switch row {
        case "evaluate": try await evaluate(url, page)
        case "form": try await form(url, page)
        case "clicks": try await clicks(url, page)
        case "context": try await timed { try await context(url) }
        case "storage": try await storage(url)
        case "outline": try await outline(url, page)
        case "fields": try await fields(url, page)
        case "idle": try await idle(url)
        default: throw Failure.unknownRow(row)
        }
    }

    private func timed(_ body: () async throws -> Void) async throws -> Double {
        let duration = try await ContinuousClock().measure(body)
        return Double(duration.components.seconds) * 1_000 + Double(duration.components.attoseconds) / 1e15
    }

    private func evaluate(_ url: String, _ page: Page) async throws -> Double {
        _ = try await page.navigate(to: url)
        return try await timed {
            for _ in 0..<200 { _ = try await page.mainFrame.call(Self.probe, "one") }
        } / 200
    }

    private func form(_ url: String, _ page: Page) async throws -> Double {
        try await timed {
            _ = try await page.navigate(to: url)
            for (id, text) in [
                ("first", "Alice"), ("last", "Doe"), ("email", "alice@example.com"), ("phone", "+1 555 0100"),
                ("cover", "I would like to work with you."),
            ] {
                try await page.fill(page.locate(.id(id)), with: text)
            }
            try await page.select(page.locate(.id("country")), [.label("Germany")])
            try await page.upload([resume], to: page.locate(.id("resume")))
            try await page.setChecked(page.locate(.id("agree")), true)
            try await page.click(page.locate(.id("submit")))
            _ = try await page.locate(.id("received"))
        }
    }

    private func clicks(_ url: String, _ page: Page) async throws -> Double {
        _ = try await page.navigate(to: url)
        let time = try await timed {
            for number in 0..<100 { try await page.click(page.locate(.id("b\(number)"))) }
        }
        try await expect("count", "\"100\"", page)
        return time
    }

    private func context(_ url: String) async throws {
        try await browser.withContext { context in
            try await context.withPage { page in
                _ = try await page.navigate(to: url)
                _ = try await page.mainFrame.call(Self.probe, "painted")
            }
        }
    }

    private func storage(_ url: String) async throws -> Double {
        try await browser.withContext { context in
            try await context.withPage { page in
                _ = try await page.navigate(to: url)
                return try await timed {
                    let state = try await context.storageState()
                    try await browser.withContext(ContextOptions(storageState: state)) { context in
                        try await context.withPage { page in
                            _ = try await page.navigate(to: url)
                            try await expect("seen", "\"20 20\"", page)
                        }
                    }
                }
            }
        }
    }

    private func outline(_ url: String, _ page: Page) async throws -> Double {
        _ = try await page.navigate(to: url)
        return try await timed {
            let text = try await page.outline()
            guard "\(text)".contains("Question 299") else { throw Failure.wrongResult("outline") }
        }
    }

    private func fields(_ url: String, _ page: Page) async throws -> Double {
        _ = try await page.navigate(to: url)
        return try await timed {
            let reading = try await PageReader().read(page)
            guard reading.fields.count == 300 else { throw Failure.wrongResult("\(reading.fields.count) fields") }
        }
    }

    /// Opens ten contexts with a page each and keeps them until the next line.
    private func idle(_ url: String, _ count: Int = 10) async throws -> Double {
        guard count > 0 else {
            FileHandle.standardOutput.write(Data("idle\n".utf8))
            _ = readLine()
            return 0
        }
        return try await browser.withContext { context in
            try await context.withPage { page in
                _ = try await page.navigate(to: url)
                return try await idle(url, count - 1)
            }
        }
    }

    private func expect(_ id: String, _ text: String, _ page: Page) async throws {
        let arguments = Data("[\"\(id)\"]".utf8)
        let found = try await page.mainFrame.call(Self.probe, "text", arguments: arguments)
        guard String(decoding: found, as: UTF8.self) == text else { throw Failure.wrongResult(id) }
    }
}
