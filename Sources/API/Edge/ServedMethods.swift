import HTTPTypes
import Hummingbird

/// Which methods each path answers, for replies to those that it does not.
struct ServedMethods: Sendable {
    private let paths: [(parts: [Substring], methods: [String])]

    /// The methods of a router.
    init(_ routes: [(path: RouterPath, method: HTTPRequest.Method)]) {
        var methods: [String: Set<String>] = [:]
        for route in routes {
            methods[route.path.description, default: []].insert(route.method.rawValue)
            if route.method == .get { methods[route.path.description, default: []].insert("HEAD") }
        }
        // A path by its name before one by a parameter.
        paths = methods.sorted { $0.key.count { $0 == "{" } < $1.key.count { $0 == "{" } }
            .map { ($0.key.split(separator: "/"), ($0.value.union(["OPTIONS"])).sorted()) }
    }

    /// The methods that a path answers, sorted; nil when it answers none.
    func methods(at path: String) -> [String]? {
        let parts = path.split(separator: "/")
        if parts == ["*"] { return Array(Set(paths.flatMap(\.methods))).sorted() }
        return paths.first { Self.fits($0.parts, parts) }?.methods
    }

    private static func fits(_ pattern: [Substring], _ parts: [Substring]) -> Bool {
        if pattern.last == "**" { return parts.count >= pattern.count && parts.starts(with: pattern.dropLast()) }
        return pattern.count == parts.count && zip(pattern, parts).allSatisfy { $0.hasPrefix("{") || $0 == $1 }
    }
}
