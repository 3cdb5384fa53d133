import TestSupport
import Testing

@testable import Postgres

struct SessionTests {
    @Test func `what was cancelled before it was sent begins nothing, and the next statement still does`() async throws
    {
        try await withEmptyDatabase(poolSize: 1) { database in
            let session = try await Session.open(database.configuration)
            session.begin()
            await withTaskGroup(of: Void.self) { group in
                group.cancelAll()
                group.addTask {
                    let error = await #expect(throws: PostgresError.self) {
                        try await session.run(.statement("create table t (n bigint)"), timeout: .seconds(5))
                    }
                    #expect(error?.code == .cancelled)
                }
            }
            #expect(session.isIdle)
            #expect(session.isUsable)
            _ = try await session.run(.statement("create table t (n bigint)"), timeout: .seconds(5))
            #expect(!session.isIdle)
            _ = try await session.runUncancelled(.statement("rollback"), timeout: .seconds(5))
            #expect(session.isIdle)
            #expect(try await database.pool.query("select to_regclass('t')::text as t")[0].stringOrNil("t") == nil)
        }
    }
}
