import Chromium
import Foundation
import GhostHands

/// The functions of `reader.js` and the scripts that it is joined with.
enum ReaderFunction: String {
    /// Reads the document.
    case read
    /// Waits for a change of the document.
    case changed
    /// Whether an element lies under a bar at the page's edge.
    case barred
    /// Where the form of an element sends what it holds.
    case targets
    /// The state of a control of several elements.
    case control
    /// The state of a list; what makes it ready, what scrolls it, and the button that takes over what was chosen.
    case list, armList, keepList, scrollList, listTaker
    /// The state of a calendar.
    case calendar
    /// What a box offers once something is typed into it; what makes it ready, and what its own list holds.
    case offers, armOffers, entries
    /// Scrolls what a form has to be read to its end.
    case readOut
    /// What sends a file that was chosen; what makes it known.
    case armUpload, startUpload
    /// Keeps a key from sending the form.
    case keepForm
}

extension Frame {
    /// Calls a function of the reader's script.
    ///
    /// - Parameter timeout: how long it may take.
    /// - Returns: what it returned.
    /// - Throws: ``ChromiumError`` when the document is gone, the function throws or takes too long.
    func ask<R: Decodable>(
        _ function: ReaderFunction,
        _ arguments: JSON...,
        timeout: Duration = .seconds(5)
    ) async throws -> R {
        try JSONDecoder().decode(R.self, from: try await run(function, arguments, timeout: timeout))
    }

    /// Calls a function of the reader's script about an element of the frame.
    ///
    /// - Returns: what it returned.
    /// - Throws: ``ChromiumError``, detached also when the element is gone.
    func ask<R: Decodable>(_ function: ReaderFunction, about element: ElementHandle) async throws -> R {
        let answer: R? = try await ask(function, .int(Int64(element.id)))
        guard let answer else { throw ChromiumError(.detached, "the control is gone") }
        return answer
    }

    /// Calls a function of the reader's script about an element, for what it does.
    ///
    /// - Throws: ``ChromiumError`` when the document is gone, the function throws or takes too long.
    func tell(_ function: ReaderFunction, about element: ElementHandle) async throws {
        _ = try await run(function, [.int(Int64(element.id))], timeout: .seconds(5))
    }

    private func run(_ function: ReaderFunction, _ arguments: [JSON], timeout: Duration) async throws -> Data {
        let arguments = JSON.array(arguments).data
        return try await call(PageReader.script, function.rawValue, arguments: arguments, timeout: timeout)
    }
}

extension Page {
    /// The frame that an element stands in.
    ///
    /// - Returns: its frame.
    /// - Throws: ``ChromiumError``: detached when the frame is gone.
    func frame(of element: ElementHandle) throws -> Frame {
        guard let frame = frames.first(where: { $0.id == element.frame }) else {
            throw ChromiumError(.detached, "the frame is gone")
        }
        return frame
    }
}
