import Foundation
import Postgres
import Store
import Testing

struct UsersTests {
    @Test func `users are looked up where there is a table of them`() async throws {
        try await withStore { store, pool in
            let id = UUID()
            #expect(try await store.users.isKnown(id) == nil)
            try await pool.execute("create schema auth")
            #expect(try await store.users.isKnown(id) == nil)
            try await pool.execute("create table auth.users (id uuid primary key)")
            #expect(try await store.users.isKnown(id) == false)
            try await pool.execute("insert into auth.users values (\(id))")
            #expect(try await store.users.isKnown(id) == true)
        }
    }
}
