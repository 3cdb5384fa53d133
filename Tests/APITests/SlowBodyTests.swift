import GhostHands
import HTTPTypes
import Hummingbird
import NIOCore
import Testing

@testable import API

struct SlowBodyTests {
    private func request(_ chunks: [String]) -> Request {
        let stream = AsyncStream<ByteBuffer> { continuation in
            for chunk in chunks { continuation.yield(ByteBuffer(string: chunk)) }
            continuation.finish()
        }
        return Request(
            head: HTTPRequest(method: .post, scheme: "http", authority: "localhost", path: "/"),
            body: RequestBody(asyncSequence: stream)
        )
    }

    @Test func `a body may come in pieces, but not for ever and not without bound`() async throws {
        #expect(try await request([#"{"a""#, ": 1", "}"]).json() == ["a": 1])
        let slow = await #expect(throws: APIError.self) { try await request(["{", "}"]).json(within: .zero) }
        #expect(slow?.status == .requestTimeout && slow?.code == "request_timeout")
        let large = await #expect(throws: APIError.self) {
            try await request(Array(repeating: String(repeating: " ", count: 65_536), count: 17)).json()
        }
        #expect(large?.status == .contentTooLarge)
    }
}
