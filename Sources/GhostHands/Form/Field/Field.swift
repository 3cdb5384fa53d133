/// A field of a form as the reader found it.
public struct Field: Sendable, Hashable {
    /// What sort of control it is.
    public var kind: FieldKind
    /// What a person reads beside it, without the required mark.
    public var label: String
    /// The headings it stands under, the nearest first.
    public var sections: [String]
    /// Short texts above it that look like no heading and only stand by themselves, the nearest first.
    public var lines: [String] = []
    /// Help text beside it.
    public var hint: String?
    /// The `name` attribute.
    public var name: String
    /// The `id` attribute.
    public var id: String
    /// The `autocomplete` attribute.
    public var autocomplete: String
    /// The `placeholder` attribute.
    public var placeholder: String
    /// Whether the form says that it must be answered.
    public var isRequired: Bool
    /// The choices, in their order; empty for free entry.
    public var options: [FieldOption]
    /// What it holds now: text, or the labels of what is chosen.
    public var value: String
    /// Whether it holds an answer already.
    public var isAnswered: Bool
    /// The accepted file kinds of an upload.
    public var accept: String
    /// The longest text it takes, when it says so.
    public var maxLength: Int?
    /// The `inputmode` attribute.
    public var inputMode = ""
    /// The `pattern` attribute.
    public var pattern = ""
    /// The languages that it may be written in, as BCP 47 tags with spaces between them, the likelier first.
    public var language = ""
    /// What is printed or chosen right beside it.
    public var beside = Beside()
    /// What is wrong with it; nil for nothing.
    public var flaw: Flaw?

    /// The nearest heading it stands under, when there is one.
    public var section: String? {
        get { sections.first }
        set { sections = newValue.map { [$0] } ?? [] }
    }

    /// A field with nothing known but its kind and label.
    public init(kind: FieldKind, label: String) {
        self.kind = kind
        self.label = label
        sections = []
        name = ""
        id = ""
        autocomplete = ""
        placeholder = ""
        isRequired = false
        options = []
        value = ""
        isAnswered = false
        accept = ""
    }
}

/// One choice of a field.
public struct FieldOption: Sendable, Hashable {
    /// What a person reads.
    public var label: String
    /// What is sent.
    public var value: String
    /// The head of the group that it stands in; empty where it stands in none.
    public var group: String

    /// A choice.
    public init(label: String, value: String, group: String = "") {
        self.label = label
        self.value = value
        self.group = group
    }

    /// Whether it only says that something is to be chosen ("Select…"), and is no choice itself.
    public var isPlaceholder: Bool {
        if value.isEmpty || label.isEmpty { return true }
        return Words(label).asksToChoose
    }
}

/// The sorts of control, by their names in reports.
public enum FieldKind: String, Sendable, Hashable, CaseIterable, Codable {
    case text, email, tel, url, number, password, search, textarea
    case date, month, week, time
    case dateTime = "datetime"
    case color, range
    case select, multiselect, radio, checkbox
    case checkboxGroup = "checkbox_group"
    case file
    /// A list built of other elements; its driver belongs to the widget drivers.
    case combobox
    case richText = "rich_text"

    /// Whether its answer is typed into it.
    public var isTypedInto: Bool {
        switch self {
        case .text, .email, .tel, .url, .number, .password, .search, .textarea, .richText: true
        default: false
        }
    }

    /// Whether the answer is one or several of the field's options.
    public var isChoice: Bool {
        switch self {
        case .select, .multiselect, .radio, .checkboxGroup, .combobox: true
        default: false
        }
    }
}
