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
        if !headings[index].isOwnLine {
            foreign = index
        } else if !headings[earlier].isOwnLine, before.lines.first != nil, Headings.isPersonal(headings[index].line) {
            for place in fields.indices.prefix(index) where fields[place].lines.first == before.lines.first {
                if asked[place].isOfPerson { asked[place] = .question }
            }
        }
    }

    private static func hasEnded(_ begun: Int, at index: Int, _ fields: [Field], _ headings: [Headings]) -> Bool {
        fields[begun].sections != fields[index].sections
            || headings[index].isOwnLine && fields[begun].lines.first != fields[index].lines.first
    }

    /// Whether two fields ask for the same name: the whole one is asked for by its parts, too.
    private static func isSame(_ left: Asked, _ right: Asked, among told: [Asked]) -> Bool {
        left == right || left == .fullName || right == .fullName && Set(told).isSuperset(of: [.firstName, .lastName])
    }
}
