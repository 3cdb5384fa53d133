import Foundation
import GhostHands
import HTTPTypes
import Hummingbird
import Logging
import Store

/// The outermost layer: gives every request an id, every error its reply, every reply its headers, and logs it.
struct EdgeMiddleware: RouterMiddleware {
    typealias Context = APIContext

    let served: ServedMethods
    let meter: RequestMeter
    private let clock = ContinuousClock()

    /// How long a request waits for the database before the caller is told to try again.
    private static let patience = Duration.seconds(5)

    init(served: ServedMethods, meter: RequestMeter) {
        self.served = served
        self.meter = meter
    }

    func handle(
        _ request: Request,
        context: APIContext,
        next: @concurrent (Request, APIContext) async throws -> Response
    ) async throws -> Response {
        var context = context
        if let id = request.headers[.requestID], Self.isUsable(id) { context.requestID = id }
        context.trace = request.trace
        let begin = clock.now
        var response: Response
        do {
            response = try await Store.within(Self.patience) { [context] in try await next(request, context) }
        } catch let error as HTTPError where error.status == .notFound {
            response = unserved(request, context)
        } catch {
            let reply = reply(to: error, context)
            response = reply.response(requestID: context.requestID, accept: request.headers[.accept])
        }
        Self.finish(&response, request, context)
        let time = clock.now - begin
        meter.note(request.method.rawValue, context.endpointPath ?? "none", response.status.code, time)
        log(request, context, response.status, time)
        return response
    }

    /// The reply when no route takes the path with the method.
    ///
    /// Pages of other origins are granted nothing: a preflight is told the methods, but gets no `Access-Control`
    /// header, which every browser takes as a refusal.
    private func unserved(_ request: Request, _ context: APIContext) -> Response {
        guard let methods = served.methods(at: request.uri.path) else {
            return Self.reply(to: .notFound).response(requestID: context.requestID, accept: request.headers[.accept])
        }
        let allow: HTTPFields = [.allow: methods.joined(separator: ", ")]
        if request.method == .options { return Response(status: .noContent, headers: allow) }
        var error = APIError(
            status: .methodNotAllowed,
            code: "method_not_allowed",
            message: "This path answers only \(methods.joined(separator: ", "))"
        )
        error.headers = allow
        return error.response(requestID: context.requestID, accept: request.headers[.accept])
    }

    private static func isUsable(_ id: String) -> Bool {
        (1...128).contains(id.utf8.count)
            && id.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7f && $0 != UInt8(ascii: "\"") && $0 != UInt8(ascii: "\\") }
    }

    private static func finish(_ response: inout Response, _ request: Request, _ context: APIContext) {
        // Appended without looking whether they are there: no route sets any of them, and looking would cost more.
        // Live help, the console and recordings alone say themselves what they may load and who may frame them.
        let path = request.uri.path
        let isLive =
            (path.hasPrefix("/live") || path.hasPrefix("/console") || path.hasSuffix("/trace"))
            && response.headers[.contentSecurityPolicy] != nil
        response.headers.append(contentsOf: isLive ? framedHeaders : securityHeaders)
        response.headers.append(HTTPField(name: .requestID, value: context.requestID))
        // The replies to errors are made here, outside the routes that know of HEAD.
        if request.method == .head { response = response.createHeadResponse() }
    }

    /// The path is logged as the route it matched: a signed link's token is a secret.
    private func log(_ request: Request, _ context: APIContext, _ status: HTTPResponse.Status, _ time: Duration) {
        let milliseconds = time.components.seconds * 1000 + time.components.attoseconds / 1_000_000_000_000_000
        context.log.debug(
            "request",
            metadata: [
                "method": "\(request.method.rawValue)", "route": "\(context.endpointPath ?? "none")",
                "status": "\(status.code)", "ms": "\(milliseconds)",
            ]
        )
    }

    /// Without those that say who may frame a page.
    private static let framedHeaders = securityHeaders.filter {
        $0.name != .contentSecurityPolicy && $0.name != .xFrameOptions
    }

    static let securityHeaders: [HTTPField] = [
        HTTPField(
            name: .contentSecurityPolicy,
            value: "default-src 'self'; script-src 'self'; connect-src 'self'; font-src 'self'; base-uri 'self'; "
                + "form-action 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; frame-src 'none'; "
                + "object-src 'none'; frame-ancestors 'none'"
        ),
        HTTPField(name: .xContentTypeOptions, value: "nosniff"),
        HTTPField(name: .xFrameOptions, value: "DENY"),
        HTTPField(name: .xssProtection, value: "0"),
        HTTPField(name: .referrerPolicy, value: "strict-origin-when-cross-origin"),
        HTTPField(name: .permissionsPolicy, value: "camera=(), microphone=(), geolocation=()"),
    ]
}

extension Request {
    /// Of which trace it is; nil where its header says nothing that can be read.
    var trace: TraceContext? { headers[.traceparent].flatMap(TraceContext.init) }
}

extension HTTPField.Name {
    private static func ours(_ name: String) -> Self {
        guard let field = HTTPField.Name(name) else { preconditionFailure("\(name) is not a header's name") }
        return field
    }

    static let traceparent = ours("traceparent")
    static let requestID = ours("X-Request-Id")
    static let serviceKey = ours("X-GH-Service-Key")
    /// The name of a file, in base 64.
    static let fileName = ours("X-File-Name")
    static let xFrameOptions = ours("X-Frame-Options")
    static let xssProtection = ours("X-XSS-Protection")
    static let referrerPolicy = ours("Referrer-Policy")
    static let permissionsPolicy = ours("Permissions-Policy")
    static let lastEventID = ours("Last-Event-ID")
    static let xAccelBuffering = ours("X-Accel-Buffering")
}
