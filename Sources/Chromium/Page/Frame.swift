public import Foundation

/// A frame of a page: the main one, or one within.
public struct Frame: Sendable {
    let page: Page
    /// The frame's name in the browser, the same for as long as the frame is there.
    public let id: String

    /// The address of the frame's document; empty when the frame is gone.
    public var url: String { page.state.current.frames[id]?.url ?? "" }
    /// Whether it is the page's outermost frame.
    public var isMain: Bool { page.state.current.mainFrame == id }

    /// The frame that this one stands in; nil for the outermost, and when the frame is gone.
    public var parent: Frame? {
        page.state.current.frames[id]?.parent.map { Frame(page: page, id: $0) }
    }

    /// Calls a function of one of our scripts in the frame, beside the page's own.
    /// - Parameters:
    ///   - script: The script, installed once a document.
    ///   - function: The function's name.
    ///   - arguments: A JSON array of arguments.
    ///   - timeout: How long it may take.
    /// - Returns: The function's result as JSON, a promise's once it is kept.
    /// - Throws: ``ChromiumError``: detached when the document goes away meanwhile, script when the function throws,
    ///   timedOut when it takes too long.
    public func call(
        _ script: InPageScript,
        _ function: String,
        arguments: Data = Data("[]".utf8),
        timeout: Duration = .seconds(10)
    ) async throws -> Data {
        let json = String(decoding: arguments, as: UTF8.self)
        return try await page.run(script, function, json, in: page.node(id), by: Deadline(after: timeout))
    }

    /// Names an element by its number in the current document's registry.
    /// - Parameter id: The number, as `ghosthands.register` gave it.
    /// - Returns: The element's handle.
    public func element(_ id: Int) -> ElementHandle {
        ElementHandle(frame: self.id, document: page.state.current.frames[self.id]?.document ?? 0, id: id)
    }
}
