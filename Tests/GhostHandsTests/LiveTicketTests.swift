import Foundation
import GhostHands
import Testing

@Suite("Tickets for live help")
struct LiveTicketTests {
    private let key = LiveKey(credential: Data(repeating: 1, count: 32))
    private let now = Date(timeIntervalSince1970: 1_800_000_000)
    private let ticket = LiveTicket(job: UUID(), pause: 1_799_999_999_123_456, mode: .control, link: UUID())

    @Test func `a ticket holds for half a minute, and for those with the key`() {
        let text = ticket.signed(by: key, at: now)
        #expect(LiveTicket(text, signedBy: key, at: now) == ticket)
        #expect(LiveTicket(text, signedBy: key, at: now + 29) == ticket)
        #expect(LiveTicket(text, signedBy: key, at: now + 31) == nil)
        #expect(LiveTicket(text, signedBy: key, at: now - 60) == nil, "from a clock that is wrong")
        #expect(LiveTicket(text, signedBy: LiveKey(credential: Data(count: 32)), at: now) == nil)
    }

    @Test func `nothing of it can be changed`() {
        let text = ticket.signed(by: key, at: now)
        for index in text.indices {
            var other = text
            other.replaceSubrange(index...index, with: text[index] == "0" ? "1" : "0")
            #expect(LiveTicket(other, signedBy: key, at: now) == nil)
        }
        for bad in ["", "a.b.c.d.e.f", String(repeating: ".", count: 400), String(text.dropLast())] {
            #expect(LiveTicket(bad, signedBy: key, at: now) == nil)
        }
    }

    @Test func `a pause has one link, and another pause another`() {
        let secret = key.linkSecret(of: ticket.job, pause: 1)
        #expect(secret == key.linkSecret(of: ticket.job, pause: 1))
        #expect(secret.count == 32)
        #expect(secret != key.linkSecret(of: ticket.job, pause: 2))
        #expect(secret != key.linkSecret(of: UUID(), pause: 1))
    }
}
