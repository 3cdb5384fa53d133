import Foundation

/// The configuration of the private PostgreSQL.
struct ClusterFiles {
    let user: String
    /// Whether root connects as the cluster's user, which it is not.
    let admitsRoot: Bool

    /// Writes the files into a fresh cluster; they keep their owner.
    func write(to cluster: URL) throws {
        try append(Self.settings, to: cluster.appending(path: "postgresql.conf"))
        guard admitsRoot else { return }
        try append(
            "local_user root \(user)\nlocal_user \(user) \(user)\n",
            to: cluster.appending(path: "pg_ident.conf")
        )
        let access = cluster.appending(path: "pg_hba.conf")
        try truncate(access)
        try append("local all all peer map=local_user\nlocal replication all peer map=local_user\n", to: access)
    }

    private static let settings = """

        listen_addresses = ''
        unix_socket_permissions = 0700
        wal_level = logical
        max_slot_wal_keep_size = 1GB
        max_connections = 100

        """

    private func append(_ text: String, to file: URL) throws {
        let handle = try FileHandle(forWritingTo: file)
        defer { try? handle.close() }
        try handle.seekToEnd()
        try handle.write(contentsOf: Data(text.utf8))
    }

    private func truncate(_ file: URL) throws {
        let handle = try FileHandle(forWritingTo: file)
        defer { try? handle.close() }
        try handle.truncate(atOffset: 0)
    }
}
