import FoundationEssentials

/// Reads the members of a request object, gathering violations and unknown members instead of stopping.
///
/// Of either it names the first ``Bounds/named`` and counts the others, so that no answer is larger than its question.
struct RequestReader {
    private var named: [FieldViolation] = []
    private var unnamed = 0
    private(set) var warnings: [String] = []
    private let members: [String: JSON]
    private let path: String
    /// Which addresses may be opened; nil where that is not asked.
    private let rule: AddressRule?
    private var known: Set<String> = []

    init(_ members: [String: JSON], path: String = "", rule: AddressRule? = nil) {
        self.members = members
        self.path = path
        self.rule = rule
    }

    /// What is wrong, the violations that are only counted as one.
    var violations: [FieldViolation] {
        if unnamed == 0 { return named }
        return named + [FieldViolation(field: "", message: "\(unnamed) more violations", code: .custom)]
    }

    /// The object that is read.
    var object: JSON { .object(members) }

    /// The member, or nil when it is absent or null.
    mutating func value(_ name: String) -> JSON? {
        known.insert(name)
        guard let value = members[name], !value.isNull else { return nil }
        return value
    }

    mutating func string(_ name: String, max: Int, required: Bool = false, nonEmpty: Bool = false) -> String? {
        guard let value = value(name) else {
            if required { violate(name, "Required", .invalidType) }
            return nil
        }
        guard let text = value.string else {
            violate(name, "Expected a string", .invalidType)
            return nil
        }
        if text.unicodeScalars.contains("\0") {
            violate(name, "Must not contain the NUL character", .invalidString)
        } else if text.isLonger(than: max) {
            violate(name, "At most \(max) characters", .tooBig)
        } else if (required || nonEmpty) && text.allSatisfy(\.isWhitespace) {
            violate(name, "Must not be empty", .tooSmall)
        }
        return text
    }

    mutating func url(_ name: String, max: Int, required: Bool) -> PageAddress? {
        guard let address = string(name, max: max, required: required).map({ PageAddress($0) }) else { return nil }
        if let reason = address.refusal { violate(name, reason, .invalidString) }
        return address
    }

    /// An address that is opened for the job.
    mutating func openedURL(_ name: String, max: Int, required: Bool) -> PageAddress? {
        let address = url(name, max: max, required: required)
        if let rule, let host = address?.host, !rule.mayResolve(host) {
            violate(name, "The address is private or reserved, and such addresses are not allowed", .custom)
        }
        return address
    }

    mutating func email(_ name: String, max: Int, required: Bool) -> String? {
        guard let text = string(name, max: max, required: required) else { return nil }
        let parts = text.split(separator: "@", omittingEmptySubsequences: false)
        let isValid =
            parts.count == 2 && !parts[0].isEmpty && parts[1].contains(".") && !parts[1].hasPrefix(".")
            && !parts[1].hasSuffix(".") && !text.contains(where: \.isWhitespace)
        if !isValid && !text.isEmpty { violate(name, "Invalid email", .invalidString) }
        return text
    }

    mutating func uuid(_ name: String, required: Bool) -> UUID? {
        guard let text = string(name, max: 36, required: required) else { return nil }
        guard let id = UUID(uuidString: text) else {
            violate(name, "Invalid UUID", .invalidString)
            return nil
        }
        return id
    }

    mutating func bool(_ name: String) -> Bool? {
        guard let value = value(name) else { return nil }
        if value.bool == nil { violate(name, "Expected a boolean", .invalidType) }
        return value.bool
    }

    mutating func date(_ name: String) -> Date? {
        guard let text = string(name, max: 40) else { return nil }
        guard let date = Timestamp.date(text) else {
            violate(name, "Expected a time of the years 1970 to 9999 like 2026-02-16T12:00:00Z", .invalidString)
            return nil
        }
        return date
    }

    mutating func int(_ name: String, in range: ClosedRange<Int>, default standard: Int) -> Int {
        optionalInt(name, in: range) ?? standard
    }

    mutating func optionalInt(_ name: String, in range: ClosedRange<Int>) -> Int? {
        guard let value = value(name) else { return nil }
        guard let number = value.int else {
            violate(name, "Expected an integer", .invalidType)
            return nil
        }
        check(number, in: range, name)
        return number
    }

    mutating func number(_ name: String, in range: ClosedRange<Double>, default standard: Double) -> Double {
        guard let value = value(name) else { return standard }
        guard let number = value.double else {
            violate(name, "Expected a number", .invalidType)
            return standard
        }
        check(number, in: range, name)
        return number
    }

    private mutating func check<N: Comparable>(_ number: N, in range: ClosedRange<N>, _ name: String) {
        if number < range.lowerBound { violate(name, "At least \(range.lowerBound)", .tooSmall) }
        if number > range.upperBound { violate(name, "At most \(range.upperBound)", .tooBig) }
    }

    mutating func choice<E: RawRepresentable & CaseIterable>(_ name: String, default standard: E) -> E
    where E.RawValue == String {
        guard let value = value(name) else { return standard }
        guard let text = value.string else {
            violate(name, "Expected a string", .invalidType)
            return standard
        }
        guard let choice = E(rawValue: text) else {
            let allowed = E.allCases.map(\.rawValue).joined(separator: ", ")
            violate(name, "Must be one of: \(allowed)", .invalidEnumValue)
            return standard
        }
        return choice
    }

    mutating func object(_ name: String, required: Bool = false) -> [String: JSON]? {
        guard let value = value(name) else {
            if required { violate(name, "Required", .invalidType) }
            return nil
        }
        guard let object = value.object else {
            violate(name, "Expected an object", .invalidType)
            return nil
        }
        return object
    }

    mutating func array(_ name: String, max: Int) -> [JSON] {
        guard let value = value(name) else { return [] }
        guard let elements = value.array else {
            violate(name, "Expected an array", .invalidType)
            return []
        }
        if elements.count > max { violate(name, "At most \(max) elements", .tooBig) }
        return Array(elements.prefix(max))
    }

    mutating func strings(_ name: String, max: Int, eachAtMost length: Int) -> [String] {
        array(name, max: max).enumerated().compactMap { index, element in
            guard let text = element.string else {
                violate("\(name).\(index)", "Expected a string", .invalidType)
                return nil
            }
            if text.isLonger(than: length) { violate("\(name).\(index)", "At most \(length) characters", .tooBig) }
            return text
        }
    }

    /// Reads a member object with a reader of its own and keeps what that one found.
    mutating func nested(_ name: String, required: Bool = false, _ body: (inout RequestReader) -> Void) {
        guard let object = object(name, required: required) else { return }
        read(object, at: name, body)
    }

    mutating func read(_ object: [String: JSON], at name: String, _ body: (inout RequestReader) -> Void) {
        var inner = RequestReader(object, path: path + name + ".", rule: rule)
        body(&inner)
        inner.nameUnknown()
        inner.named.forEach { add($0) }
        unnamed += inner.unnamed
        warnings += inner.warnings
    }

    mutating func violate(_ name: String, _ message: String, _ code: FieldViolation.Code) {
        add(FieldViolation(field: path + name, message: message, code: code))
    }

    private mutating func add(_ violation: FieldViolation) {
        guard named.count < Self.mostViolations else { return unnamed += 1 }
        if !named.contains(violation) { named.append(violation) }
    }

    /// More than a request of good will has; what comes in any number, such as answers, is not named to the last.
    private static let mostViolations = 5 * Bounds.named

    mutating func warn(_ text: String) { warnings.append(text) }

    /// Warns of members that nobody read, with the nearest known name (R5).
    mutating func nameUnknown() {
        let unknown = members.keys.filter { !known.contains($0) }.sorted()
        for name in unknown.prefix(Bounds.named) {
            let near = known.compactMap { own in
                own.editDistance(to: name, atMost: 3).map { (distance: $0, name: own) }
            }
            let nearest = near.min { ($0.distance, $0.name) < ($1.distance, $1.name) }
            let hint = nearest.map { ", did you mean `\(path)\($0.name)`?" } ?? ""
            warnings.append("unknown field `\(path)\(name.clipped(100))`" + hint)
        }
        if unknown.count > Bounds.named { warnings.append("and \(unknown.count - Bounds.named) more unknown fields") }
    }

    /// Accepts whatever members there are, and gives those that are not among what was read of them.
    ///
    /// - Parameter own: what was read, as it would be written.
    /// - Returns: the members that have another name or say something else.
    mutating func rest(beside own: [String: JSON]) -> [String: JSON] {
        acceptAll()
        return members.filter { own[$0.key] != $0.value }
    }

    /// Accepts whatever members there are.
    mutating func acceptAll() { known.formUnion(members.keys) }
}

extension String {
    /// How many letters must be inserted, deleted, replaced or swapped with their neighbour to get `other`.
    ///
    /// Optimal string alignment distance (Damerau 1964).
    ///
    /// - Parameters:
    ///   - other: the other text.
    ///   - most: the greatest distance that counts.
    /// - Returns: the distance, or nil when it is greater.
    func editDistance(to other: String, atMost most: Int) -> Int? {
        // Texts so different in length are as far apart: nothing long is ever compared.
        guard abs(utf8.count - other.utf8.count) <= 4 * most else { return nil }
        let (a, b) = (Array(unicodeScalars), Array(other.unicodeScalars))
        guard abs(a.count - b.count) <= most else { return nil }
        var rows = [Array(0...b.count)]
        for i in 0..<a.count {
            var row = [i + 1]
            for j in 0..<b.count {
                var best = Swift.min(row[j] + 1, rows[i][j + 1] + 1, rows[i][j] + (a[i] == b[j] ? 0 : 1))
                if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] { best = Swift.min(best, rows[i - 1][j - 1] + 1) }
                row.append(best)
            }
            rows.append(row)
        }
        return rows[a.count][b.count] <= most ? rows[a.count][b.count] : nil
    }
}
