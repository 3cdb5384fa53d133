import Foundation

/// A context's rules about requests, applied to what the browser asks.
struct RequestRules: Sendable {
    private let allowed: (@Sendable (URLRequestFacts) -> Bool)?
    private let allowedDocument: (@Sendable (URLRequestFacts) -> Bool)?
    private let sites: [String]?

    init(_ options: ContextOptions) {
        allowed = options.allowed
        allowedDocument = options.allowedDocument
        sites = options.allowedSites?.map { $0.lowercased() }
    }

    func decision(on paused: RequestPaused) -> Command<Nothing> {
        if isAllowed(paused) { return .letThrough(paused.requestId) }
        // What is called off leaves the page as it is; what is blocked puts an error page in its place.
        return isOnlyUnwanted(paused) ? .callOff(paused.requestId) : .block(paused.requestId)
    }

    /// Whether nothing but the rule for documents speaks against a request.
    private func isOnlyUnwanted(_ paused: RequestPaused) -> Bool {
        let facts = facts(paused.request.url, method: paused.request.method, kind: paused.resourceType)
        return isOnSite(facts) && (allowed?(facts) ?? true)
    }

    func isAllowed(_ paused: RequestPaused) -> Bool {
        let facts = facts(paused.request.url, method: paused.request.method, kind: paused.resourceType)
        guard isOnSite(facts), !facts.isDocument || allowedDocument?(facts) ?? true else { return false }
        return allowed?(facts) ?? true
    }

    private func isOnSite(_ facts: URLRequestFacts) -> Bool {
        guard let sites, facts.isDocument else { return true }
        return sites.contains { facts.host == $0 || facts.host.hasSuffix(".\($0)") }
    }

    private func facts(_ url: String, method: String, kind: String) -> URLRequestFacts {
        let host = URLComponents(string: url)?.host ?? ""
        return URLRequestFacts(url: url, host: host.lowercased(), method: method, isDocument: kind == "Document")
    }
}
