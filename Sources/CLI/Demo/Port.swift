/// A TCP port of this machine.
enum Port {
    /// The preferred port when it is free, else any free one.
    ///
    /// - Parameter preferred: the port to try first.
    /// - Returns: a port that was free a moment ago.
    /// - Throws: ``SetupError`` when no port can be had at all.
    static func free(preferring preferred: Int) throws -> Int {
        for port in [preferred, 0] {
            if case .free(let free) = ListenAddress.local.standing(of: port) { return free }
        }
        throw SetupError("no port of 127.0.0.1 is free", mend: "check the machine's network settings")
    }
}
