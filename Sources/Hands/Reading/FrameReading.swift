import GhostHands

/// What `reader.js` returns for one document.
struct FrameReading: Decodable {
    /// The document's changes up to now, counted from anywhere.
    let version: Int
    /// What a form of several pages calls the one it shows; empty when it does not say.
    let step: String
    let url: String
    let title: String
    let text: String
    let fields: [FieldReading]
    let buttons: [ButtonReading]
    let forms: [FormContext]
    let alerts: [PageAlert]
    let signs: [Sign]
    /// The form of the page around that this document is an editor of; -1 for none, nil when it is no editor.
    let host: Int?
    /// Which of the selectors that were asked about match something.
    let marked: [Bool]

    /// What is said about a form as a whole.
    struct FormContext: Decodable {
        let marks: String
        let heading: String
        let text: String
    }

    /// What is said about the fields outside any form: what the page says.
    var asForm: FormContext { FormContext(marks: "", heading: "", text: String(text.prefix(1_500))) }

    struct FieldReading: Decodable {
        let element: Int
        let kind: FieldKind
        let label: String
        let section: String?
        let hint: String?
        let name: String
        let id: String
        let autocomplete: String
        let placeholder: String
        let required: Bool
        let options: [Option]
        let value: String
        let accept: String
        let maxLength: Int?
        let validity: String
        let form: Int
        let ignored: String?
        let widget: Widget.Kind?
        let parts: [Int]
        let names: [String]
    }

    struct Option: Decodable {
        let label: String
        let value: String
        let chosen: Bool
        let disabled: Bool
        let element: Int?
    }

    struct ButtonReading: Decodable {
        let element: Int
        let label: String
        let form: Int
        let submits: Bool
        let posts: Bool
        let disabled: Bool
        let isLink: Bool
        let section: String?
    }

    struct Sign: Decodable {
        let kind: Blocker.Kind
        let confidence: Double
        let sign: String
    }
}

extension Field {
    init(_ reading: FrameReading.FieldReading) {
        self.init(kind: reading.kind, label: reading.label)
        section = reading.section
        hint = reading.hint
        name = reading.name
        id = reading.id
        autocomplete = reading.autocomplete
        placeholder = reading.placeholder
        isRequired = reading.required
        options = reading.options.map { FieldOption(label: $0.label, value: $0.value) }
        value = reading.value
        accept = reading.accept
        maxLength = reading.maxLength
        validity = reading.validity
        isAnswered = Field.isAnswered(reading)
    }

    private static func isAnswered(_ reading: FrameReading.FieldReading) -> Bool {
        switch reading.kind {
        case .checkbox: reading.value == "true"
        case .select:
            reading.options.contains { $0.chosen && !FieldOption(label: $0.label, value: $0.value).isPlaceholder }
        case .multiselect, .radio, .checkboxGroup: reading.options.contains(where: \.chosen)
        // A slider and a colour always hold something; nobody chose it.
        case .range, .color: false
        case .combobox: !FieldOption(label: reading.value, value: reading.value).isPlaceholder
        default: !reading.value.allSatisfy(\.isWhitespace)
        }
    }
}
