import ArgumentParser
import Foundation
import Glibc
import Logging
import Postgres
import Waiting

/// The PostgreSQL that the program keeps for itself when no `DATABASE_URL` names another.
///
/// One user, one socket, no network. A cluster left running by a killed run is taken over.
struct PrivateCluster: Sendable {
    private let folder: DataFolder
    private let programs: ClusterPrograms
    private let postmaster: Postmaster
    private let logger: Logger

    /// Finds PostgreSQL on this machine.
    ///
    /// - Throws: ``SetupError`` when it is not installed, or cannot run for this user.
    init(in folder: DataFolder, logger: Logger) throws {
        self.folder = folder
        self.logger = logger
        programs = try ClusterPrograms(in: folder)
        postmaster = Postmaster(of: folder.cluster)
        // These variables are meant for another server, and libpq would read them as well.
        for name in ProcessInfo.processInfo.environment.keys where name.hasPrefix("PG") { unsetenv(name) }
    }

    /// What libpq needs to connect to the cluster.
    ///
    /// A socket's path may have 107 bytes and no comma, and a folder's path anything. So the folder is opened, and is
    /// named by its descriptor, which is never closed: connections are made at any time.
    ///
    /// - Throws: ``SetupError`` when there is no cluster.
    func url() throws -> String { try url(of: "ghosthands") }

    private func url(of database: String) throws -> String {
        let descriptor = open(folder.cluster.path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard descriptor >= 0 else {
            throw SetupError("\(folder.cluster.path) cannot be opened", mend: "run `ghosthands serve` as its owner")
        }
        return "host=/proc/self/fd/\(descriptor) port=5432 dbname=\(database) user=\(Conninfo.quoted(programs.user))"
    }

    /// Lends the running cluster, and stops it at the end, also when the body throws.
    ///
    /// When it ends by itself it is started again; when that is of no use everything is asked to end.
    ///
    /// - Parameters:
    ///   - ending: how the process is asked to end.
    ///   - body: is given the URL; it must end when the process is asked to.
    /// - Returns: what the body returned.
    /// - Throws: ``SetupError`` when the cluster does not start or is lost, and what the body throws.
    func whileRunning<R: Sendable>(_ ending: ShutdownSignals, _ body: (String) async throws -> R) async throws -> R {
        let lock = try ClusterLock(folder.lock)
        defer { lock.release() }
        ending.beforeDeath { [postmaster] in postmaster.quit() }
        let result: Result<R, any Error>
        do {
            try await start()
            if ending.asked.isRaised { throw ExitCode(130) }
            result = .success(try await whileKept(ending, body))
        } catch {
            result = .failure(error)
        }
        await stop(inHurry: ending.hurry.isRaised)
        return try result.get()
    }

    private func whileKept<R: Sendable>(
        _ ending: ShutdownSignals,
        _ body: (String) async throws -> R
    ) async throws -> R {
        let keeper = ClusterKeeper(postmaster: postmaster, start: startServer, logger: logger)
        let stopping = Signal()
        let url = try url()
        let result: Result<R, any Error> = await withDiscardingTaskGroup { group in
            group.addTask {
                guard let reason = await keeper.keep(until: stopping) else { return }
                logger.critical("the private PostgreSQL is given up", metadata: ["reason": "\(reason)"])
                ending.giveUp(
                    SetupError(
                        "the private PostgreSQL ended and cannot be started again: \(reason)",
                        mend: "look at \(log)"
                    )
                )
            }
            defer { stopping.raise() }
            do { return .success(try await body(url)) } catch { return .failure(error) }
        }
        if let reason = ending.reason { throw reason }
        return try result.get()
    }

    /// Its socket is in its folder; its log tells of no statement that failed, for those speak of applicants, and of nothing
    /// that happens every few minutes.
    private static let options = "-k . -c log_min_messages=log -c log_checkpoints=off"

    private var log: String { folder.cluster.appending(path: "server.log").path }

    private func start() async throws {
        try programs.checkFolder()
        if !FileManager.default.fileExists(atPath: folder.cluster.appending(path: "PG_VERSION").path) {
            try await create()
        }
        if postmaster.id != nil, postmaster.isReady {
            logger.info("took over the running PostgreSQL")
        } else {
            await stop(inHurry: false)
            try await startServer()
        }
        try await createDatabase()
    }

    private func startServer() async throws {
        postmaster.buryOrphans()
        postmaster.removeStaleLocks()
        let how = ["-w", "-t", "120", "-l", "postgres/server.log", "-o", Self.options, "start"]
        try await programs.run("pg_ctl", cluster + how)
    }

    private var cluster: [String] { ["-D", folder.cluster.lastPathComponent] }

    /// Made beside its place and moved there when it is whole: a run that was killed meanwhile leaves nothing half made.
    private func create() async throws {
        logger.info("creating the private PostgreSQL", metadata: ["folder": "\(folder.cluster.path)"])
        let draft = folder.url.appending(path: "postgres.new")
        try? FileManager.default.removeItem(at: draft)
        try programs.make(draft)
        let options = ["-U", programs.user, "-A", "peer", "-E", "UTF8", "--locale=C.UTF-8", "--no-instructions"]
        try await programs.run("initdb", ["-D", draft.lastPathComponent] + options)
        try ClusterFiles(user: programs.user, admitsRoot: ClusterPrograms.isRoot).write(to: draft)
        try FileManager.default.moveItem(at: draft, to: folder.cluster)
    }

    private func createDatabase() async throws {
        let quiet = Logger(label: "quiet") { _ in SwiftLogNoOpLogHandler() }
        let isThere = try await withPool(try PostgresConfiguration(url: url()), logger: quiet) { pool in
            (try? await pool.query("select 1")) != nil
        }
        if isThere { return }
        let other = try PostgresConfiguration(url: url(of: "postgres"), statementTimeout: .seconds(60))
        do {
            try await withPool(other, logger: quiet) { _ = try await $0.execute("create database ghosthands") }
        } catch let error as PostgresError where error.sqlState == "42P04" {
            // The database exists; only the reply was lost.
        } catch {
            throw SetupError("the database cannot be created: \(error)", mend: "look at \(log)")
        }
    }

    /// A shutdown in a hurry does not wait for it: the next start recovers.
    private func stop(inHurry isHurried: Bool) async {
        guard postmaster.id != nil else { return }
        do {
            let how = ["-m", isHurried ? "immediate" : "fast", "-w", "-t", "20", "stop"]
            try await programs.run("pg_ctl", cluster + how)
        } catch {
            logger.warning("the private PostgreSQL did not stop", metadata: ["error": "\(error)"])
        }
    }
}
