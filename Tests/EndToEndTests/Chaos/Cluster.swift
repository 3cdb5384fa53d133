import Foundation
import Subprocess
import SystemPackage
import Testing

/// A PostgreSQL of a test's own that can be stopped the hard way and started again.
struct Cluster: Sendable {
    private let folder: URL
    private let bin: String
    private let language: String?
    /// A disk of its own for the tables of ``url``, small enough to be filled; nil where none can be mounted.
    private let disk: URL?

    /// Makes it in a folder and starts it.
    ///
    /// - Parameters:
    ///   - home: where it lives.
    ///   - language: what it says its errors in, such as `de`; nil for English.
    ///   - hasDisk: whether its tables shall have a small disk of their own.
    /// - Throws: when it does not start.
    init(in home: Home, language: String? = nil, hasDisk: Bool = false) async throws {
        self.language = language
        disk = hasDisk ? await Self.mount(at: home.folder.appending(path: "disk")) : nil
        folder = home.folder.appending(path: "pg")
        bin = try #require(Self.bin, "PostgreSQL is not installed")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        if getuid() == 0 { try await Self.run("/usr/bin/chown", ["postgres", folder.path]) }
        try await control("initdb", ["-U", "postgres", "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8", "--no-sync"])
        // What is committed is with the kernel, and outlives the server's own death.
        try await control("pg_ctl", ["-w", "-l", "\(folder.path)/log", "-o", options, "start"])
        let place = disk.map { "create tablespace small location '\($0.path)'" }
        for statement in [place, "create database chaos\(disk == nil ? "" : " tablespace small")"].compactMap(\.self) {
            try await Self.run("\(bin)/psql", ["-qX", "host=\(folder.path) user=postgres", "-c", statement])
        }
        // The first connection writes a file without which there is none, once the disk is full.
        try await Self.run("\(bin)/psql", ["-qX", url, "-c", "select"])
    }

    /// Whether the disk of the tables can be filled.
    var hasDisk: Bool { disk != nil }

    /// Takes all the room that is left where the tables are.
    func fillDisk() throws {
        guard let disk else { return }
        let filler = open(disk.appending(path: "filler").path, O_CREAT | O_WRONLY, 0o600)
        try #require(filler >= 0)
        defer { close(filler) }
        for block in [1 << 16, 1 << 10] {
            let zeros = [UInt8](repeating: 0, count: block)
            while write(filler, zeros, block) == block {}
        }
    }

    /// Gives it back.
    func freeDisk() throws {
        if let disk { try FileManager.default.removeItem(at: disk.appending(path: "filler")) }
    }

    /// Whether a disk can be mounted here.
    static func canMount() async throws -> Bool {
        let folder = FileManager.default.temporaryDirectory.appending(path: "gh-disk-\(UUID().uuidString.prefix(8))")
        guard await mount(at: folder) != nil else { return false }
        try await run("/usr/bin/umount", [folder.path])
        try FileManager.default.removeItem(at: folder)
        return true
    }

    /// A disk in memory; nil for who may not mount one.
    private static func mount(at folder: URL) async -> URL? {
        do {
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
            try await run("/usr/bin/mount", ["-t", "tmpfs", "-o", "size=96m", "tmpfs", folder.path])
            let tables = folder.appending(path: "tables")
            try FileManager.default.createDirectory(at: tables, withIntermediateDirectories: true)
            try await run("/usr/bin/chown", ["postgres", tables.path])
            return tables
        } catch { return nil }
    }

    private var options: String {
        "-c listen_addresses='' -c unix_socket_directories=\(folder.path) -c fsync=off -c max_connections=200"
    }

    var url: String { "host=\(folder.path) user=postgres dbname=chaos" }

    /// Lets it fall as a crash would, and starts it again.
    func restart() async throws {
        try await control("pg_ctl", ["-w", "-m", "immediate", "-l", "\(folder.path)/log", "-o", options, "restart"])
    }

    func stop() async throws {
        try await control("pg_ctl", ["-w", "-m", "immediate", "stop"])
        if let disk { try await Self.run("/usr/bin/umount", [disk.deletingLastPathComponent().path]) }
    }

    /// The server refuses to run as root.
    private func control(_ tool: String, _ arguments: [String]) async throws {
        let whole = ["\(bin)/\(tool)", "-D", "\(folder.path)/data"] + arguments
        if getuid() == 0 {
            try await Self.run("/usr/sbin/runuser", ["-u", "postgres", "--"] + whole, language)
        } else {
            try await Self.run(whole[0], Array(whole.dropFirst()), language)
        }
    }

    static func run(_ program: String, _ arguments: [String], _ language: String? = nil) async throws {
        // Not by Foundation: it would wait for the server, which holds what its parent left open.
        let result = try await Subprocess.run(
            .path(FilePath(program)),
            arguments: Arguments(arguments),
            environment: .inherit.updating(["LANGUAGE": language ?? "en"]),
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
