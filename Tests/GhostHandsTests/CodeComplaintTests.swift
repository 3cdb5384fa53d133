import GhostHands
import Testing

@Suite struct CodeComplaintTests {
    @Test(arguments: [
        ("The code is incorrect. Please try again.", CodeComplaint.wrong), ("Invalid verification code", .wrong),
        ("Der Code ist ungültig.", .wrong), ("Le code saisi est incorrect ou erroné", .wrong),
        ("El código no es válido", .wrong), ("認証コードが正しくありません", .wrong), ("验证码错误", .wrong),
        ("This code has expired.", .expired), ("Your code is no longer valid", .expired),
        ("Der Code ist abgelaufen.", .expired), ("Le code a expiré", .expired), ("El código ha caducado", .expired),
        ("Il codice è scaduto", .expired), ("验证码已过期", .expired),
        ("The code is invalid or has expired", .refused), ("Girdiğiniz kod hatalı.", .wrong),
        ("Zadaný kód je neplatný.", .wrong), ("Codul introdus este incorect", .wrong), ("Код невірний", .wrong),
        ("コードが間違っています", .wrong), ("Kodun süresi doldu", .expired), ("A kód lejárt.", .expired),
        ("Platnost kódu vypršela", .expired), ("O código expirou", .expired), ("コードの有効期限が切れています", .expired),
    ])
    func `a code that is wrong is told from one that came too late`(said: String, complaint: CodeComplaint) {
        #expect(CodeComplaint([said]) == complaint)
    }

    @Test(arguments: [
        "We sent a code to a…@example.com", "Your code expires in 10 minutes", "The code will expire soon",
        "Codes expire after 10 minutes", "Enter the code",
    ])
    func `what is said beforehand is no complaint`(said: String) {
        #expect(CodeComplaint([said]) == nil)
    }

    @Test func `where a code comes from is told by the page`() {
        #expect(CodeSource("Enter the code from your authenticator app") == .authenticator)
        #expect(CodeSource("We sent a code to your phone, or use your Authenticator") == .authenticator)
        #expect(CodeSource("We have sent a code to your e-mail address") == .message)
        #expect(CodeSource("Wir haben Ihnen einen Code per SMS geschickt") == .message)
        #expect(CodeSource("Two-step verification. Code") == .unknown)
    }

    @Test func `letters in a picture are no code that somebody was sent`() {
        var field = Field(kind: .text, label: "Visual verification: Type the letters shown in the picture")
        field.name = "visual_verification_code"
        #expect(CodeWording(field) == .other)
        #expect(CodeWording(Field(kind: .text, label: "Verification code")) == .sure)
        #expect(CodeWording(Field(kind: .text, label: "Access code of your building (optional)")) == .other)
        #expect(CodeWording(Field(kind: .text, label: "Security code of your badge")) == .other)
    }
}
