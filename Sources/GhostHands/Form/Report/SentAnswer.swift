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
    ///   - veil: hides what stands in those that may not, wherever the page has put it.
    func sentJSON(for reader: Reader, shown: [Bool], _ veil: Redaction) -> JSON {
        let told = zip(fields, shown).compactMap { $0.sentJSON(for: reader, isShown: $1, veil, hasUnreadRequests) }
        return told.isEmpty ? .null : .array(told)
    }
}

extension FillReport.Entry {
    fileprivate func sentJSON(
        for reader: FillReport.Reader,
        isShown: Bool,
        _ veil: Redaction,
        _ hasUnread: Bool
    ) -> JSON? {
        guard let sent else { return nil }
        let isNamed = isShown || reader == .applicant
        var members: [String: JSON] = [
            "page": .int(Int64(page)), "label": .string(isNamed ? field.label : safeLabel),
            "name": .string(isNamed || safeLabel == field.label ? field.name : ""), "status": .string(sent.status),
        ]
        if case .differently(let value) = sent, isShown { members["value"] = .string(veil.applied(to: value)) }
        if sent == .notSeen, hasUnread {
            members["reason"] = "something was sent that was not looked at: it is longer than 2 MB, or no text"
        }
        return .object(members)
    }
}
