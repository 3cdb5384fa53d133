extension Classifier {
    /// Whether the value of a field may be shown where others than the applicant read: in events, results, callbacks
    /// and what is kept of them (R38, R66).
    ///
    /// This is the one place that decides it.
    ///
    /// - Parameters:
    ///   - asked: what it was taken to ask for.
    ///   - answer: what stands in it or is to, in words.
    /// - Returns: false for what is sensitive, for uploads, and for a resume that is pasted in place of one.
    public static func isOrdinary(_ field: Field, _ asked: Asked, answer: String = "") -> Bool {
        !holdsDocument(field, asked) && !isSensitive(field, asked, answer: answer)
    }

    private static func holdsDocument(_ field: Field, _ asked: Asked) -> Bool {
        if field.kind == .file || asked == .resume || asked == .otherDocument { return true }
        guard field.kind == .textarea || field.kind == .richText else { return false }
        return [field.label, field.name].contains { Words($0).containsAny(["resume", "cv", "curriculum vitae"]) }
    }

    /// Whether the value of a field may not be shown to anybody who watches (R38).
    ///
    /// - Parameters:
    ///   - asked: what it was taken to ask for.
    ///   - answer: what is to stand in it, in words.
    /// - Returns: true for secrets, numbers of a government, pay, and what equal-opportunity laws protect.
    public static func isSensitive(_ field: Field, _ asked: Asked, answer: String = "") -> Bool {
        if asked.isSensitive || field.kind == .password { return true }
        let texts = [field.label, field.name, field.id, field.section ?? "", field.hint ?? "", field.value, answer]
        return (texts + field.options.map(\.label)).contains { Words($0).containsAny(sensitive) }
    }

    /// Whether a field's label alone gives a sensitive answer away, once it is known that it was answered.
    ///
    /// - Parameters:
    ///   - field: a field whose value is sensitive.
    ///   - answer: what is to stand in it, in words.
    /// - Returns: true for a box, whose label is the answer, and for a label that has the answer or an option in it.
    public static func labelTells(_ field: Field, answer: String) -> Bool {
        if field.kind == .checkbox { return true }
        let label = Words(field.label)
        return ([answer] + field.options.map(\.label)).map(Words.init).contains { words in
            !words.list.isEmpty && label.contains(words.text)
        }
    }

    private static let sensitive = [
        "ssn", "social security", "social insurance", "national insurance", "national id", "passport", "tax id", "tin",
        "itin", "license number", "licence number", "id number", "identification number", "iban", "account number",
        "card number", "password", "passcode", "pin", "verification code", "security code", "salary", "compensation",
        "wage", "pay", "gender", "sex", "pronouns", "sexual orientation", "transgender", "race", "ethnicity", "ethnic",
        "hispanic", "religion", "veteran", "disability", "disabled", "birth", "birthday", "dob", "marital",
        "disabilities", "veterans", "racial", "latino", "latina", "latinx", "african american", "asian", "caucasian",
        "two or more races", "female", "male", "nonbinary", "non binary", "lgbt", "lgbtq", "lgbtqia", "gay", "lesbian",
        "bisexual", "heterosexual", "pregnant", "pregnancy", "medical condition", "chronic condition", "remuneration",
        "self identify", "self identification", "equal opportunity", "equal employment opportunity", "eeo",
    ]
}
