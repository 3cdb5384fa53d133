import Foundation
import NIOConcurrencyHelpers
import NIOCore

/// A transport on which messages are lost, late, doubled or broken, as a set of faults says.
final class FaultyTransport: Transport {
    private struct Outgoing: Decodable {
        let id: Int
        let method: String
    }

    private struct State {
        /// The methods of the calls whose replies have not come yet.
        var methods: [Int: String] = [:]
        var isCut = false
    }

    private static let mostMethods = 20_000

    private let base: any Transport
    private let faults: WireFaults
    private let state = NIOLockedValueBox(State())

    init(_ base: any Transport, _ faults: WireFaults) {
        self.base = base
        self.faults = faults
    }

    var loop: any EventLoop { base.loop }

    func open(_ receive: @escaping @Sendable (Arrival) -> Void) {
        base.open { [self] arrival in
            guard case .message(let message) = arrival, let method = method(of: message) else {
                return receive(arrival)
            }
            pass(message, as: WireFaults.Message(direction: .fromBrowser, method: method)) { receive(.message($0)) }
        }
    }

    func send(_ message: ByteBuffer) {
        guard let sent = try? JSONDecoder().decode(Outgoing.self, from: Data(message.readableBytesView)) else {
            return base.send(message)
        }
        state.withLockedValue { state in
            if state.methods.count >= Self.mostMethods { state.methods = [:] }
            state.methods[sent.id] = sent.method
        }
        pass(message, as: WireFaults.Message(direction: .toBrowser, method: sent.method)) { [base] in base.send($0) }
    }

    func close() {
        base.close()
    }

    private func method(of message: ByteBuffer) -> String? {
        switch Incoming(message) {
        case .reply(let id): state.withLockedValue { $0.methods.removeValue(forKey: id) }
        case .event(let event): event.method
        case nil: nil
        }
    }

    private func pass(
        _ message: ByteBuffer,
        as kind: WireFaults.Message,
        _ deliver: @escaping @Sendable (ByteBuffer) -> Void
    ) {
        guard !state.withLockedValue({ $0.isCut }) else { return }
        switch faults.strike(kind) {
        case nil:
            deliver(message)
        case .drop:
            break
        case .delay(let delay):
            loop.scheduleTask(in: TimeAmount(delay)) { deliver(message) }
        case .duplicate:
            deliver(message)
            deliver(message)
        case .garble(let part):
            deliver(message.garbled(part))
        case .cut:
            state.withLockedValue { $0.isCut = true }
            base.close()
        }
    }
}

extension ByteBuffer {
    fileprivate func garbled(_ part: WireFault.Part) -> ByteBuffer {
        var bytes = Array(readableBytesView)
        let broken =
            switch part {
            case .head: 0..<min(12, bytes.count)
            case .body: bytes.count / 2..<bytes.count / 2 + min(12, bytes.count / 2)
            }
        for place in broken { bytes[place] = UInt8(ascii: "#") }
        return ByteBuffer(bytes: bytes)
    }
}
