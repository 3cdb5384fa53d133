import Foundation
import NIOConcurrencyHelpers

/// The origins a context has met.
final class Origins: Sendable {
    private static let most = 200

    private struct Lists {
        var met: [String] = []
        var shown: [String] = []
        var lacking: Set<String> = []
    }

    private let lists = NIOLockedValueBox(Lists())

    /// Those that may have stored something, in the order in which they were met.
    var all: [String] { lists.withLockedValue(\.met) }
    /// Those that were asked for a document, also where they only sent the visitor on.
    var shown: [String] { lists.withLockedValue(\.shown) }

    /// Notes that a document of an origin is there, or that something was restored of it.
    func meet(_ url: String) { note(url, in: \.met) }

    /// Notes that a document of an origin was asked for.
    func show(_ url: String) { note(url, in: \.shown) }

    /// Those of which something was to be restored, and was not: what is missing there was not taken away by its site.
    var lacking: Set<String> { lists.withLockedValue(\.lacking) }

    /// Notes that what an origin had stored was not restored.
    func lack(_ origin: String) { lists.withLockedValue { _ = $0.lacking.insert(origin) } }

    private func note(_ url: String, in list: WritableKeyPath<Lists, [String]>) {
        guard let origin = Self.origin(of: url) else { return }
        lists.withLockedValue { lists in
            if lists[keyPath: list].count < Self.most, !lists[keyPath: list].contains(origin) {
                lists[keyPath: list].append(origin)
            }
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
