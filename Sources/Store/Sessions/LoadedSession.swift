public import Foundation
public import GhostHands

/// What a job began with of what sites had left for its user.
public struct LoadedSession: Sendable {
    /// All of it.
    public var state: SessionState
    /// The hosts whose rows it came from.
    public let hosts: Set<HostName>
    /// When it was read, by the database's clock: what is deleted after that stays deleted.
    public var begun: Date

    /// A beginning.
    public init(_ state: SessionState = SessionState(), hosts: Set<HostName> = [], begun: Date) {
        self.state = state
        self.hosts = hosts
        self.begun = begun
    }
}

/// What became of what a job has left.
public struct SavedSession: Sendable, Hashable {
    /// The hosts whose values are kept now.
    public var hosts: Set<HostName> = []
    /// What was too large.
    public var dropped = SessionState.Dropped()
    /// How many rows had values that were not those of the beginning.
    public var changed = 0
}

/// What may be shown of a session.
public struct ListedSession: Sendable, Hashable {
    /// The host.
    public let domain: String
    /// When a job last began with it or changed it.
    public let lastUsedAt: Date
    /// When it was first kept.
    public let createdAt: Date
    /// When it was last changed.
    public let updatedAt: Date
    /// When it ends; nil where nothing says so.
    public let expiresAt: Date?
}
