extension Classifier {
    /// Whoever was asked for a name is asked for another's where a name is asked for again, below a line of its own, and
    /// all that follows is that person's: nobody knows every word for such a line.
    ///
    /// Where the second one stands below a line that speaks of the applicant, it was the first that is another's.
    static func doubtLines(_ asked: inout [Asked], _ fields: [Field], _ headings: [Headings]) {
        var told: [Int] = []
        var foreign: Int?
        for index in fields.indices {
            if let begun = foreign, hasEnded(begun, at: index, fields, headings) { foreign = nil }
            if foreign == nil, asked[index].isName, !isRepetition(fields[index]), headings[index].history == nil {
                if let earlier = told.last(where: { isSame(asked[$0], asked[index], among: told.map { asked[$0] }) }) {
                    settle(earlier, index, &asked, fields, headings, &foreign)
                }
                told.append(index)
            }
            if foreign != nil, asked[index].isOfPerson { asked[index] = .question }
        }
        doubtRepeated(&asked, fields, headings)
    }

    /// A plain "Phone" or "Email" that is asked for again below another line: what else stands below that is no more the
    /// applicant's than it.
    private static func doubtRepeated(_ asked: inout [Asked], _ fields: [Field], _ headings: [Headings]) {
        var first: [Asked: Int] = [:]
        var foreign: Set<[[String]]> = []
        for index in fields.indices where asked[index] == .phone || asked[index] == .email {
            let isPlain = Words(fields[index].label).list.count { !AskedRule.harmless.contains($0) } <= 2
            guard isPlain, !isRepetition(fields[index]) else { continue }
            let place = [fields[index].sections, Array(fields[index].lines.prefix(1))]
            guard let before = first[asked[index]] else {
                first[asked[index]] = index
                continue
            }
            let isOwn = headings[index].isOwnLine && headings[index].isNearest
            if !isOwn, fields[before].sections == fields[index].sections, !place[1].isEmpty,
                fields[before].lines.first != fields[index].lines.first,
                Words(fields[before].label) == Words(fields[index].label)
            {
                foreign.insert(place)
            }
        }
        for index in fields.indices where asked[index].isOfPerson {
            if foreign.contains([fields[index].sections, Array(fields[index].lines.prefix(1))]) {
                asked[index] = .question
            }
        }
    }

    /// Decides which of two fields for a name is another's.
    private static func settle(
        _ earlier: Int,
        _ index: Int,
        _ asked: inout [Asked],
        _ fields: [Field],
        _ headings: [Headings],
        _ foreign: inout Int?
    ) {
        let (before, now) = (fields[earlier], fields[index])
        guard before.sections == now.sections, before.lines.first != now.lines.first else { return }
        if !(headings[index].isOwnLine && headings[index].isNearest) {
            foreign = index
        } else if !headings[earlier].isOwnLine, before.lines.first != nil, Headings.isPersonal(headings[index].line) {
            for place in fields.indices.prefix(index) where fields[place].lines.first == before.lines.first {
                if asked[place].isOfPerson { asked[place] = .question }
            }
        }
    }

    private static func hasEnded(_ begun: Int, at index: Int, _ fields: [Field], _ headings: [Headings]) -> Bool {
        fields[begun].sections != fields[index].sections
            || headings[index].isOwnLine && headings[index].isNearest
                && fields[begun].lines.first != fields[index].lines.first
    }

    /// Whether two fields ask for the same name: the whole one is asked for by its parts, too.
    private static func isSame(_ left: Asked, _ right: Asked, among told: [Asked]) -> Bool {
        left == right || left == .fullName || right == .fullName && Set(told).isSuperset(of: [.firstName, .lastName])
    }
}
