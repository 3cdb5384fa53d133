import Foundation
import GhostHands
import Postgres
import TestSupport
import Testing

@testable import Store

/// What users log in with (R55), sealed.
struct CredentialsTests {
    private let user = UUID()

    private func sample(_ domain: HostName, password: String = "canary-password") -> Credential {
        Credential(
            domain: domain,
            username: "canary-jane@mail.example",
            password: password,
            totp: TOTPSecret("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ")
        )
    }

    private func sealing(_ pool: PostgresPool, _ byte: UInt8 = 1, id: UInt16 = 1) -> Credentials {
        Store(pool: pool, sealer: Sealer(key: Data(repeating: byte, count: 32), id: id)).credentials
    }

    @Test func `a credential is its user's and its host's alone`() async throws {
        try await withStore { _, pool in
            let credentials = sealing(pool)
            let kept = sample("acme.co.uk")
            try await credentials.put(kept, of: user)
            #expect(try await credentials.open(for: user, domain: "acme.co.uk")?.credential == kept)
            #expect(try await credentials.open(for: user, domain: "login.acme.co.uk")?.credential == kept)
            for other: HostName in ["co.uk", "acme.co", "notacme.co.uk", "acme.co.uk.evil.com", "evil.com"] {
                #expect(try await credentials.open(for: user, domain: other) == nil, "\(other)")
            }
            #expect(try await credentials.open(for: UUID(), domain: "acme.co.uk") == nil)
            let near = sample("jobs.acme.co.uk", password: "other")
            try await credentials.put(near, of: user)
            #expect(try await credentials.open(for: user, domain: "a.jobs.acme.co.uk")?.credential == near)
        }
    }

    @Test func `a row of a credential opens for nobody once it was moved, and is read by nobody`() async throws {
        try await withStore { _, pool in
            let credentials = sealing(pool)
            for domain: HostName in ["acme.co.uk", "jobs.acme.co.uk"] {
                try await credentials.put(sample(domain), of: user)
            }
            let thief = UUID()
            try await pool.execute("update gh_user_credentials set user_id = \(thief) where platform = 'acme.co.uk'")
            #expect(try await credentials.open(for: thief, domain: "acme.co.uk") == nil)
            try await pool.execute("update gh_user_credentials set platform = 'evil.com' where user_id = \(user)")
            #expect(try await credentials.open(for: user, domain: "evil.com") == nil)
            let text = try await pool.query("select gh_user_credentials::text as all from gh_user_credentials")
                .map { try $0.string("all") }.joined()
            #expect(!text.contains("canary"))
            #expect(!text.contains("63616e617279"))
            #expect(!text.contains("mail.example"))
        }
    }

    @Test func `a list shows no more than that there is one`() async throws {
        try await withStore { _, pool in
            let credentials = sealing(pool)
            try await credentials.put(sample("b.example"), of: user)
            try await credentials.put(sample("a.example"), of: user)
            let list = try await credentials.list(of: user)
            #expect(list.map(\.domain) == ["a.example", "b.example"])
            #expect(list.first?.username == "c…@mail.example")
            #expect(list.first?.hasTOTP == true)
            #expect(list.first?.isValid == true)
            #expect(list.first?.lastVerifiedAt == nil)
            let blind = try await sealing(pool, 2, id: 2).list(of: user)
            #expect(blind.count == 2)
            #expect(blind.allSatisfy { $0.username == nil && $0.hasTOTP == nil })
        }
    }

    @Test func `a credential is deleted once, and by nobody else`() async throws {
        try await withStore { _, pool in
            let credentials = sealing(pool)
            try await credentials.put(sample("b.example"), of: user)
            try await credentials.put(sample("a.example"), of: user)
            #expect(try await credentials.delete(of: user, domain: "a.example"))
            #expect(try await !credentials.delete(of: user, domain: "a.example"))
            #expect(try await !credentials.delete(of: UUID(), domain: "b.example"))
            #expect(try await credentials.list(of: user).count == 1)
        }
    }

    @Test func `one that a site refused is not opened until another is given`() async throws {
        try await withStore { _, pool in
            let credentials = sealing(pool)
            let domain: HostName = "acme.com"
            try await credentials.put(sample("acme.com"), of: user)
            let old = try #require(try await credentials.open(for: user, domain: domain))
            #expect(try await credentials.markVerified(old))
            #expect(try await credentials.list(of: user).first?.lastVerifiedAt != nil)
            #expect(try await credentials.markInvalid(old))
            #expect(try await credentials.open(for: user, domain: domain) == nil)
            #expect(try await credentials.open(for: user, domain: domain, evenInvalid: true)?.isValid == false)
            try await credentials.put(sample("acme.com", password: "new"), of: user)
            #expect(try await !credentials.markInvalid(old), "the old password is wrong, not the new one")
            #expect(try await credentials.open(for: user, domain: domain)?.credential.password == "new")
        }
    }

    @Test func `of many jobs that sign up at once one keeps its password`() async throws {
        try await withStore { _, pool in
            let credentials = sealing(pool)
            let results = try await withThrowingTaskGroup(of: (String, Bool).self) { group in
                for number in 0..<20 {
                    group.addTask {
                        let added = try await credentials.add(sample("acme.com", password: "p\(number)"), of: user)
                        let (kept, isNew) = try #require(added)
                        #expect(kept.isMade)
                        return (kept.credential.password, isNew)
                    }
                }
                return try await group.reduce(into: []) { $0.append($1) }
            }
            #expect(Set(results.map(\.0)).count == 1)
            #expect(results.filter(\.1).count == 1)
        }
    }

    @Test func `one that was made and never opened an account blocks no later job`() async throws {
        try await withStore { _, pool in
            let credentials = sealing(pool)
            let first = try #require(try await credentials.add(sample("acme.com", password: "one"), of: user)).kept
            try await credentials.forgetUnopened(first)
            let (second, isNew) = try #require(try await credentials.add(sample("acme.com", password: "two"), of: user))
            #expect(isNew)
            #expect(second.credential.password == "two")
            // A site that knows no such account refuses the log-in: the very same may open one, once.
            #expect(try await credentials.markInvalid(second))
            let third = try #require(try await credentials.add(sample("acme.com", password: "three"), of: user)).kept
            #expect(third.credential.password == "two")
            #expect(third.isValid)
            #expect(try await credentials.claimTry(third, by: UUID()) == .granted)
            #expect(try await credentials.markInvalid(third))
            let fourth = try #require(try await credentials.add(sample("acme.com", password: "four"), of: user)).kept
            #expect(!fourth.isValid)
            try await credentials.put(sample("acme.com", password: "hers"), of: user)
            let hers = try #require(try await credentials.open(for: user, domain: "acme.com"))
            try await credentials.forgetUnopened(hers)
            #expect(try await credentials.open(for: user, domain: "acme.com")?.credential.password == "hers")
        }
    }

    @Test func `no step of one-time codes is claimed twice, and whoever comes first has the first`() async throws {
        try await withStore { store, pool in
            let credentials = sealing(pool)
            try await credentials.put(sample("acme.com"), of: user)
            let kept = try #require(try await credentials.open(for: user, domain: "acme.com"))
            let totp = try #require(kept.credential.totp)
            var jobs: [UUID] = []
            for _ in 0..<4 { jobs.append(try await store.running().job.id) }
            func ask(_ number: Int, _ moment: Double) async throws -> CodeTurn? {
                try await credentials.claimStep(of: kept, totp, for: jobs[number], at: moment)
            }
            #expect(try await ask(0, 3_000_000_001) == .step(100_000_000))
            #expect(try await ask(1, 3_000_000_002) == .wait(28))
            #expect(try await ask(2, 3_000_000_003) == .wait(57))
            // Who comes later does not come before, though the step has begun.
            #expect(try await ask(2, 3_000_000_030) == .wait(30))
            #expect(try await ask(3, 3_000_000_030) == .wait(60))
            #expect(try await ask(1, 3_000_000_030) == .step(100_000_001))
            // Whose job is over is waited for by nobody.
            try await pool.execute(
                "update gh_automation_jobs set status = 'failed', completed_at = now() where id = \(jobs[2])"
            )
            #expect(try await ask(3, 3_000_000_060) == .step(100_000_002))
        }
    }

    @Test func `the steps of one-time codes are those of their secret`() async throws {
        try await withStore { store, pool in
            let credentials = sealing(pool)
            try await credentials.put(sample("acme.com"), of: user)
            let kept = try #require(try await credentials.open(for: user, domain: "acme.com"))
            let totp = try #require(kept.credential.totp)
            let (first, job) = (try await store.running().job.id, try await store.running().job.id)
            #expect(
                try await credentials.claimStep(of: kept, totp, for: first, at: 3_000_000_061) == .step(100_000_002)
            )
            // Less than five seconds are no time to enter it.
            #expect(try await credentials.claimStep(of: kept, totp, for: job, at: 3_000_000_116) == .wait(4))
            // A new password for the same account does not make old codes new, but another secret has other codes.
            try await credentials.put(sample("acme.com", password: "new"), of: user)
            let again = try #require(try await credentials.open(for: user, domain: "acme.com"))
            #expect(
                try await credentials.claimStep(of: again, totp, for: job, at: 3_000_000_061) == .wait(29)
            )
            let other = try #require(TOTPSecret(key: Data(repeating: 7, count: 20), period: 60))
            try await credentials.put(
                Credential(domain: "acme.com", username: "a", password: "b", totp: other),
                of: user
            )
            let slow = try #require(try await credentials.open(for: user, domain: "acme.com"))
            #expect(
                try await credentials.claimStep(of: slow, other, for: job, at: 3_000_000_061) == .step(50_000_001)
            )
        }
    }

    /// Who asks while another is being answered is told to ask again, and never that nobody knows.
    @Test func `of jobs that log in at once each has its turn`() async throws {
        try await withStore { store, pool in
            let credentials = sealing(pool)
            try await credentials.put(sample("acme.com"), of: user)
            let kept = try #require(try await credentials.open(for: user, domain: "acme.com"))
            var jobs: [UUID] = []
            for _ in 0..<4 { jobs.append(try await store.running().job.id) }
            let turns = try await withThrowingTaskGroup(of: [CredentialTry].self) { group in
                for job in jobs {
                    group.addTask {
                        var turns: [CredentialTry] = []
                        for _ in 0..<150 {
                            let turn = try await credentials.claimTry(kept, by: job)
                            turns.append(turn)
                            if turn == .granted { try await credentials.markVerified(kept) }
                        }
                        return turns
                    }
                }
                return try await group.reduce(into: []) { $0 += $1 }
            }
            #expect(Set(turns).isSubset(of: [.granted, .busy]), "\(Set(turns))")
            #expect(turns.contains(.granted))
        }
    }

    @Test func `without a key nothing is kept open`() async throws {
        try await withStore { store, _ in
            let opened = try await store.credentials.open(for: user, domain: "a.example")
            #expect(opened == nil)
            await #expect(throws: StoreError.self) { try await store.credentials.put(sample("a.example"), of: user) }
        }
    }
}
