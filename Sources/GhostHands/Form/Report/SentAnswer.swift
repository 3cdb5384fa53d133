/// What was seen of an answer in the requests that carried the form.
public enum SentAnswer: Sendable, Hashable {
    /// It was sent as it was entered, in the form's own notation.
    case asEntered
    /// Nothing that was sent could be told to be this answer; nothing contradicts it either.
    case notSeen
    /// Under the field's own name something else was sent.
    case differently(String)

    /// The `status` member of `sent` in reports.
    public var status: String {
        switch self {
        case .asEntered: "sent_as_entered"
        case .notSeen: "not_seen"
        case .differently: "sent_differently"
        }
    }
}

extension FillReport {
    /// The answers that were sent as something else than they were entered.
    public var sentDifferently: [Entry] {
        fields.filter {
            if case .differently = $0.sent { true } else { false }
        }
    }

    /// The `sent` member of a report: every answer that was looked for in what left the page; null before anything did.
    ///
    /// - Parameters:
    ///   - reader: who will read it.
    ///   - shown: for each field whether its value may be shown.
    func sentJSON(for reader: Reader, shown: [Bool]) -> JSON {
        let told = zip(fields, shown).compactMap { entry, isShown in entry.sentJSON(for: reader, isShown: isShown) }
        return told.isEmpty ? .null : .array(told)
    }
}

extension FillReport.Entry {
    fileprivate func sentJSON(for reader: FillReport.Reader, isShown: Bool) -> JSON? {
        guard let sent else { return nil }
        let isNamed = isShown || reader == .applicant
        var members: [String: JSON] = [
            "page": .int(Int64(page)), "label": .string(isNamed ? field.label : safeLabel),
            "name": .string(isNamed || safeLabel == field.label ? field.name : ""), "status": .string(sent.status),
        ]
        if case .differently(let value) = sent, isShown { members["value"] = .string(value) }
        return .object(members)
    }
}
