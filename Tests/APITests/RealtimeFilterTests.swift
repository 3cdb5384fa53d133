import Foundation
import GhostHands
import Testing

@testable import API
@testable import Store

@Suite("Filters of realtime")
struct RealtimeFilterTests {
    private static let table = Change.Table(
        schema: "public",
        name: "things",
        columns: [
            .init(name: "id", type: "uuid", isKey: true), .init(name: "n", type: "int4", isKey: false),
            .init(name: "flag", type: "bool", isKey: false), .init(name: "name", type: "text", isKey: false),
            .init(name: "at", type: "timestamptz", isKey: false), .init(name: "none", type: "text", isKey: false),
        ]
    )

    private func change(_ values: [Change.Value]) -> Change {
        Change(table: Self.table, kind: .update, committedAt: Date(), values: values)
    }

    private var row: Change {
        change([
            .text("550e8400-e29b-41d4-a716-446655440000"), .text("-7"), .text("t"), .text("a, \"b\" (c)"),
            .text("2026-02-16 12:00:01.5+00"), .null,
        ])
    }

    private func holds(_ filter: String, _ change: Change) throws -> Bool {
        try RealtimeFilter.parse(filter).allSatisfy { try RealtimeCondition($0, of: Self.table).holds(change) }
    }

    @Test(arguments: [
        "", "id=eq.550E8400-E29B-41D4-A716-446655440000", "n=eq.-7", "n=eq.-7.0", "n=neq.7", "n=lt.0", "n=lte.-7",
        "n=gt.-10", "n=gte.-7", "n=in.(1,-7)", "n=not.in.(1,2)", "flag=is.true", "flag=eq.true", "flag=not.is.null",
        #"name=eq."a, \"b\" (c)""#, #"name=in.("x,y","a, \"b\" (c)")"#, "name=like.a%(_)", "name=ilike.A%",
        "name=not.like.b%", "at=gt.2026-02-16T12:00:01Z", "at=lt.2026-02-16T13:00:02+01:00", "none=is.null",
        "none=isdistinct.x", "n=eq.-7,flag=is.true", "n=not.gt.0",
    ])
    func `it holds`(filter: String) throws { #expect(try holds(filter, row)) }

    @Test(arguments: [
        "id=eq.550e8400-e29b-41d4-a716-446655440001", "n=eq.7", "n=gt.0", "n=in.(1,2)", "flag=is.false", "none=eq.x",
        "none=neq.x", "none=not.eq.x", "name=like.b%", "at=gt.2026-02-16T12:00:01.6Z", "n=eq.-7,flag=is.false",
        "n=isdistinct.-7",
    ])
    func `it does not hold`(filter: String) throws { #expect(try !holds(filter, row)) }

    @Test func `what a change does not tell fulfils nothing`() throws {
        let silent = change(Array(repeating: .missing, count: 6))
        for filter in ["n=eq.-7", "n=neq.7", "none=is.null", "n=not.eq.1"] { #expect(try !holds(filter, silent)) }
    }

    @Test(arguments: [
        "foo", "n", "n=", "n=eq", "n=between.1", ",", "n=eq.1,", "n=eq.x", "n=in.1,2", "id=eq.1", "nope=eq.1",
        "n=is.true", "name=match.(a+)+$", "flag=eq.maybe", "at=gt.tomorrow",
        "n=in.(\((0...100).map(String.init).joined(separator: ",")))",
    ])
    func `it cannot be read`(filter: String) {
        #expect(throws: RealtimeFilter.Fault.self) { try holds(filter, row) }
    }

    @Test func `values are written as JSON has them`() {
        let cases = [
            ("t", "bool", "true"), ("12.50", "numeric", "12.50"), ("NaN", "numeric", "\"NaN\""),
            ("{\"a\": 1}", "jsonb", "{\"a\": 1}"), ("a\"\n", "text", #""a\"\u000a""#),
            ("2026-02-16 12:00:01.123+00", "timestamptz", "\"2026-02-16T12:00:01.123+00:00\""),
            ("{a,\"b,\\\"c\",NULL,\"NULL\"}", "_text", #"["a","b,\"c",null,"NULL"]"#), ("{}", "_int4", "[]"),
            ("{1,2}", "_int4", "[1,2]"), ("\\x00ff", "bytea", "\"00ff\""),
        ]
        for (text, type, json) in cases { #expect(ColumnText.json(text, ColumnText.Notation(type)) == json) }
    }
}
