import GhostHands
import Glibc

/// Finds the addresses of a host name.
public struct AddressResolver: Sendable {
    private let lookup: @Sendable (String) async throws -> [String]

    /// A resolver.
    ///
    /// - Parameter lookup: gives the numeric addresses of a host; it must end soon after it is cancelled.
    public init(_ lookup: @escaping @Sendable (String) async throws -> [String]) { self.lookup = lookup }

    /// The system's resolver, on threads of its own.
    public static let system = AddressResolver { host in
        try await lookups.run { try numericAddresses(of: host) }
    }

    /// The addresses of a host name, for programs that connect themselves, as a browser does.
    ///
    /// - Parameter host: the name.
    /// - Returns: every address that it stands for.
    /// - Throws: ``OutboundError`` when it stands for none, cannot be looked up, or not within ten seconds.
    public func addresses(of host: String) async throws -> [String] {
        try await withDeadline(.seconds(10), on: ContinuousClock()) { try await lookup(host) }
    }

    /// What resolving gave.
    enum Answer: Sendable, Hashable {
        /// The addresses to connect to, best first: all that were found, for all of them are allowed.
        case addresses([String])
        /// At least one address is forbidden.
        case refused(String)
    }

    /// Resolves a host and judges every address it has: one forbidden answer among allowed ones is an attack.
    func resolve(_ host: String, rule: AddressRule) async throws -> Answer {
        guard rule.mayResolve(host) else { return .refused(Self.refusal) }
        let found = try await lookup(host)
        guard !found.isEmpty else { throw OutboundError(.unreachable, "The name \(host) has no address") }
        return found.allSatisfy { rule.allows($0) } ? .addresses(found) : .refused(Self.refusal)
    }

    private static let refusal = "The address is private or reserved, and such addresses are not allowed"
    /// More threads than there are callbacks at once, so that names whose servers do not answer block no other name.
    private static let lookups = Blocking(limit: 256)

    private static func numericAddresses(of host: String) throws -> [String] {
        var hints = addrinfo()
        hints.ai_socktype = Int32(SOCK_STREAM.rawValue)
        hints.ai_flags = AI_ADDRCONFIG
        var list: UnsafeMutablePointer<addrinfo>?
        defer { if let list { freeaddrinfo(list) } }
        switch getaddrinfo(host, nil, &hints, &list) {
        case 0: break
        case EAI_NONAME: throw OutboundError(.unreachable, "There is no host named \(host)")
        default: throw OutboundError(.unreachable, "The name \(host) could not be looked up at the moment")
        }
        return sequence(first: list, next: { $0?.pointee.ai_next }).compactMap { $0 }.compactMap(numeric)
    }

    private static func numeric(_ entry: UnsafeMutablePointer<addrinfo>) -> String? {
        var text = [CChar](repeating: 0, count: Int(NI_MAXHOST))
        let info = entry.pointee
        let code = getnameinfo(
            info.ai_addr,
            info.ai_addrlen,
            &text,
            socklen_t(text.count),
            nil,
            0,
            NI_NUMERICHOST
        )
        guard code == 0 else { return nil }
        return String(decoding: text.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
    }
}
