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
            // A row that was moved opens for nobody.
            let thief = UUID()
            try await pool.execute("update gh_user_credentials set user_id = \(thief) where platform = 'acme.co.uk'")
            #expect(try await credentials.open(for: thief, domain: "acme.co.uk") == nil)
            try await pool.execute("update gh_user_credentials set platform = 'evil.com' where user_id = \(user)")
            #expect(try await credentials.open(for: user, domain: "evil.com") == nil)
            let text = try await pool.query("select gh_user_credentials::text as all from gh_user_credentials")
                .map { try $0.string("all") }.joined()
            #expect(!text.contains("canary") && !text.contains("63616e617279") && !text.contains("mail.example"))
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
            #expect(blind.count == 2 && blind.allSatisfy { $0.username == nil && $0.hasTOTP == nil })
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
            #expect(isNew && second.credential.password == "two")
            // A site that knows no such account refuses the log-in: the very same may open one, once.
            #expect(try await credentials.markInvalid(second))
            let third = try #require(try await credentials.add(sample("acme.com", password: "three"), of: user)).kept
            #expect(third.credential.password == "two" && third.isValid)
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

    @Test func `no step of one-time codes is claimed twice, by however many jobs`() async throws {
        try await withStore { _, pool in
            let credentials = sealing(pool)
            try await credentials.put(sample("acme.com"), of: user)
            let kept = try #require(try await credentials.open(for: user, domain: "acme.com"))
            let claimed = try await withThrowingTaskGroup(of: Int64?.self) { group in
                for number in 0..<50 {
                    group.addTask {
                        let step = Int64(60_000_000 + number % 5)
                        return try await credentials.claimStep(step, of: kept) ? step : nil
                    }
                }
                return try await group.reduce(into: [Int64]()) { if let step = $1 { $0.append(step) } }
            }
            #expect(!claimed.isEmpty)
            #expect(Set(claimed).count == claimed.count)
            #expect(claimed.max() == 60_000_004)
            #expect(try await !credentials.claimStep(60_000_004, of: kept))
            #expect(try await credentials.claimStep(60_000_005, of: kept))
            // A new password for the same account does not make old codes new.
            try await credentials.put(sample("acme.com", password: "new"), of: user)
            let again = try #require(try await credentials.open(for: user, domain: "acme.com"))
            #expect(try await !credentials.claimStep(60_000_005, of: again))
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
