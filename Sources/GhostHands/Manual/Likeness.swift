/// How similar a field is to one that was noted, from 0 to 1.
///
/// What changes least from posting to posting weighs most: the label, then the name, then the id. What a page makes up
/// anew with each visit does not count. A field that surely asks for something else is another one, whatever it is
/// called; one of which it is not sure what it asks must ask the very same.
struct Likeness {
    private let mark: FieldMark
    private let label: LabelWords
    private let names: [StableName]
    private let section: LabelWords
    private let placeholder: LabelWords
    private let group: Group
    private let question: SameQuestion

    /// Below this a field is not taken for the one noted.
    static let least = 0.5
    /// By how much it must be better than the second best.
    static let margin = 0.1

    init(_ mark: FieldMark) {
        self.mark = mark
        label = LabelWords(mark.label)
        names = [StableName(mark.name), StableName(mark.id)]
        section = LabelWords(mark.section)
        placeholder = LabelWords(mark.placeholder)
        group = Group(mark.kind)
        question = SameQuestion(label: label, names: names)
    }

    /// Those of one family differ in nothing but their order.
    var family: Family { Family(group: group, label: label.text, name: names[0].text, section: section.stem) }

    struct Family: Hashable {
        fileprivate let group: Group
        fileprivate let label: String
        fileprivate let name: String
        fileprivate let section: String
    }

    func to(_ other: Likeness) -> Double {
        let factor = group.factor(to: other.group)
        let isSure = mark.asked != .question && other.mark.asked != .question
        guard factor > 0, !isSure || mark.asked == other.mark.asked else { return 0 }
        guard isSure || question.isSame(as: other.question) else { return 0 }
        let isSameLabel = label == other.label
        var sum = Sum()
        if !label.isEmpty { sum.add(other.label.isEmpty ? 2 : 4, isSameLabel ? 1 : label.overlap(other.label)) }
        for (index, weight) in [(0, 3.0), (1, 2.0)] { sum.add(name: index, weight, self, other) }
        if !mark.autocomplete.isEmpty { sum.add(2, mark.autocomplete == other.mark.autocomplete ? 1 : 0) }
        if !placeholder.isEmpty { sum.add(0.5, placeholder.overlap(other.placeholder)) }
        if !section.isEmpty, !other.section.isEmpty { sum.add(1, section.overlap(other.section)) }
        if mark.asked != .question { sum.add(isSure ? 6 : 1, isSure ? 1 : 0) }
        return sum.value * factor
    }

    private struct Sum {
        var value: Double { weight > 0 ? total / weight : 0 }
        private var total = 0.0
        private var weight = 0.0

        mutating func add(_ weight: Double, _ likeness: Double) {
            self.weight += weight
            total += weight * likeness
        }

        mutating func add(name index: Int, _ weight: Double, _ left: Likeness, _ right: Likeness) {
            let (mine, theirs) = (left.names[index], right.names[index])
            guard mine.isTelling else { return }
            // An attribute that has gone says less than one that says something else.
            add(theirs.isTelling ? weight : weight / 2, mine == theirs ? 1 : 0)
        }
    }

    /// The sorts of control that may stand in for each other when a form is rebuilt.
    enum Group: String {
        case entry, choice, tick, file, secret

        init(_ kind: FieldKind) {
            switch kind {
            case .select, .multiselect, .radio, .checkboxGroup, .combobox: self = .choice
            case .checkbox: self = .tick
            case .file: self = .file
            case .password: self = .secret
            default: self = .entry
            }
        }

        func factor(to other: Group) -> Double {
            if self == other { return 1 }
            let pair: Set = [self, other]
            return pair == [.entry, .choice] || pair == [.choice, .tick] ? 0.9 : 0
        }
    }
}

/// A label as the words that matter in it.
struct LabelWords: Hashable {
    let text: String
    let isNegated: Bool
    private let content: Set<String>
    /// Numbers, and what is written as a name within the label: what makes one question of a kind another.
    private let specifics: Set<String>
    private let all: Set<String>

    init(_ label: String) {
        let words = Words(label)
        text = words.text
        isNegated = words.isNegated && Self.isNegated(label)
        all = Set(words.list)
        let pieces = label.split { !$0.isOfWord }
        specifics = Set(
            pieces.enumerated().filter { index, piece in
                let isName = index > 0 && piece.first?.isUpper == true
                let isShort = piece.count > 1 && piece.allSatisfy(\.isUpper)
                return isName || isShort || piece.allSatisfy(\.isNumber)
            }
            .flatMap { Words(String($0.element)).list }
        )
        let content = all.subtracting(Self.light)
        self.content = content.isEmpty ? all : content
    }

    /// "License no." is a number.
    private static func isNegated(_ label: String) -> Bool {
        let lower = label.lowercased()
        let rest = ["no.", "no:", "no#", "nos."].reduce(lower) { $0.replacing(" " + $1, with: " ") }
        return Words(rest.hasSuffix(" no") ? String(rest.dropLast(3)) : rest).isNegated
    }

    var isEmpty: Bool { text.isEmpty }

    /// Whether both have the same words that matter.
    func saysTheSame(as other: LabelWords) -> Bool { !content.isEmpty && content == other.content }

    /// Whether each names something that the other does not.
    func contradicts(_ other: LabelWords) -> Bool {
        !specifics.isSubset(of: other.all) && !other.specifics.isSubset(of: all)
    }

    /// Without numbers: "Education 2" is "Education".
    var stem: String { text.split(separator: " ").filter { !$0.allSatisfy(\.isNumber) }.joined(separator: " ") }

    /// Twice what both have, of what each has.
    func overlap(_ other: LabelWords) -> Double {
        let all = content.count + other.content.count
        return all == 0 ? 0 : 2 * Double(content.intersection(other.content).count) / Double(all)
    }

    static func == (left: LabelWords, right: LabelWords) -> Bool { left.text == right.text }
    func hash(into hasher: inout Hasher) { hasher.combine(text) }

    private static let light: Set<String> = [
        "a", "an", "the", "your", "you", "please", "enter", "of", "to", "in", "for", "is", "are", "do", "this", "our",
        "provide", "select", "choose", "required", "optional", "what", "s", "we", "us", "tell",
    ]
}
