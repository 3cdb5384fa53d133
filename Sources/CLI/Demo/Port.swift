import Glibc

/// A TCP port of this machine.
enum Port {
    /// The preferred port when it is free, else any free one.
    ///
    /// - Parameter preferred: the port to try first.
    /// - Returns: a port that was free a moment ago.
    /// - Throws: ``SetupError`` when no port can be had at all.
    static func free(preferring preferred: Int) throws -> Int {
        for port in [preferred, 0] {
            if let free = bound(port) { return free }
        }
        throw SetupError("no port of 127.0.0.1 can be listened on", mend: "check the machine's network settings")
    }

    /// Whether nothing listens at the port.
    static func isFree(_ port: Int) -> Bool { bound(port) != nil }

    private static func bound(_ port: Int) -> Int? {
        let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        guard descriptor >= 0 else { return nil }
        defer { close(descriptor) }
        // As servers do: a port whose old connections linger is free.
        var yes: Int32 = 1
        setsockopt(descriptor, SOL_SOCKET, SO_REUSEADDR, &yes, socklen_t(MemoryLayout<Int32>.size))
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = UInt16(port).bigEndian
        address.sin_addr.s_addr = UInt32(0x7f00_0001).bigEndian
        var length = socklen_t(MemoryLayout<sockaddr_in>.size)
        let isBound = withUnsafeMutablePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { generic in
                bind(descriptor, generic, length) == 0 && listen(descriptor, 1) == 0
                    && getsockname(descriptor, generic, &length) == 0
            }
        }
        return isBound ? Int(UInt16(bigEndian: address.sin_port)) : nil
    }
}
