extension FillReport {
    /// Who reads a report.
    public enum Reader: Sendable, Hashable {
        /// The person at the keyboard, whose form it is: everything but passwords and codes.
        case applicant
        /// Whoever reads results and callbacks: of fields that are not ordinary no value (R66).
        case others
    }

    /// The report as JSON.
    ///
    /// - Parameter reader: who will read it.
    /// - Returns: the report, with no more values than the reader may see.
    public func json(for reader: Reader) -> JSON {
        let veil = concealing(from: reader)
        return [
            "fields": .array(fields.map { $0.json(for: reader, reason: $0.reason.map(veil.applied)) }),
            "buttons": .array(
                buttons.map { button in
                    [
                        "page": .int(Int64(button.page)), "label": .string(veil.applied(to: button.label)),
                        "role": .string(button.role.rawValue),
                    ]
                }
            ),
            "pages": .array(
                pages.map { page in
                    [
                        "page": .int(Int64(page.number)), "url": .string(veil.applied(to: page.url)),
                        "title": .string(veil.applied(to: page.title)),
                    ]
                }
            ),
            "platform": .optional(platform),
            "submitted": .bool(submitted),
            "evidence": evidence.map { concealed($0, from: reader).json } ?? .null,
            "elapsed_ms": .number(elapsedMilliseconds.rounded()),
            "phases_ms": .object(
                Dictionary(uniqueKeysWithValues: phases.map { ($0.key.rawValue, .number($0.value.rounded())) })
            ),
        ]
    }

    /// Takes what somebody may not see of the fields out of the form's own texts.
    ///
    /// - Parameter reader: who will read them.
    /// - Returns: what takes it out.
    public func concealing(from reader: Reader) -> Redaction {
        let told = fields.filter { !$0.isShown(to: reader) && $0.field.kind != .checkbox }
        return Redaction(told.flatMap { [$0.wanted, $0.value, $0.field.value].compactMap(\.self) })
    }

    /// A proof as somebody may read it: a page that confirms may repeat what it was told.
    ///
    /// - Parameters:
    ///   - evidence: what the page says.
    ///   - reader: who will read it.
    /// - Returns: the same without what the reader may not see of the fields.
    public func concealed(_ evidence: Evidence, from reader: Reader) -> Evidence {
        let veil = concealing(from: reader)
        var safe = evidence
        safe.text = evidence.text.map(veil.applied)
        safe.url = evidence.url.map(veil.applied)
        // A part of a number confirms nothing.
        safe.confirmationNumber = evidence.confirmationNumber.flatMap { veil.applied(to: $0) == $0 ? $0 : nil }
        return safe
    }
}

extension FillReport.Entry {
    /// Whether others than the applicant may see its value (R66).
    public var isOrdinary: Bool {
        Classifier.isOrdinary(field, asked, answer: [wanted ?? "", value].joined(separator: "\n"))
    }

    /// The field's label, or that it is a question where the label alone would be the answer.
    public var safeLabel: String {
        !isOrdinary && Classifier.labelTells(field, answer: wanted ?? value) ? "a question" : field.label
    }

    /// Whether somebody may see its value.
    fileprivate func isShown(to reader: FillReport.Reader) -> Bool {
        reader == .others ? isOrdinary : !asked.isSecret && field.kind != .password
    }

    func json(for reader: FillReport.Reader, reason: String?) -> JSON {
        let isShown = isShown(to: reader)
        let label = reader == .applicant ? field.label : safeLabel
        // What a label may not tell, a name tells no less.
        let isNamed = label == field.label
        return [
            "page": .int(Int64(page)), "frame": .int(Int64(frame)), "label": .string(label),
            "name": .string(isNamed ? field.name : ""), "id": .string(isNamed ? field.id : ""),
            "kind": .string(field.kind.rawValue), "required": .bool(field.isRequired),
            "options": .array(isShown ? field.options.map { .string($0.label) } : []),
            "asked": .string(asked.rawValue), "wanted": isShown ? .optional(wanted) : .null,
            "value": isShown ? .string(value) : .null, "outcome": .string(outcome.rawValue),
            "reason": .optional(reason), "source": .optional(source?.rawValue),
            "driver": .optional(driver), "ms": .number((milliseconds * 10).rounded() / 10),
        ]
    }
}
