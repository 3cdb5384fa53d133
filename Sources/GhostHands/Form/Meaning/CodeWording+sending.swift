extension CodeWording {
    /// Whether a button sends the code that was entered, and does not ask for a new one.
    ///
    /// - Parameter label: what it says.
    public static func sends(_ label: String) -> Bool {
        let words = Words(label)
        if words.mentions(repeating) { return false }
        if confirming.fits(words) { return true }
        return !ButtonWording.aside.fits(words) && ButtonWording.sending.fits(words)
    }

    private static let confirming = ButtonWording(
        [
            "verify", "confirm", "validate", "authenticate", "check code", "valider", "confirmer", "confirmar",
            "validar",
        ],
        within: [
            "bestatigen", "verifizieren", "prufen", "verifier", "verificar", "comprobar", "conferma", "confermare",
            "verifica", "verificare", "bevestigen", "verifieren", "controleren", "zweryfikuj", "potwierdz", "bekrafta",
            "verifiera", "bekraeft", "bekreft", "vahvista", "potvrdit", "overit", "dogrula", "onayla", "подтвердить",
            "проверить", "підтвердити", "перевірити",
        ],
        roots: ["確認", "認証", "確定", "验证并", "验证", "驗證", "确认", "确定", "確認する", "확인", "인증하기", "تأكيد", "تحقق"]
    )

    private static let repeating = Mentions(
        words: [
            "again", "new code", "another code", "resend", "erneut", "nochmals", "neuen code", "renvoyer",
            "nouveau code",
            "reenviar", "nuevo codigo", "novo codigo", "nuovo codice", "di nuovo", "opnieuw", "nieuwe code", "ponownie",
            "nowy kod", "igen", "ny kod", "ny kode", "uudelleen", "znovu", "novy kod", "tekrar", "yeniden", "снова",
            "повторно", "еще раз", "знову",
        ],
        roots: ["再送", "重新", "再次", "재전송", "다시", "发送验证码", "获取验证码", "إعادة"]
    )
}
