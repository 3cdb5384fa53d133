public import Logging

/// Hears what is notified on a channel, on a connection of its own.
///
/// What is notified while the connection is away is lost, so every connection counts as a notification: whoever listens
/// looks for itself then. Not for a pooler that changes connections between transactions.
public struct PostgresListener: Sendable {
    private let configuration: PostgresConfiguration
    private let channel: StaticString
    private let logger: Logger

    /// How long a connection that was lost is left alone.
    private static let pause = Duration.seconds(1)
    private static let patience = Duration.seconds(30)

    /// A listener.
    ///
    /// - Parameters:
    ///   - configuration: where the server is.
    ///   - channel: the channel's name, which needs no quotes.
    ///   - logger: told when the connection is lost.
    public init(_ configuration: PostgresConfiguration, channel: StaticString, logger: Logger) {
        self.configuration = configuration
        self.channel = channel
        self.logger = logger
    }

    /// Listens until the task is cancelled.
    ///
    /// - Parameter heard: called after every connection and every notification.
    public func run(_ heard: @Sendable () -> Void) async {
        let clock = ContinuousClock()
        while !Task.isCancelled {
            do {
                try await listen(heard)
            } catch {
                guard !Task.isCancelled else { return }
                logger.info("notifications are not heard for a moment", metadata: ["reason": "\(error)"])
                try? await clock.sleep(until: clock.now + Self.pause)
            }
        }
    }

    private func listen(_ heard: @Sendable () -> Void) async throws {
        let session = try await Session.open(configuration)
        _ = try await session.run(.script("listen \(channel)"), timeout: .seconds(10))
        heard()
        while !Task.isCancelled {
            if try await session.notification(within: Self.patience) { heard() }
        }
    }
}
