import Foundation
import GhostHands
import TestSupport
import Testing

@testable import Hands

extension HandsTests {
    /// One answer in several boxes, and boxes that are called by several elements.
    @Suite struct EntryParts {
        private func posted(
            _ body: String,
            _ profile: Profile,
            _ answers: [String: String] = [:]
        ) async throws
            -> [String: [String]]
        {
            let html = "<form action=/submit method=post>\(body)<button>Submit application</button></form>"
            let trial = try await Trial.run(html, Applicant(profile: profile, answers: answers))
            #expect(trial.end == .done)
            return try trial.posted()
        }

        private static let sublabels = """
            <ul><li><label id=l3 for=a>Full Name<span>*</span></label>
            <span><input id=a name=a required aria-labelledby="l3 s3a"><label id=s3a for=a>First Name</label></span>
            <span><input id=b name=b required aria-labelledby="l3 s3b"><label id=s3b for=b>Last Name</label></span>
            <li><label id=l5 for=c>Phone Number<span>*</span></label>
            <input id=c name=c type=tel maxlength=3 required aria-labelledby="l5 s5c"><label id=s5c for=c>Area Code</label>
            <input id=d name=d type=tel maxlength=8 required aria-labelledby="l5 s5d">
            <label id=s5d for=d>Phone Number</label>
            <li><label id=l6 for=e>Address<span>*</span></label>
            <input id=e name=e required aria-labelledby="l6 s6e"><label id=s6e for=e>Street Address</label>
            <input id=f name=f aria-labelledby="l6 s6f"><label id=s6f for=f>Street Address Line 2</label>
            <input id=g name=g required aria-labelledby="l6 s6g"><label id=s6g for=g>Postal / Zip Code</label>
            <li><label id=l7 for=h>E-mail<span>*</span></label>
            <input id=h name=h required aria-labelledby="l7 sublabel_7"><label id=sublabel_7 for=h>example@example.com</label>
            </ul>
            """

        @Test func `a box of a question is called by its own label`() async throws {
            let profile: Profile = [
                "first_name": "Maricel", "last_name": "Lim", "phone": "+1 (831) 555-0162", "email": "m@example.com",
                "location": ["street": "700 Abbott St", "city": "Salinas", "zip": "93901", "country": "United States"],
            ]
            #expect(
                try await posted(Self.sublabels, profile) == [
                    "a": ["Maricel"], "b": ["Lim"], "c": ["831"], "d": ["5550162"], "e": ["700 Abbott St"], "f": [""],
                    "g": ["93901"], "h": ["m@example.com"],
                ]
            )
        }

        /// A date in three lists with the units behind them, a number in three boxes with dashes between them.
        @Test func `units behind boxes, and numbers in groups`() async throws {
            let numbers = { (range: ClosedRange<Int>) in range.map { "<option>\($0)" }.joined() }
            let body = """
                <dl><dt>お名前<dd>姓 <input name=s required> 名 <input name=m required>
                <dt>生年月日<dd><select name=y required><option value="">----\(numbers(1985...2005))</select>年
                <select name=o required><option value="">--\(numbers(1...12))</select>月
                <select name=d required><option value="">--\(numbers(1...31))</select>日
                <dt>電話番号<dd><input name=t type=tel maxlength=4 required> - <input name=u type=tel maxlength=4 required>
                - <input name=v type=tel maxlength=4 required><dt><label for=e>メールアドレス</label><dd>
                <input id=e name=e type=email required></dl>
                """
            let profile: Profile = [
                "first_name": "健太", "last_name": "森本", "email": "k@example.jp", "phone": "090-1234-5678",
                "date_of_birth": "1993-10-05", "location": ["country": "日本"],
            ]
            let sent = try await posted(body, profile)
            #expect(sent["y"] == ["1993"])
            #expect(sent["o"] == ["10"])
            #expect(sent["d"] == ["5"])
            #expect(sent["t"] == ["090"])
            #expect(sent["u"] == ["1234"])
            #expect(sent["v"] == ["5678"])
            #expect(sent["s"] == ["森本"])
            #expect(sent["e"] == ["k@example.jp"])
        }

        @Test func `parts that titles name, and an address of mail in two boxes`() async throws {
            let numbers = { (range: ClosedRange<Int>) in range.map { "<option>\($0)" }.joined() }
            let body = """
                <table><tr><th>휴대폰번호<td><select name=a title=앞자리 required><option value="">선택<option>010<option>011
                </select> - <input name=b maxlength=4 required> - <input name=c maxlength=4 required>
                <tr><th>이메일<td><input name=d required> @ <input name=e required>
                <tr><td>Data urodzenia *<td><select name=f title=dzień required><option value="">dzień\(numbers(1...31))
                </select> <select name=g title=miesiąc required><option value="">miesiąc<option value=1>stycznia
                <option value=2>lutego<option value=3>marca</select> <select name=h title=rok required>
                <option value="">rok\(numbers(1980...2000))</select></table>
                """
            let profile: Profile = [
                "first_name": "Kim", "email": "kim.lee@example.kr", "phone": "+82 10-5555-0177",
                "date_of_birth": "1990-02-27",
            ]
            #expect(
                try await posted(body, profile) == [
                    "a": ["010"], "b": ["5555"], "c": ["0177"], "d": ["kim.lee"], "e": ["example.kr"], "f": ["27"],
                    "g": ["2"], "h": ["1990"],
                ]
            )
        }

        @Test func `a length of time as a number and its unit`() async throws {
            let body = """
                <label>Name <input name=n></label><fieldset><legend>Notice period *</legend><label for=a>Number</label>
                <input id=a name=a type=number min=0 required><label for=b>Unit</label><select id=b name=b required>
                <option value="">-<option>days<option>weeks<option>months</select></fieldset>
                """
            let sent = try await posted(body, ["first_name": "Ann"], ["Notice period": "8 weeks"])
            #expect(sent["a"] == ["8"])
            #expect(sent["b"] == ["weeks"])
        }

        @Test func `a number without spaces where the box says so`() async throws {
            let body = """
                <label>Name <input name=n></label><label for=p>Phone *</label><input id=p name=p type=tel
                aria-describedby=h required placeholder="+421901234567"><small id=h>Digits only, without spaces</small>
                """
            let sent = try await posted(body, ["first_name": "Ann", "phone": "+421 905 555 012"])
            #expect(sent["p"] == ["+421905555012"])
        }
    }
}
