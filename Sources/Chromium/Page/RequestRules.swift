import Foundation

/// A context's rules about requests, applied to what the browser asks.
struct RequestRules: Sendable {
    private let allowed: (@Sendable (URLRequestFacts) -> Bool)?
    private let sites: [String]?

    init(_ options: ContextOptions) {
        allowed = options.allowed
        sites = options.allowedSites?.map { $0.lowercased() }
    }

    func decision(on paused: RequestPaused) -> Command<Nothing> {
        isAllowed(paused) ? .letThrough(paused.requestId) : .block(paused.requestId)
    }

    func isAllowed(_ paused: RequestPaused) -> Bool {
        let facts = facts(paused.request.url, method: paused.request.method, kind: paused.resourceType)
        return isOnSite(facts) && (allowed?(facts) ?? true)
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
