import CPublicSuffix

extension WebAddress {
    /// The site of the address: the name that somebody registered, without what they put before it (R65).
    ///
    /// `careers.acme.co.uk` is of the site `acme.co.uk`, `jobs.sap.de` of `sap.de`. What is a public suffix itself, and
    /// what has none, such as an IP address or `localhost`, is a site of its own. By the Public Suffix List
    /// (publicsuffix.org) as libpsl has it, its private part included: `acme.github.io` is not of the site of
    /// `other.github.io`.
    public var site: String { Self.site(ofHost: host) }

    /// The site of a host.
    ///
    /// - Parameter host: in lower case, without brackets and trailing dot; names in other scripts as `xn--…`.
    /// - Returns: its site, as ``site``.
    public static func site(ofHost host: String) -> String {
        guard IPAddress(host) == nil else { return host }
        // What comes back points into what was handed over.
        let registered = host.withCString { name in
            psl_registrable_domain(psl_builtin(), name).map { String(cString: $0) }
        }
        return registered ?? host
    }

    /// Whether a host belongs to a site.
    ///
    /// - Parameter host: the host, as for ``site(ofHost:)``.
    /// - Returns: true for the site itself and every name below it.
    public static func isHost(_ host: String, of site: String) -> Bool {
        !site.isEmpty && (host == site || host.hasSuffix(".\(site)"))
    }
}
