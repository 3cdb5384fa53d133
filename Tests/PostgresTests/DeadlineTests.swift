import Foundation
import TestSupport
import Testing

@testable import Postgres

/// A caller's own deadline, with servers that say nothing at all.
struct DeadlineTests {
    private func expectRefusals(
        _ count: Int,
        _ codes: Set<PostgresError.Code?>,
        within soon: Duration = .seconds(8),
        _ body: @escaping @Sendable () async throws -> Void
    ) async {
        let begin = ContinuousClock.now
        await withTaskGroup(of: PostgresError.Code?.self) { group in
            for _ in 0..<count {
                group.addTask {
                    do {
                        try await PostgresPool.within(.milliseconds(300)) { try await body() }
                        return nil
                    } catch { return (error as? PostgresError)?.code }
                }
            }
            for await code in group { #expect(codes.contains(code), "\(String(describing: code))") }
        }
        // Well under the 15 seconds for which a statement is waited for otherwise.
        #expect(.now - begin < soon)
    }

    @Test func `a server that stands still is waited for once, for a statement and for a transaction`() async throws {
        try await withEmptyDatabase(poolSize: 1) { database in
            let pool = database.pool
            for isTransaction in [false, true] {
                _ = try await pool.query("select 1")
                try await database.frozen {
                    await expectRefusals(1, [.timedOut]) {
                        guard isTransaction else { return _ = try await pool.query("select 1") }
                        try await pool.withTransaction { connection in _ = try await connection.query("select 1") }
                    }
                    // The server itself still takes connections, and the place is free.
                    _ = try await pool.query("select 1")
                }
            }
        }
    }

    @Test func `a crowd hears at once that the server stands still`() async throws {
        try await withEmptyDatabase(poolSize: 8) { database in
            let pool = database.pool
            try await pool.withConnection { _ in
                try await pool.withConnection { _ in
                    try await pool.withConnection { _ in
                        try await pool.withConnection { _ in
                            for _ in 0..<8 { _ = try await pool.query("select 1") }
                            try await database.frozen {
                                // More than go out at once: those behind them wait no longer than they, or are served
                                // over the connection that comes next.
                                await expectRefusals(300, [.timedOut, nil]) { _ = try await pool.query("select 1") }
                            }
                            #expect(try await pool.query("select 1").count == 1)
                        }
                    }
                }
            }
        }
    }

    @Test func `a server that takes connections and says nothing is waited for once`() async throws {
        let folder = URL(filePath: "/tmp/gh-mute-\(UUID().uuidString.prefix(8))")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let mute = try Mute(at: folder.appending(path: ".s.PGSQL.5432").path)
        defer { mute.end() }
        let configuration = try PostgresConfiguration(url: "host=\(folder.path) dbname=x user=y", poolSize: 8)
        try await withPool(configuration, logger: .silent) { pool in
            // Connecting alone is given 5 seconds.
            await expectRefusals(20, [.unreachable, .timedOut, .poolExhausted], within: .seconds(4)) {
                _ = try await pool.query("select 1")
            }
        }
    }
}

/// A socket that takes connections and never says a word.
private struct Mute {
    private let descriptor: Int32

    init(at path: String) throws {
        descriptor = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0)
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: path.utf8) }
        let length = socklen_t(MemoryLayout<sockaddr_un>.size)
        let isBound = withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { bind(descriptor, $0, length) }
        }
        try #require(isBound == 0 && listen(descriptor, 64) == 0)
    }

    func end() { close(descriptor) }
}
