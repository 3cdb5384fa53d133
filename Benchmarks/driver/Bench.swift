import Chromium
import Foundation
import Hands
import Logging

/// The driver's side of `Benchmarks/driver/run`.
///
/// Reads lines `ROW URL` from standard input, does the row's work once in its browser and answers each with a line: the
/// milliseconds it took, or `failed` and why.
@main
struct Bench {
    static func main() async throws {
        let arguments = CommandLine.arguments
        guard arguments.count == 3 else {
            FileHandle.standardError.write(Data("usage: driver-benchmark BROWSER RESUME < lines of: ROW URL\n".utf8))
            exit(64)
        }
        let logger = Logger(label: "benchmark") { _ in SwiftLogNoOpLogHandler() }
        try await withBrowser(BrowserConfiguration(binary: arguments[1]), logger: logger) { browser in
            let rows = Rows(browser: browser, resume: URL(filePath: arguments[2]))
            try await browser.withContext { context in
                try await context.withPage { page in
                    print("ready")
                    while let line = readLine() {
                        let words = line.split(separator: " ").map(String.init)
                        guard words.count == 2 else { continue }
                        print(await answer(words[0], words[1], page, rows))
                    }
                }
            }
        }
    }

    private static func answer(_ row: String, _ url: String, _ page: Page, _ rows: Rows) async -> String {
        do {
            return String(format: "%.4f", try await rows.milliseconds(row, url, page))
        } catch {
            return "failed \(error)"
        }
    }

    private static func print(_ line: String) { FileHandle.standardOutput.write(Data("\(line)\n".utf8)) }
}
