public import GhostHands

extension HostName: ExpressibleByStringLiteral {
    /// A host as tests write it.
    public init(stringLiteral value: String) {
        guard let name = HostName(value) else { preconditionFailure("\(value) is no host") }
        self = name
    }
}
