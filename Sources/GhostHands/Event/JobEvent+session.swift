// What becomes of what sites have left in the browser (R58). No value of it is told, only whose it is and how much.

extension JobEvent {
    /// A job began with what earlier ones had come to.
    ///
    /// - Parameters:
    ///   - domain: the host that the job is for.
    ///   - hosts: whose values were restored.
    public static func sessionRestored(_ domain: HostName, hosts: Set<HostName>) -> JobEvent {
        JobEvent(.sessionRestored, [.domain: .string(domain.text), .hosts: JSON(hosts.sorted().map(\.text))])
    }

    /// What sites have left is kept for later jobs.
    ///
    /// - Parameters:
    ///   - domain: the host that the job is for.
    ///   - hosts: whose values are kept.
    ///   - dropped: what was too large to be kept.
    public static func sessionSaved(
        _ domain: HostName,
        hosts: Set<HostName>,
        dropped: SessionState.Dropped
    ) -> JobEvent {
        var event = JobEvent(
            .sessionSaved,
            [.domain: .string(domain.text), .hosts: JSON(hosts.sorted().map(\.text))]
        )
        if !dropped.isNothing {
            event.metadata[Key.dropped.rawValue] = [
                "databases": JSON(dropped.databases), "items": JSON(dropped.items), "cookies": JSON(dropped.cookies),
            ]
        }
        return event
    }

    /// A site wanted a login though a session of it was restored.
    ///
    /// - Parameter domain: the host that the job is for.
    public static func sessionExpired(_ domain: HostName) -> JobEvent {
        JobEvent(.sessionExpired, [.domain: .string(domain.text)])
    }
}
