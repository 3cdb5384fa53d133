/// One thing that shall go wrong on the way to a browser or back.
public struct WireFault: Hashable, Sendable {
    /// Which way a message goes.
    public enum Direction: String, Hashable, Sendable, CaseIterable {
        /// From us to the browser.
        case toBrowser
        /// From the browser to us: replies, by the method they answer, and events, by their own.
        case fromBrowser
    }

    /// Which part of a message is made unreadable.
    public enum Part: Hashable, Sendable {
        /// Its beginning, so that nobody can tell whose it is.
        case head
        /// Its middle, so that it reaches whom it is for and says nothing.
        case body
    }

    /// What happens to a message.
    public enum Kind: Hashable, Sendable {
        /// It never arrives.
        case drop
        /// It arrives so much later, after those that followed it.
        case delay(Duration)
        /// It arrives twice.
        case duplicate
        /// It arrives unreadable.
        case garble(Part)
        /// It does not arrive, and nothing after it does.
        case cut
    }

    /// What happens.
    public var kind: Kind
    /// Which way the message goes.
    public var direction: Direction
    /// The message's method; nil is any.
    public var method: String?
    /// Which of these messages it happens to, counted from 1 since the fault was armed.
    public var number: Int

    /// Makes a fault.
    public init(_ kind: Kind, _ direction: Direction, method: String? = nil, number: Int = 1) {
        self.kind = kind
        self.direction = direction
        self.method = method
        self.number = number
    }
}
