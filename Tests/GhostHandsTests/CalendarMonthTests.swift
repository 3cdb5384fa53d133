import GhostHands
import Testing

@Suite struct CalendarMonthTests {
    @Test(arguments: [
        ("March 2026", 3), ("2026 März", 3), ("juillet 2026", 7), ("Dez. 2026", 12), ("2026-03", 3), ("03/2026", 3),
        ("Juin 2026", 6), ("mei 2026", 5), ("agosto de 2026", 8), ("maggio 2026", 5), ("października 2026", 10),
        ("červenec 2026", 7), ("toukokuu 2026", 5), ("ağustos 2026", 8), ("августа 2026", 8), ("червень 2026", 6),
    ])
    func `a month is read by name or number`(_ text: String, _ month: Int) {
        #expect(CalendarMonth(text) == CalendarMonth(year: 2026, month: month))
    }

    @Test(arguments: ["", "March", "2026", "Smarch 2026", "March April 2026", "13/2026", "20260"])
    func `what names no month of a year is none`(_ text: String) {
        #expect(CalendarMonth(text) == nil)
    }
}
