import Chromium
import Foundation
import GhostHands
import TestSupport
import Testing

@testable import Hands

/// Pages that nobody here wrote, beside the checkout; where they are not, there is nothing to test with.
private let shared: URL = {
    let named = ProcessInfo.processInfo.environment["GH_SHARED"].map { URL(filePath: $0) }
    return (named ?? testsFolder.deletingLastPathComponent().deletingLastPathComponent().appending(path: "shared"))
        .appending(path: "fixtures")
}()

private func pages(_ folder: String, most: Int = .max) -> [String] {
    let found = FileManager.default.enumerator(at: shared.appending(path: folder), includingPropertiesForKeys: nil)
    let names = (found?.allObjects as? [URL] ?? []).filter { $0.pathExtension == "html" }
        .map { $0.path.replacingOccurrences(of: shared.path + "/", with: "") }.sorted()
    let step = max(1, names.count / max(1, min(most, names.count)))
    return names.enumerated().filter { $0.offset % step == 0 }.map(\.element).prefix(most).map(\.self)
}

extension HandsTests {
    @Suite(
        .enabled(
            if: FileManager.default.fileExists(atPath: shared.path),
            "the shared pages are not beside the checkout"
        )
    )
    struct Strangers {
        private struct Seen: Sendable {
            let name: String
            let fields: Int
            let blocker: Blocker?
            let duration: Duration
        }

        /// Reads pages one after the other, with their scripts off and nothing loaded from elsewhere.
        private func read(_ names: [String]) async throws -> [Seen] {
            let browser = try suiteBrowser()
            let policy =
                "default-src 'self' data: 'unsafe-inline'; script-src 'none'; connect-src 'none'; frame-src 'none'"
            let folder = shared
            return try await Site.open({ request in
                let path = request.path.removingPercentEncoding ?? request.path
                guard path.hasSuffix(".html"), !path.contains(".."),
                    let data = try? Data(contentsOf: folder.appending(path: path))
                else { return .html("", status: 404) }
                let text = String(decoding: data, as: UTF8.self)
                return .html("<meta http-equiv=Content-Security-Policy content=\"\(policy)\">\(text)")
            }) { site in
                let rule: @Sendable (URLRequestFacts) -> Bool = { $0.host.isEmpty || $0.host == "127.0.0.1" }
                return try await browser.withContext(ContextOptions(allowed: rule)) { context in
                    var seen: [Seen] = []
                    for name in names {
                        let one = try await context.withPage { page in
                            try await look(at: "\(site.origin)/\(name)", name, page)
                        }
                        seen.append(one)
                    }
                    return seen
                }
            }
        }

        private func look(at url: String, _ name: String, _ page: Page) async throws -> Seen {
            _ = try await page.navigate(to: url, timeout: .seconds(20))
            var reading = try await PageReader().read(page)
            var duration = Duration.seconds(60)
            // A busy machine may hold up one reading; it does not hold up three.
            for _ in 1...3 where duration > .seconds(2) {
                let begin = ContinuousClock.now
                reading = try await PageReader().read(page)
                duration = ContinuousClock.now - begin
            }
            let blocker = reading.blockers.first ?? LoginWall.blocker(of: reading)
            return Seen(
                name: name,
                fields: reading.form.count,
                blocker: blocker,
                duration: duration
            )
        }

        private func check(_ names: [String]) async throws -> [Seen] {
            #expect(!names.isEmpty)
            let seen = try await read(names)
            #expect(seen.count == names.count)
            for one in seen { #expect(one.duration < .seconds(20), "\(one.name) took \(one.duration)") }
            return seen
        }

        @Test func `application pages of strangers are read and none is taken for blocked`() async throws {
            for one in try await check(pages("ats")) {
                #expect(one.blocker == nil, "\(one.name): \(one.blocker?.sign ?? "")")
            }
        }

        @Test func `benchmark forms are read with fields in all of them`() async throws {
            for one in try await check(pages("formfactory")) {
                #expect(one.blocker == nil, "\(one.name)")
                #expect(one.fields > 2, "\(one.name)")
            }
        }

        @Test func `challenge pages are known, and a page with the mere word is not one`() async throws {
            for one in try await check(pages("blocked")) {
                let isNegative = one.name.contains("negative")
                #expect((one.blocker == nil) == isNegative, "\(one.name): \(one.blocker?.sign ?? "no sign")")
            }
        }

        @Test func `sign-in and checkout pages of all sorts are read`() async throws {
            let seen = try await check(pages("ddg-autofill", most: 60))
            #expect(seen.count { $0.fields > 0 } > seen.count * 3 / 4)
        }
    }
}
