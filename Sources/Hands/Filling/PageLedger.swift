import GhostHands

/// What has been done to each field of one page, kept by what the field is and not by its node: pages render anew.
struct PageLedger {
    private var states: [String: State] = [:]
    /// The entries of histories that were saved one by one: their fields stand on the page no more.
    private var closed: [State] = []
    private(set) var answerer: Answerer
    /// What a manual knows of the page.
    private let recall: PageRecall?
    /// The form that was looked at last, and what the manual says of it.
    private var recognised: (marks: [FieldMark], match: ManualMatch)?
    /// What a model or the memory of answers says to fields that nothing else settles.
    private var derived: [String: Answer] = [:]
    /// Why a field was left to a human.
    private var remarks: [String: String] = [:]

    init(_ applicant: Applicant, today: String? = nil, recall: PageRecall? = nil) {
        answerer = Answerer(applicant, today: today)
        self.recall = recall
    }

    /// What is to be done to a field, with the answer it comes from.
    struct Order {
        let key: String
        let target: ReadField
        let answer: Answer
        let fit: Fit
        /// Which strategy to use, from 0.
        let attempt: Int
        /// The manual's step that it comes from.
        let step: Int?
    }

    private struct State {
        let target: ReadField
        var answer: Answer
        var fit: Fit
        /// The manual's step that it comes from.
        let step: Int?
        var attempts = 0
        var milliseconds = 0.0
        var reason: String?
        var wasThere = false
        var isHeld = false
        /// What a list showed once the answer was chosen: its own words for it.
        var shown: String?
    }

    /// The fields that have an answer which they do not hold yet.
    ///
    /// - Parameter reading: the page as it is now.
    /// - Returns: what is to be done, in reading order.
    mutating func orders(for reading: PageReading) -> [Order] {
        let form = reading.form
        let recalled = recognise(form)
        let answers = answerer.answers(
            to: form.map(\.field),
            asked: form.map(\.asked),
            recalled: recalled.map { $0?.recalled }
        )
        var orders: [Order] = []
        for (index, key) in Self.keys(form).enumerated() {
            if let state = states[key] {
                guard !state.isHeld, state.reason == nil else { continue }
                orders.append(order(key, form[index], state))
            } else if let answer = answers[index] ?? derived[key] {
                let step = recalled.isEmpty ? nil : recalled[index]?.step
                if let order = take(answer, for: form[index], key, step) { orders.append(order) }
            }
        }
        return orders
    }

    private static let unkept = "the field does not keep what is entered"

    /// A field that neither the applicant's data nor the form itself settles.
    struct Open: Sendable {
        let key: String
        let target: ReadField
        /// Why the answer that there was would not do.
        let tried: String?
    }

    /// The fields that are still to be answered, but for those that only their owner may answer: files, passwords, codes,
    /// and consent that they have not given.
    ///
    /// - Parameters:
    ///   - reading: the page as it is now.
    ///   - applicant: whom the form is filled for.
    /// - Returns: the fields, in reading order.
    func open(in reading: PageReading, for applicant: Applicant) -> [Open] {
        zip(Self.keys(reading.form), reading.form).compactMap { key, target in
            guard ![.file, .password, .search].contains(target.field.kind), !target.asked.isSecret,
                target.asked != .consent || applicant.says(target.field.label),
                target.field.kind != .checkbox || target.field.isRequired || applicant.hasProse
            else { return nil }
            guard let state = states[key] else {
                return target.field.isAnswered ? nil : Open(key: key, target: target, tried: nil)
            }
            // A control that keeps nothing keeps no other answer either.
            guard !state.isHeld, let reason = state.reason, reason != Self.unkept, state.answer.refusal == nil
            else { return nil }
            let given = state.answer.value.plainText ?? ""
            // A name or a number that will not fit is no less private for that.
            let isOpen = target.field.kind.isChoice || target.asked == .question
            let isTellable =
                isOpen && state.answer.source != .model && !Classifier.isSensitive(target.field, target.asked)
            let said = isTellable && given.count <= 200 ? "the applicant says \(given.quoted): " : ""
            return Open(key: key, target: target, tried: said + reason)
        }
    }

    /// A field whose answer is known, and whose control would not take it.
    struct Unworkable: Sendable {
        let key: String
        let target: ReadField
        /// The answer in words.
        let wanted: String
        /// Whether a model may be told it.
        let isTellable: Bool
    }

    /// The fields that the form demands, whose control is at fault and not the answer.
    ///
    /// - Parameter reading: the page as it is now.
    /// - Returns: the fields, in reading order.
    func unworkable(in reading: PageReading) -> [Unworkable] {
        zip(Self.keys(reading.form), reading.form).compactMap { key, target in
            guard let state = states[key], !state.isHeld, state.attempts > 0, state.reason != nil,
                target.field.isRequired, target.field.kind != .file, target.field.kind != .password,
                !target.asked.isSecret, let wanted = state.answer.value.plainText
            else { return nil }
            if case .refused = state.fit { return nil }
            let isTellable = target.field.kind.isChoice && !Classifier.isSensitive(target.field, target.asked)
            return Unworkable(key: key, target: target, wanted: wanted, isTellable: isTellable)
        }
    }

    /// Takes an answer for a field that nothing else settles, or whose own answer would not do.
    ///
    /// - Parameters:
    ///   - answer: the answer.
    ///   - key: the field.
    mutating func give(_ answer: Answer, to key: String) {
        derived[key] = answer
        guard let state = states.removeValue(forKey: key) else { return }
        _ = take(answer, for: state.target, key, nil)
        states[key]?.milliseconds = state.milliseconds
    }

    /// Takes note why a field was left to a human.
    ///
    /// - Parameters:
    ///   - reason: why, for a person.
    ///   - key: the field.
    mutating func remark(_ reason: String, on key: String) { remarks[key] = reason }

    /// Whether a field holds its answer.
    ///
    /// - Parameter key: the field.
    /// - Returns: false also for one that nothing was done to.
    func holds(_ key: String) -> Bool { states[key].map { $0.isHeld && $0.reason == nil } ?? false }

    /// What the manual remembers of each field, with the place of its step; empty without one.
    private mutating func recognise(_ form: [ReadField]) -> [(step: Int, recalled: Recalled)?] {
        guard let recall, let match = match(form) else { return [] }
        return recall.recalled(match, in: form.count)
    }

    /// Which fields the manual's steps mean; nil without one.
    mutating func match(_ form: [ReadField]) -> ManualMatch? {
        guard let recall else { return nil }
        let marks = form.map { $0.mark() }
        if let recognised, recognised.marks == marks { return recognised.match }
        let match = recall.match(form, marks)
        recognised = (marks, match)
        return match
    }

    private func order(_ key: String, _ target: ReadField, _ state: State) -> Order {
        Order(
            key: key,
            target: target,
            answer: state.answer,
            fit: state.fit,
            attempt: state.attempts,
            step: state.step
        )
    }

    private mutating func take(_ answer: Answer, for target: ReadField, _ key: String, _ step: Int?) -> Order? {
        let fit = Fit.fit(answer.value, to: target.field)
        var state = State(target: target, answer: answer, fit: fit, step: step)
        if case .refused(let reason) = fit { state.reason = reason }
        if let refusal = answer.refusal { state.reason = refusal }
        // An empty box that should be empty was never checked by anybody: it holds its answer all the same.
        state.isHeld = answer.refusal == nil && ReadBack.holds(target, fit)
        state.wasThere = state.isHeld
        states[key] = state
        return state.isHeld || state.reason != nil ? nil : order(key, target, state)
    }

    /// What the page holds of what was to be entered, in reading order: what a manual may be made of.
    ///
    /// - Parameter reading: the page as it is now.
    /// - Returns: the entries; those of windows that were saved and closed come last.
    func trail(_ reading: PageReading) -> [Trail.Entry] {
        let gone = vanished(from: reading)
        let present = (Self.keys(reading.form) + gone).compactMap { states[$0] }
        return (present + closed).compactMap { state in
            guard state.isHeld, state.reason == nil, let template = state.answer.template,
                !state.target.asked.isSecret, state.target.field.kind != .password
            else { return nil }
            return Trail.Entry(field: state.target, fit: state.fit, template: template, step: state.step)
        }
    }

    /// Notes that an order was carried out.
    ///
    /// - Parameters:
    ///   - order: the order.
    ///   - applied: how it went.
    ///   - milliseconds: how long it took.
    mutating func note(_ order: Order, _ applied: Filler.Applied, milliseconds: Double) {
        states[order.key]?.milliseconds += milliseconds
        if case .done(let shown?) = applied { states[order.key]?.shown = shown }
        let refusal = applied.refusal
        if refusal?.isStale ?? false { return }
        states[order.key]?.attempts += 1
        if order.attempt + 1 >= Filler.strategies(for: order.fit, asked: order.target.asked) {
            states[order.key]?.reason = refusal?.reason
        }
    }

    /// Gives the fields that lost their answers another chance: the server sent the page again, without them.
    ///
    /// - Parameter reading: the page as it came back.
    mutating func reopen(for reading: PageReading) {
        for (key, target) in zip(Self.keys(reading.form), reading.form) {
            guard let state = states[key], state.isHeld, !ReadBack.holds(target, state.fit, shown: state.shown) else {
                continue
            }
            states[key]?.isHeld = false
            states[key]?.attempts = 0
            states[key]?.reason = nil
        }
    }

    /// Compares every field with what was to be put into it.
    ///
    /// - Parameter reading: the page, read after the orders were carried out.
    mutating func check(_ reading: PageReading) {
        for (key, target) in zip(Self.keys(reading.form), reading.form) {
            guard let state = states[key], state.attempts > 0 else { continue }
            if case .refused = state.fit { continue }
            let isHeld = ReadBack.holds(target, state.fit, shown: state.shown)
            states[key]?.isHeld = isHeld
            if isHeld { states[key]?.reason = ReadBack.flaw(target.field.validity) }
            if !isHeld && state.reason == nil
                && state.attempts >= Filler.strategies(for: state.fit, asked: target.asked)
            {
                states[key]?.reason = Self.unkept
            }
        }
        checkUploads(reading)
    }

    /// Takes leave of the fields of a form within the form, which may come again for the next entry.
    ///
    /// - Parameters:
    ///   - section: what the entry belongs to.
    ///   - filled: the page before.
    ///   - after: the page without the form.
    ///   - reason: why the entry was not saved; nil when it was.
    mutating func close(
        _ section: HistorySection,
        from filled: PageReading,
        to after: PageReading,
        because reason: String? = nil
    ) {
        let present = Set(Self.keys(after.form))
        let left = Self.keys(filled.form).filter { !present.contains($0) }.compactMap { states.removeValue(forKey: $0) }
        // The page lists what it has saved: an entry of which it shows nothing may not be there.
        let isShown = left.contains { state in
            guard let value = state.answer.value.plainText, state.isHeld, value.count > 1 else { return false }
            return [value, state.shown ?? value].contains { after.text.contains($0) }
        }
        let doubt = reason ?? (isShown ? nil : "the page does not show the saved entry")
        closed += left.map { state in
            var state = state
            state.reason = state.reason ?? doubt
            return state
        }
        if reason == nil { answerer.saved[section, default: 0] += 1 }
    }

    /// A page that has taken a file over may show its name in the place of the input.
    private mutating func checkUploads(_ reading: PageReading) {
        for key in vanished(from: reading) {
            guard let state = states[key], case .file(let path) = state.fit else { continue }
            let isShown = reading.text.contains(path.split(separator: "/").last ?? "")
            states[key]?.isHeld = isShown
            states[key]?.reason = isShown ? nil : "the page took the input away and does not show the file"
        }
    }

    /// The uploads that were made on the page and stand there no more.
    private func vanished(from reading: PageReading) -> [String] {
        let present = Set(Self.keys(reading.form))
        return states.keys.filter { key in
            guard let state = states[key], case .file = state.fit else { return false }
            return state.attempts > 0 && !present.contains(key)
        }
        .sorted()
    }

    /// The fields that hold an answer which the form will not accept: left so, they would hold up the whole form.
    ///
    /// - Parameter reading: the page as it is now.
    /// - Returns: the fields to empty.
    func unacceptable(in reading: PageReading) -> [ReadField] {
        zip(Self.keys(reading.form), reading.form).compactMap { key, target in
            guard let state = states[key], state.reason != nil, !state.wasThere, case .text = state.fit,
                !target.field.value.isEmpty
            else { return nil }
            return target
        }
    }

    /// The report's lines for a page.
    ///
    /// - Parameters:
    ///   - reading: the page as it is now.
    ///   - number: the page's number.
    /// - Returns: a line for every field found, also for those that were left alone.
    func entries(for reading: PageReading, page number: Int) -> [FillReport.Entry] {
        let gone = vanished(from: reading)
        let keys = Self.keys(reading.fields) + gone
        let targets = reading.fields + gone.compactMap { states[$0]?.target }
        let present = zip(keys, targets).map { key, target in
            line(for: target, states[key], hasVanished: gone.contains(key), page: number, remark: remarks[key])
        }
        let past = closed.map { state in
            var entry = line(for: state.target, state, hasVanished: true, page: number)
            // The form within the form has checked its own demands: the form around it makes none of them.
            entry.field.isRequired = false
            return entry
        }
        return present + past
    }

    private func line(
        for target: ReadField,
        _ state: State?,
        hasVanished: Bool,
        page: Int,
        remark: String? = nil
    ) -> FillReport.Entry {
        var entry = FillReport.Entry(page: page, frame: target.frame, field: target.field, asked: target.asked)
        entry.driver = target.driver
        if let reason = target.ignored {
            entry.outcome = target.field.isAnswered ? .already : .unanswered
            entry.reason = reason
            entry.field.isRequired = false
            return entry
        }
        guard let state else {
            if target.field.isAnswered { entry.source = .defaultOfForm }
            if entry.outcome == .unanswered { entry.reason = remark ?? Self.unansweredReason(target) }
            return entry
        }
        entry.wanted = state.answer.value.plainText
        entry.source = state.answer.source
        entry.reason = state.reason
        entry.milliseconds = state.milliseconds
        entry.outcome = state.reason != nil || !state.isHeld ? .refused : state.wasThere ? .already : .filled
        if state.isHeld, hasVanished { entry.value = state.shown ?? Self.value(of: state.fit, target.field) }
        if entry.outcome == .refused { entry.reason = state.reason ?? "the page never held still for it" }
        return entry
    }

    /// What a field held that stands on the page no more.
    private static func value(of fit: Fit, _ field: Field) -> String {
        switch fit {
        case .text(let text): text
        case .options(let chosen): chosen.map { field.options[$0].label }.joined(separator: ", ")
        case .picks(let words): words.first ?? ""
        case .checked(let isOn): String(isOn)
        case .file(let path): path.split(separator: "/").last.map(String.init) ?? ""
        case .refused: ""
        }
    }

    private static func unansweredReason(_ target: ReadField) -> String {
        target.field.kind == .file ? "no file was given for it" : "neither profile nor answers settle it"
    }

    /// The fingerprints of fields, with their ordinal where several have the same.
    private static func keys(_ fields: [ReadField]) -> [String] {
        var seen: [String: Int] = [:]
        return fields.map { field in
            let name = field.fingerprint + (field.ignored == nil ? "" : "\u{1f}ignored")
            seen[name, default: 0] += 1
            return "\(name)\u{1f}\(seen[name] ?? 1)"
        }
    }
}
