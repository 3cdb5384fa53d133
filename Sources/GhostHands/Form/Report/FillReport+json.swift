extension FillReport {
    /// Who reads a report.
    public enum Reader: Sendable, Hashable {
        /// The person at the keyboard, whose form it is: everything but passwords and codes.
        case applicant
        /// Readers of results and callbacks: they get no value of a field that is not ordinary (R66).
        case others
    }

    /// The report as JSON.
    ///
    /// - Parameter reader: who will read it.
    /// - Returns: the report, with no more values than the reader may see.
    public func json(for reader: Reader) -> JSON {
        let shown = fields.map { $0.isShown(to: reader) }
        let veil = veil(over: zip(fields, shown).filter { !$1 }.map(\.0))
        return [
            "fields": .array(
                zip(fields, shown).map { $0.json(for: reader, isShown: $1, reason: $0.reason.map(veil.applied)) }
            ),
            "buttons": .array(
                buttons.map { button in
                    [
                        "page": JSON(button.page), "label": .string(veil.applied(to: button.label)),
                        "role": .string(button.role.rawValue),
                    ]
                }
            ),
            "pages": .array(
                pages.map { page in
                    [
                        "page": JSON(page.number), "url": .string(veil.applied(to: page.url)),
                        "title": .string(veil.applied(to: page.title)),
                    ]
                }
            ),
            "platform": .optional(platform),
            "submitted": .bool(submitted),
            "sent": sentJSON(for: reader, shown: shown, veil),
            "evidence": evidence.map { $0.applying(veil).json } ?? .null,
            "elapsed_ms": .number(elapsedMilliseconds.rounded()),
            "phases_ms": .object(
                Dictionary(uniqueKeysWithValues: phases.map { ($0.key.rawValue, .number($0.value.rounded())) })
            ),
        ]
    }

    /// A text of the page as others than the applicant may read it: without what stands in fields that are not
    /// ordinary (R66).
    ///
    /// - Parameter text: for example what a button says.
    /// - Returns: the text with an ellipsis for every such value.
    public func concealed(_ text: String) -> String { veil(overWhat: text).applied(to: withoutSecrets(text)) }

    /// A proof as others may read it: a page that confirms may repeat what it was told.
    ///
    /// - Parameter evidence: what the page says.
    /// - Returns: the same without what stands in fields that are not ordinary.
    public func concealed(_ evidence: Evidence) -> Evidence {
        let texts = [evidence.text, evidence.confirmationNumber, evidence.url].compactMap(\.self)
        return evidence.applying(veil(overWhat: texts.joined(separator: "\n")))
    }

    /// Which of the fields a text may speak of is told quickly, and whether others may see them is not.
    private func veil(overWhat text: String) -> Redaction {
        let text = text.lowercased()
        let words = Set(text.split { !$0.isOfWord }.map(String.init).filter { $0.count > 1 })
        let spoken = fields.filter { entry in
            entry.told.contains { value in
                let value = value.lowercased()
                return words.contains { value.holds($0) }
                    || value.split { !$0.isOfWord }.contains { text.holds(String($0)) }
            }
        }
        return veil(over: spoken.filter { !$0.isOrdinary })
    }

    private func veil(over hidden: [Entry]) -> Redaction {
        let (chosen, entered) = (hidden.filter(\.field.kind.isChoice), hidden.filter { !$0.field.kind.isChoice })
        return Redaction(entered.flatMap(\.told) + secrets, choices: chosen.flatMap(\.told))
    }
}

extension Evidence {
    fileprivate func applying(_ veil: Redaction) -> Evidence {
        var safe = self
        safe.text = text.map(veil.applied)
        safe.url = url.map(veil.applied)
        // A part of a number confirms nothing.
        safe.confirmationNumber = confirmationNumber.flatMap { veil.applied(to: $0) == $0 ? $0 : nil }
        return safe
    }
}

extension FillReport.Entry {
    /// Whether others than the applicant may see its value (R66).
    var isOrdinary: Bool {
        // What a person gave for this one form stands in no other place.
        source != .human && Classifier.isOrdinary(field, asked, answer: [wanted ?? "", value].joined(separator: "\n"))
    }

    /// The field's label as others may read it: that it is a question, where the label alone would be the answer.
    public var safeLabel: String { isOrdinary ? field.label : hiddenLabel }

    private var hiddenLabel: String {
        Classifier.labelTells(field, answer: wanted ?? value) ? "a question" : field.label
    }

    /// What it was to hold and holds, in words.
    fileprivate var told: [String] {
        guard field.kind != .checkbox else { return [] }
        let isHeld = field.isAnswered || outcome != .unanswered
        return [wanted, isHeld ? value : nil, field.isAnswered ? field.value : nil].compactMap(\.self)
    }

    /// Whether somebody may see its value.
    public func isShown(to reader: FillReport.Reader) -> Bool {
        reader == .others ? isOrdinary : !asked.isSecret && field.kind != .password
    }

    func json(for reader: FillReport.Reader, isShown: Bool, reason: String?) -> JSON {
        let label = isShown || reader == .applicant ? field.label : hiddenLabel
        // What a label may not tell, a name tells no less.
        let isNamed = label == field.label
        var members: [String: JSON] = [
            "page": JSON(page), "frame": JSON(frame), "label": .string(label),
            "name": .string(isNamed ? field.name : ""), "id": .string(isNamed ? field.id : ""),
            "kind": .string(field.kind.rawValue), "required": .bool(field.isRequired),
            "options": .array(isShown ? field.options.map { .string($0.label) } : []),
            "asked": .string(asked.rawValue), "wanted": isShown ? .optional(wanted) : .null,
            "value": isShown ? .string(value) : .null, "outcome": .string(outcome.rawValue),
            "reason": .optional(reason), "source": .optional(source?.rawValue),
            "driver": .optional(driver), "ms": .number((milliseconds * 10).rounded() / 10),
        ]
        if isChangedByPerson { members["changed_by_person"] = true }
        return .object(members)
    }
}
