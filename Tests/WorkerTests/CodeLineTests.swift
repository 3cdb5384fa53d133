import Foundation
import GhostHands
import NIOConcurrencyHelpers
import Postgres
import Store
import TestSupport
import Testing

@testable import Worker

/// Many jobs of one user that want one-time codes at the same moment (R57).
struct CodeLineTests {
    @Test func `each of fifty jobs gets a code of its own, in the order in which they came`() async throws {
        try await Workshop.open { shop in
            let user = UUID()
            let totp = try #require(TOTPSecret("JBSWY3DPEHPK3PXP"))
            try await shop.store.credentials.put(
                Credential(domain: "acme.com", username: "a@b.example", password: "p", totp: totp),
                of: user
            )
            let kept = try #require(try await shop.store.credentials.open(for: user, domain: "acme.com"))
            let clock = ScriptedClock()
            let lines = try await Self.lines(50, kept, totp, shop, clock)
            let codes = NIOLockedValueBox<[(number: Int, second: Int, code: String)]>([])
            try await withThrowingTaskGroup(of: Void.self) { group in
                for (number, line) in lines.enumerated() {
                    group.addTask {
                        let code = try await line.code(on: clock)
                        let second = Int(clock.seconds.rounded())
                        codes.withLockedValue { $0.append((number, second, code ?? "none")) }
                    }
                    // Whoever comes next comes after.
                    try await eventually("it stands in line") {
                        clock.sleeping + codes.withLockedValue { $0.count } == number + 1
                    }
                }
                while codes.withLockedValue({ $0.count }) < lines.count {
                    clock.passToNext()
                    try await eventually("all have asked again") {
                        clock.sleeping + codes.withLockedValue { $0.count } == lines.count
                    }
                }
                try await group.waitForAll()
            }
            let got = codes.withLockedValue { $0 }
            #expect(got.map(\.number) == Array(0..<50))
            for one in got {
                let step = totp.step(at: Date(timeIntervalSince1970: Self.start + Double(one.second)))
                #expect(one.code == totp.code(at: step), "the code is good when it is given")
            }
            #expect(Set(got.map { ($0.second + 1) / 30 }).count == 50)
            #expect(got.last.map { $0.second <= 50 * 30 } ?? false)
            #expect(try await shop.pool.query("select from gh_code_turns").isEmpty)
        }
    }

    @Test func `a line that is too long is left at once`() async throws {
        try await Workshop.open { shop in
            let user = UUID()
            let totp = try #require(TOTPSecret(key: Data(repeating: 1, count: 20), period: 300))
            try await shop.store.credentials.put(
                Credential(domain: "acme.com", username: "a@b.example", password: "p", totp: totp),
                of: user
            )
            let kept = try #require(try await shop.store.credentials.open(for: user, domain: "acme.com"))
            let lines = try await Self.lines(9, kept, totp, shop, ScriptedClock())
            for line in lines.dropLast() {
                _ = try await shop.store.credentials.claimStep(of: kept, totp, for: line.job, at: Self.start)
            }
            #expect(try await lines[8].code(on: ContinuousClock()) == nil)
        }
    }

    private static let start = 3_000_000_000.0

    private static func lines(
        _ count: Int,
        _ kept: KeptCredential,
        _ totp: TOTPSecret,
        _ shop: Workshop,
        _ clock: ScriptedClock
    ) async throws -> [CodeLine] {
        var lines: [CodeLine] = []
        for number in 0..<count {
            let job = try await shop.submit("http://127.0.0.1:9/\(number)", ["form_data": ["a": "b"]])
            try await shop.pool.execute("update gh_automation_jobs set status = 'running' where id = \(job)")
            var line = CodeLine(kept: kept, totp: totp, credentials: shop.store.credentials, job: job)
            line.moment = { start + clock.seconds }
            lines.append(line)
        }
        return lines
    }
}

/// A clock that stands still until it is told to go on.
private final class ScriptedClock: Clock {
    struct Instant: InstantProtocol {
        var offset = Swift.Duration.zero
        func advanced(by duration: Swift.Duration) -> Instant { Instant(offset: offset + duration) }
        func duration(to other: Instant) -> Swift.Duration { other.offset - offset }
        static func < (left: Instant, right: Instant) -> Bool { left.offset < right.offset }
    }

    private struct State {
        var now = Instant()
        var sleepers: [Int: (until: Instant, wake: CheckedContinuation<Void, Never>)] = [:]
        var count = 0
    }

    private let state = NIOLockedValueBox(State())

    var now: Instant { state.withLockedValue(\.now) }
    var minimumResolution: Swift.Duration { .zero }
    var seconds: Double { now.offset / .seconds(1) }
    var sleeping: Int { state.withLockedValue { $0.sleepers.count } }

    /// Wakes whoever sleeps shortest, at the moment at which they wanted to be woken.
    func passToNext() {
        let woken = state.withLockedValue { state -> [CheckedContinuation<Void, Never>] in
            guard let next = state.sleepers.values.map(\.until).min() else { return [] }
            state.now = max(state.now, next)
            let due = state.sleepers.filter { $0.value.until <= state.now }
            for key in due.keys { state.sleepers[key] = nil }
            return due.values.map(\.wake)
        }
        for wake in woken { wake.resume() }
    }

    func sleep(until deadline: Instant, tolerance: Swift.Duration?) async throws {
        await withCheckedContinuation { continuation in
            let isOver = state.withLockedValue { state in
                if deadline <= state.now { return true }
                state.sleepers[state.count] = (deadline, continuation)
                state.count += 1
                return false
            }
            if isOver { continuation.resume() }
        }
    }
}
