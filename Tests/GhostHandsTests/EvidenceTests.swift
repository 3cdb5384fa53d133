import GhostHands
import Testing

@Suite struct EvidenceTests {
    @Test(arguments: [
        "Thank you for applying!", "Your application has been submitted.", "Application received",
        "We have received your application and will be in touch if you are selected.",
        "Thanks, Alice. You have applied.", "Welcome\nYour response has been recorded.\nGoodbye",
        "Vielen Dank für Ihre Bewerbung!", "Your confirmation number is APP-12345.", "Successfully submitted",
        "Hooray! Application submitted successfully. If you have questions, write to us.",
    ])
    func `a sentence that confirms is proof`(text: String) { #expect(Evidence.confirmation(in: text) != nil) }

    @Test(arguments: [
        "Once submitted you will receive a confirmation number.", "If you have applied before, do not apply again.",
        "Your application has not been submitted.", "No application received", "Enter your confirmation number",
        "After your application has been received we call you.", "Submit your application",
        "When your application has been submitted, you will get a reference number.", "Application form",
        "Your application will be successfully submitted on Monday.", "Jobs you have applied for",
        "The application was not successfully submitted", "Thank you for your interest.", "",
    ])
    func `a sentence that only speaks of it is none`(text: String) { #expect(Evidence.confirmation(in: text) == nil) }

    @Test(
        arguments: [
            ("Confirmation number: APP-12345.", "APP-12345"), ("Your reference number is #98765", "98765"),
            ("Application ID\n2026/117", "2026/117"), ("Submission: X99-1", "X99-1"), ("(Ref: 4711)", "4711"),
            ("Confirmation code is: (AB-12)", "AB-12"), ("Ticket No. 815", "815"),
            ("Once submitted you will receive a confirmation number.", nil), ("Confirmation sent to 2 people", nil),
            ("Application 2 of 3", nil), ("Reference: Bob", nil), ("Application number pending since 12", nil),
        ] as [(String, String?)]
    )
    func `the number is taken as the page gives it`(text: String, number: String?) {
        #expect(Evidence.number(in: text) == number)
    }

    @Test(arguments: [
        "Thank you for your application! We sent you a confirmation link, your application is not complete until you open it.",
        "Almost there\nWe have e-mailed you. Click the link in the e-mail to confirm your address.",
        "Your application will not be processed until you have verified your address.",
        "Vielen Dank für Ihre Bewerbung! Wir haben Ihnen einen Bestätigungslink gesendet.",
        "Ihre Bewerbung ist erst vollständig, wenn Sie den Link in unserer E-Mail anklicken.",
        "Bitte klicken Sie auf den Link in der E-Mail, um Ihre Bewerbung abzuschließen.",
        "Merci pour votre candidature. Cliquez sur le lien dans l'e-mail pour confirmer votre adresse.",
        "Votre candidature ne sera complète qu'une fois le lien ouvert.",
        "Hemos recibido tu solicitud. Haz clic en el enlace del correo para confirmar tu solicitud.",
        "Tu solicitud no estará completa hasta que abras el enlace.",
        "Enviamos um link de confirmação. Sua candidatura ainda não está completa.",
        "La tua candidatura non è completa finché non apri il link.",
        "Klik op de link in de e-mail om je sollicitatie te bevestigen.", "Je sollicitatie is nog niet compleet.",
        "Kliknij link w wiadomości e-mail, aby potwierdzić zgłoszenie.",
        "Klicka på länken i mejlet för att bekräfta din ansökan.", "Din ansökan är ännu inte komplett.",
        "Нажмите на ссылку в письме, чтобы подтвердить отклик.", "メール内のリンクをクリックして応募を完了してください。",
        "您的申请尚未完成。请点击邮件中的链接。", "이메일의 링크를 클릭하여 지원을 완료하세요.",
    ])
    func `an application that waits for a link is not complete`(text: String) { #expect(Evidence.isPending(text)) }

    @Test(arguments: [
        "Thank you for applying! You will receive a confirmation e-mail shortly.",
        "We have received your application. A confirmation was sent to alice@example.com.",
        "Application submitted. Click the link in the e-mail to view your application at any time.",
        "Thanks! Please use the link below to complete a short survey.",
        "Vielen Dank für Ihre Bewerbung. Sie erhalten in Kürze eine Bestätigung per E-Mail.",
        "Merci pour votre candidature. Un e-mail de confirmation vous a été envoyé.",
        "Gracias por tu solicitud. Te hemos enviado un correo de confirmación.",
        "Your application is complete. Back to all jobs", "ご応募ありがとうございました。確認メールをお送りしました。",
        "Follow us on LinkedIn", "You can track the status of your application by the link in our e-mail.", "",
    ])
    func `a mail that only confirms leaves nothing open`(text: String) { #expect(!Evidence.isPending(text)) }

    @Test func `the page behind a link says that the application is complete, or it does not`() {
        for text in [
            "Your application is now complete. Thank you!", "Ihre Bewerbung ist bestätigt.",
            "Votre candidature est confirmée.", "Thank you for applying!",
        ] {
            #expect(Evidence.completion(in: text) != nil, "\(text)")
        }
        for text in [
            "Your application is not complete.", "This link has expired", "Welcome back", "",
            "Your application will be complete once you open the link.", "Complete your profile",
        ] {
            #expect(Evidence.completion(in: text) == nil, "\(text)")
        }
    }

    @Test func `words of failure are known`() {
        for text in [
            "Something went wrong", "Please enter your e-mail", "E-mail is invalid", "Your session has expired",
        ] {
            #expect(Evidence.isComplaint(text), "\(text)")
        }
        #expect(Evidence.isFailure("Sorry, an error occurred"))
        #expect(!Evidence.isFailure("Done! Please check your inbox."))
        for text in ["We got it", "See you soon", "Next steps"] { #expect(!Evidence.isComplaint(text), "\(text)") }
    }
}
