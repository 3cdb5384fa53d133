import GhostHands
@testable import Hands
import Testing

/// What the ledger of a page leaves to a person who is at it beside the hands, without a browser (R62).
@Suite struct TheirsTests {
    private func page(_ name: String = "") -> PageReading { .of([.of(.text("First name", name), .firstName)]) }

    private func ledger(for reading: PageReading) -> PageLedger {
        var ledger = PageLedger(Applicant(profile: ["first_name": "Alice"]))
        _ = ledger.orders(for: reading)
        return ledger
    }

    @Test func `the beginning of an answer is theirs where we have begun nothing`() {
        var ledger = ledger(for: page())
        ledger.giveWay(to: page("Ali"), since: page())
        #expect(ledger.theirs.fields.count == 1)
        #expect(ledger.orders(for: page("Ali")).isEmpty)
    }

    @Test func `what we have begun ourselves we end`() throws {
        var ledger = ledger(for: page())
        ledger.begin(try #require(ledger.lines.keys.first))
        ledger.giveWay(to: page("Ali"), since: page())
        #expect(ledger.theirs.fields.isEmpty)
        #expect(ledger.orders(for: page("Ali")).count == 1)
    }

    @Test func `what they have entered before it was read is theirs, and what the page began with is not`() throws {
        let reading = page("Alicia")
        var (ours, theirs) = (ledger(for: reading), ledger(for: reading))
        ours.keep([], in: reading)
        #expect(ours.orders(for: reading).count == 1)
        theirs.keep([try #require(reading.form.first).handle], in: reading)
        #expect(theirs.theirs.fields.count == 1)
        #expect(theirs.orders(for: reading).isEmpty)
    }

    @Test func `what is about to be entered is told from what is not`() throws {
        var ledger = ledger(for: page())
        #expect(!ledger.hasBegun)
        let order = try #require(ledger.orders(for: page()).first)
        ledger.begin(order.key)
        #expect(ledger.hasBegun)
        ledger.note(order, .done(shown: nil), milliseconds: 1)
        #expect(ledger.hasBegun)
    }
}
