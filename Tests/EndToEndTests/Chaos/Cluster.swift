import Foundation
import Subprocess
import SystemPackage
import Testing

/// A PostgreSQL of a test's own that can be stopped the hard way and started again.
struct Cluster: Sendable {
    private let folder: URL
    private let bin: String

    /// Makes it in a folder and starts it.
    init(in home: Home) async throws {
        folder = home.folder.appending(path: "pg")
        bin = try #require(Self.bin, "PostgreSQL is not installed")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        if getuid() == 0 { try await Self.run("/usr/bin/chown", ["postgres", folder.path]) }
        try await control("initdb", ["-U", "postgres", "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8", "--no-sync"])
        // What is committed is with the kernel, and outlives the server's own death.
        try await control("pg_ctl", ["-w", "-l", "\(folder.path)/log", "-o", options, "start"])
    }

    private var options: String {
        "-c listen_addresses='' -c unix_socket_directories=\(folder.path) -c fsync=off -c max_connections=200"
    }

    var url: String { "host=\(folder.path) user=postgres dbname=postgres" }

    /// Lets it fall as a crash would, and starts it again.
    func restart() async throws {
        try await control("pg_ctl", ["-w", "-m", "immediate", "-l", "\(folder.path)/log", "-o", options, "restart"])
    }

    func stop() async throws { try await control("pg_ctl", ["-w", "-m", "immediate", "stop"]) }

    /// The server refuses to run as root.
    private func control(_ tool: String, _ arguments: [String]) async throws {
        let whole = ["\(bin)/\(tool)", "-D", "\(folder.path)/data"] + arguments
        if getuid() == 0 {
            try await Self.run("/usr/sbin/runuser", ["-u", "postgres", "--"] + whole)
        } else {
            try await Self.run(whole[0], Array(whole.dropFirst()))
        }
    }

    private static func run(_ program: String, _ arguments: [String]) async throws {
        // Not by Foundation: it would wait for the server, which holds what its parent left open.
        let result = try await Subprocess.run(
            .path(FilePath(program)),
            arguments: Arguments(arguments),
            workingDirectory: "/",
            output: .discarded,
            error: .discarded
        )
        try #require(result.terminationStatus.isSuccess, "\(arguments.joined(separator: " ")) failed")
    }

    private static var bin: String? {
        let versions = (try? FileManager.default.contentsOfDirectory(atPath: "/usr/lib/postgresql")) ?? []
        let newest = versions.max { $0.localizedStandardCompare($1) == .orderedAscending }
        return newest.map { "/usr/lib/postgresql/\($0)/bin" }
    }
}
