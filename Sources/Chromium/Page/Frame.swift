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
        let json = JSONValue.string(String(decoding: arguments, as: UTF8.self))
        return try await page.run(script, function, json, in: page.node(id), by: Deadline(after: timeout))
    }

    /// Names an element by its number in the current document's registry.
    /// - Parameter id: The number, as `ghosthands.register` gave it.
    /// - Returns: The element's handle.
    public func element(_ id: Int) -> ElementHandle { place.element(id) }

    /// The frame's current document.
    public var place: FramePlace {
        let known = page.state.current.frames[id]
        return FramePlace(id: id, parent: known?.parent, document: known?.document ?? 0)
    }
}

/// One document of a frame, without its page: what was read of it can be put together where no browser is.
public struct FramePlace: Hashable, Sendable {
    /// The frame's name in the browser.
    public let id: String
    /// The name of the frame that it stands in; nil for the outermost.
    public let parent: String?
    let document: Int

    /// Makes one.
    ///
    /// - Parameter document: which of the frame's documents, counted from the frame's first.
    public init(id: String, parent: String? = nil, document: Int = 0) {
        self.id = id
        self.parent = parent
        self.document = document
    }

    /// Names an element by its number in the document's registry.
    ///
    /// - Parameter id: the number, as `ghosthands.register` gave it.
    /// - Returns: the element's handle.
    public func element(_ id: Int) -> ElementHandle { ElementHandle(frame: self.id, document: document, id: id) }
}
