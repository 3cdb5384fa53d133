public import Chromium
public import Foundation
import NIOConcurrencyHelpers

/// The small page beside the forms that says what happens in a person's own browser.
///
/// It is a document without a script, of this program's making; what sites say is not shown in it.
public final class DeskWindow: Sendable {
    private let page: Page
    private let name: String
    /// How often the person has said that they are done, as far as that was asked for.
    private let heard = NIOLockedValueBox(0)
    private let news = NIOLockedValueBox<[(Date, DeskNews)]>([])
    private static let mostLines = 12

    /// Uses a page for it.
    ///
    /// - Parameters:
    ///   - page: a page of a context of its own.
    ///   - name: what the person calls the browser.
    public init(_ page: Page, name: String) {
        self.page = page
        self.name = name
    }

    /// Shows what happens; a window that was closed shows nothing, and nothing waits for it.
    ///
    /// - Parameters:
    ///   - one: what happens.
    ///   - now: the time.
    public func show(_ one: DeskNews, at now: Date) async {
        let lines = news.withLockedValue { news in
            news.append((now, one))
            news = news.suffix(Self.mostLines)
            return news
        }
        guard page.isOpen else { return }
        let data = Data(Self.document(name, lines).utf8).base64EncodedString()
        _ = try? await page.navigate(to: "data:text/html;charset=utf-8;base64,\(data)", timeout: .seconds(5))
    }

    /// Whether the person has pressed the button since this was asked last.
    public func isDone() -> Bool {
        let presses = page.pastActivity.presses.count { $0.kind == .click && $0.label == Self.done }
        return heard.withLockedValue { heard in
            defer { heard = presses }
            return presses > heard
        }
    }

    private static let done = "I have done it"

    private static func document(_ name: String, _ lines: [(Date, DeskNews)]) -> String {
        let latest = lines.last?.1 ?? .idle
        let isWaiting = if case .waits = latest { true } else { false }
        let style = """
            body{font:16px/1.5 system-ui,sans-serif;margin:2rem;max-width:40rem;color:#1b1b1b;background:#fff}\
            .now{padding:1rem;border-left:6px solid \(isWaiting ? "#c60" : "#287");background:#f4f4f2;font-size:1.2rem}\
            li{color:#555}
            """
        var button = ""
        if case .waits(_, _, isReview: false) = latest { button = "<p><button>\(done)</button></p>" }
        let past = lines.dropLast().reversed().map { "<li>\(time($0.0)) \(escaped($0.1.line))</li>" }.joined()
        return """
            <!doctype html><html lang="en"><meta charset="utf-8"><title>\(isWaiting ? "● " : "")GhostHands</title>\
            <style>\(style)</style><h1>GhostHands at \(escaped(name))</h1>\
            <p class="now" role="status">\(escaped(latest.line))</p>\(button)<ul>\(past)</ul></html>
            """
    }

    private static func time(_ date: Date) -> String {
        date.formatted(.dateTime.hour(.twoDigits(amPM: .omitted)).minute(.twoDigits).second(.twoDigits))
    }

    private static func escaped(_ text: String) -> String {
        text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
    }
}
