import NIOConcurrencyHelpers

/// Keeps the pages of a context from going where somebody must not be led; frames within them go where they like.
final class Fence: Sendable {
    private let rule = NIOLockedValueBox<(@Sendable (URLRequestFacts) -> Bool)?>(nil)

    func set(_ rule: (@Sendable (URLRequestFacts) -> Bool)?) {
        self.rule.withLockedValue { $0 = rule }
    }

    func allows(_ paused: RequestPaused) -> Bool {
        guard let rule = rule.withLockedValue({ $0 }) else { return true }
        return rule(URLRequestFacts(paused))
    }
}
