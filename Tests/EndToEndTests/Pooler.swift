import Foundation
import TestSupport
import Testing

/// PgBouncer with what Debian's settings say, before the database of a test.
struct Pooler: Sendable {
    /// When a client gets another connection to the server.
    enum Mode: String, CaseIterable, Sendable {
        case session, transaction
    }

    private static let program = "/usr/sbin/pgbouncer"
    static var isInstalled: Bool { FileManager.default.isExecutableFile(atPath: program) }

    /// Runs it for the time of a closure.
    ///
    /// - Parameters:
    ///   - mode: when a client gets another connection.
    ///   - database: what stands behind it.
    ///   - home: where it lives.
    ///   - body: is given the connection string of the database through it.
    /// - Throws: what the closure throws; when it does not start.
    static func open(
        _ mode: Mode,
        before database: DatabaseFixture,
        in home: Home,
        _ body: (String) async throws -> Void
    ) async throws {
        let folder = home.folder.appending(path: "pooler")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let settings = folder.appending(path: "pgbouncer.ini")
        let text = """
            [databases]
            shop = \(database.url)
            [pgbouncer]
            listen_port = 6432
            unix_socket_dir = \(folder.path)
            auth_type = any
            pool_mode = \(mode.rawValue)
            """
        try Data(text.utf8).write(to: settings)
        let process = Process()
        if getuid() == 0 {
            try await Cluster.run("/usr/bin/chown", ["-R", "postgres", folder.path])
            process.executableURL = URL(filePath: "/usr/sbin/runuser")
            process.arguments = ["-u", "postgres", "--", program, settings.path]
        } else {
            process.executableURL = URL(filePath: program)
            process.arguments = [settings.path]
        }
        (process.standardOutput, process.standardError) = (FileHandle.nullDevice, FileHandle.nullDevice)
        try process.run()
        defer { process.terminate() }
        let socket = folder.appending(path: ".s.PGSQL.6432").path
        try await eventually("PgBouncer is there") { FileManager.default.fileExists(atPath: socket) }
        try await body("host=\(folder.path) port=6432 user=postgres dbname=shop")
    }
}
