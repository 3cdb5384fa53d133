import GhostHands
@testable import Hands
import Testing

/// What becomes of a field's answer, without a browser.
@Suite struct FieldStateTests {
    private static let two = 2

    @Test func `a field begins open, held or refused`() {
        #expect(FieldState(isHeld: false, refusal: nil) == .open(tried: 0))
        #expect(FieldState(isHeld: true, refusal: nil) == .held(.before, flaw: nil))
        #expect(
            FieldState(isHeld: true, refusal: .withheld("no consent")) == .refused(.withheld("no consent"), tried: 0)
        )
    }

    @Test func `a control that refuses is tried by every strategy before it is given up`() {
        var state = FieldState.open(tried: 0)
        state.attempted("covered", of: Self.two)
        #expect(state == .open(tried: 1))
        state.attempted("covered", of: Self.two)
        #expect(state == .refused(.control("covered"), tried: 2))
    }

    @Test func `a control that takes the answer stays open until it is read back`() {
        var state = FieldState.open(tried: 1)
        state.attempted(nil, of: Self.two)
        #expect(state == .open(tried: 2))
    }

    @Test func `only an open field can be tried`() {
        for state in [FieldState.held(.before, flaw: nil), .refused(.unkept, tried: 2)] {
            var copy = state
            copy.attempted("covered", of: Self.two)
            #expect(copy == state)
        }
    }

    @Test func `a field that holds its answer is held, with the flaw that the form finds`() {
        var state = FieldState.open(tried: 1)
        state.compare(isHeld: true, flaw: nil, of: Self.two)
        #expect(state == .held(.filled(tried: 1), flaw: nil))
        state.compare(isHeld: true, flaw: .tooLong, of: Self.two)
        #expect(state == .held(.filled(tried: 1), flaw: .tooLong))
        #expect(state.complaint == Flaw.tooLong.told)
        state.compare(isHeld: true, flaw: .valueMissing, of: Self.two)
        #expect(state.complaint == nil)
    }

    @Test func `a field that does not keep its answer is tried again, then refused`() {
        var state = FieldState.open(tried: 1)
        state.compare(isHeld: false, flaw: nil, of: Self.two)
        #expect(state == .open(tried: 1))
        state.attempted(nil, of: Self.two)
        state.compare(isHeld: false, flaw: nil, of: Self.two)
        #expect(state == .refused(.unkept, tried: 2))
    }

    @Test func `a field that loses an answer with a flaw is refused for the flaw`() {
        var state = FieldState.held(.filled(tried: 1), flaw: .badInput)
        state.compare(isHeld: false, flaw: nil, of: Self.two)
        #expect(state == .refused(.flawed(.badInput), tried: 1))
        state.compare(isHeld: false, flaw: nil, of: Self.two)
        #expect(state == .refused(.flawed(.badInput), tried: 1))
    }

    @Test func `a field that was refused and holds its answer after all is held`() {
        var state = FieldState.refused(.control("covered"), tried: 2)
        state.compare(isHeld: true, flaw: nil, of: Self.two)
        #expect(state == .held(.filled(tried: 2), flaw: nil))
    }

    @Test func `what a field held from the beginning may be lost`() {
        var state = FieldState.held(.before, flaw: nil)
        state.compare(isHeld: true, flaw: nil, of: Self.two)
        #expect(state == .held(.before, flaw: nil))
        state.compare(isHeld: false, flaw: nil, of: Self.two)
        #expect(state == .open(tried: 0))
    }

    @Test(arguments: [FieldState.open(tried: 0), .refused(.unfit("not one value"), tried: 0)])
    func `what nothing was done to is not compared`(_ state: FieldState) {
        var copy = state
        copy.compare(isHeld: !state.isHeld, flaw: nil, of: Self.two)
        #expect(copy == state)
    }

    @Test func `an upload whose input is gone counts by what the page shows`() {
        var state = FieldState.open(tried: 1)
        state.compareVanished(isShown: false)
        #expect(state == .refused(.vanished, tried: 1))
        state.compareVanished(isShown: true)
        #expect(state == .held(.filled(tried: 1), flaw: nil))
    }

    @Test func `a form that comes back empty opens what was held, and only that`() {
        for state in [FieldState.held(.before, flaw: nil), .held(.filled(tried: 2), flaw: .tooShort)] {
            var copy = state
            copy.reopen()
            #expect(copy == .open(tried: 0))
        }
        var refused = FieldState.refused(.unkept, tried: 2)
        refused.reopen()
        #expect(refused == .refused(.unkept, tried: 2))
    }

    @Test func `doubt is cast on what seemed well and leaves other reasons as they are`() {
        var held = FieldState.held(.filled(tried: 1), flaw: nil)
        held.doubt("not shown")
        #expect(held == .refused(.doubted("not shown"), tried: 1))
        #expect(held.wasHeld)
        var open = FieldState.open(tried: 1)
        open.doubt("not shown")
        #expect(open.complaint == "not shown")
        #expect(!open.wasHeld)
        var flawed = FieldState.held(.filled(tried: 1), flaw: .tooLong)
        flawed.doubt("not shown")
        #expect(flawed.complaint == Flaw.tooLong.told)
    }

    @Test(arguments: [
        (FieldState.Refusal.withheld("a"), "a"), (.unfit("b"), "b"), (.control("c"), "c"), (.doubted("d"), "d"),
        (.unkept, "the field did not keep the answer"), (.flawed(.tooLong), Flaw.tooLong.told ?? ""),
        (.vanished, "the page took the input away and does not show the file"),
    ])
    func `every refusal is told in words`(_ refusal: FieldState.Refusal, _ told: String) {
        #expect(refusal.told == told)
        #expect(FieldState.refused(refusal, tried: 1).complaint == told)
    }

    @Test func `every flaw of the browser's is known by its name, and the page's own mark hides its words`() throws {
        for name in [
            "typeMismatch", "patternMismatch", "tooLong", "tooShort", "rangeUnderflow", "rangeOverflow", "stepMismatch",
            "badInput", "customError",
        ] {
            let flaw = try #require(Flaw(name))
            #expect(flaw.told != nil)
            #expect(!flaw.isMarked)
        }
        #expect(Flaw("") == nil)
        #expect(Flaw("valueMissing") == .valueMissing)
        #expect(Flaw("page: Ada is no name") == .marked("Ada is no name"))
        #expect(Flaw("page: Ada is no name")?.told == "the page marks the answer as wrong")
        #expect(Flaw("somethingNew")?.isMarked == true)
    }
}
