import Foundation
import Testing

@testable import GhostHands

/// What sites have left, taken apart, merged and put together again (R58).
struct SessionStateTests {
    private static let whole: JSON = [
        "cookies": [
            ["name": "sid", "value": "1", "domain": "acme.com", "path": "/", "expires": -1],
            ["name": "sid", "value": "2", "domain": ".acme.com", "path": "/", "expires": 2_000_000_000.5],
            [
                "name": "chip", "value": "3", "domain": "frame.example", "path": "/", "expires": -1,
                "partitionKey": "https://acme.com", "_crHasCrossSiteAncestor": true,
            ],
        ],
        "origins": [
            [
                "origin": "https://acme.com", "localStorage": [["name": "a", "value": "x"]],
                "sessionStorage": [["name": "a", "value": "y"]],
                "databases": [
                    [
                        "name": "shop", "version": 3,
                        "content": .string(
                            #"[{"autoIncrement":true,"indexes":[],"keyPath":"id","name":"carts","records":[[1,{"$":"object"}],[{"$":"array"},null]]}]"#
                        ),
                    ]
                ],
            ],
            ["origin": "https://login.acme.com:8443", "localStorage": [], "sessionStorage": [], "databases": []],
        ],
    ]

    private static func cookie(_ name: String, _ value: String, domain: String = "acme.com") -> SessionState {
        SessionState(
            storageState: ["cookies": [["name": .string(name), "value": .string(value), "domain": .string(domain)]]]
        )
    }

    @Test func `a state that was taken apart is put together again`() throws {
        let state = SessionState(storageState: Self.whole)
        #expect(state.values.count == 3 + 2 + 1 + 2)
        #expect(SessionState(storageState: state.storageState) == state)
        #expect(state.hosts.map(\.text).sorted() == ["acme.com", "frame.example"])
        let acme = try #require(HostName("acme.com"))
        #expect(state.of(acme).values.count == 7)
        #expect(state.byHost[acme] == state.of(acme))
        #expect(state.byHost.count == 2)
        var kept = Self.whole["origins"].array ?? []
        kept.removeLast()
        #expect(state.storageState["origins"] == .array(kept))
        // What others may have written breaks nothing.
        for odd: JSON in [
            .null, [], ["cookies": 5], ["cookies": [5, [:], ["name": "a"]]], ["origins": [5, ["origin": 1], [:]]],
            ["origins": [["origin": "https://a", "databases": [5, ["name": "x", "content": "{{"], ["name": "x"]]]]],
        ] { #expect(SessionState(storageState: odd).values.count <= 1) }
    }

    @Test func `no way of printing a state tells its values`() {
        let state = Self.cookie("canary-name", "canary-value")
        var dumped = ""
        dump(state, to: &dumped)
        #expect(!"\(state) \(String(reflecting: state)) \([state]) \(dumped)".contains("canary"))
    }

    @Test func `what only one has changed is taken from them`() {
        let base = Self.cookie("a", "0").over(Self.cookie("b", "0")).over(Self.cookie("c", "0"))
        let ours = Self.cookie("a", "1").over(Self.cookie("b", "0")).over(Self.cookie("new", "ours"))
        let stored = Self.cookie("a", "0").over(Self.cookie("b", "2")).over(Self.cookie("c", "0"))
            .over(Self.cookie("other", "theirs"))
        let expected = Self.cookie("a", "1").over(Self.cookie("b", "2")).over(Self.cookie("new", "ours"))
            .over(Self.cookie("other", "theirs"))
        #expect(SessionState.merged(base: base, ours: ours, stored: stored) == expected)
    }

    @Test func `what we have lost and they have renewed is kept`() {
        let base = Self.cookie("login", "old")
        let renewed = Self.cookie("login", "new")
        #expect(SessionState.merged(base: base, ours: SessionState(), stored: renewed) == renewed)
        #expect(SessionState.merged(base: base, ours: renewed, stored: SessionState()) == renewed)
        #expect(
            SessionState.merged(base: base, ours: Self.cookie("login", "mine"), stored: renewed)
                == Self.cookie("login", "mine")
        )
        #expect(SessionState.merged(base: base, ours: SessionState(), stored: base).isEmpty)
    }

    @Test func `a merge with nothing new changes nothing, whoever comes first`() {
        let state = SessionState(storageState: Self.whole)
        #expect(SessionState.merged(base: state, ours: state, stored: state) == state)
        #expect(SessionState.merged(base: SessionState(), ours: SessionState(), stored: state) == state)
        #expect(SessionState.merged(base: SessionState(), ours: state, stored: SessionState()) == state)
    }

    /// Many jobs of one user, each with values of its own, in any order: none of them is lost.
    @Test func `values of many are all kept in whatever order they end`() {
        var random = Dice(state: 7)
        for _ in 0..<200 {
            var stored = Self.cookie("shared", "0")
            let base = stored
            let jobs = (0..<6).map {
                Self.cookie("shared", "0").over(Self.cookie("job\($0)", "in", domain: "h\($0 % 3).com"))
            }
            for job in jobs.shuffled(using: &random) {
                stored = SessionState.merged(base: base, ours: job, stored: stored)
            }
            #expect(stored.values.count == 7)
        }
    }

    @Test func `a database of another form is taken as a whole`() throws {
        func database(_ version: Int, _ records: String) -> SessionState {
            SessionState(
                storageState: [
                    "origins": [
                        [
                            "origin": "https://a.com",
                            "databases": [
                                [
                                    "name": "d", "version": JSON(version),
                                    "content": .string(#"[{"name":"s","records":["# + records + "]}]"),
                                ]
                            ],
                        ]
                    ]
                ]
            )
        }
        let base = database(1, "[1,1]")
        let merged = SessionState.merged(
            base: base,
            ours: database(1, "[1,1],[2,2]"),
            stored: database(1, "[1,1],[3,3]")
        )
        #expect(merged == database(1, "[1,1],[2,2],[3,3]"))
        let upgraded = database(2, "[\"x\",1]")
        #expect(SessionState.merged(base: base, ours: upgraded, stored: database(1, "[1,1],[3,3]")) == upgraded)
        #expect(SessionState.merged(base: base, ours: database(1, "[1,1],[2,2]"), stored: upgraded) == upgraded)
        #expect(SessionState.merged(base: base, ours: SessionState(), stored: base).isEmpty)
    }

    @Test func `a state that is too large loses its databases first`() {
        let big = String(repeating: "x", count: 4000)
        var state = SessionState(storageState: Self.whole)
        state.values[.local(origin: "https://acme.com", name: "big")] = .string(big)
        state.values[.record(origin: "https://acme.com", database: "shop", store: "carts", key: "9")] = [
            9, .string(big),
        ]
        let (all, nothing) = state.bounded(to: 100_000)
        #expect(all == state)
        #expect(nothing.isNothing)
        let (some, dropped) = state.bounded(to: 6000)
        #expect(dropped.databases == 1)
        #expect(dropped.items == 0)
        #expect(dropped.cookies == 0)
        #expect(some.values.count == state.values.count - 4)
        let (few, more) = state.bounded(to: 2000)
        #expect(more.databases == 1)
        #expect(more.items == 1)
        #expect(more.cookies == 0)
        #expect(few.values.keys.contains(.local(origin: "https://acme.com", name: "a")))
        let (none, rest) = state.bounded(to: 60)
        #expect(none.isEmpty)
        #expect(rest.cookies == 3)
    }

    @Test func `a state ends with its last cookie, unless one ends with the session`() {
        #expect(SessionState(storageState: Self.whole).lastEnd == nil)
        let ends: JSON = [
            "cookies": [
                ["name": "a", "value": "", "domain": "a.com", "expires": 10],
                ["name": "b", "value": "", "domain": "a.com", "expires": 20.5],
            ]
        ]
        let state = SessionState(storageState: ends)
        #expect(state.lastEnd == 20.5)
        #expect(state.current(at: 10).values.count == 1)
        #expect(SessionState().lastEnd == nil)
    }

    @Test func `what could not be read is as it was`() {
        let base = SessionState(storageState: Self.whole)
        var ours = base
        ours.values = ours.values.filter { key, _ in if case .session = key { false } else { true } }
        #expect(ours.withUnread(of: base) == base)
        ours.values[.session(origin: "https://acme.com", name: "b")] = "new"
        #expect(ours.withUnread(of: base) == ours)
        #expect(SessionState().withUnread(of: base).values.count == 5, "cookies can always be read")
    }

    @Test func `what is missing of an origin that was read in part was not taken away`() {
        var (base, ours) = (SessionState(), SessionState())
        base.values[.local(origin: "https://acme.com", name: "login")] = "1"
        ours.values[.local(origin: "https://acme.com", name: "visit")] = "2"
        let json: JSON = [
            "origins": [["origin": "https://acme.com", "omittedDatabases": 1], ["origin": "https://b.com"]]
        ]
        let partly = SessionState.partlyRead(in: json)
        #expect(partly == ["https://acme.com"])
        #expect(ours.withUnread(of: base) == ours)
        #expect(ours.withUnread(of: base, partlyRead: partly).values.count == 2)
    }
}

/// A generator that gives the same every time.
private struct Dice: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return state ^ (state >> 29)
    }
}
