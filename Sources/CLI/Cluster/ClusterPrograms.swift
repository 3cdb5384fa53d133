import Foundation
import Glibc

/// PostgreSQL's own programs, run for the private cluster as the user it belongs to.
///
/// They run in the data folder and are told paths in it, for `pg_ctl` hands paths to a shell unguarded.
struct ClusterPrograms: Sendable {
    /// The user who owns the cluster.
    let user: String
    private let folder: DataFolder
    private let binaries: URL

    /// As root the cluster belongs to the system's `postgres` user: PostgreSQL refuses to run as root.
    static let isRoot = geteuid() == 0

    /// Finds the programs on this machine.
    ///
    /// - Throws: ``SetupError`` when they are not installed, or cannot run for this user.
    init(in folder: DataFolder) throws {
        self.folder = folder
        binaries = try Self.find(for: folder)
        user = try Self.owner()
    }

    /// Those for a folder: of the version that made the cluster in it, else the newest that is installed.
    ///
    /// - Parameter folder: the data folder.
    /// - Returns: where they are.
    /// - Throws: ``SetupError`` when they are not installed.
    static func find(for folder: DataFolder) throws -> URL {
        let text = try? String(contentsOf: folder.cluster.appending(path: "PG_VERSION"), encoding: .utf8)
        return try find(text.flatMap { Int($0.trimmingCharacters(in: .whitespacesAndNewlines)) })
    }

    /// Those of a version, else the newest.
    ///
    /// - Parameter version: the version that is needed; nil when any will do.
    /// - Returns: where they are.
    /// - Throws: ``SetupError`` when they are not installed.
    static func find(_ version: Int?) throws -> URL {
        let parent = URL(filePath: "/usr/lib/postgresql")
        let versions = (try? FileManager.default.contentsOfDirectory(atPath: parent.path)) ?? []
        let installed = versions.compactMap(Int.init).filter { version in
            FileManager.default.isExecutableFile(atPath: parent.appending(path: "\(version)/bin/initdb").path)
        }
        if let version, !installed.contains(version) {
            throw SetupError(
                "the private PostgreSQL was made by version \(version), which is not installed",
                mend: "apt-get install postgresql-\(version), or set DATABASE_URL to a server that has its data"
            )
        }
        guard let found = version ?? installed.filter({ $0 >= 14 }).max() else {
            throw SetupError(
                "PostgreSQL 14 or newer is not installed and DATABASE_URL is not set",
                mend: "apt-get install postgresql, or set DATABASE_URL"
            )
        }
        return parent.appending(path: "\(found)/bin")
    }

    /// Who a cluster of this process belongs to.
    ///
    /// - Throws: ``SetupError`` when that user is unknown here.
    static func owner() throws -> String {
        if isRoot {
            guard getpwnam("postgres") != nil else {
                throw SetupError(
                    "there is no user postgres, which root's PostgreSQL must run as",
                    mend: "apt-get install postgresql, or set DATABASE_URL"
                )
            }
            return "postgres"
        }
        guard let entry = getpwuid(geteuid()) else {
            throw SetupError(
                "the user id \(geteuid()) has no name on this machine, and PostgreSQL does not run without one",
                mend: "run as a user of /etc/passwd, add a line for the id there, or set DATABASE_URL"
            )
        }
        return String(cString: entry.pointee.pw_name)
    }

    /// Checks that PostgreSQL can work in the data folder.
    ///
    /// - Throws: ``SetupError`` when its path is too long, or cannot be entered by the cluster's user.
    func checkFolder() throws {
        // PostgreSQL keeps its paths in 1024 bytes, and cuts off what is longer.
        guard folder.url.path.utf8.count <= 900 else {
            throw SetupError(
                "the data folder's path is too long for PostgreSQL",
                mend: "set GH_DATA_DIR to a shorter path"
            )
        }
        if Self.isRoot { try folder.checkPassage() }
    }

    /// Makes a folder that belongs to the cluster's user.
    ///
    /// - Throws: ``SetupError`` when it cannot be given to that user.
    func make(_ part: URL) throws {
        try FileManager.default.createDirectory(at: part, withIntermediateDirectories: true)
        guard Self.isRoot else { return }
        guard let owner = getpwnam(user), chown(part.path, owner.pointee.pw_uid, owner.pointee.pw_gid) == 0 else {
            throw SetupError(
                "\(part.path) cannot be given to the user \(user)",
                mend: "set GH_DATA_DIR to a folder of this machine"
            )
        }
    }

    /// Runs one of them to its end.
    ///
    /// - Parameter arguments: what it is told; paths from the data folder on.
    /// - Throws: ``SetupError`` with what it said when it fails.
    func run(_ name: String, _ arguments: [String]) async throws {
        let outcome = try await program(name, arguments)
        guard outcome.isSuccess else {
            let said = outcome.output.trimmingCharacters(in: .whitespacesAndNewlines)
            throw SetupError(
                "\(name) failed: \(said.suffix(300))",
                mend: name == "initdb"
                    ? "repair what it names, or set GH_DATA_DIR to another folder"
                    : "look at \(folder.cluster.appending(path: "server.log").path)"
            )
        }
    }

    private func program(_ name: String, _ arguments: [String]) async throws -> Program.Outcome {
        let binary = binaries.appending(path: name).path
        guard Self.isRoot else { return try await Program(binary, arguments, in: folder.url).run() }
        let identity = ["--reuid=\(user)", "--regid=\(user)", "--init-groups", binary]
        return try await Program("/usr/bin/setpriv", identity + arguments, in: folder.url).run()
    }
}
