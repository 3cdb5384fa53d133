import Foundation
import NIOConcurrencyHelpers

/// The origins a context has met.
final class Origins: Sendable {
    private static let most = 200

    private let list = NIOLockedValueBox<[String]>([])

    /// In the order in which they were met.
    var all: [String] { list.withLockedValue { $0 } }

    func meet(_ url: String) {
        guard let origin = Self.origin(of: url) else { return }
        list.withLockedValue { list in
            if list.count < Self.most, !list.contains(origin) { list.append(origin) }
        }
    }

    static func origin(of url: String) -> String? {
        guard let parts = URLComponents(string: url), let scheme = parts.scheme?.lowercased(),
            scheme == "http" || scheme == "https", let host = parts.host?.lowercased(), !host.isEmpty
        else { return nil }
        let isUsual = parts.port == (scheme == "http" ? 80 : 443)
        let port = parts.port.flatMap { isUsual ? nil : ":\($0)" } ?? ""
        return "\(scheme)://\(host)\(port)"
    }
}
