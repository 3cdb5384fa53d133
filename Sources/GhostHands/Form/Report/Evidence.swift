/// What proves that a submit was accepted (R26).
public struct Evidence: Sendable, Hashable {
    /// The sentence of the page that confirms it.
    public var text: String?
    /// The number that the page gives, when it gives one.
    public var confirmationNumber: String?
    /// The address of the confirmation page, without query and fragment.
    public var url: String?
    /// The HTTP status of the request that submitted the form.
    public var responseStatus: Int?

    /// Evidence.
    public init(text: String? = nil, confirmationNumber: String? = nil, url: String? = nil, responseStatus: Int? = nil)
    {
        self.text = text
        self.confirmationNumber = confirmationNumber
        self.url = url
        self.responseStatus = responseStatus
    }

    /// The `evidence` object of reports.
    public var json: JSON {
        [
            "text": .optional(text), "confirmation_number": .optional(confirmationNumber), "url": .optional(url),
            "response_status": responseStatus.map { JSON($0) } ?? .null,
        ]
    }

    /// The sentence of a page that confirms a submit, when there is one.
    ///
    /// What the page says will happen, or happens on a condition, has not happened.
    ///
    /// - Parameter text: what a person can read on the page.
    /// - Returns: the sentence, or nil.
    public static func confirmation(in text: String) -> String? { confirmations(in: text).first }

    /// Every sentence of a page that confirms a submit.
    ///
    /// - Parameters:
    ///   - text: what a person can read on the page.
    ///   - phrases: further phrases that confirm there, in lower case without punctuation.
    /// - Returns: the sentences, in their order.
    public static func confirmations(in text: String, alsoBy phrases: [String] = []) -> [String] {
        sentences(of: text).filter { sentence in
            let words = Words(sentence)
            return (confirming + phrases).contains { says($0, words) }
                || ["confirmation number", "reference number"].contains { says($0, words) }
                    && number(in: sentence) != nil
        }
    }

    /// Whether a sentence states the phrase, with nothing in front of it that takes it back.
    private static func says(_ phrase: String, _ words: Words) -> Bool {
        guard words.contains(phrase) else { return false }
        let parts = " \(words.text) ".split(separator: " \(phrase) ", maxSplits: 1, omittingEmptySubsequences: false)
        let lead = Words(String(parts[0]))
        return !lead.isNegated && !conditions.contains(where: lead.contains)
    }

    /// Whether a page says that something went wrong.
    ///
    /// - Parameter text: what a person can read on it.
    /// - Returns: true when it does.
    public static func isFailure(_ text: String) -> Bool {
        let words = Words(text)
        return failing.contains(where: words.contains)
    }

    /// Whether a page says that an application was not taken, whatever it confirms besides.
    ///
    /// - Parameter text: what a person can read on it.
    /// - Returns: true when it does.
    public static func isRetraction(_ text: String) -> Bool {
        let words = Words(text)
        return retracting.contains(where: words.contains)
    }

    /// Whether a message beside a form says that something about it is wrong.
    ///
    /// - Parameter text: the message.
    /// - Returns: true when it does.
    public static func isComplaint(_ text: String) -> Bool {
        let words = Words(text)
        return isFailure(text) || complaining.contains(where: words.contains)
    }

    /// Whether a message says that something is being sent, or is about to be, and has come to no end.
    ///
    /// - Parameter text: the message.
    public static func isProgress(_ text: String) -> Bool {
        let words = Words(text)
        return words.list.count <= 14 && words.mentions(underWay) && !isFailure(text)
    }

    private static let underWay = Mentions(
        words: [
            "sending", "submitting", "processing", "uploading", "saving", "please wait", "one moment", "just a moment",
            "in progress", "wird gesendet", "wird ubermittelt", "bitte warten", "einen moment", "envoi en cours",
            "veuillez patienter", "patientez", "enviando", "procesando", "espere", "espera", "processando", "aguarde",
            "invio in corso", "attendere", "attendi", "wordt verzonden", "bezig met", "even geduld", "wysylanie",
            "prosze czekac", "skickar", "vanta", "sender", "vent litt", "vent venligst", "lahetetaan", "odesilani",
            "odesilam", "cekejte", "gonderiliyor", "lutfen bekleyin", "отправка", "отправляем", "подождите",
            "надсилання", "зачекайте",
        ],
        roots: ["送信中", "お待ちください", "正在提交", "提交中", "请稍候", "請稍候", "전송중", "제출중", "잠시만", "جار الإرسال"]
    )

    static func sentences(of text: String) -> [String] {
        text.split(whereSeparator: \.isNewline).flatMap { line -> [String] in
            var sentences: [String] = []
            var sentence = ""
            for character in line.prefix(2000) {
                if character.isWhitespace, let end = sentence.last, ".!?".contains(end) {
                    sentences.append(sentence)
                    sentence = ""
                } else {
                    sentence.append(character)
                }
            }
            return (sentences + [sentence]).map { String($0.trimmed.prefix(300)) }
        }
    }

    private static let conditions = [
        "if", "once", "before", "after", "when", "until", "unless", "will", "must", "to be", "jobs", "please",
        "make sure", "ensure", "already",
    ]

    private static let confirming = [
        "thank you for applying", "thanks for applying", "thank you for your application",
        "thanks for your application", "application received", "application submitted",
        "application has been submitted", "application has been received", "application was submitted",
        "application was received", "application is submitted", "application was sent", "application has been sent",
        "application sent", "successfully submitted", "successfully applied",
        "successfully sent", "successfully received", "submitted successfully", "sent successfully",
        "submission received", "submission has been received", "submission was received",
        "thank you for submitting", "thanks for submitting", "thank you for your submission",
        "received your application", "received your submission", "received your resume", "received your form",
        "received your response", "received your request", "received your registration", "youve applied",
        "you have applied",
        "registration complete", "registration successful", "thank you for registering", "form has been submitted",
        "message has been sent", "response has been recorded", "vielen dank fur ihre bewerbung",
        "merci pour votre candidature", "gracias por tu solicitud",
    ]

    private static let failing = [
        "error", "errors", "went wrong", "failed", "failure", "could not", "couldnt", "cannot", "unable", "try again",
        "invalid", "expired", "denied", "not accepted", "was not", "has not", "not found", "sorry", "no longer",
        "session",
        "log in to", "sign in to", "fehler", "erreur",
    ]

    private static let retracting = [
        "already applied", "already submitted", "was discarded", "been discarded", "not submitted",
        "not been submitted",
        "not received", "not been received", "no longer accepting", "no longer available", "session has expired",
        "session expired", "session has ended", "position has been filled", "posting is closed", "job is closed",
        "could not be submitted", "could not be sent", "could not be processed", "couldnt be submitted",
        "cannot be submitted", "was not sent", "not been sent", "failed to submit", "failed to send",
        "failed to process", "submission failed", "failed the", "saved as draft", "saved as a draft", "as a draft",
        "verify your email", "verify your e mail", "confirm your email address", "one more step", "almost done",
        "almost there", "to complete your application", "to complete the application", "to finish your application",
        "duplicate application", "duplicate ignored", "duplicate", "konnte nicht", "nicht ubermittelt",
        "nicht gesendet", "fehlgeschlagen", "als entwurf", "na pas pu", "n a pas pu", "pas ete envoyee", "echec de",
        "brouillon", "no se pudo", "no pudo", "no se ha podido", "borrador", "nao foi possivel", "rascunho",
        "non e stato possibile", "bozza", "niet verzonden", "kon niet",
    ]

    private static let complaining = [
        "not valid", "is required", "are required", "required field", "required fields", "is missing", "incorrect",
        "please", "must be", "already exists", "too long", "too short", "cant be blank", "not be blank", "not be empty",
        "is empty", "are empty", "is mandatory", "are mandatory",
    ]

    /// The number after "confirmation number", "reference", "application id" and the like.
    ///
    /// - Parameter text: what a person can read on the page.
    /// - Returns: the number as it stands there, or nil.
    public static func number(in text: String) -> String? {
        let marks: Set = [
            "confirmation", "reference", "ref", "application", "submission", "tracking", "ticket", "receipt",
        ]
        let kinds: Set = ["number", "no", "id", "code", "nr"]
        let tokens = text.split(whereSeparator: \.isWhitespace).map(String.init)
        for (index, token) in tokens.enumerated() where marks.contains(Words(token).text) {
            var rest = tokens[(index + 1)...].prefix(5)
            let hasKind = rest.first.map { kinds.contains(Words($0).text) || $0.hasPrefix("#") } ?? false
            guard hasKind || token.hasSuffix(":") else { continue }
            while let next = rest.first,
                kinds.contains(Words(next).text) || ["is", "is:", ":", "#", "#:"].contains(next.lowercased())
            {
                rest = rest.dropFirst()
            }
            let candidate = rest.first.map { $0.trimmed(of: "#.,:;()[]") } ?? ""
            if candidate.contains(where: \.isNumber), candidate.count >= 3 { return candidate }
        }
        return nil
    }
}

extension String {
    fileprivate func trimmed(of characters: String) -> String {
        var text = self[...]
        while let first = text.first, characters.contains(first) { text.removeFirst() }
        while let last = text.last, characters.contains(last) { text.removeLast() }
        return String(text)
    }
}
