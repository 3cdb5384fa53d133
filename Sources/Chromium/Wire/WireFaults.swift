import NIOConcurrencyHelpers

/// What shall go wrong on the way to a browser, to see how everything above bears it.
///
/// It also tells which messages have passed, so that each of them can be made to fail in its turn.
public final class WireFaults: Sendable {
    /// A kind of message.
    public struct Message: Hashable, Sendable {
        /// Which way it goes.
        public let direction: WireFault.Direction
        /// Its method.
        public let method: String
    }

    private struct Armed {
        let fault: WireFault
        var passed = 0
    }

    private struct State {
        var armed: [Armed] = []
        var seen: [Message: Int] = [:]
        var struck = 0
    }

    private let state = NIOLockedValueBox(State())

    /// Makes a set of faults.
    /// - Parameter faults: What goes wrong from the first message on.
    public init(_ faults: [WireFault] = []) {
        arm(faults)
    }

    /// How many messages of each kind have passed since the faults were armed last, struck ones included.
    public var seen: [Message: Int] { state.withLockedValue { $0.seen } }
    /// How many messages have been struck since the faults were armed last.
    public var struck: Int { state.withLockedValue { $0.struck } }

    /// Puts these faults in the place of all others, and counts messages anew.
    /// - Parameter faults: What goes wrong from now on.
    public func arm(_ faults: [WireFault]) {
        state.withLockedValue { $0 = State(armed: faults.map { Armed(fault: $0) }) }
    }

    /// What happens to the next message of a kind.
    func strike(_ message: Message) -> WireFault.Kind? {
        state.withLockedValue { state in
            state.seen[message, default: 0] += 1
            var kind: WireFault.Kind?
            for place in state.armed.indices where state.armed[place].fault.fits(message) {
                state.armed[place].passed += 1
                let armed = state.armed[place]
                if armed.passed == armed.fault.number { kind = kind ?? armed.fault.kind }
            }
            if kind != nil { state.struck += 1 }
            return kind
        }
    }
}

extension WireFault {
    fileprivate func fits(_ message: WireFaults.Message) -> Bool {
        direction == message.direction && (method ?? message.method) == message.method
    }
}
