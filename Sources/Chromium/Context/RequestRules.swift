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

    init(_ options: ContextOptions) {
        allowed = options.allowed
        allowedDocument = options.allowedDocument
    }

    func decision(on facts: URLRequestFacts) -> Decision {
        guard allowed?(facts) ?? true else { return .block }
        // What is called off leaves the page as it is; what is blocked puts an error page in its place.
        return !facts.isDocument || allowedDocument?(facts) ?? true ? .letThrough : .callOff
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
