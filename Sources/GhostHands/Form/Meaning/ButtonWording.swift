/// The words of buttons, in the languages of forms: what they begin with, or hold where verbs come last.
struct ButtonWording: Sendable {
    /// What a label begins with, by its first word.
    private let leading: [String: [[String]]]
    private let anywhere: Mentions

    /// Takes the words apart.
    ///
    /// - Parameters:
    ///   - leading: what a label begins with.
    ///   - within: what stands in a label as whole words.
    ///   - roots: what stands in a label of a script without spaces.
    init(_ leading: [String], within: [String] = [], roots: [String] = []) {
        let phrases = leading.map { $0.split(separator: " ").map(String.init) }
        self.leading = Dictionary(grouping: phrases) { $0[0] }
        anywhere = Mentions(words: within, roots: roots)
    }

    /// Whether a label says so.
    func fits(_ words: Words) -> Bool {
        if let first = words.list.first, leading[first]?.contains(where: words.list.starts) ?? false { return true }
        return words.mentions(anywhere)
    }

    static let back = ButtonWording(
        [
            "back", "previous", "return", "go back", "zuruck", "retour", "precedent", "etape precedente", "revenir",
            "atras", "volver", "regresar", "anterior", "voltar", "indietro", "precedente", "torna", "terug", "vorige",
            "wstecz", "cofnij", "poprzedni", "powrot", "tillbaka", "foregaende", "tilbage", "forrige", "tilbake",
            "takaisin", "edellinen", "zpet", "predchozi", "geri", "onceki", "назад", "вернуться", "повернутися",
        ],
        roots: ["戻る", "修正する", "前へ", "返回", "上一步", "뒤로", "이전", "رجوع", "السابق", "عودة"]
    )

    /// Sends the form, whatever its type.
    static let sending = ButtonWording(
        [
            "send", "finish", "fertigstellen", "terminer", "finaliser", "valider ma candidature", "finalizar",
            "concluir", "concludi", "voltooien", "afronden", "zakoncz", "zloz", "slutfor", "fullfor", "dokoncit",
            "tamamla", "завершить", "завершити", "indsend", "mandar",
        ],
        within: [
            "submit", "absenden", "abschicken", "einreichen", "bewerbung senden", "bewerbung abschliessen", "envoyer",
            "soumettre", "deposer ma candidature", "transmettre", "enviar", "submeter", "invia", "inviare", "versturen",
            "verzenden", "verstuur", "verzend", "indienen", "wyslij", "przeslij aplikacje", "skicka", "skicka in",
            "send inn", "laheta", "odeslat", "poslat", "gonder", "отправить", "надіслати", "відправити", "подать",
            "подати",
        ],
        roots: [
            "送信", "提出", "送出", "提交", "递交", "遞交", "投递", "발송", "제출", "보내기", "전송", "إرسال", "أرسل",
        ]
    )

    /// Leads on; some of these send the form.
    static let forward = ButtonWording(
        [
            "ok", "okay", "continue", "save and continue", "save continue", "save and next", "proceed", "review",
            "continue to",
            "fortfahren", "speichern und weiter", "continuer", "poursuivre", "enregistrer et continuer", "continuar",
            "guardar y continuar", "salvar e continuar", "guardar e continuar", "prosseguir", "avancar", "continua",
            "prosegui", "salva e continua", "doorgaan", "opslaan en doorgaan", "kontynuuj", "zapisz i kontynuuj",
            "przejdz", "fortsatt", "fortsaet", "jatka", "pokracovat", "devam", "продолжить", "продовжити",
        ],
        roots: ["確認", "继续", "繼續", "계속", "متابعة", "استمرار"]
    )

    /// Says that another page follows.
    static let next = ButtonWording(
        [
            "next", "weiter", "nachste", "nachster", "suivant", "etape suivante", "siguiente", "seguinte", "proximo",
            "proxima", "avanti", "successivo", "volgende", "verder", "dalej", "nastepny", "nastepna", "nasta", "naeste",
            "neste", "seuraava", "dalsi", "ileri", "sonraki", "далее", "дальше", "далі", "следующий", "наступний",
        ],
        within: ["next step", "next page"],
        roots: ["次へ", "次に進む", "確認する", "確認画面", "内容確認", "内容を確認", "内容の確認", "確認へ", "下一步", "下一页", "下一頁", "다음", "التالي"]
    )

    /// Opens a form that shows nothing of itself before.
    static let starting = ButtonWording(
        [
            "start", "begin", "get started", "lets start", "lets go", "lets begin", "starten", "jetzt starten",
            "los gehts", "los geht s", "beginnen", "loslegen", "commencer", "demarrer", "c est parti", "empezar",
            "comenzar", "vamos", "comecar", "iniciar", "inizia", "iniziamo", "comincia", "aan de slag", "starta",
            "borja", "kom igang", "aloita", "rozpocznij", "zacznij", "zaczynamy", "zacit", "zaciname", "basla",
            "baslayalim", "incepe", "kezdes", "начать", "начнем", "почати", "розпочати",
        ],
        roots: ["はじめる", "始める", "开始", "開始", "시작"]
    )

    static let applying = ButtonWording(
        [
            "candidati", "im interested", "i am interested", "ich bin interessiert", "je suis interesse", "me interesa",
            "solliciteer", "aplikuj", "ansok", "basvur", "откликнуться", "відгукнутися",
        ],
        within: ["apply", "jetzt bewerben", "bewerben", "postuler", "start application", "postular", "postularme"],
        roots: ["応募する", "申请职位", "立即申请", "지원하기"]
    )

    /// Does nothing that brings the form forward.
    static let aside = ButtonWording(
        [
            "add", "upload", "browse", "choose file", "select file", "attach", "remove", "delete", "cancel", "reset",
            "clear", "save draft", "save as draft", "save for later",
            "save and continue later",
            "save and return", "save and exit", "save and close", "save and quit", "save progress", "save my progress",
            "continue later", "continue this later", "come back later", "keep as draft", "keep draft", "save a draft",
            "save application as draft", "save my application", "spater fortsetzen", "spater weitermachen", "sign in",
            "log in", "login", "search", "share",
            "subscribe", "close", "edit", "print", "download", "apply with", "autofill", "import", "register for",
            "apply filter", "apply filters", "apply coupon", "accept all", "accept cookies", "continue with",
            "sign in with", "sign up with", "preview", "apply via", "apply using", "apply later", "how to apply",
            "show", "hide", "toggle", "view", "open", "help", "learn more", "send code", "send verification",
            "send me", "resend", "withdraw", "discard", "decline", "reject", "abandon", "log out", "logout",
            "sign out", "start over", "verify", "next job", "previous job", "next posting", "continue browsing",
            "continue shopping", "continue reading",
            "abbrechen", "durchsuchen", "datei auswahlen", "als entwurf", "entwurf", "zwischenspeichern", "schliessen",
            "suchen", "suche", "verwerfen", "weiter mit", "mehr erfahren", "code senden", "bearbeiten", "drucken",
            "annuler", "ajouter", "telecharger", "televerser", "parcourir", "choisir un fichier", "supprimer",
            "effacer", "enregistrer le brouillon", "enregistrer comme brouillon", "fermer", "modifier", "imprimer",
            "rechercher", "partager", "envoyer le code", "afficher", "masquer", "continuer avec", "reinitialiser",
            "cancelar", "anadir", "agregar", "subir", "examinar", "elegir archivo", "seleccionar archivo", "eliminar",
            "borrar", "quitar", "limpiar", "guardar borrador", "guardar como borrador", "cerrar", "editar", "imprimir",
            "descargar", "buscar", "compartir", "enviar codigo", "mostrar", "ocultar", "continuar con",
            "adicionar", "carregar", "anexar", "escolher", "selecionar", "remover", "excluir", "apagar", "limpar",
            "salvar rascunho", "guardar rascunho", "fechar", "baixar", "pesquisar", "compartilhar", "partilhar",
            "continuar com", "annulla", "aggiungi", "carica", "sfoglia", "scegli", "rimuovi", "elimina", "cancella",
            "salva bozza", "salva come bozza", "chiudi", "modifica", "stampa", "scarica", "cerca", "condividi",
            "invia codice", "mostra", "nascondi", "annuleren", "annuleer", "bladeren", "bestand kiezen", "wissen",
            "concept opslaan", "sluiten", "bewerken", "afdrukken", "zoeken", "delen", "stuur code", "tonen",
            "anuluj", "dodaj", "wybierz plik", "przegladaj", "usun", "wyczysc", "zapisz szkic",
            "zapisz wersje robocza", "zamknij", "edytuj", "drukuj", "pobierz", "szukaj", "wyslij kod", "pokaz", "ukryj",
            "avbryt", "lagg till", "ladda upp", "valj fil", "ta bort", "radera", "rensa", "spara utkast", "stang",
            "redigera", "skicka kod", "annuller", "annullere", "tilfoj", "vaelg fil", "fjern", "slet", "luk", "rediger",
            "legg til", "last opp", "velg fil", "slett", "lagre utkast", "lukk", "peruuta", "lisaa", "valitse tiedosto",
            "selaa", "poista", "tyhjenna", "tallenna luonnos", "sulje", "muokkaa", "zrusit", "pridat", "nahrat",
            "vybrat soubor", "prochazet", "odebrat", "smazat", "odstranit", "ulozit koncept", "zavrit", "upravit",
            "hledat", "vyhledat", "iptal", "vazgec", "dosya sec", "gozat", "sil", "temizle", "taslak", "kapat",
            "duzenle", "отмена", "отменить", "добавить", "загрузить", "выбрать файл", "обзор", "удалить", "очистить",
            "сохранить черновик", "закрыть", "редактировать", "скачать", "поиск", "найти", "отправить код",
            "получить код", "скасувати", "додати", "завантажити", "вибрати файл", "огляд", "видалити", "очистити",
            "зберегти чернетку", "закрити", "редагувати", "пошук", "знайти", "надіслати код",
        ],
        within: [
            "for later", "finish later", "complete later", "plus tard", "mas tarde", "para despues", "mais tarde",
            "per dopo",
            "piu tardi", "voor later", "til senere", "till senare", "na pozniej",
            "hinzufugen", "hochladen", "auswahlen", "entfernen", "loschen", "zurucksetzen", "anzeigen", "toevoegen",
            "uploaden", "verwijderen", "ekle", "yukle", "kaldir", "goster",
        ],
        roots: [
            "キャンセル", "追加", "アップロード", "ファイルを選択", "参照", "削除", "クリア", "リセット", "下書き", "一時保存",
            "閉じる", "検索", "コードを送信", "コードを再送", "取消", "添加", "新增", "上传", "上傳", "选择文件", "選擇檔案", "浏览",
            "删除", "刪除", "清除", "清空", "重置", "草稿", "关闭", "關閉", "搜索", "发送验证码", "获取验证码", "취소", "추가",
            "업로드", "파일선택", "삭제", "초기화", "임시저장", "닫기", "검색", "인증번호", "إلغاء", "إضافة", "أضف", "تحميل",
            "اختر ملف", "حذف", "مسودة", "إغلاق", "بحث",
        ]
    )
}
