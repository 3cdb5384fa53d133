import Crypto
import Foundation
import Testing

@testable import Store

/// Envelopes: what is kept for long, sealed (docs/sessions.md).
struct SealingTests {
    private let key = Data(0...31)
    private let place = SealedPlace(
        table: "gh_browser_sessions",
        column: "session_data",
        user: UUID(uuidString: "00000000-0000-0000-0000-000000000001") ?? UUID(),
        host: "linkedin.com"
    )
    private let plain = Data(#"{"cookies":[]}"#.utf8)

    @Test(arguments: [
        "AQABoKGio6SlpqeoqaqrPfcwx+rJzoOBS3J99QNbBZ06H0IqoGvaEUe9iFoH",
        "AgABoKGio6Slpqeoqaqrl2BOtwZ7LOWY0dZ4qx5bJZ06H0IqoGvaEUe9iFoH",
    ])
    func `envelopes made elsewhere are opened, the predecessor's too`(_ text: String) throws {
        let sealed = try #require(Data(base64Encoded: text))
        #expect(Sealer(key: key).opening(sealed, for: place) == .opened(plain))
        #expect(Sealer(key: key, id: 2).opening(sealed, for: place) == .unknownKey(1))
        let later = Sealer(key: Data(repeating: 9, count: 32), id: 2, old: [1: key])
        #expect(later.opening(sealed, for: place) == .opened(plain))
        #expect(try later.opening(later.envelope(plain, for: place), for: place) == .opened(plain))
        #expect(try Sealer(key: key).opening(later.envelope(plain, for: place), for: place) == .unknownKey(2))
    }

    @Test func `a changed byte, another user, host, column or table opens nothing`() throws {
        let sealer = Sealer(key: key)
        let sealed = try sealer.envelope(plain, for: place)
        for index in sealed.indices {
            var changed = sealed
            changed[index] ^= 1
            if case .opened = sealer.opening(changed, for: place) { Issue.record("byte \(index)") }
        }
        let others = [
            SealedPlace(table: place.table, column: place.column, user: UUID(), host: place.host),
            SealedPlace(table: place.table, column: place.column, user: place.user, host: "linkedin.co"),
            SealedPlace(table: place.table, column: "x", user: place.user, host: place.host),
            SealedPlace(table: "x", column: place.column, user: place.user, host: place.host),
        ]
        for other in others { #expect(sealer.opening(sealed, for: other) == .broken) }
        for count in 0..<sealed.count { #expect(sealer.opening(sealed.prefix(count), for: place) == .broken) }
        #expect(sealer.opening(Data(repeating: 1, count: 40), for: place) != .opened(plain))
    }

    @Test func `no nonce comes twice`() throws {
        let sealer = Sealer(key: key)
        let nonces = try Set((0..<20_000).map { _ in try sealer.envelope(plain, for: place)[3..<15] })
        #expect(nonces.count == 20_000)
    }

    @Test func `what old keys have sealed for a job's length opens too`() throws {
        let (old, new) = (Sealer(key: key), Sealer(key: Data(repeating: 9, count: 32), id: 2, old: [1: key]))
        #expect(try new.open(old.seal(plain, for: "x"), for: "x") == plain)
        #expect(try old.open(new.seal(plain, for: "x"), for: "x") == nil)
        #expect(new.names("q") == [new.name("q"), old.name("q")])
    }

    @Test func `a key that is not there is told of`() async throws {
        let sealed = try Sealer(key: key, id: 700).envelope(plain, for: place)
        await confirmation { confirm in
            let sealer = Sealer(key: key, id: 1) { id in
                #expect(id == 700)
                confirm()
            }
            #expect(sealer.opening(sealed, for: place) == .unknownKey(700))
        }
    }
}
