/// What a field most likely asks for where no label says it outright: from pieces of its label, name and example.
///
/// Shown by `ghosthands inspect`, and no reason to fill a field. The pieces are those that browsers' own form filling goes
/// by (https://chromium.googlesource.com/chromium/src/+/main/components/autofill/core/browser/form_parsing/, Mozilla's
/// and DuckDuckGo's likewise), in more languages.
struct Guess: Sendable {
    let asked: Asked
    private let marks: Mentions
    private let unless: Mentions

    private init(_ asked: Asked, _ names: [String], _ clue: Clue) {
        self.asked = asked
        marks = Mentions(words: names + clue.words, roots: clue.roots)
        unless = Mentions(words: clue.unless, roots: clue.unlessRoots)
    }

    private static func all(_ place: Clue.Place) -> [Guess] {
        Vocabulary.all.flatMap { term in
            term.clues.enumerated().filter { $1.places.contains(place) }
                .map { Guess(term.asked, $0 == 0 ? term.names + Tongue.telling(term.asked) : [], $1) }
        }
    }

    private static let typed = all(.text)
    private static let questions = all(.sentence)
    private static let listed = all(.list)
    private static let ticked = all(.box)
    private static let paid = all(.payment)
    private static let hidden = all(.password)
    private static let refused = all(.name)

    private func fits(_ text: Words) -> Bool { text.mentions(marks) && !text.mentions(unless) }

    /// The likeliest meaning of a field.
    ///
    /// - Parameter purpose: what its form is for.
    /// - Returns: a meaning that is not sure, with what told; nil when nothing tells.
    static func likeliest(_ field: Field, in purpose: FormPurpose) -> Classification? {
        if field.kind == .password { return password(field, in: purpose) }
        if let refusal = unmeant(field) { return refusal }
        for (source, text, confidence) in sources(of: field) where !text.isEmpty && text.count <= longest {
            guard let guess = first(Words(text), field, purpose) else { continue }
            // Only who signs in or up is asked for a name of his own making; elsewhere it is one at another site.
            if guess.asked == .username, purpose == .other { return nil }
            if guess.asked != .question, !allOfQuestions.contains(guess.asked), isSaid(source) {
                if text.contains("?"), purpose != .signIn { return nil }
                if text.count > 60 { continue }
            }
            return guess.asked == .question
                ? Classification(.question, 0.6, "\(source) \"\(text)\"")
                : Classification(guess.asked, confidence, "\(source) \"\(text)\"")
        }
        return byKind(field)
    }

    /// A name may say that a label means something else than it does elsewhere.
    private static func unmeant(_ field: Field) -> Classification? {
        for text in [field.name, field.id] where refused.contains(where: { $0.fits(Words(text)) }) {
            return Classification(.question, 0.7, "name \"\(text)\"")
        }
        return nil
    }

    /// Whether a field asks for a part of a payment card, by its names alone.
    static func isOfCard(_ field: Field) -> Bool {
        if field.autocomplete.lowercased().hasPrefix("cc-") { return true }
        let cards: Set<Asked> = [.cardNumber, .cardExpiry, .cardExpiryMonth, .cardExpiryYear]
        return [field.label, field.name, field.id].contains { text in
            text.count <= longest && first(Words(text), field, .other).map { cards.contains($0.asked) } == true
        }
    }

    /// What the names that programs gave a field say of it; nil when they say nothing.
    static func named(_ field: Field) -> Asked? {
        [field.name, field.id].lazy.compactMap { first(Words($0), field, .other)?.asked }.first
    }

    /// Whether a name says that it is one by which to sign in.
    static func isAccount(_ name: Words) -> Bool {
        name.contains("username") || name.contains("user name") || name.squeezed.contains("username")
    }

    private static func sources(of field: Field) -> [(String, String, Double)] {
        // What stands in brackets explains: "as in your passport".
        let bare = field.label.replacing(/\([^)]*\)/, with: "")
        // What stands behind a colon says how to answer.
        let head = bare.firstIndex(of: ":").map { String(bare[..<$0]) } ?? ""
        return [
            ("label", head.split(separator: " ").count <= 3 ? head : "", 0.8), ("label", bare, 0.8),
            ("label", field.label, 0.8), ("label", field.label.count > longest ? question(in: field.label) : "", 0.8),
            ("placeholder", field.placeholder, 0.7),
            ("name", field.name, 0.7), ("id", field.id, 0.6), ("hint", field.hint ?? "", 0.4),
        ]
    }

    private static let longest = 300

    /// The question with which a long label begins; what follows it explains.
    private static func question(in label: String) -> String {
        label.firstIndex { "?？؟".contains($0) }.map { String(label[...$0]) } ?? ""
    }

    private static func first(_ text: Words, _ field: Field, _ purpose: FormPurpose) -> Guess? {
        if purpose == .payment, let guess = paid.first(where: { $0.fits(text) }) { return guess }
        if field.kind == .select || field.kind == .combobox, let guess = listed.first(where: { $0.fits(text) }),
            field.kind == .select || guess.asked != .question
        {
            return guess
        }
        let isTicked = [.checkbox, .checkboxGroup, .radio].contains(field.kind)
        if isTicked, let guess = ticked.first(where: { $0.fits(text) }) { return guess }
        // One does not tick a name.
        if field.kind == .checkbox { return questions.first { $0.fits(text) } }
        return questions.first { $0.fits(text) } ?? typed.first { $0.fits(text) }
    }

    private static func byKind(_ field: Field) -> Classification? {
        switch field.kind {
        case .email: Classification(.email, 0.8, "type \"email\"")
        case .tel: Classification(.phone, 0.6, "type \"tel\"")
        default: nil
        }
    }

    /// Whether a source is what a person reads: a sentence asks more than the words in it.
    private static func isSaid(_ source: String) -> Bool { source != "name" && source != "id" }

    private static let allOfQuestions = Set((questions + ticked).map(\.asked))

    private static func password(_ field: Field, in purpose: FormPurpose) -> Classification? {
        let isCalledPassword = Words(field.label).contains("password")
        for text in [field.label, field.placeholder, field.name, field.id].map({ Words($0) }) {
            for asked in [Asked.cardSecurityCode, .question, .currentPassword, .newPassword] {
                guard isHidden(asked, text), asked != .question || !isCalledPassword else { continue }
                return Classification(asked, asked == .question ? 0.5 : 0.8, "label or name")
            }
        }
        let asked: Asked = purpose == .signUp ? .newPassword : .currentPassword
        return Classification(asked, 0.7, "type \"password\" in a form to \(purpose.rawValue)")
    }

    /// Whether a text about a box of hidden text says that it asks for something.
    static func isHidden(_ asked: Asked, _ text: Words) -> Bool {
        hidden.contains { $0.asked == asked && $0.fits(text) }
    }
}
