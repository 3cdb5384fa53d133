import Foundation
import Testing

@testable import GhostHands

@Suite struct MailedCodeTests {
    /// Mails by which the rules were made.
    @Test(arguments: Mail.all(in: "tuned"))
    func mailsAreRead(mail: Mail) { #expect(mail.read == mail.expected, "\(mail.text)") }

    /// Mails that were written before the rules: how many are read is what counts, and that none is read wrong.
    @Test func mailsThatNoRuleWasMadeByAreReadTheSame() {
        let mails = Mail.all(in: "held-out")
        let wrong = mails.filter { mail in
            guard case .code = mail.read else { return false }
            return mail.read != mail.expected
        }
        let right = mails.count { $0.read == $0.expected }
        #expect(wrong.isEmpty, "\(wrong.count) read wrong")
        #expect(right * 10 >= mails.count * 9, "\(right) of \(mails.count)")
    }

    /// Callers pass on what anybody may send them.
    @Test(
        .serialized,
        arguments: ["123456 ", "<style>", "<a href=x", "code is ", "1\n", "code: aB3xY\n", "<!--", "& &amp;"]
    )
    func whateverIsSentIsReadInTime(piece: String) {
        let clock = ContinuousClock()
        let taken = clock.measure { _ = MailedCode(String(repeating: piece, count: 200_000 / piece.count)) }
        #expect(taken < .seconds(10))
    }
}

/// A mail, and what it has for somebody who waits for a code.
struct Mail: Sendable {
    let text: String
    let expected: MailedCode

    var read: MailedCode { MailedCode(text) }

    static func all(in name: String) -> [Mail] {
        let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .appendingPathComponent("Fixtures/mails/\(name).txt")
        let lines = (try? String(contentsOf: file, encoding: .utf8))?.components(separatedBy: "\n") ?? []
        var mails: [Mail] = []
        var expected = MailedCode.none
        var text: [String] = []
        func add() {
            if !text.isEmpty { mails.append(Mail(text: text.joined(separator: "\n"), expected: expected)) }
        }
        for line in lines {
            if line.hasPrefix("== ") {
                add()
                text = []
                let said = String(line.dropFirst(3))
                expected = said == "none" ? .none : said == "link" ? .link : .code(said)
            } else {
                text.append(line)
            }
        }
        add()
        return mails
    }
}
