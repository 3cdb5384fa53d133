import GhostHands

/// What `reader.js` returns for one document.
struct FrameReading: Decodable {
    let document: PageReading.Document
    let said: Said
    let fields: [FieldReading]
    let buttons: [ButtonReading]
    let forms: [FormReading]
    let signs: [ChallengeSign]
    /// The form of the page around that this document is an editor of; nil when it is no editor.
    let host: Host?
    /// How its passwords stand in it; nil where it asks for none.
    let entrance: Entrance?

    /// What a person reads in it.
    struct Said {
        let text: String
        /// What it announces as wrong.
        let alerts: [PageAlert]
    }

    /// A box to log in, and the page around it.
    struct Entrance: Decodable {
        /// Whether it stands in the page's head, foot, side or navigation.
        let isAside: Bool
        /// How many characters are said around it, without links.
        let prose: Int
        /// The page's own heading.
        let heading: String
        /// What it says itself, with the heading over it.
        let words: String
    }

    /// Whether the page is about something else than logging in, and only has a box for it.
    var isBesideEntrance: Bool {
        guard let entrance, entrance.prose > (entrance.isAside ? 400 : 2_500) else { return false }
        // Under the description of a job it may be the way to apply.
        if !entrance.isAside, ButtonRole.speaksOfApplying(entrance.words) { return false }
        return !FormPurpose.saysEntering([document.title, entrance.heading])
    }

    /// A form of the page around; one without a number stands for what is outside any form.
    struct Host: Decodable { let form: Int? }

    private enum Key: String, CodingKey {
        case version, hasSetTimers, step, url, title, text, fields, buttons, forms, alerts, signs, host, marked,
            isSealed, entrance, folds, closer
    }

    init(from decoder: any Decoder) throws {
        let members = try decoder.container(keyedBy: Key.self)
        document = PageReading.Document(
            url: PageAddress(try members.decode(String.self, forKey: .url)),
            title: try members.decode(String.self, forKey: .title),
            step: try members.decode(String.self, forKey: .step),
            version: try members.decode(Int.self, forKey: .version),
            hasSetTimers: try members.decode(Bool.self, forKey: .hasSetTimers),
            isSealed: try members.decode(Bool.self, forKey: .isSealed),
            marked: try members.decode([Bool].self, forKey: .marked),
            openers: PageReading.Openers(
                folds: try members.decode([Int].self, forKey: .folds),
                closer: try members.decodeIfPresent(Int.self, forKey: .closer)
            )
        )
        said = Said(
            text: try members.decode(String.self, forKey: .text),
            alerts: try members.decode([PageAlert].self, forKey: .alerts)
        )
        fields = try members.decode([FieldReading].self, forKey: .fields)
        buttons = try members.decode([ButtonReading].self, forKey: .buttons)
        forms = try members.decode([FormReading].self, forKey: .forms)
        signs = try members.decode([ChallengeSign].self, forKey: .signs)
        host = try members.decodeIfPresent(Host.self, forKey: .host)
        entrance = try members.decodeIfPresent(Entrance.self, forKey: .entrance)
    }

    /// What is said about a form as a whole.
    struct FormReading: Decodable {
        let marks: String
        let heading: String
        let text: String
    }

    /// What is said about the fields outside any form: what the page says.
    var asForm: FormReading { FormReading(marks: "", heading: "", text: String(said.text.prefix(1_500))) }

    /// One field: a flat object of the script's, in groups of what belongs together; what is empty is left out of it.
    struct FieldReading: Decodable {
        let element: Int
        let kind: FieldKind
        let said: Said
        let attributes: Attributes
        let holds: Holds
        let build: Build
        /// Its form; nil outside any.
        let form: Int?
        let ignored: Ignored?

        /// What a person reads about it.
        struct Said {
            let label: String
            let sections: [String]
            let lines: [String]
            let hint: String?
            let placeholder: String
        }

        /// What its markup says.
        struct Attributes {
            let name: String
            let id: String
            let autocomplete: String
            let accept: String
            let maxLength: Int?
            let required: Bool
            let notation: Notation
        }

        /// In what notation it takes its answer.
        struct Notation {
            let inputMode: String
            let pattern: String
            let language: String
            let beside: [String]
        }

        /// What stands in it, and could.
        struct Holds {
            let value: String
            let options: [Option]
            let flaw: Flaw?
        }

        /// What it is built of, when it is more than a control of its kind.
        struct Build {
            let widget: Widget.Kind?
            let parts: [Int]
            let names: [String]
            let entry: EntryStyle?
        }
    }

    /// One thing to choose; what is empty, false or null is left out of it.
    struct Option: Decodable {
        let label: String
        let value: String
        let chosen: Bool
        let disabled: Bool
        let element: Int?
        /// The head of the group that it stands in.
        let group: String
    }

    struct ButtonReading: Decodable {
        let element: Int
        let label: String
        /// Its form; nil outside any.
        let form: Int?
        let submits: Bool
        let posts: Bool
        let disabled: Bool
        let isLink: Bool
        let section: String?
    }
}

extension Field {
    init(_ reading: FrameReading.FieldReading) {
        self.init(kind: reading.kind, label: reading.said.label)
        sections = reading.said.sections
        lines = reading.said.lines
        hint = reading.said.hint
        placeholder = reading.said.placeholder
        name = reading.attributes.name
        id = reading.attributes.id
        autocomplete = reading.attributes.autocomplete
        accept = reading.attributes.accept
        maxLength = reading.attributes.maxLength
        isRequired = reading.attributes.required
        inputMode = reading.attributes.notation.inputMode
        pattern = reading.attributes.notation.pattern
        language = reading.attributes.notation.language
        beside = Beside(reading.attributes.notation.beside)
        options = reading.holds.options.map { FieldOption(label: $0.label, value: $0.value, group: $0.group) }
        value = reading.holds.value
        flaw = reading.holds.flaw
        isAnswered = Field.isAnswered(reading)
    }

    private static func isAnswered(_ reading: FrameReading.FieldReading) -> Bool {
        let (value, options) = (reading.holds.value, reading.holds.options)
        switch reading.kind {
        case .checkbox: return value == "true"
        case .select:
            return options.contains {
                $0.chosen && !FieldOption(label: $0.label, value: $0.value).isPlaceholder
            }
        case .multiselect, .radio, .checkboxGroup: return options.contains(where: \.chosen)
        // A slider and a colour always hold something; nobody chose it.
        case .range, .color: return false
        case .combobox: return !FieldOption(label: value, value: value).isPlaceholder
        default: return !value.allSatisfy(\.isWhitespace) && !InputPattern.isPattern(value)
        }
    }
}
