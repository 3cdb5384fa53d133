import Foundation
import Postgres
import TestSupport
import Testing

struct ConfigurationTests {
    @Test(arguments: [
        "postgres://ann:hunter2@db.example.com:6543/shop?sslmode=require",
        "host=db.example.com port=6543 user=ann password=hunter2 dbname=shop",
    ])
    func `the password is in no description`(url: String) throws {
        let configuration = try PostgresConfiguration(url: url)
        var dumped = ""
        dump(configuration, to: &dumped)
        for text in ["\(configuration)", String(reflecting: configuration), dumped] {
            #expect(text.contains("ann@db.example.com:6543/shop"))
            #expect(!text.contains("hunter2"))
        }
    }

    @Test(arguments: ["postgres://a:hunter2@[::1/x", "hunter2", "postgres://a:hun@ter2@host/x"])
    func `a string that is none is refused without being repeated`(url: String) {
        let error = #expect(throws: PostgresError.self) { try PostgresConfiguration(url: url) }
        #expect(error?.code == .configuration)
        #expect(error?.description.contains("ter2") == false)
    }

    @Test func `the server is told who we are and what our limits are`() async throws {
        try await withEmptyDatabase { database in
            let rows = try await database.pool.query(
                """
                select current_setting('TimeZone') as zone, current_setting('statement_timeout') as statement,
                    current_setting('lock_timeout') as lock, current_setting('application_name') as name,
                    current_setting('idle_in_transaction_session_timeout') as idle
                """
            )
            #expect(try rows[0].string("zone") == "UTC")
            #expect(try rows[0].string("statement") == "10s")
            #expect(try rows[0].string("lock") == "3s")
            #expect(try rows[0].string("idle") == "15s")
            #expect(try rows[0].string("name").hasPrefix("gh_test_"))
        }
    }

    /// As behind a pooler that drops what the start asks for, or with a role that has its own ideas.
    @Test(arguments: [false, true], [false, true])
    func `our settings hold whatever the database has for them`(isPooled: Bool, isCrowded: Bool) async throws {
        try await withEmptyDatabase { database in
            let name = try await database.pool.query("select current_database() as name")[0].string("name")
            for setting in [
                "timezone = 'Asia/Tokyo'", "datestyle = 'SQL, DMY'", "bytea_output = 'escape'", "lock_timeout = 0",
                "statement_timeout = 0",
            ] {
                try await database.pool.withConnection { connection in
                    try await connection.execute(script: "alter database \(name) set \(setting)", timeout: .seconds(5))
                }
            }
            var configuration = database.configuration
            configuration.hasTransactionPooler = isPooled
            try await withPool(configuration, logger: .silent) { pool in
                if isCrowded {
                    try await pool.withConnection { _ in
                        try await pool.withConnection { _ in
                            try await pool.withConnection { _ in
                                try await pool.withConnection { _ in try await expectOurs(pool) }
                            }
                        }
                    }
                } else {
                    try await expectOurs(pool)
                }
                try await pool.withTransaction { connection in try await expectOurs { try await connection.query($0) } }
            }
        }
    }

    private func expectOurs(_ pool: PostgresPool) async throws { try await expectOurs { try await pool.query($0) } }

    private func expectOurs(_ query: (SQL) async throws -> [Row]) async throws {
        // More than once, so that it is prepared where anything is.
        for _ in 0..<3 {
            let rows = try await query(
                """
                select to_timestamp(1) as time, (to_timestamp(1))::text as text, '\\x00ff'::bytea as bytes,
                    current_setting('statement_timeout') as statement, current_setting('lock_timeout') as lock
                """
            )
            #expect(try rows[0].date("time") == Date(timeIntervalSince1970: 1))
            #expect(try rows[0].string("text") == "1970-01-01 00:00:01+00")
            #expect(try rows[0].data("bytes") == Data([0, 255]))
            #expect(try rows[0].string("statement") == "10s")
            #expect(try rows[0].string("lock") == "3s")
        }
    }

    @Test func `a database in another encoding is refused in words`() async throws {
        try await withEmptyDatabase { database in
            let name = try await database.pool.query("select current_database() as name")[0].string("name") + "_l1"
            let script = "create database \(name) encoding 'LATIN1' lc_collate 'C' lc_ctype 'C' template template0"
            try await database.pool.withConnection { connection in
                try await connection.execute(script: script, timeout: .seconds(30))
            }
            try await withPool(database.configuration.database(name), logger: .silent) { pool in
                let error = await #expect(throws: PostgresError.self) { try await pool.query("select 1") }
                #expect(error?.code == .encoding)
                #expect(error?.message.contains("LATIN1") == true)
            }
            try await database.pool.withConnection { connection in
                try await connection.execute(script: "drop database \(name) with (force)", timeout: .seconds(30))
            }
        }
    }

    @Test func `an error shows the server's words but no value it refused`() async throws {
        try await withEmptyDatabase { database in
            let wrong = await #expect(throws: PostgresError.self) {
                try await database.pool.query("select \("123-45-6789")::int")
            }
            #expect(wrong?.sqlState == "22P02")
            #expect(wrong?.description.contains("123-45") == false)
            let missing = await #expect(throws: PostgresError.self) {
                try await database.pool.query("select * from nil")
            }
            #expect(missing?.description.contains("relation \"nil\" does not exist") == true)
        }
    }
}
