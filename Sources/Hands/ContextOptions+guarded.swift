public import Chromium
public import GhostHands

extension ContextOptions {
    /// A browser context that may only talk to the addresses that a rule allows (R28).
    ///
    /// Its pages are ready to be read as soon as they are there. What a document or any other request asks for comes by
    /// `http` or `https`, or the page holds it itself (`data`, `blob`). Every request is judged by its host, and by what
    /// that stands for, before it is sent; every document again by the address that it came from.
    ///
    /// - Parameters:
    ///   - rule: which addresses are allowed.
    ///   - lookup: gives the addresses of a host name, within seconds.
    /// - Returns: the options.
    public static func guarded(
        by rule: AddressRule,
        lookup: @escaping @Sendable (String) async throws -> [String]
    ) -> ContextOptions {
        var options = ContextOptions()
        options.scripts = [PageReader.script]
        // Over a connection that was used before, the browser sends anything once more, a form as well, when the server
        // closes it without an answer; over a new one nothing (decision 0046).
        options.extraHeaders["Connection"] = "close"
        options.allowed = { request in
            switch request.scheme {
            case "http", "https": !request.host.isEmpty && rule.mayResolve(request.host)
            case "data", "blob": true
            default: false
            }
        }
        if rule.allowance == .privateNetwork { return options }
        options.allowedHost = { host in
            // What the name alone tells has been judged.
            if host == "localhost" || host.hasSuffix(".localhost") { return true }
            // A name that cannot be looked up leads nowhere; the browser says so in its own words.
            guard let found = try? await lookup(host) else { return true }
            return found.allSatisfy { rule.allows($0) }
        }
        options.allowedAddress = { rule.allows($0) }
        return options
    }
}

extension Page {
    /// Goes to an address of the web, and to no other: the browser itself knows many more (files, its own pages, sources).
    ///
    /// - Parameter timeout: how long it may take until the content is there.
    /// - Returns: how it ended; refused for an address that is not of the web.
    /// - Throws: ``ChromiumError`` when the page is gone or the time is up.
    func visit(_ address: PageAddress, timeout: Duration) async throws -> NavigationOutcome {
        if let reason = address.refusal { return .refused(reason: reason) }
        let outcome = try await navigate(to: address.text, timeout: timeout)
        if case .failed(let reason) = outcome { return .failed(reason: NavigationFailure.told(reason)) }
        return outcome
    }

    /// Where the page is now.
    var address: PageAddress { PageAddress(url) }
}
