public import Hummingbird
import Logging
import Foundation
import GhostHands

/// What is known about a request while it is answered.
public struct APIContext: RequestContext {
    /// Hummingbird's part.
    public var coreContext: CoreRequestContextStorage
    /// The caller's `X-Request-Id`, or one of ours.
    public var requestID: String
    /// Of which trace it is.
    var trace: TraceContext?

    /// The context of a request that has just arrived.
    ///
    /// - Parameter source: where it arrived.
    public init(source: ApplicationRequestContextSource) {
        coreContext = CoreRequestContextStorage(source: source)
        requestID = UUID().uuidString.lowercased()
    }

    /// The logger of this request: its lines carry the request's id.
    var log: Logger {
        var log = logger
        log[metadataKey: "request"] = "\(requestID)"
        if let trace { log[metadataKey: "trace"] = "\(trace.traceID)" }
        return log
    }

    /// A job's id from the path; text that is not a UUID is the id of no job (R4).
    func jobID(_ name: String) throws -> UUID { try uuid(name, orNotFound: "Job not found") }

    func uuid(_ name: String, orNotFound message: String) throws -> UUID {
        // Escaped characters are the same as plain ones (RFC 3986, 2.3), and come as they were sent.
        guard let text = parameters.get(name)?.removingPercentEncoding, text.utf8.count == 36,
            let id = UUID(uuidString: text)
        else {
            throw APIError.notFound(message)
        }
        return id
    }
}
