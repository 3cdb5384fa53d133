import GhostHands

/// The fields of a page that take a code which only the applicant was sent: one box, or one for each character.
enum CodeFields {
    /// Says of the fields of a page which ask for such a code and which for another.
    ///
    /// - Parameters:
    ///   - fields: every field of the page.
    ///   - contexts: what is said about its forms.
    ///   - texts: what can be read in each of its frames.
    static func mark(_ fields: inout [ReadField], _ contexts: [FormKey: FormContext], texts: [String]) {
        let wording = fields.map { $0.isForPeople && isEntry($0.field) ? CodeWording($0.field) : .other }
        guard zip(fields, wording).contains(where: { $1 != .other || $0.asked == .oneTimeCode }) else { return }
        let groups = Dictionary(grouping: fields.indices.filter { fields[$0].isForPeople }, by: { fields[$0].key })
        for (key, places) in groups {
            let group = Group(
                places.map { (fields[$0], wording[$0]) },
                contexts[key],
                text: key.frame < texts.count ? texts[key.frame] : ""
            )
            for (place, isCode) in zip(places, group.codes) {
                if isCode {
                    fields[place].asked = .oneTimeCode
                } else if fields[place].asked == .oneTimeCode {
                    fields[place].asked = group.isOfCard ? .cardSecurityCode : .question
                }
            }
        }
    }

    /// The fields into which a code is to be entered.
    ///
    /// - Parameter reading: the page.
    /// - Returns: the fields, in their order.
    static func of(_ reading: PageReading) -> [ReadField] {
        reading.fields.filter { $0.isForPeople && $0.asked == .oneTimeCode }
    }

    /// What stands in the way until a code is entered.
    ///
    /// - Parameters:
    ///   - reading: the page.
    ///   - isSent: whether what stands in the fields was sent already.
    /// - Returns: the blocker; nil when no code is asked for.
    static func blocker(of reading: PageReading, isSent: Bool = false) -> Blocker? {
        // A window that sites keep for their own accounts stands in another form.
        let all = of(reading).filter { $0.ignored == nil }
        let others = others(in: reading)
        // A page that asks for nothing else may leave the wrong code in its field.
        let isWrong = others.count <= 2 && !all.isEmpty && CodeComplaint(in: reading) != nil
        let codes = isSent || isWrong ? all : all.filter { !$0.field.isAnswered }
        guard let first = codes.first else { return nil }
        let isSplit = characters(of: codes) > 1
        return Blocker(
            kind: .twoFactor,
            grade: others.count <= 2 ? .inTheWay : .posed,
            confidence: 0.9,
            evidence: .field,
            sign: isSplit
                ? "a code split over several boxes"
                : "a field for a one-time code"
                    + (first.field.maxLength.map { " of \($0) characters" } ?? ""),
            codeRoom: CodeEntry(in: reading)?.room
        )
    }

    /// What else the form asks for, beside who somebody is.
    static func others(in reading: PageReading) -> [ReadField] {
        reading.form.filter { field in
            field.asked != .oneTimeCode && ![.checkbox, .password].contains(field.field.kind)
                && ![.email, .username, .password].contains(field.asked)
        }
    }

    /// How many characters boxes of one each take.
    fileprivate static func characters(of fields: [ReadField]) -> Int { fields.reduce(0) { $0 + boxes(of: $1) } }

    /// How many boxes for one character a field has.
    fileprivate static func boxes(of field: ReadField) -> Int {
        if let widget = field.widget, widget.kind == .boxes { return widget.parts.count }
        return field.field.maxLength == 1 ? 1 : 0
    }

    private static func isEntry(_ field: Field) -> Bool { [.text, .tel, .number, .password].contains(field.kind) }

    /// The fields of one form, with what is said around them.
    private struct Group {
        private let fields: [(field: ReadField, wording: CodeWording)]
        private let said: String
        private let isSent: Bool
        let isOfCard: Bool
        private let isSmall: Bool

        init(_ fields: [(ReadField, CodeWording)], _ context: FormContext?, text: String) {
            self.fields = fields.map { (field: $0, wording: $1) }
            let own = [context?.text, context?.marks].compactMap(\.self).joined(separator: "\n")
            isSmall =
                fields.count { ![.checkbox, .password].contains($0.0.field.kind) && $0.0.asked != .email } <= 3
                || CodeFields.characters(of: fields.map(\.0)) >= fields.count - 2
            // What stands before a small form is about it; a long one says itself what it asks.
            said = isSmall ? [own, context?.title ?? "", String(text.prefix(3000))].joined(separator: "\n") : own
            // Beside a long form a line of its own says so.
            // What another field says of its own code is not said of the form.
            let others = fields.filter { $0.1 == .other }.map(\.0.field.label)
            let lines = text.split(whereSeparator: \.isNewline).lazy.map(String.init)
                .filter { line in 10...300 ~= line.count && !others.contains { line.contains($0) && !$0.isEmpty } }
            isSent = isSmall ? CodeWording.isSent(said) : lines.contains { CodeWording.isSent($0) }
            isOfCard = fields.contains { Self.ofCards.contains($0.0.asked) } || context?.purpose == .payment
        }

        private static let ofCards: Set<Asked> = [
            .cardNumber, .cardName, .cardExpiry, .cardExpiryMonth, .cardExpiryYear,
        ]

        /// Whether boxes that do not say what they take are for a code: a long form has codes of other sorts.
        private var asksHere: Bool { isSent || (isSmall && CodeWording.asks(said)) }

        /// Which of them take a code, in their order.
        var codes: [Bool] {
            let single = fields.filter { CodeFields.boxes(of: $0.field) == 1 && $0.wording != .other }
            let isSplit = 4...10 ~= single.count && asksHere
            return fields.map { field, wording in
                switch CodeFields.boxes(of: field) {
                case 1: isSplit && wording != .other
                case 4...10: wording != .other && (wording == .sure || asksHere)
                case 0: isCode(field, wording)
                default: false
                }
            }
        }

        private func isCode(_ field: ReadField, _ wording: CodeWording) -> Bool {
            if isOfCard || field.ignored != nil && !isSent { return false }
            if field.field.kind == .password, !isShortSecret(field.field, wording) { return false }
            switch wording {
            // Asked for twice it waits in windows that a page shows later.
            case .sure: return isSent || isSmall || field.field.isRequired && wholeCodes == 1
            case .open: return isSent && (isSmall || field.field.isRequired)
            case .silent: return isSent && isSmall && field.asked == .question && fields.count <= 3
            case .other: return false
            }
        }

        private var wholeCodes: Int { fields.count { $0.wording == .sure && CodeFields.boxes(of: $0.field) == 0 } }

        /// Whether what is hidden like a password is a code: it says so, or stands alone.
        private func isShortSecret(_ field: Field, _ wording: CodeWording) -> Bool {
            let words = Words([field.label, field.placeholder, field.name].joined(separator: " "))
            let isAlone = fields.count { $0.field.field.kind != .checkbox } == 1
            return (isAlone || wording == .sure)
                && !["password", "passwort", "passcode", "kennwort"].contains { words.contains($0) }
        }
    }
}
