import Chromium
import Foundation
import GhostHands
import TestSupport
import Testing

@testable import Hands

/// What is asked of a human, without a browser.
@Suite struct OpenQuestionTests {
    private func choice(_ label: String, _ name: String, _ options: [String]) -> Field {
        var field = Field(kind: .select, label: label)
        field.name = name
        field.isRequired = true
        field.options = [FieldOption(label: "Select…", value: "")] + options.map { FieldOption(label: $0, value: $0) }
        return field
    }

    private func questions(_ fields: [ReadField]) -> [OpenQuestion] {
        let reading = PageReading.of(fields)
        var ledger = PageLedger(Applicant(profile: ["first_name": "Ada"]))
        _ = ledger.orders(for: reading)
        return ledger.questions(in: reading)
    }

    @Test func `all that is demanded and open is asked at once, with its choices`() {
        var name = Field.text("First name", isRequired: true)
        name.name = "first"
        let asked = questions([
            .of(name, .firstName), .of(choice("Favourite shift?", "shift", ["Day", "Night"])),
            .of(.text("Badge colour", isRequired: true)), .of(.text("Nickname")),
        ])
        #expect(asked.map(\.id).suffix(2) == ["shift", "badge-colour"])
        #expect(asked.first { $0.id == "shift" }?.options == ["Day", "Night"])
        #expect(asked.allSatisfy { $0.isRequired })
        #expect(!asked.contains { $0.label == "Nickname" })
    }

    @Test func `codes and riddles are no questions`() {
        let asked = questions([
            .of(.text("Verification code", isRequired: true), .oneTimeCode),
            .of(.text("3 + 4 =", isRequired: true), ignored: .riddle),
        ])
        #expect(asked.isEmpty)
    }

    @Test func `questions of one name are told apart, and a label means one only when it is the only one`() {
        let asked = questions([.of(choice("Shift?", "q", ["Day"])), .of(choice("Shift?", "q", ["Night"]))])
        #expect(asked.map(\.id) == ["q", "q-2"])
        #expect(OpenQuestion.meant(by: "q-2", of: asked)?.options == ["Night"])
        #expect(OpenQuestion.meant(by: "Shift?", of: asked) == nil)
        #expect(OpenQuestion.meant(by: "shift", of: [asked[0]])?.id == "q")
    }
}

/// Which codes are one-time codes, by words.
@Suite struct CodeWordingTests {
    private func wording(_ label: String, name: String = "", under section: String? = nil) -> CodeWording {
        var field = Field(kind: .text, label: label)
        field.name = name
        field.sections = section.map { [$0] } ?? []
        return CodeWording(field)
    }

    @Test(arguments: [
        "Verification code", "Enter the code sent to your phone", "Code de vérification", "Código de 6 dígitos",
        "Bestätigungscode", "One-time passcode", "인증번호",
    ])
    func `codes that are sent are known in any language`(label: String) {
        #expect([CodeWording.sure, .open].contains(wording(label)))
    }

    @Test(arguments: [
        "Card security code", "Postal code", "Voucher code", "Promo code", "Country code", "Job code", "Sort code",
        "Phone number", "Date of birth", "Referral code", "Source code",
    ])
    func `other codes are other codes`(label: String) {
        #expect(wording(label) == .other)
    }

    @Test func `a box says what it takes by what stands over it`() {
        #expect(wording("Digit 1", under: "Verification code") == .sure)
        #expect(wording("Digit 1", under: "ZIP code") == .other)
        #expect(wording("Digit 1") == .silent)
    }

    @Test func `what will be sent has not been sent`() {
        #expect(CodeWording.isSent("We have sent a code to your phone"))
        #expect(!CodeWording.isSent("A one-time password will be sent to you"))
        #expect(!CodeWording.isSent("We sent a newsletter"))
    }
}

extension HandsTests {
    @Suite struct Helping {
        private static let page = """
            <body style="margin:0;background:#fff"><style>input { position:absolute; left:20px; width:200px; height:30px;
            border:0; padding:0; background:#0f0; color:#0f0 }</style><form>
            <input name=first aria-label="First name" style="top:20px" value="Alice">
            <input type=password name=p aria-label=Password style="top:80px" value=hunter2>
            <input name=c aria-label="Verification code" style="top:140px" value=123456>
            <input name=n aria-label="Anything else" style="top:200px" value="canary-77">
            <p style="position:absolute;top:260px">We sent you a code.</p>
            <p style="position:absolute;left:20px;top:304px;width:200px;height:30px;background:#0f0;color:#0f0;margin:0">
            You typed canary-77</p></form></body>
            """

        @Test(arguments: ["http://nowhere.invalid/", "http://127.0.0.1:1/"])
        func `a page that could not be loaded has a picture too`(address: String) async throws {
            let browser = try suiteBrowser()
            let options = ContextOptions.guarded(by: AddressRule(.privateNetwork), lookup: { _ in [] })
            let (end, size) = try await browser.withContext(options) { context in
                try await context.withPage { page in
                    (try await page.navigate(to: address), try await HelpPicture.take(of: page).count)
                }
            }
            guard case .failed = end else { Issue.record("it is there: \(end)"); return }
            #expect(size > 100)
        }

        @Test func `passwords, codes and secrets are covered in the picture, and nothing else is`() async throws {
            let browser = try suiteBrowser()
            let shown: [Bool] = try await Site.open({ _ in .html(Self.page) }) { site in
                try await browser.withContext { context in
                    try await context.withPage { page in
                        _ = try await page.navigate(to: site.origin, timeout: .seconds(20))
                        let picture = try await HelpPicture.take(of: page, hiding: ["canary-77"])
                        return try await greens(in: picture, at: [35, 95, 155, 215, 319], page)
                    }
                }
            }
            #expect(shown == [true, false, false, false, false])
        }

        /// Whether a picture is green at heights, where the boxes are: the browser looks.
        private func greens(in picture: Data, at heights: [Int], _ page: Page) async throws -> [Bool] {
            let look = InPageScript(
                name: "pixels",
                source: """
                    globalThis.pixels = { at: async (data, heights) => {
                      const image = await createImageBitmap(await (await fetch('data:image/png;base64,' + data)).blob());
                      const canvas = new OffscreenCanvas(image.width, image.height), to = canvas.getContext('2d');
                      to.drawImage(image, 0, 0);
                      return heights.map((y) => { const [r, g, b] = to.getImageData(120, y, 1, 1).data;
                        return r < 60 && g > 200 && b < 60; });
                    } };
                    """
            )
            let arguments = JSON.array([.string(picture.base64EncodedString()), .array(heights.map { JSON($0) })])
            let answer = try await page.mainFrame.call(look, "at", arguments: arguments.data, timeout: .seconds(10))
            return try JSONDecoder().decode([Bool].self, from: answer)
        }
    }
}
