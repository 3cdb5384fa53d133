import GhostHands
import HTTPTypes
import Hummingbird

extension APIError {
    /// The reply: ours, or RFC 9457's where the caller accepts that one.
    func response(requestID: String, accept: String?) -> Response {
        let isProblem = accept?.lowercased().contains("application/problem+json") ?? false
        var response = Response(
            json: isProblem ? problem(requestID) : body(requestID),
            status: status,
            type: isProblem ? "application/problem+json" : "application/json"
        )
        response.headers.append(contentsOf: headers)
        return response
    }

    func body(_ requestID: String) -> JSON {
        let reply = ErrorReply.body.json((self, requestID)).object ?? [:]
        return .object(reply.merging(members) { $1 })
    }

    private func problem(_ requestID: String) -> JSON {
        var members = body(requestID).object ?? [:]
        members["type"] = "about:blank"
        members["title"] = .string(status.reasonPhrase)
        members["status"] = JSON(status.code)
        members["detail"] = .string(message)
        return .object(members)
    }
}

extension Response {
    /// A JSON reply with sorted keys, so that equal replies are equal bytes.
    init(json: JSON, status: HTTPResponse.Status = .ok, type: String = "application/json") {
        self.init(
            status: status,
            headers: [.contentType: type],
            body: ResponseBody(byteBuffer: ByteBuffer(bytes: json.data))
        )
    }
}
