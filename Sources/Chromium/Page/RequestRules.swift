import Foundation

/// A context's rules about requests, applied to what the browser asks.
struct RequestRules: Sendable {
    private let allowed: (@Sendable (URLRequestFacts) -> Bool)?

    init(_ options: ContextOptions) {
        allowed = options.allowed
    }

    func decision(on paused: RequestPaused) -> Command<Nothing> {
        isAllowed(paused) ? .letThrough(paused.requestId) : .block(paused.requestId)
    }

    func isAllowed(_ paused: RequestPaused) -> Bool {
        allowed?(facts(paused.request.url, method: paused.request.method, kind: paused.resourceType)) ?? true
    }

    private func facts(_ url: String, method: String, kind: String) -> URLRequestFacts {
        let host = URLComponents(string: url)?.host ?? ""
        return URLRequestFacts(url: url, host: host.lowercased(), method: method, isDocument: kind == "Document")
    }
}
