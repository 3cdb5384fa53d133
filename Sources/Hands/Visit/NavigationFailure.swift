/// What the browser's own codes for a page that does not load mean, for a person.
enum NavigationFailure {
    /// The reason in words.
    ///
    /// - Parameter code: the browser's, such as `net::ERR_CONNECTION_REFUSED`.
    /// - Returns: the words with the code behind them; the code alone where nobody knows better.
    static func told(_ code: String) -> String {
        guard code.hasPrefix(prefix) else { return code }
        let name = code.dropFirst(prefix.count)
        let words = meanings[String(name)] ?? (name.hasPrefix("CERT_") ? "its certificate is not valid" : nil)
        return words.map { "\($0) (\(code))" } ?? code
    }

    private static let prefix = "net::ERR_"

    private static let meanings = [
        "CONNECTION_REFUSED": "nothing listens at that address",
        "NAME_NOT_RESOLVED": "there is no host with that name",
        "CONNECTION_TIMED_OUT": "the host does not answer",
        "TIMED_OUT": "the host does not answer",
        "ADDRESS_UNREACHABLE": "the host cannot be reached from here",
        "INTERNET_DISCONNECTED": "this machine has no connection to the internet",
        "CONNECTION_RESET": "the host broke the connection off",
        "CONNECTION_CLOSED": "the host broke the connection off",
        "EMPTY_RESPONSE": "the host answered with nothing",
        "TOO_MANY_REDIRECTS": "the host sends from one address to the next without end",
        "SSL_PROTOCOL_ERROR": "the host does not speak TLS there: is it http and not https?",
        "UNSAFE_PORT": "the browser opens no page at that port",
        "ABORTED": "the address is a download or nothing at all, and no page",
        "INVALID_RESPONSE": "what came is not a page",
    ]
}
