import Foundation
import Testing
import TestSupport

@testable import Postgres

@Suite("Replication")
struct ReplicationTests {
    private func run(_ script: String, _ database: DatabaseFixture) async throws {
        try await database.pool.withConnection { connection in
            try await connection.execute(script: script, timeout: .seconds(10))
        }
    }

    private func collect(_ count: Int, _ stream: inout Replication) async throws -> [LogicalChange] {
        var changes: [LogicalChange] = []
        // What comes beside changes counts as nothing.
        for _ in 0..<100 where changes.count < count { changes += try await stream.next(within: .milliseconds(500)) }
        try #require(changes.count == count)
        return changes
    }

    private static let table = """
        create table things (id int primary key, name text, flag bool, body text);
        alter table things alter body set storage external;
        create publication things_published for table things;
        """

    @Test func `what is committed after the start comes, in its order and as it was written`() async throws {
        try await withEmptyDatabase { database in
            try await run(Self.table, database)
            try await run("insert into things values (0, 'before')", database)
            var stream = try await Replication(database.configuration, publication: "things_published")
            try await run(
                """
                insert into things values (1, E'a''b\\n☃', true, repeat('x', 9000));
                update things set name = null where id = 1;
                delete from things where id = 0;
                """,
                database
            )
            let changes = try await collect(3, &stream)
            #expect(changes.map(\.kind) == [.insert, .update, .delete])
            #expect(changes.map(\.table.name) == ["things", "things", "things"])
            #expect(changes[0].table.columns.map(\.name) == ["id", "name", "flag", "body"])
            #expect(changes[0].table.columns.map(\.isKey) == [true, false, false, false])
            #expect(changes[0].table.columns.map(\.type) == [23, 25, 16, 25])
            #expect(changes[0]["name"] == .text("a'b\n☃"))
            #expect(changes[0]["flag"] == .text("t"))
            #expect(changes[1]["name"] == .null)
            #expect(changes[1]["body"] == .unchanged)
            #expect(changes[2]["id"] == .text("0"))
            #expect(abs(changes[0].committedAt.timeIntervalSinceNow) < 60)
        }
    }

    @Test func `changes are read from a slot in their order, and it goes with its connection`() async throws {
        try await withEmptyDatabase { database in
            try await run(Self.table, database)
            var slot = ""
            do {
                var reading = try await SlotReading(database.configuration, publication: "things_published")
                slot = reading.slot
                #expect(try await reading.next(within: .milliseconds(1)).isEmpty)
                try await run("insert into things values (1, E'a''b\\n☃', true, 'x'); delete from things", database)
                var changes: [LogicalChange] = []
                for _ in 0..<100 where changes.count < 2 {
                    changes += try await reading.next(within: .milliseconds(500))
                }
                #expect(changes.map(\.kind) == [.insert, .delete])
                #expect(changes.first?["name"] == .text("a'b\n☃"))
                #expect(try await reading.next(within: .milliseconds(1)).isEmpty)
            }
            try await eventually("the slot is gone") {
                try await database.pool.query("select from pg_replication_slots where slot_name = \(slot)").isEmpty
            }
        }
    }

    @Test func `a snapshot saw what had ended, and what streams bring bears the number by which it knows`() async throws
    {
        try await withEmptyDatabase { database in
            try await run(Self.table, database)
            func look() async throws -> TransactionSnapshot {
                let rows = try await database.pool.query("select pg_current_snapshot()::text as now")
                return try #require(try rows.first.flatMap { TransactionSnapshot(try $0.string("now")) })
            }
            var stream = try await Replication(database.configuration, publication: "things_published")
            try await run("insert into things values (1)", database)
            let (before, during) = try await database.pool.withTransaction { connection in
                let before = try await look()
                try await connection.execute("insert into things values (2)")
                return (before, try await look())
            }
            let after = try await look()
            let numbers = try await collect(2, &stream).map(\.transaction)
            #expect([before, during, after].map { $0.saw(numbers[0]) } == [true, true, true])
            #expect([before, during, after].map { $0.saw(numbers[1]) } == [false, false, true])
        }
    }

    @Test func `a snapshot is read over the end of a round of numbers, and from nothing else`() throws {
        let round: UInt64 = 1 << 32
        let snapshot = try #require(TransactionSnapshot("\(round - 3):\(round + 2):\(round - 3),\(round + 1)"))
        let seen: [UInt32: Bool] = [
            .max - 4: true, .max - 2: false, .max - 1: true, 0: true, 1: false, 2: false, 9: false,
        ]
        for (number, isSeen) in seen { #expect(snapshot.saw(number) == isSeen, "\(number)") }
        for text in ["", "1:2", "a:b:", "1:2:x", "1:2:3:4"] { #expect(TransactionSnapshot(text) == nil) }
        #expect(TransactionSnapshot("5:5:") != nil)
    }

    @Test func `no slot is left behind on a pooler's connections`() async throws {
        try await withEmptyDatabase { database in
            try await run(Self.table, database)
            var configuration = database.configuration
            configuration.hasTransactionPooler = true
            await #expect(throws: PostgresError.self) {
                try await SlotReading(configuration, publication: "things_published")
            }
        }
    }

    @Test func `the slot goes with its connection`() async throws {
        try await withEmptyDatabase { database in
            try await run(Self.table, database)
            var slot = ""
            do {
                let stream = try await Replication(database.configuration, publication: "things_published")
                slot = stream.slot
                let rows = try await database.pool.query(
                    "select temporary from pg_replication_slots where slot_name = \(slot)"
                )
                #expect(try rows.first?.bool("temporary") == true)
            }
            try await eventually("the slot is gone") {
                try await database.pool.query("select from pg_replication_slots where slot_name = \(slot)").isEmpty
            }
        }
    }

    @Test func `a stream whose sender is killed says so, and a publication that is missing too`() async throws {
        try await withEmptyDatabase { database in
            try await run(Self.table, database)
            var stream = try await Replication(database.configuration, publication: "things_published")
            _ = try await database.pool.query(
                "select pg_terminate_backend(active_pid) from pg_replication_slots where slot_name = \(stream.slot)"
            )
            await #expect(throws: PostgresError.self) {
                for _ in 0..<20 { _ = try await stream.next(within: .seconds(1)) }
            }
            var other = try await Replication(database.configuration, publication: "nobody_has_made_it")
            try await run("insert into things values (1)", database)
            await #expect(throws: PostgresError.self) {
                for _ in 0..<20 { _ = try await other.next(within: .seconds(1)) }
            }
        }
    }

    @Test func `a message that is cut short is refused`() {
        var decoder = LogicalDecoder()
        #expect(throws: PostgresError.self) { try decoder.feed([UInt8(ascii: "w"), 0, 0]) }
        #expect(throws: PostgresError.self) { try decoder.feed([]) }
        let insert = [UInt8(ascii: "w")] + [UInt8](repeating: 0, count: 24) + [UInt8(ascii: "I"), 0, 0, 0, 9]
        #expect(throws: PostgresError.self) { try decoder.feed(insert) }
    }
}
