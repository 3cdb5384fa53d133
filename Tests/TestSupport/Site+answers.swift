extension Site.Answer {
    /// Anything, with headers of its own.
    /// - Parameters:
    ///   - body: What is answered.
    ///   - type: Its content type.
    ///   - status: The HTTP status.
    ///   - headers: More headers.
    ///   - delay: How long to wait before answering.
    /// - Returns: The answer.
    public static func any(
        _ body: String,
        type: String = "text/html; charset=utf-8",
        status: Int = 200,
        headers: [(String, String)] = [],
        after delay: Duration = .zero
    ) -> Site.Answer {
        Site.Answer(status: status, headers: [("content-type", type)] + headers, body: body, delay: delay)
    }
}

extension Site {
    /// The same site by another name, which makes it another site to a browser.
    public var otherOrigin: String { origin.replacing("127.0.0.1", with: "localhost") }
}
