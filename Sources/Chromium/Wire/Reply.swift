import Foundation
import NIOCore
import Waiting

/// A reply that is on its way.
struct Reply<Result: Decodable & Sendable>: Sendable {
    let promise: Promise<ByteBuffer>
    let method: String

    func value() async throws -> Result {
        try parse(try await promise.value())
    }

    /// For clean-up, which a cancelled task must still do; its result does not matter.
    func ended() async {
        _ = try? await promise.valueDespiteCancellation()
    }

    /// Hands over the value when it comes; nothing when the command fails.
    func then(_ use: @escaping @Sendable (Result) -> Void) {
        promise.then { message in
            guard case .success(let message) = message, let value = try? parse(message) else { return }
            use(value)
        }
    }

    /// Tells when the command has been answered or has failed.
    func whenDone(_ use: @escaping @Sendable () -> Void) {
        promise.then { _ in use() }
    }

    private func parse(_ message: ByteBuffer) throws -> Result { try Self.parsed(message, to: method) }

    /// The result that a message brings.
    static func parsed(_ message: ByteBuffer, to method: String) throws -> Result {
        let envelope: ReplyEnvelope<Result>
        do {
            envelope = try JSONDecoder().decode(ReplyEnvelope<Result>.self, from: Data(message.readableBytesView))
        } catch {
            throw ChromiumError(.protocol, "the reply to \(method) is not what it should be")
        }
        if let failure = envelope.error { throw ChromiumError(failure, to: method) }
        guard let result = envelope.result else {
            throw ChromiumError(.protocol, "\(method) was answered with nothing")
        }
        return result
    }
}

private struct ReplyEnvelope<Result: Decodable>: Decodable {
    let result: Result?
    let error: CommandFailure?
}
