extension Tongue {
    /// What says that a field wants once more what another one has: "Confirm e-mail", "Repite tu correo".
    static let repeating = phrases(
        """
        confirm, repeat, verify, retype, reenter, re enter, re type, confirmation, again, \
        bestätigen, bestätige, wiederholen, wiederhole, wiederholung, bestätigung, erneut, nochmals, nochmal, \
        confirmez, confirmer, répétez, répéter, ressaisissez, retapez, \
        repite, repita, repetir, confirme, confirma, confirmar, confirmación, reingrese, reescribe, reescriba, nuevamente, \
        repetição, confirmação, novamente, \
        conferma, confermare, ripeti, ripetere, ripeta, nuovamente, \
        bevestig, bevestigen, herhaal, herhalen, nogmaals, opnieuw, bekräfta, upprepa, igen, bekræft, gentag, bekreft, \
        gjenta, vahvista, toista, uudelleen, uudestaan, \
        potwierdź, potwierdzenie, powtórz, ponownie, potvrďte, potvrzení, zopakujte, znovu, tekrar, doğrula, \
        подтвердите, подтверждение, повторите, повторно, підтвердіть, підтвердження, повторіть, \
        確認, 確認用, 再入力, もう一度, 再度, 确认, 再次, 再次输入, 重复, 확인, 재입력, 다시, تأكيد, أعد, إعادة
        """
    )

    /// A label without what may stand beside any fact's name.
    ///
    /// Where words are written without spaces it is taken off their ends: 请输入邮箱, メールアドレス確認.
    static func bare(_ label: Words) -> Words {
        let kept = label.list.filter { !beside.contains($0) }.map(stripped)
        guard label.list.contains(where: koreanRequests.contains) else { return Words(list: kept) }
        // "이메일 주소를 입력해 주세요": what is asked for has the mark of an object.
        return Words(
            list: kept.filter { !koreanRequests.contains($0) }.map { word in
                word.count > 1 && (word.hasSuffix("를") || word.hasSuffix("을")) ? String(word.dropLast()) : word
            }
        )
    }

    private static let koreanRequests: Set<String> = [
        "입력해", "주세요", "입력해주세요", "적어", "적어주세요", "알려", "알려주세요", "기재해", "기재해주세요", "선택해", "선택해주세요", "작성해",
        "작성해주세요",
    ]

    private static func stripped(_ word: String) -> String {
        guard word.unicodeScalars.first.map(isWrittenTogether) ?? false else { return word }
        var rest = Substring(word)
        while let end = joined.first(where: { rest.count > $0.count && (rest.hasPrefix($0) || rest.hasSuffix($0)) }) {
            rest = rest.hasPrefix(end) ? rest.dropFirst(end.count) : rest.dropLast(end.count)
        }
        return String(rest)
    }

    /// The longest first, so that none leaves a piece of another behind.
    private static let joined = beside.filter { $0.count >= 2 && isWrittenTogether($0) }.sorted {
        $0.count != $1.count ? $0.count > $1.count : $0 < $1
    }

    /// Those of ``repeating`` that may stand within a word.
    static let repeatingWithin = repeating.filter(isWrittenTogether)

    private static func isWrittenTogether(_ word: String) -> Bool { word.unicodeScalars.allSatisfy(isWrittenTogether) }

    /// Kana, Chinese characters and Hangul.
    static func isWrittenTogether(_ scalar: Unicode.Scalar) -> Bool {
        (0x3040...0x30FF).contains(scalar.value) || (0x3400...0x4DBF).contains(scalar.value)
            || (0x4E00...0x9FFF).contains(scalar.value)
            || (0xAC00...0xD7A3).contains(scalar.value) || (0x1100...0x11FF).contains(scalar.value)
    }
}
