/// Which fields of a page belong to the steps of a manual.
public struct ManualMatch: Sendable, Hashable {
    /// The place of the field in the page's form, by the place of the step in the manual.
    public private(set) var fields: [Int: Int] = [:]
    /// The steps of which no field is left.
    public private(set) var absent: [Int] = []
    /// The steps that several fields fit, and none clearly better than the others.
    public private(set) var ambiguous: [Int] = []

    /// Looks for the fields that the steps of one page mean.
    ///
    /// All are scored against all. A field is taken when it is the best for the step and the step the best for it, each by
    /// a margin; those that differ in nothing but their order are taken in their order.
    ///
    /// - Parameters:
    ///   - steps: the page's steps, with their places in the manual.
    ///   - marks: the fields of the page as it is now.
    public init(_ steps: [(index: Int, step: Manual.Step)], in marks: [FieldMark]) {
        let wanted = steps.filter { $0.step.field != nil }.map { ($0.index, $0.step.marks.map(Likeness.init), $0.step) }
        let there = marks.map(Likeness.init)
        let stepFamilies = Self.families(wanted.map { $0.1[0] })
        let fieldFamilies = Self.families(there)
        let scores = stepFamilies.map { family in
            fieldFamilies.map { column in wanted[family[0]].1.map { $0.to(there[column[0]]) }.max() ?? 0 }
        }
        for (row, family) in stepFamilies.enumerated() {
            let indexes = family.map { wanted[$0].0 }
            switch Self.best(scores[row]) {
            case .none: absent += indexes
            case .several: ambiguous += indexes
            case .one(let column):
                let rivals = scores.indices.filter { $0 != row }.map { scores[$0][column] }
                guard scores[row][column] - (rivals.max() ?? 0) >= Likeness.margin else {
                    if (rivals.max() ?? 0) > scores[row][column] { absent += indexes } else { ambiguous += indexes }
                    continue
                }
                pair(family.map { (wanted[$0].0, wanted[$0].2) }, with: fieldFamilies[column])
            }
        }
    }

    /// How much of the page's steps is there, from 0 to 1; entries of a history come and go with the applicant.
    public var coverage: Double {
        let all = fields.count + absent.count + ambiguous.count
        return all == 0 ? 0 : Double(fields.count) / Double(all)
    }

    /// Whether the page is the one that the steps are about: half of them are there, or hardly anything else is.
    ///
    /// - Parameter count: how many fields the page has.
    /// - Returns: true when it is.
    public func fits(_ count: Int) -> Bool {
        coverage >= Self.leastCoverage || (fields.count >= 3 && fields.count * 4 >= count * 3)
    }

    private static let leastCoverage = 0.5

    private enum Best {
        case none, several
        case one(Int)
    }

    private static func best(_ scores: [Double]) -> Best {
        guard let top = scores.indices.max(by: { scores[$0] < scores[$1] }), scores[top] >= Likeness.least else {
            return .none
        }
        let second = scores.indices.filter { $0 != top }.map { scores[$0] }.max() ?? 0
        return scores[top] - second >= Likeness.margin ? .one(top) : .several
    }

    private mutating func pair(_ steps: [(index: Int, step: Manual.Step)], with fields: [Int]) {
        let isOfHistory = steps.contains { if case .entry? = $0.step.template?.value { true } else { false } }
        // One step fits two equal fields, and nobody can say which is meant.
        guard steps.count >= fields.count || isOfHistory else {
            ambiguous += steps.map(\.index)
            return
        }
        for (step, field) in zip(steps, fields) { self.fields[step.index] = field }
        absent += steps.dropFirst(fields.count).map(\.index)
    }

    private static func families(_ all: [Likeness]) -> [[Int]] {
        var places: [Likeness.Family: Int] = [:]
        var families: [[Int]] = []
        for (index, one) in all.enumerated() {
            if let place = places[one.family] {
                families[place].append(index)
            } else {
                places[one.family] = families.count
                families.append([index])
            }
        }
        return families
    }

    /// Takes a field for a step's that was found in another way.
    ///
    /// - Parameters:
    ///   - field: the place of the field in the page's form.
    ///   - step: the place of the step in the manual.
    public mutating func take(_ field: Int, for step: Int) { fields[step] = field }

    /// Notes that a step's field is not there.
    ///
    /// - Parameter step: the place of the step in the manual.
    public mutating func miss(_ step: Int) { absent.append(step) }
}
