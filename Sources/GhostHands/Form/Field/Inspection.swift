/// What a page was found to ask, without anything done to it: the output of `ghosthands inspect`.
public struct Inspection: Sendable, Hashable {
    /// What sort of page it is.
    public enum PageKind: String, Sendable, Hashable, CaseIterable {
        /// Asks for an account there is.
        case login
        /// Opens an account, with a password chosen on it.
        case signup
        /// Describes a job and leads to its form.
        case posting
        /// A form to fill.
        case form
        /// Only a human gets past it.
        case blocked
        /// Nothing to fill and nothing to press.
        case other
    }

    /// A field, and what it was taken to ask.
    public struct Entry: Sendable, Hashable {
        /// The field as a fill report would begin with it.
        public var entry: FillReport.Entry
        /// What it asks for and why.
        public var meaning: Classification
        /// Why it is left alone, if it is.
        public var ignored: String?

        /// A field of an inspection.
        public init(_ entry: FillReport.Entry, _ meaning: Classification, ignored: String?) {
            self.entry = entry
            self.meaning = meaning
            self.ignored = ignored
        }
    }

    /// The page's address, without query and fragment.
    public var url: String
    /// The page's title.
    public var title: String
    /// What sort of page it is.
    public var kind: PageKind
    /// The hiring platform that it belongs to, where that is known.
    public var platform: String?
    /// Every field found, in reading order.
    public var fields: [Entry]
    /// Every button found.
    public var buttons: [FillReport.Button]
    /// What only a human gets past, what is in the way before what is answered last.
    public var blockers: [Blocker]

    /// The result of looking at a page.
    public init(
        url: String,
        title: String,
        kind: PageKind,
        platform: String? = nil,
        fields: [Entry],
        buttons: [FillReport.Button],
        blockers: [Blocker]
    ) {
        self.url = url
        self.title = title
        self.kind = kind
        self.platform = platform
        self.fields = fields
        self.buttons = buttons
        self.blockers = blockers
    }

    /// The inspection as JSON.
    public var json: JSON {
        [
            "url": .string(url), "title": .string(title), "kind": .string(kind.rawValue),
            "platform": .optional(platform),
            "fields": .array(fields.map(\.json)),
            "buttons": .array(buttons.map { ["label": .string($0.label), "role": .string($0.role.rawValue)] }),
            "blockers": .array(
                blockers.map {
                    [
                        "kind": .string($0.kind.rawValue), "grade": .string($0.grade.rawValue),
                        "confidence": .number($0.confidence), "evidence": .string($0.evidence.rawValue),
                        "sign": .string($0.sign),
                    ]
                }
            ),
        ]
    }
}

extension Inspection.Entry {
    fileprivate var json: JSON {
        var members =
            entry.json(for: .applicant, isShown: entry.isShown(to: .applicant), reason: entry.reason).object ?? [:]
        members["asked"] = .string(meaning.asked.rawValue)
        members["confidence"] = .number(meaning.confidence)
        members["evidence"] = .string(meaning.evidence)
        members["section"] = .optional(entry.field.section)
        members["ignored"] = .optional(ignored)
        return .object(members)
    }
}
