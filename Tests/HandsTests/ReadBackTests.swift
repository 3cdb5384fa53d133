import GhostHands
@testable import Hands
import Testing

/// What counts as held, though the page writes it in other words.
@Suite struct ReadBackTests {
    private func holds(_ held: String, _ wanted: String, _ kind: FieldKind = .text, _ asked: Asked = .question) -> Bool
    {
        var field = Field(kind: kind, label: "Label")
        field.value = held
        return ReadBack.holds(.of(field, asked), ReadBack.Wanted(fit: .text(wanted), options: []))
    }

    @Test(arguments: ["30 901820", "030/901820", "+49 30 901820", "0049 30 901820", "(030) 901820"])
    func `a phone counts with and without what is dialled before it`(held: String) {
        #expect(holds(held, "+49 30 901820", .tel))
        #expect(holds(held, "+49 30 901820", .text, .phone))
    }

    @Test(arguments: ["49 49 30 901820", "30 90182", "901820", ""])
    func `a phone with other digits does not`(held: String) { #expect(!holds(held, "+49 30 901820", .tel)) }

    @Test func `an amount counts without its currency and with other marks`() {
        #expect(holds("48000", "48,000 EUR"))
        #expect(holds("48.000,00 €", "48000"))
        #expect(holds("$48,000", "48000 USD per year"))
        #expect(!holds("4800", "48000 EUR"))
        #expect(!holds("4800050", "48000.50"))
        #expect(!holds("35", "3.5"))
        #expect(!holds("3", "3 months' notice"))
    }

    @Test func `a mask's marks count for nothing`() {
        #expect(holds("12 345 678 901", "12345678901"))
        #expect(holds("K1A0B1", "k1a 0b1"))
        #expect(!holds("12 345 678 90_", "12345678901"))
    }

    @Test func `paragraphs are lines`() {
        #expect(holds("one\n\n\u{a0}two\n\n", "one\ntwo", .richText))
        #expect(!holds("one two", "one\ntwo", .richText))
    }

    @Test(arguments: [
        ("9/2/2026", "09/02/2026", true), ("2/9/2026", "09/02/2026", false), ("2026-02-09", "09/02/2026", true),
        ("2026-09-02", "09/02/2026", false), ("9 Feb 2026", "09/02/2026", true), ("8 Feb 2026", "09/02/2026", false),
    ])
    func `a day counts as the page writes it, and only the same`(held: String, typed: String, counts: Bool) throws {
        var field = Field(kind: .text, label: "Start date")
        field.value = held
        let day = try #require(CalendarDate("2026-02-09"))
        let wanted = ReadBack.Wanted(fit: .text(typed), options: [], day: day)
        #expect(ReadBack.holds(.of(field), wanted) == counts)
    }

    @Test func `tags count when each is there`() {
        var field = Field(kind: .text, label: "Skills")
        var target = ReadField.of(field)
        target.entry = .tags
        for (held, counts) in [("Go\nRust", true), ("Go", false), ("", false)] {
            field.value = held
            target.field = field
            #expect(ReadBack.holds(target, ReadBack.Wanted(fit: .text("Go, Rust"), options: [])) == counts)
        }
    }
}
