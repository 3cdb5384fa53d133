import GhostHands
import Testing

@Suite struct ButtonRoleTests {
    private func role(_ label: String, submits: Bool = true, fields: Bool = true, link: Bool = false) -> ButtonRole {
        .of(label: label, submitsForm: submits, formHasFields: fields, isLink: link)
    }

    @Test(
        arguments: [
            ("Submit application", .submit), ("Send", .submit), ("Apply", .submit), ("Finish", .submit),
            ("Absenden", .submit),
            ("Review and submit", .submit), ("Save and submit", .submit), ("Go", .submit), ("Next", .next),
            ("Next: Review and submit", .next), ("Continue", .next), ("Save and continue", .next), ("Review", .next),
            ("Weiter", .next), ("Back", .back), ("Previous step", .back), ("Cancel", .other),
            ("Add another job", .other),
            ("Upload resume", .other), ("Save as draft", .other), ("Sign in with Google", .other), ("Reset", .other),
            ("Continue with Facebook", .other), ("Apply with LinkedIn", .other), ("Show password", .other),
            ("Send code", .other), ("Search", .other), ("Keep for later", .other), ("Save and finish later", .other),
            ("Finish later", .other), ("Save my progress", .other),
        ] as [(String, ButtonRole)]
    )
    func `a button of a form is known by its words, and is the submit in doubt`(label: String, expected: ButtonRole) {
        #expect(role(label) == expected)
    }

    @Test(
        arguments: [
            ("Wyślij aplikację", .submit), ("Versturen", .submit), ("Enviar candidatura", .submit),
            ("Invia candidatura", .submit), ("Skicka in ansökan", .submit), ("Send inn søknad", .submit),
            ("Lähetä hakemus", .submit), ("Odeslat přihlášku", .submit), ("Başvuruyu gönder", .submit),
            ("Отправить заявку", .submit), ("Надіслати", .submit), ("送信する", .submit), ("提交申请", .submit),
            ("지원서 제출", .submit), ("إرسال الطلب", .submit), ("Dalej", .next), ("Volgende", .next), ("Avanti", .next),
            ("Próximo", .next), ("Nästa", .next), ("Далее", .next), ("次へ", .next), ("下一步", .next), ("다음", .next),
            ("Speichern und weiter", .next), ("Abbrechen", .other), ("Anuluj", .other), ("Peruuta", .other),
            ("キャンセル", .other), ("Datei hochladen", .other), ("Stelle hinzufügen", .other),
            ("Weiter mit Google", .other),
            ("Envoyer le code", .other), ("Zurück", .back), ("Wstecz", .back), ("Назад", .back), ("戻る", .back),
        ] as [(String, ButtonRole)]
    )
    func `a button is known in the language of its form, whatever its type`(label: String, expected: ButtonRole) {
        #expect(role(label, submits: false) == expected)
    }

    @Test func `apply leads to the form, unless it stands in it`() {
        #expect(role("Apply now", submits: false, fields: false) == .apply)
        #expect(role("Apply for this job", submits: false, fields: false, link: true) == .apply)
        #expect(role("Apply now", submits: false, fields: true) == .submit)
        #expect(role("Apply now", submits: false, fields: true, link: true) == .apply)
        #expect(role("How to apply", submits: false, fields: false, link: true) == .other)
    }

    @Test func `a button that sends nothing and says nothing is none of ours`() {
        #expect(role("Details", submits: false) == .other)
        #expect(role("Details", fields: false) == .other)
    }
}
