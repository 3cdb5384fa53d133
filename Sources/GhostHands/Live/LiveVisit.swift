/// Why a conversation with a person who helps is over.
public enum LiveEnding: Sendable, Hashable {
    /// The person has left.
    case left
    /// The pause is over.
    case resolved
    /// The worker has no such page.
    case unknown
    /// Nothing of the kind may be sent.
    case violated

    /// The code that the socket is closed with (RFC 6455, 7.4; from 4000 on they are ours).
    public var code: Int {
        switch self {
        case .left: 1000
        case .resolved: 4000
        case .unknown: 4004
        case .violated: 1008
        }
    }
}

/// What became of one visit, in numbers.
public struct LiveVisit: Sendable, Hashable {
    /// Why it ended.
    public var ending: LiveEnding
    /// How often the person did something.
    public var inputs: Int
    /// How many pictures they were sent.
    public var pictures: Int

    /// A visit.
    public init(_ ending: LiveEnding, inputs: Int = 0, pictures: Int = 0) {
        self.ending = ending
        self.inputs = inputs
        self.pictures = pictures
    }
}

/// What a person who has a link may do.
public enum LiveMode: String, Sendable, Hashable, CaseIterable {
    /// Act on the page.
    case control
    /// See it.
    case view
}
