extension Site.Answer {
    /// The same answer, which sets cookies.
    /// - Parameter cookies: what stands in `Set-Cookie`, each.
    /// - Returns: The answer.
    public func setting(_ cookies: [String]) -> Site.Answer {
        Site.Answer(
            status: status,
            headers: headers + cookies.map { ("set-cookie", $0) },
            body: body,
            delay: delay
        )
    }

    /// A script.
    /// - Parameter source: Its text.
    /// - Returns: The answer.
    public static func script(_ source: String) -> Site.Answer {
        Site.Answer(status: 200, headers: [("content-type", "text/javascript")], body: source, delay: .zero)
    }
}
