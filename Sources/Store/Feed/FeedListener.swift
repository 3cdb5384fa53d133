public import Foundation

/// Whoever listens to changes themselves, beside those who only watch jobs.
public struct FeedListener: Sendable {
    /// Of which rows there are listeners.
    public struct Scope: Sendable, Hashable {
        /// Whether of all.
        public var isEverything = false
        /// Of these jobs.
        public var jobs: Set<UUID> = []
        /// Of the jobs of these users.
        public var users: Set<UUID> = []

        /// Nothing yet.
        public init() {}
    }

    /// Whether anybody wants a change, as far as the change tells by itself.
    public let wants: @Sendable (Change) -> Bool
    /// Takes changes, in their order, and does not wait.
    public let hear: @Sendable ([Change]) -> Void
    /// Of which rows there are listeners now.
    public let scope: @Sendable () -> Scope

    /// A listener.
    public init(
        wants: @escaping @Sendable (Change) -> Bool,
        hear: @escaping @Sendable ([Change]) -> Void,
        scope: @escaping @Sendable () -> Scope
    ) {
        self.wants = wants
        self.hear = hear
        self.scope = scope
    }
}
