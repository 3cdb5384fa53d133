import Glibc

/// An address of this machine to listen at.
struct ListenAddress: Sendable, Hashable {
    /// The text as the system takes it: an IPv4 or IPv6 address without brackets, or a name.
    let host: String
    /// What the system makes of it, a `sockaddr`.
    private let bytes: [UInt8]

    /// Reads one.
    ///
    /// - Parameters:
    ///   - text: an address, with or without brackets, or a name of this machine.
    ///   - setting: where it comes from.
    /// - Throws: ``SetupError`` when the system knows no such address.
    init(_ text: String, of setting: Setting) throws {
        host = text.hasPrefix("[") && text.hasSuffix("]") ? String(text.dropFirst().dropLast()) : text
        guard let bytes = Self.resolve(host) else {
            throw SetupError(
                "\(setting.name) is neither an address nor a name that this machine knows",
                mend: "set \(setting.name)=127.0.0.1 for this machine alone, 0.0.0.0 for all networks, :: with IPv6 too"
            )
        }
        self.bytes = bytes
    }

    private init(host: String, bytes: [UInt8]) {
        self.host = host
        self.bytes = bytes
    }

    /// The machine to itself.
    static let local = ListenAddress(
        host: "127.0.0.1",
        bytes: [UInt8(AF_INET), 0, 0, 0, 127, 0, 0, 1] + [UInt8](repeating: 0, count: 8)
    )

    private var isIPv6: Bool { bytes[0] == UInt8(AF_INET6) }

    /// Whether it stands for every address of the machine, which nobody can open.
    private var isAny: Bool { bytes[isIPv6 ? 8..<24 : 4..<8].allSatisfy { $0 == 0 } }

    /// A URL at which whoever is on this machine reaches what listens.
    ///
    /// - Parameter port: where it listens.
    /// - Returns: the URL, without a slash at its end.
    func url(port: Int) -> String {
        if isAny { return "http://\(isIPv6 ? "[::1]" : "127.0.0.1"):\(port)" }
        return "http://\(host.contains(":") ? "[\(host.replacing("%", with: "%25"))]" : host):\(port)"
    }

    /// Whether something could listen there.
    enum Standing: Hashable {
        /// Nothing stands in its way; the port is the one that was asked for, or the free one that was found for 0.
        case free(Int)
        /// Something listens there.
        case taken
        /// The system does not let us.
        case refused(Int32)
    }

    /// Tries for a moment to listen.
    ///
    /// - Parameters:
    ///   - port: where; 0 for any free port.
    ///   - shares: whether a process that shares the port too is not in the way.
    /// - Returns: whether it can be done.
    func standing(of port: Int, shares: Bool = false) -> Standing {
        let descriptor = socket(Int32(bytes[0]), Int32(SOCK_STREAM.rawValue), 0)
        guard descriptor >= 0 else { return .refused(errno) }
        defer { close(descriptor) }
        // As servers do: a port whose old connections linger is free.
        var yes: Int32 = 1
        setsockopt(descriptor, SOL_SOCKET, SO_REUSEADDR, &yes, socklen_t(MemoryLayout<Int32>.size))
        if shares { setsockopt(descriptor, SOL_SOCKET, SO_REUSEPORT, &yes, socklen_t(MemoryLayout<Int32>.size)) }
        var address = bytes
        (address[2], address[3]) = (UInt8(port >> 8), UInt8(port & 0xff))
        var length = socklen_t(address.count)
        let isBound = address.withUnsafeMutableBytes { buffer in
            guard let generic = buffer.baseAddress?.assumingMemoryBound(to: sockaddr.self) else { return false }
            // One that shares a port must not listen to try it: it would be dealt connections, and lose them.
            return bind(descriptor, generic, length) == 0 && (shares || listen(descriptor, 1) == 0)
                && getsockname(descriptor, generic, &length) == 0
        }
        if isBound { return .free(Int(address[2]) << 8 | Int(address[3])) }
        return errno == EADDRINUSE ? .taken : .refused(errno)
    }

    /// Checks that something can listen there.
    ///
    /// - Parameters:
    ///   - port: where.
    ///   - names: the settings that the address and the port come from.
    ///   - shares: whether a process that shares the port too is not in the way.
    /// - Throws: ``SetupError`` with the reason.
    func check(_ port: Int, _ names: (host: Setting, port: Setting), shares: Bool = false) throws {
        switch standing(of: port, shares: shares) {
        case .free: return
        case .taken:
            throw SetupError(
                "port \(port) is in use",
                mend: "stop what listens there, or set \(names.port.name) to another"
            )
        case .refused(EACCES):
            throw SetupError("this user may not listen on port \(port)", mend: "set \(names.port.name) to 1024 or more")
        case .refused(let code):
            throw SetupError(
                "\(host) cannot be listened on: \(String(cString: strerror(code)))",
                mend: "set \(names.host.name) to an address of this machine, such as 127.0.0.1 or 0.0.0.0"
            )
        }
    }

    private static func resolve(_ host: String) -> [UInt8]? {
        var wanted = addrinfo()
        wanted.ai_socktype = Int32(SOCK_STREAM.rawValue)
        var found: UnsafeMutablePointer<addrinfo>?
        guard getaddrinfo(host, nil, &wanted, &found) == 0, let first = found?.pointee, let address = first.ai_addr,
            first.ai_family == AF_INET || first.ai_family == AF_INET6
        else { return nil }
        defer { freeaddrinfo(found) }
        return [UInt8](UnsafeRawBufferPointer(start: address, count: Int(first.ai_addrlen)))
    }
}
