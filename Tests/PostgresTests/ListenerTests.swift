import NIOConcurrencyHelpers
import Postgres
import TestSupport
import Testing

struct ListenerTests {
    @Test func `what is notified is heard, also after the connection was lost, and cancelling ends it`() async throws {
        try await withEmptyDatabase { database in
            let heard = NIOLockedValueBox(0)
            let listener = PostgresListener(database.configuration, channel: "gh_test", logger: .silent)
            try await withThrowingTaskGroup(of: Void.self) { group in
                group.addTask { await listener.run { heard.withLockedValue { $0 += 1 } } }
                try await eventually("it is connected") { heard.withLockedValue(\.self) == 1 }
                try await database.pool.execute("select pg_notify('gh_other', ''), pg_notify('gh_test', '')")
                try await eventually("it has heard") { heard.withLockedValue(\.self) == 2 }
                let ended = try await database.pool.query(
                    """
                    select pg_terminate_backend(pid, 5000) as ended from pg_stat_activity
                    where datname = current_database() and query = 'listen gh_test'
                    """
                )
                #expect(try ended.map { try $0.bool("ended") } == [true])
                try await eventually("it is connected again") { heard.withLockedValue(\.self) == 3 }
                try await database.pool.execute("select pg_notify('gh_test', 'x')")
                try await eventually("it hears again") { heard.withLockedValue(\.self) == 4 }
                group.cancelAll()
            }
        }
    }
}
