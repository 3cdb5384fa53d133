/// What sites have left in a browser, taken apart into values that can be told from each other (R58).
///
/// It holds secrets: its description tells only how much there is.
public struct SessionState: Sendable, Hashable {
    /// What tells a value from all others.
    public enum Key: Sendable, Hashable {
        /// A cookie; the partition is that of its site, and empty where the cookie counts everywhere.
        case cookie(name: String, domain: String, path: String, partition: String)
        /// What an origin keeps from visit to visit.
        case local(origin: String, name: String)
        /// What an origin's page keeps until it is closed.
        case session(origin: String, name: String)
        /// A database of an origin: its version, its stores and their indexes.
        case database(origin: String, name: String)
        /// A record of a database; its key as JSON text.
        case record(origin: String, database: String, store: String, key: String)
    }

    /// The values.
    public var values: [Key: JSON]

    /// A state.
    ///
    /// - Parameter values: the values; none for a browser that nobody has used yet.
    public init(_ values: [Key: JSON] = [:]) { self.values = values }

    /// Whether there is nothing.
    public var isEmpty: Bool { values.isEmpty }

    /// The hosts that values belong to.
    public var hosts: Set<HostName> { Set(values.keys.compactMap(\.host)) }

    /// The values of one host.
    public func of(_ host: HostName) -> SessionState { SessionState(values.filter { $0.key.host == host }) }

    /// The values by their hosts.
    public var byHost: [HostName: SessionState] {
        var result: [HostName: SessionState] = [:]
        for (key, value) in values { if let host = key.host { result[host, default: .init()].values[key] = value } }
        return result
    }

    /// All of both; where both have a value, this one's.
    public func over(_ other: SessionState) -> SessionState {
        SessionState(values.merging(other.values) { own, _ in own })
    }

    /// Without the cookies whose time is over.
    ///
    /// - Parameter now: the time, in seconds since 1970.
    public func current(at now: Double) -> SessionState {
        SessionState(values.filter { key, value in key.isCookie ? (Self.end(of: value) ?? .infinity) > now : true })
    }

    /// When the last cookie ends, in seconds since 1970; nil where nothing says when it ends.
    ///
    /// A cookie that ends with the session ends when the state does: it tells of no time.
    public var lastEnd: Double? {
        let cookies = values.filter(\.key.isCookie)
        let ends = cookies.compactMap { Self.end(of: $0.value) }
        return ends.count == cookies.count ? ends.max() : nil
    }

    private static func end(of cookie: JSON) -> Double? { cookie["expires"].double.flatMap { $0 < 0 ? nil : $0 } }
}

extension SessionState.Key {
    /// Whether it is a cookie's.
    public var isCookie: Bool { if case .cookie = self { true } else { false } }

    /// The host that the value belongs to; nil when it is said to be of none.
    public var host: HostName? {
        switch self {
        case .cookie(_, let domain, _, _): HostName(domain.hasPrefix(".") ? String(domain.dropFirst()) : domain)
        case .local(let origin, _), .session(let origin, _), .database(let origin, _), .record(let origin, _, _, _):
            WebAddress(origin).flatMap(HostName.init)
        }
    }

    /// The origin; nil for cookies.
    var origin: String? {
        switch self {
        case .cookie: nil
        case .local(let origin, _), .session(let origin, _), .database(let origin, _), .record(let origin, _, _, _):
            origin
        }
    }
}

extension SessionState: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    /// How much there is, without any of it.
    public var description: String { "\(values.count) values" }
    /// How much there is, without any of it.
    public var debugDescription: String { description }
    /// Nothing.
    public var customMirror: Mirror { Mirror(self, children: [:]) }
}
