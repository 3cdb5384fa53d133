import Testing

@testable import GhostHands

@Suite struct WordsTests {
    @Test(arguments: ["firstName", "first_name", "First name *", "first-name", "FIRST NAME:", " First\u{a0}Name "])
    func `spelling variants of a name are the same words`(text: String) {
        #expect(Words(text).text == "first name")
    }

    @Test func `accents and apostrophes do not matter`() {
        #expect(Words("Résumé / Lebenslauf für O’Brien").text == "resume lebenslauf fur obrien")
        #expect(Words("don't").isNegated)
    }

    @Test func `a text of plain letters is taken apart as one with others is`() {
        let letters = ["a", "Z", "0", "9", "'", " ", "_", "-", "x", "Y", "\r\n", "*", "@", "[", "`", "{"]
        for number in 0..<(16 * 16 * 16) {
            let text = (0..<3).map { letters[(number >> ($0 * 4)) & 15] }.joined()
            #expect(Words(text + " é").list == Words(text).list + ["e"], "\(text.debugDescription)")
        }
    }

    @Test func `words that came in another encoding are read as they were written`() {
        #expect(Words("KÃ¼ndigungsfrist").text == "kundigungsfrist")
        #expect(Words("Grundkenntnisse (A1â€“A2)").text == "grundkenntnisse a1 a2")
        #expect(Words("São Ã").list == ["sao", "a"], "what is no such text stays")
    }

    @Test func `a phrase is found as whole words only`() {
        #expect(Words("Your city of birth").contains("city"))
        #expect(!Words("Ethnicity").contains("city"))
        #expect(!Words("Full name").contains("name full"))
    }

    @Test func `a piece of a text is found as the standard library finds it`() {
        let texts = ["", "a", "verificationcode", "ver", "code", "код", "проверочныйкод", "e\u{301}t", "\u{e9}", "été"]
        for text in texts {
            for part in texts where !part.isEmpty {
                #expect(text.holds(part) == text.contains(part), "\(text), \(part)")
            }
        }
    }

    @Test func `what may stand around a name may come from two lists`() {
        let words = Words("Please share your legal first name")
        #expect(!words.areMade(of: ["first name"], beside: ["please", "your"]))
        #expect(words.areMade(of: ["first name"], beside: ["please", "your"], or: ["share", "legal"]))
        #expect(!words.areMade(of: ["last name"], beside: ["please", "your"], or: ["share", "legal", "first name"]))
    }

    @Test func `letters told alone are told as in their text`() {
        for value in (0x80..<0x3100).map({ $0 }) + [0x4e00, 0x9fff, 0xac00, 0xd7a3, 0xff01, 0xff21] {
            guard let scalar = Unicode.Scalar(UInt32(value)), let letter = Letter.alone(scalar) else { continue }
            let whole = Letter(Character(scalar))
            #expect(letter == whole, "\(value)")
            #expect("a\(scalar)b".count == 3, "\(value) joins with what stands beside it")
        }
        #expect(Words("e\u{301}te\u{301} à côté").list == ["ete", "a", "cote"])
    }
}
