/// Which addresses the service may talk to (R28): nothing private, unless it is told that it may.
///
/// The deny list is that of Svix's webhook sender, which follows the IANA special-purpose
/// registries.
public struct AddressRule: Sendable, Hashable {
    /// What is allowed beyond public addresses.
    public enum Allowance: Sendable, Hashable {
        /// Nothing.
        case publicOnly
        /// The machine itself: for a person at the keyboard.
        case loopback
        /// Everything: for demo and tests (`GH_ALLOW_PRIVATE_NETWORK`).
        case privateNetwork
    }

    /// What is allowed beyond public addresses.
    public let allowance: Allowance

    /// A rule.
    public init(_ allowance: Allowance) { self.allowance = allowance }

    /// Judges a resolved address.
    ///
    /// - Parameter address: the address that a connection would go to.
    /// - Returns: true when it may.
    public func allows(_ address: IPAddress) -> Bool {
        switch allowance {
        case .privateNetwork: true
        case .loopback: address.isLoopback || address.isPublic
        case .publicOnly: address.isPublic
        }
    }

    /// Judges a resolved address, as resolvers and browsers write it.
    ///
    /// - Parameter address: any text.
    /// - Returns: true when it is an address and a connection may go there.
    public func allows(_ address: String) -> Bool { IPAddress(address).map(allows) ?? false }

    /// Judges a host name before it is resolved: literal addresses and names that mean this machine or network.
    ///
    /// - Parameter host: in lower case, without brackets.
    /// - Returns: false when the name alone shows that it must be refused; a name that passes must still be resolved
    ///   and its addresses judged.
    public func mayResolve(_ host: String) -> Bool {
        if let address = IPAddress(host) { return allows(address) }
        if allowance == .privateNetwork { return true }
        if host == "localhost" || host.hasSuffix(".localhost") { return allowance == .loopback }
        // A last label of digits (or 0x…) is an address in an odd spelling: browsers read `127.1` and `0x7f000001`.
        let last = host.split(separator: ".").last ?? ""
        let isOddAddress = last.allSatisfy(\.isNumber) || last.hasPrefix("0x")
        let isInternalName = [".local", ".internal", ".home.arpa", ".lan"].contains { host.hasSuffix($0) }
        return !isOddAddress && !isInternalName && host.contains(".")
    }
}

extension IPAddress {
    /// Whether the address is this machine.
    public var isLoopback: Bool {
        let address = canonical
        return address.bytes.count == 4 ? address.bytes[0] == 127 : address == IPAddress("::1")
    }

    /// Whether the address can be reached over the public Internet and is meant to be.
    public var isPublic: Bool {
        let address = canonical
        return !Self.special.contains { $0.contains(address) }
    }

    private static let special: [AddressBlock] = [
        "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.0.0.0/24",
        "192.0.2.0/24", "192.88.99.0/24", "192.168.0.0/16", "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24",
        "224.0.0.0/4", "240.0.0.0/4", "::/96", "::ffff:0:0/96", "2001::/23", "64:ff9b::/96", "64:ff9b:1::/48",
        "100::/64", "2001:db8::/32", "2002::/16", "3fff::/20", "5f00::/16", "fc00::/7", "fe80::/10", "ff00::/8",
    ].compactMap(AddressBlock.init)
}

/// A range of addresses in CIDR notation.
struct AddressBlock: Sendable {
    private let prefix: [UInt8]
    private let length: Int

    init?(_ text: String) {
        let parts = text.split(separator: "/")
        guard parts.count == 2, let address = IPAddress(String(parts[0])), let length = Int(parts[1]) else {
            return nil
        }
        prefix = address.bytes
        self.length = length
    }

    func contains(_ address: IPAddress) -> Bool {
        guard address.bytes.count == prefix.count else { return false }
        return zip(prefix, address.bytes).enumerated().allSatisfy { index, pair in
            let bits = min(8, max(0, length - index * 8))
            let mask = UInt8(truncatingIfNeeded: 0xff00 >> bits)
            return pair.0 & mask == pair.1 & mask
        }
    }
}
