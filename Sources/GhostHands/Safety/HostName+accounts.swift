import CPublicSuffix

extension HostName {
    /// Why nobody can have an account at a host of this name, in words for whoever gave it; nil where somebody can.
    ///
    /// What is kept for such a name would never be used: it is refused at the door.
    public var refusalOfAccounts: String? {
        if text.contains(":") { return "Expected a name or an IPv4 address: nothing is kept for an IPv6 address" }
        if IPAddress(text) != nil { return nil }
        let last = text.split(separator: ".").last ?? ""
        // Browsers take such a name for an IPv4 address and write it otherwise.
        if last.allSatisfy(\.isNumber) || last.hasPrefix("0x") {
            return "Expected a name or an IPv4 address of four numbers, such as 192.0.2.1"
        }
        let isSuffix = text.withCString { name in
            psl_is_public_suffix2(psl_builtin(), name, PSL_TYPE_ANY | PSL_TYPE_NO_STAR_RULE) != 0
        }
        return isSuffix ? "Nobody has an account at \(text): name a host below it, such as acme.\(text)" : nil
    }
}
