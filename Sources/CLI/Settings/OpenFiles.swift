import Foundation

/// How many descriptors the process may have open, and how many of them are for connections of callers.
enum OpenFiles {
    /// More than a process of ours ever opens; some programs that we start look at each descriptor up to the limit.
    private static let most: rlim_t = 65_536

    /// Raises the limit as far as this process may, for browsers and the database too.
    static func raise() {
        guard var limit = now, limit.rlim_cur < min(limit.rlim_max, most) else { return }
        limit.rlim_cur = min(limit.rlim_max, most)
        _ = setrlimit(resource, &limit)
    }

    /// How many connections the API may have at once: always fewer than may be open, for browsers, the database and
    /// callbacks need some too.
    static var connections: Int { connections(of: now.map { Int(clamping: $0.rlim_cur) } ?? 1024) }

    /// How many of the descriptors are for connections: half when there are few, all but 512 when there are many.
    static func connections(of descriptors: Int) -> Int { min(2048, max(descriptors / 2, descriptors - 512)) }

    private static var now: rlimit? {
        var limit = rlimit()
        return getrlimit(resource, &limit) == 0 ? limit : nil
    }

    private static var resource: __rlimit_resource_t { __rlimit_resource_t(RLIMIT_NOFILE.rawValue) }
}
