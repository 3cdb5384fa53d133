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
