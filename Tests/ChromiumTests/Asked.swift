import NIOConcurrencyHelpers

/// Remembers what a page asked for, and allows it.
final class Asked: Sendable {
    private let noted = NIOLockedValueBox<[String]>([])

    var urls: [String] { noted.withLockedValue { $0 } }

    func note(_ url: String) -> Bool {
        noted.withLockedValue { $0.append(url) }
        return true
    }
}
