extension Manual {
    /// One thing that is done.
    public struct Step: Sendable, Hashable {
        /// The page it is done on, from 0.
        public var page: Int
        /// What is done.
        public var action: Action
        /// The field it is done to; nil for buttons and addresses.
        public var field: FieldMark?
        /// The field as other postings have it, the latest first: what was mended is not forgotten.
        public var others: [FieldMark] = []
        /// The button that is pressed.
        public var button: ButtonMark?
        /// A selector, for a field that an imported manual names in no other way.
        public var selector: Selector?
        /// What is entered or chosen: never a value of anybody's.
        public var template: Template?
        /// What a person reads in a list of the steps.
        public var description: String
        /// Whether it sends the form.
        public var isSubmit: Bool
        /// What showed that it had worked.
        public var proof: Proof?
        /// How well it has worked, 0...1.
        public var health: Double

        /// A step.
        public init(
            page: Int,
            action: Action,
            field: FieldMark? = nil,
            button: ButtonMark? = nil,
            template: Template? = nil,
            description: String,
            isSubmit: Bool = false
        ) {
            self.page = page
            self.action = action
            self.field = field
            self.button = button
            self.template = template
            self.description = description
            self.isSubmit = isSubmit
            proof = field == nil ? nil : .readBack
            health = 1
        }

        /// The field in all the looks it has had.
        public var marks: [FieldMark] { [field].compactMap(\.self) + others }

        /// The step for a field that looks otherwise, and for what it was.
        ///
        /// - Parameter mark: the field as it looks now.
        /// - Returns: the step.
        public func mended(to mark: FieldMark, _ action: Action) -> Step {
            var step = self
            step.others = Array(marks.filter { $0 != mark }.prefix(Manual.mostOthers))
            step.field = mark
            step.action = action
            return step
        }
    }

    /// How many other looks of a field a step keeps.
    static let mostOthers = 3

    /// What a step does, by its names in the database: the predecessor's, with ours beside them.
    public enum Action: String, Sendable, Hashable, CaseIterable {
        case navigate, click, fill, select, check, uncheck, upload
        /// A choice from a list that the page builds of other elements.
        case choose
    }

    /// What shows that a step has worked, by its names in the `expect` member.
    public enum Proof: String, Sendable, Hashable, CaseIterable {
        /// The field holds what was entered.
        case readBack = "read_back"
        /// The page confirms in words that were not there before.
        case confirmationText = "confirmation_text"
        /// The page that follows is one that only a finished application has, or the server took what was sent.
        case acceptance

        /// What proved a submit.
        public init(_ evidence: Evidence) { self = evidence.text == nil ? .acceptance : .confirmationText }
    }

    /// How an imported manual names a field that it says nothing else about.
    public enum Selector: Sendable, Hashable {
        case css(String)
        case xpath(String)
        case testID(String)
    }
}

/// What is noted of a button.
public struct ButtonMark: Sendable, Hashable {
    /// What it says.
    public var label: String
    /// What it is for.
    public var role: ButtonRole

    /// A button.
    public init(label: String, role: ButtonRole) {
        self.label = label
        self.role = role
    }
}
