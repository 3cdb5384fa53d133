import AsyncHTTPClient
import Foundation
import GhostHands
import NIOCore
import NIOHTTP1

/// Calls a running API for the person at the keyboard.
struct APICaller: Sendable {
    let base: String
    let key: String

    /// The API of the settings.
    ///
    /// - Parameter url: where it is, when it was said; else `GH_PUBLIC_URL`, else this machine.
    /// - Throws: ``SetupError`` when the key is not to be had.
    init(_ url: String?, settings: Settings) throws {
        let text = url ?? settings.publicURL
        guard WebAddress(text) != nil else {
            throw SetupError("\(text) is not an http or https address", mend: "write it as http://127.0.0.1:3100")
        }
        base = (text.hasSuffix("/") ? String(text.dropLast()) : text) + "/api/v1/gh"
        key = try settings.serviceKey()
    }

    /// Asks for something.
    ///
    /// - Parameters:
    ///   - path: behind `/api/v1/gh`.
    ///   - body: what is posted; nil to get.
    /// - Returns: the reply.
    /// - Throws: ``SetupError`` with the words of a refusal, or when nobody answers.
    func call(_ path: String, _ body: JSON? = nil) async throws -> JSON {
        var request = HTTPClientRequest(url: base + path)
        request.headers.add(name: "X-GH-Service-Key", value: key)
        if let body {
            request.method = .POST
            request.headers.add(name: "Content-Type", value: "application/json")
            request.body = .bytes(ByteBuffer(bytes: body.data))
        }
        let status: HTTPResponseStatus
        let bytes: ByteBuffer
        do {
            let response = try await HTTPClient.shared.execute(request, timeout: .seconds(30))
            status = response.status
            bytes = try await response.body.collect(upTo: 16 << 20)
        } catch {
            throw SetupError(
                "no API answers at \(base)",
                mend: "start it with `ghosthands serve`, or name it with --api"
            )
        }
        let reply = (try? JSON(parsing: Data(bytes.readableBytesView))) ?? .null
        guard (200..<300).contains(status.code) else { throw Self.refusal(status, reply) }
        return reply
    }

    private static func refusal(_ status: HTTPResponseStatus, _ reply: JSON) -> SetupError {
        let details = (reply["details"].array ?? []).compactMap { detail in
            detail["message"].string.map { "\(detail["field"].string ?? ""): \($0)" }
        }
        let words = ([reply["message"].string ?? "HTTP \(status.code)"] + details).joined(separator: "; ")
        let mend =
            status == .unauthorized
            ? "set GH_SERVICE_KEY to the key of that API; `ghosthands doctor --show-key` prints this machine's"
            : "see `ghosthands callbacks --help`"
        return SetupError("the API refused: \(words)", mend: mend)
    }
}
