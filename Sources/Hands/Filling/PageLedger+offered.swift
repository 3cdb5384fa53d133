import GhostHands

/// What drawn lists offer, which shows only while they are open.
extension PageLedger {
    /// What came to be known of fields that the applicant's data does not settle.
    struct Unsettled {
        /// What a model, the memory of answers or a list that was opened says to them.
        var derived: [FieldKey: Answer] = [:]
        /// Why a field was left to a human.
        var remarks: [FieldKey: String] = [:]
        /// What lists were seen to offer; nothing for those that would not tell.
        var offered: [FieldKey: [FieldOption]] = [:]
    }

    /// How many lists of a page are opened only to see what they offer.
    private static let mostLists = 15

    /// The lists that nothing settles and whose options nobody has seen yet.
    ///
    /// One that the form demands may follow from the applicant's facts, or let them not answer, and whoever is asked wants
    /// to know its options; of the others those count to which an answer may belong that was given in other words.
    ///
    /// - Parameter reading: the page as it is now.
    /// - Returns: the lists, in reading order.
    func unseenLists(in reading: PageReading) -> [Open] {
        let fields = reading.form.map(\.field)
        let keys = FieldKey.all(of: reading.form)
        let unseen = fields.indices.filter { index in
            fields[index].kind == .combobox && fields[index].options.isEmpty && lines[keys[index]] == nil
                && unsettled.offered[keys[index]] == nil && !reading.form[index].asked.isSecret
        }
        let wanted = unseen.filter { fields[$0].isRequired && !fields[$0].isAnswered }
        let others = answerer.listsToSee(unseen.filter { !wanted.contains($0) }, among: fields)
        return unseen.filter { wanted.contains($0) || others.contains($0) }
            .map { Open(key: keys[$0], target: reading.form[$0], tried: nil) }
            .prefix(max(0, Self.mostLists - unsettled.offered.count)).map(\.self)
    }

    /// Takes note of what a list offers.
    ///
    /// - Parameters:
    ///   - labels: its options; none where it would not tell them all.
    ///   - list: the list.
    ///   - reading: the page as it is now.
    mutating func saw(_ labels: [String], in list: Open, on reading: PageReading) {
        let options = labels.map { FieldOption(label: $0, value: $0) }
        unsettled.offered[list.key] = options
        guard !options.isEmpty, let place = FieldKey.all(of: reading.form).firstIndex(of: list.key) else { return }
        var fields = reading.form.map(\.field)
        fields[place].options = options
        let answer = answerer.answers(to: fields, asked: reading.form.map(\.asked))[place]
        guard let answer, case .options(let chosen) = Fit.fit(answer.value, to: fields[place]), chosen.count == 1
        else { return }
        unsettled.derived[list.key] = Answer(.text(options[chosen[0]].label), from: answer.source)
    }

    /// A field with the options that its list was seen to offer.
    func withOffered(_ field: Field, _ key: FieldKey) -> Field {
        guard field.options.isEmpty, let offered = unsettled.offered[key] else { return field }
        var field = field
        field.options = offered
        return field
    }
}
