import Chromium
import Foundation
import GhostHands

/// What a page says, for jobs that read it.
struct PageContent: Decodable, Sendable {
    let title: String
    /// The text to be seen, a line a block; cells are separated by bars.
    let lines: [String]
    /// Whether there was more than fits.
    let isCut: Bool
    /// The rows of its table, or the entries of its longest list.
    let items: [JSON]
    /// What leads to the next page of the same list.
    let next: Int?

    /// The most characters of a page that are read.
    static let mostCharacters = 96_000

    static let script = InPageScript(
        name: "content",
        source: String(decoding: PackageResources.content_js, as: UTF8.self)
    )

    /// Reads a page.
    ///
    /// - Parameter withLinks: whether the text shows where links lead.
    /// - Returns: what it says.
    /// - Throws: ``ChromiumError`` when the page is gone or does not answer.
    static func read(_ page: Page, withLinks: Bool) async throws -> PageContent {
        let arguments = JSON.array([JSON(mostCharacters), .bool(withLinks)]).data
        let data = try await page.mainFrame.call(script, "read", arguments: arguments, timeout: .seconds(20))
        return try JSONDecoder().decode(PageContent.self, from: data)
    }

    var text: String { lines.joined(separator: "\n") }
}
