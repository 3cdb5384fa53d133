import Foundation
import Postgres
import TestSupport
import Testing

struct SQLTests {
    @Test func `values travel as binds and never in the text`() {
        let name: String? = "o'neil'); drop table users; --"
        let sql: SQL = "select * from users where name = \(name) and age > \(5) \(unescaped: "limit 1")"
        #expect(sql.text == "select * from users where name = $1 and age > $2 limit 1")
    }

    private enum Word: String, CaseIterable {
        case plain
        case quoted = "o'neil"
    }

    @Test func `words of a vocabulary stand in the text`() {
        let sql: SQL = "select \(literal: Word.quoted) in (\(literals: Word.allCases)) and \(1)"
        #expect(sql.text == "select 'o''neil' in ('plain', 'o''neil') and $1")
    }

    @Test func `every kind of value comes back as it went out`() async throws {
        try await withEmptyDatabase { database in
            let id = UUID()
            let date = Date(timeIntervalSince1970: 1_771_243_200.123456)
            let bytes = Data([0, 1, 92, 39, 255])
            let text = "Zoë \\ \" ' { } , \n NULL 🙂"
            let rows = try await database.pool.query(
                """
                select \(text) as text, \(Int.min) as int, \(true) as bool, \(0.1) as double, \(id) as uuid,
                    \(date) as date, \(bytes) as bytes, \(json: Data(#"{"a":[1,2.5,"x"]}"#.utf8)) as json,
                    \([text, "", "NULL", "{}"]) as texts, \(["a", nil] as [String?]) as gaps,
                    \([id]) as ids, \([Int64.max, 0]) as ints, \(String?.none) as nothing
                """
            )
            let row = try #require(rows.first)
            #expect(try row.string("text") == text)
            #expect(try row.int("int") == Int.min)
            #expect(try row.bool("bool"))
            #expect(try row.double("double") == 0.1)
            #expect(try row.uuid("uuid") == id)
            #expect(try abs(row.date("date").timeIntervalSince(date)) < 0.000_001)
            #expect(try row.data("bytes") == bytes)
            #expect(try String(decoding: row.data("json"), as: UTF8.self) == #"{"a": [1, 2.5, "x"]}"#)
            #expect(try row.strings("texts") == [text, "", "NULL", "{}"])
            #expect(try row.strings("gaps") == ["a"])
            #expect(try row.string("ids") == "{\(id.uuidString.lowercased())}")
            #expect(try row.string("ints") == "{9223372036854775807,0}")
            #expect(try row.stringOrNil("nothing") == nil)
        }
    }

    @Test(arguments: [
        "1970-01-01 00:00:00.000000+00", "1969-12-31 23:59:59.999999+00", "2024-02-29 12:34:56.700000+00",
        "2000-03-01 00:00:00.000000+00", "9999-12-31 23:59:59.000000+00",
        "0001-01-01 00:00:00.000000+00",
    ])
    func `times keep their microseconds on the way through`(text: String) async throws {
        try await withEmptyDatabase { database in
            let read = try await database.pool.query("select \(text)::timestamptz as time")
            let time = try #require(read.first).date("time")
            let same = try await database.pool.query(
                "select \(time) = \(text)::timestamptz as same"
            )
            #expect(try #require(same.first).bool("same"))
        }
    }

    @Test func `what the server cannot hold becomes the replacement character`() async throws {
        try await withEmptyDatabase { database in
            let json = Data(#"{"a":"x\u0000y","b":"\\u0000"}"#.utf8)
            let rows = try await database.pool.query(
                "select \("a\0b") as text, (\(json: json))->>'a' as a, (\(json: json))->>'b' as b"
            )
            let row = try #require(rows.first)
            #expect(try row.string("text") == "a\u{FFFD}b")
            #expect(try row.string("a") == "x\u{FFFD}y")
            #expect(try row.string("b") == #"\u0000"#)
        }
    }

    @Test func `an error of reading names the column and not the value`() async throws {
        try await withEmptyDatabase { database in
            let row = try #require(try await database.pool.query("select 'secret-value' as x, null as y").first)
            let wrong = #expect(throws: PostgresError.self) { try row.int("x") }
            #expect(wrong?.code == .decoding)
            #expect(wrong?.description.contains("\"x\"") == true)
            #expect(wrong?.description.contains("secret") == false)
            #expect(throws: PostgresError.self) { try row.string("y") }
            #expect(throws: PostgresError.self) { try row.stringOrNil("z") }
        }
    }
}
