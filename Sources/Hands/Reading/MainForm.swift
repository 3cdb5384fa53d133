import GhostHands

/// Tells the main form of a page from the search boxes and newsletters around it.
enum MainForm {
    /// Marks the fields that do not belong to the main form as ignored.
    ///
    /// - Parameters:
    ///   - fields: every field of the page.
    ///   - contexts: what is said about its forms.
    ///   - sending: the forms that have a button to send them.
    ///   - aside: forms that stand beside what the page is for.
    /// - Returns: the same fields, in the same order, and which form is the main one.
    static func choose(
        _ fields: [ReadField],
        _ contexts: [FormKey: FormContext],
        sending: Set<FormKey>,
        without aside: Set<FormKey> = []
    ) -> ([ReadField], FormKey?) {
        var fields = fields
        // Outside any form a search stands beside whatever else the page has, and so do its buttons.
        let news = Set(contexts.filter { $0.key.form != nil && isOtherAct($0.value) }.keys)
        let searches = Set(contexts.filter { $0.key.form != nil ? $0.value.isSearch : $0.value.filtersJobs }.keys)
        for index in fields.indices where fields[index].ignored == nil {
            if searches.contains(fields[index].key) || fields[index].asked == .search
                || FormPurpose.picksJobs(fields[index].field)
            {
                fields[index].ignored = .search
            }
            if aside.contains(fields[index].key) || news.contains(fields[index].key) || switchesLanguage(fields[index])
            {
                fields[index].ignored = .otherForm
            }
        }
        let groups = Dictionary(grouping: fields.filter { $0.ignored == nil }, by: \.key)
        let rank = { (group: (key: FormKey, value: [ReadField])) in
            (weight(group.value), sending.contains(group.key) ? 1 : 0)
        }
        let heaviest = groups.max { left, right in
            rank(left) == rank(right) ? left.key > right.key : rank(left) < rank(right)
        }
        guard let main = heaviest?.key else { return (fields, nil) }
        for index in fields.indices where fields[index].ignored == nil {
            let key = fields[index].key
            // What stands outside any form, or in another frame, may belong to it, and so may a form that nothing sends
            // by itself; another form of the frame that can be sent does not.
            let isOther = key.frame == main.frame && key.form != nil && sending.contains(key)
            if key != main, isOther || isAside(groups[key] ?? []) { fields[index].ignored = .otherForm }
        }
        return (fields, main)
    }

    /// Whether a form does something else than apply, whatever it asks.
    private static func isOtherAct(_ context: FormContext) -> Bool {
        let heading = "\(context.marks) \(context.title)"
        if OtherAct.chats(context.fields, under: ([context.marks] + context.buttons).joined(separator: " "))
            || OtherAct.concernsApplication(context.buttons, under: heading)
            || PostingWording.keepsInTouch(context.buttons, under: heading)
            || PostingWording.registersForEvent(context.buttons, under: context.marks)
        {
            return true
        }
        return PostingWording.asksForNews(context.buttons) && !context.fields.contains { $0.kind == .file }
    }

    /// A list by which the page itself is shown in another language.
    private static func switchesLanguage(_ field: ReadField) -> Bool {
        guard field.key.form == nil, field.field.kind.isChoice, !field.field.isRequired else { return false }
        let tongues = ["language", "locale", "sprache", "langue", "idioma", "lingua", "taal", "jezyk"]
        let switching = ["current", "switch", "switcher", "selector", "picker", "change", "site", "display"]
        return [field.field.label, field.field.name, field.field.id].map { Words($0) }.contains { words in
            words.list.count <= 6 && words.list.contains(where: tongues.contains)
                && words.list.contains(where: switching.contains)
        }
    }

    private static func weight(_ fields: [ReadField]) -> Int {
        fields.reduce(0) { $0 + ($1.field.kind == .file ? 3 : 1) }
    }

    /// A single box for an e-mail address or a search is not what the page is for.
    private static func isAside(_ fields: [ReadField]) -> Bool {
        fields.count <= 2
            && fields.allSatisfy { field in
                [.email, .search, .password, .consent].contains(field.asked) || field.field.kind == .search
            }
    }
}
