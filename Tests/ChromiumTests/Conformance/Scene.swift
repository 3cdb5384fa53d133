import Chromium
import Foundation
import TestSupport

/// A page with a behaviour's HTML, and what is done with it.
struct Scene: Sendable {
    /// How long an action that must fail is given.
    static let brief = Duration.milliseconds(1_500)
    private static let peek = InPageScript(
        name: "peek",
        source: """
            globalThis.$ = (id) => document.getElementById(id);
            globalThis.peek = { at: async (code) => String(await (0, eval)(code)) };
            """
    )

    let page: Page
    let context: BrowserContext
    let address: String
    let folder: URL

    func find(_ locator: Locator) async throws -> ElementHandle { try await page.locate(locator) }
    func find(_ id: String) async throws -> ElementHandle { try await page.locate(.id(id)) }

    func read(_ code: String, in frame: Frame? = nil) async throws -> String {
        let arguments = try JSONEncoder().encode([code])
        let result = try await (frame ?? page.mainFrame).call(Self.peek, "at", arguments: arguments)
        return try JSONDecoder().decode(String.self, from: result)
    }

    /// A property of an element.
    func read(_ property: String, of element: ElementHandle) async throws -> String {
        let frame = page.frames.first { $0.id == element.frame }
        return try await read("ghosthands.element(\(element.id)).\(property)", in: frame)
    }

    /// Keeps a word for the outcome.
    func note(_ word: String) async throws {
        let json = String(decoding: try JSONEncoder().encode([word]), as: UTF8.self)
        _ = try await read("document.documentElement.dataset.log = \(json)[0]")
    }

    func click(
        _ id: String,
        _ options: ClickOptions = ClickOptions(),
        within time: Duration = .seconds(10)
    ) async throws {
        try await page.click(find(id), options: options, timeout: time)
    }

    func hover(_ id: String, within time: Duration = .seconds(10)) async throws {
        try await page.hover(find(id), timeout: time)
    }

    func fill(_ id: String, _ text: String, within time: Duration = .seconds(10)) async throws {
        try await page.fill(find(id), with: text, timeout: time)
    }

    func type(_ text: String, into id: String) async throws { try await page.type(text, into: find(id)) }

    func press(_ keys: String...) async throws {
        for key in keys { try await page.press(key) }
    }

    func select(_ id: String, _ choices: OptionChoice..., within time: Duration = .seconds(10)) async throws {
        try await page.select(find(id), choices, timeout: time)
    }

    func check(_ id: String, _ on: Bool = true, within time: Duration = .seconds(10)) async throws {
        try await page.setChecked(find(id), on, timeout: time)
    }

    /// Does something and waits until the page has come to rest.
    func settling(_ body: () async throws -> Void) async throws {
        let (_, activity) = try await page.activity(during: body)
        _ = try await page.settle(activity)
    }

    /// A file whose contents are its own name.
    func file(_ name: String) throws -> URL {
        let home = folder.appending(path: UUID().uuidString, directoryHint: .isDirectory)
        try FileManager.default.createDirectory(at: home, withIntermediateDirectories: true)
        let file = home.appending(path: name)
        try Data(name.utf8).write(to: file)
        return file
    }
}
