import Foundation

/// A context's rules about requests, applied to what the browser asks.
struct RequestRules: Sendable {
    /// What is to become of a request.
    enum Decision: Sendable, Hashable {
        case letThrough
        /// Blocked: an error page takes the place of a document.
        case block
        /// Called off: the page stays what it is.
        case callOff
    }

    private let allowed: (@Sendable (URLRequestFacts) -> Bool)?
    private let allowedDocument: (@Sendable (URLRequestFacts) -> Bool)?
    private let sites: [String]?

    init(_ options: ContextOptions) {
        allowed = options.allowed
        allowedDocument = options.allowedDocument
        sites = options.allowedSites?.map { $0.lowercased() }
    }

    func decision(on facts: URLRequestFacts) -> Decision {
        guard isOnSite(facts), allowed?(facts) ?? true else { return .block }
        // What is called off leaves the page as it is; what is blocked puts an error page in its place.
        return !facts.isDocument || allowedDocument?(facts) ?? true ? .letThrough : .callOff
    }

    private func isOnSite(_ facts: URLRequestFacts) -> Bool {
        guard let sites, facts.isDocument else { return true }
        return sites.contains { facts.host == $0 || facts.host.hasSuffix(".\($0)") }
    }
}

extension URLRequestFacts {
    init(_ paused: RequestPaused) {
        let url = paused.request.url
        let host = (URLComponents(string: url)?.host ?? "").lowercased()
        self.init(
            url: url,
            scheme: url.firstIndex(of: ":").map { url[..<$0].lowercased() } ?? "",
            host: host.filter { !"[]".contains($0) },
            method: paused.request.method,
            isDocument: paused.resourceType == "Document"
        )
    }
}
