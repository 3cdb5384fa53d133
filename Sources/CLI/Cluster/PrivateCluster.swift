import ArgumentParser
import Foundation
import Glibc
import Logging
import UnixSignals
import Worker

/// The PostgreSQL that the program keeps for itself when no `DATABASE_URL` names another (design.md 4).
///
/// One user, one socket, no network. A cluster left running by a killed run is taken over.
struct PrivateCluster: Sendable {
    private let folder: DataFolder
    private let binaries: URL
    private let logger: Logger

    /// Finds PostgreSQL on this machine.
    ///
    /// - Throws: ``SetupError`` when it is not installed.
    init(in folder: DataFolder, logger: Logger) throws {
        self.folder = folder
        self.logger = logger
        binaries = try Self.findBinaries()
    }

    /// What libpq needs to connect.
    var url: String { "host=\(folder.socket.path) dbname=ghosthands user=\(Self.user)" }

    /// Lends the running cluster, and stops it at the end, also when the body throws.
    ///
    /// From the first moment on SIGINT and SIGTERM no longer end the process at once: a server started by a process that
    /// is gone would stay behind.
    ///
    /// - Parameter body: is given the URL, and the signal that is raised when the process shall end: it must heed it, for
    ///   what comes before it listens by itself would be lost.
    /// - Returns: what the body returned.
    /// - Throws: ``SetupError`` when the cluster does not start, and what the body throws.
    func whileRunning<R: Sendable>(_ body: (String, Signal) async throws -> R) async throws -> R {
        let lock = try ClusterLock(folder.lock)
        defer { lock.release() }
        let interrupted = Signal()
        return try await withThrowingTaskGroup(of: Void.self) { group in
            let signals = await UnixSignalsSequence(trapping: .sigint, .sigterm)
            group.addTask { for await _ in signals { interrupted.raise() } }
            defer { group.cancelAll() }
            try await start()
            do {
                if interrupted.isRaised { throw ExitCode(130) }
                let result = try await body(url, interrupted)
                await stop()
                return result
            } catch {
                await stop()
                throw error
            }
        }
    }

    static func findBinaries() throws -> URL {
        let parent = URL(filePath: "/usr/lib/postgresql")
        let versions = (try? FileManager.default.contentsOfDirectory(atPath: parent.path)) ?? []
        let newest = versions.compactMap(Int.init).filter { $0 >= 14 }.sorted().last { version in
            FileManager.default.isExecutableFile(atPath: parent.appending(path: "\(version)/bin/initdb").path)
        }
        guard let newest else {
            throw SetupError(
                "PostgreSQL 14 or newer is not installed and DATABASE_URL is not set",
                mend: "apt-get install postgresql, or set DATABASE_URL"
            )
        }
        return parent.appending(path: "\(newest)/bin")
    }

    private var log: String { folder.cluster.appending(path: "server.log").path }

    /// As root the cluster belongs to the system's `postgres` user: PostgreSQL refuses to run as root.
    private static let isRoot = geteuid() == 0
    private static let user = isRoot ? "postgres" : NSUserName()

    private func start() async throws {
        try makeFolders()
        if !FileManager.default.fileExists(atPath: folder.cluster.appending(path: "PG_VERSION").path) {
            try await create()
        }
        if try await isRunning() {
            logger.info("took over the running PostgreSQL")
        } else {
            try await control("start", ["-w", "-t", "30", "-l", log])
        }
        try await createDatabase()
    }

    private func makeFolders() throws {
        let longest = 107 - "/.s.PGSQL.5432".utf8.count
        guard folder.socket.path.utf8.count <= longest else {
            throw SetupError(
                "the data folder's path is too long for a socket",
                mend: "set GH_DATA_DIR to a shorter path"
            )
        }
        if Self.isRoot { try folder.checkPassage() }
        try make(folder.socket)
    }

    /// A folder that belongs to the cluster's user.
    private func make(_ part: URL) throws {
        try FileManager.default.createDirectory(at: part, withIntermediateDirectories: true)
        guard Self.isRoot else { return }
        guard let owner = getpwnam(Self.user), chown(part.path, owner.pointee.pw_uid, owner.pointee.pw_gid) == 0 else {
            throw SetupError("\(part.path) cannot be given to the user postgres", mend: "apt-get install postgresql")
        }
    }

    /// Made beside its place and moved there when it is whole: a run that was killed meanwhile leaves nothing half made.
    private func create() async throws {
        logger.info("creating the private PostgreSQL", metadata: ["folder": "\(folder.cluster.path)"])
        let draft = folder.url.appending(path: "postgres.new")
        try? FileManager.default.removeItem(at: draft)
        try make(draft)
        let options = ["-U", Self.user, "-A", "peer", "-E", "UTF8", "--locale=C.UTF-8", "--no-instructions"]
        try await run("initdb", ["-D", draft.path] + options)
        try ClusterFiles(socket: folder.socket, user: Self.user, admitsRoot: Self.isRoot).write(to: draft)
        try FileManager.default.moveItem(at: draft, to: folder.cluster)
    }

    private func createDatabase() async throws {
        let outcome = try await program("createdb", ["-h", folder.socket.path, "-U", Self.user, "ghosthands"])
        guard outcome.isSuccess || outcome.output.contains("already exists") else {
            throw SetupError("the database cannot be created: \(outcome.output)", mend: "look at \(log)")
        }
    }

    private func isRunning() async throws -> Bool {
        try await program("pg_ctl", ["-D", folder.cluster.path, "status"]).isSuccess
    }

    private func stop() async {
        do {
            try await control("stop", ["-m", "fast", "-w", "-t", "20"])
        } catch {
            logger.warning("the private PostgreSQL did not stop", metadata: ["error": "\(error)"])
        }
    }

    private func control(_ action: String, _ arguments: [String]) async throws {
        try await run("pg_ctl", ["-D", folder.cluster.path] + arguments + [action])
    }

    @discardableResult
    private func run(_ name: String, _ arguments: [String]) async throws -> String {
        let outcome = try await program(name, arguments)
        guard outcome.isSuccess else {
            throw SetupError(
                "\(name) failed: \(outcome.output.suffix(300))",
                mend: "look at \(log)"
            )
        }
        return outcome.output.trimmingCharacters(in: .whitespacesAndNewlines)
    }

    private func program(_ name: String, _ arguments: [String]) async throws -> Program.Outcome {
        let binary = binaries.appending(path: name).path
        guard Self.isRoot else { return try await Program(binary, arguments).run() }
        let identity = ["--reuid=\(Self.user)", "--regid=\(Self.user)", "--init-groups", binary]
        return try await Program("/usr/bin/setpriv", identity + arguments).run()
    }
}
