import Foundation
import Postgres
import Testing

@testable import Store

struct UsersTests {
    @Test func `users are looked up where there is a table of them`() async throws {
        try await withStore { store, pool in
            let id = UUID()
            let users = Users(pool: pool, patience: .zero)
            #expect(try await users.isKnown(id) == nil)
            try await pool.execute("create schema auth")
            #expect(try await store.users.isKnown(id) == nil)
            #expect(try await users.isKnown(id) == nil)
            try await pool.execute("create table auth.users (id uuid primary key)")
            #expect(try await users.isKnown(id) == false)
            #expect(try await store.users.isKnown(id) == nil, "what could not be read is not asked for every time")
            try await pool.execute("insert into auth.users values (\(id))")
            #expect(try await users.isKnown(id) == true)
        }
    }
}
