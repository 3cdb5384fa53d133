import FoundationEssentials

/// Reads the members of a request object, gathering every violation and every unknown member instead of stopping.
struct RequestReader {
    private(set) var violations: [FieldViolation] = []
    private(set) var warnings: [String] = []
    private let members: [String: JSON]
    private let path: String
    private var known: Set<String> = []

    init(_ members: [String: JSON], path: String = "") {
        self.members = members
        self.path = path
    }

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
        } else if text.count > max {
            violate(name, "At most \(max) characters", .tooBig)
        } else if (required || nonEmpty) && text.allSatisfy(\.isWhitespace) {
            violate(name, "Must not be empty", .tooSmall)
        }
        return text
    }

    mutating func url(_ name: String, max: Int = 2048, required: Bool = false) -> String? {
        guard let text = string(name, max: max, required: required) else { return nil }
        if case .refused(let reason) = WebAddress.parse(text) { violate(name, reason, .invalidString) }
        return text
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
            violate(name, "Expected a time like 2026-02-16T12:00:00Z", .invalidString)
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
        if number < range.lowerBound { violate(name, "At least \(range.lowerBound)", .tooSmall) }
        if number > range.upperBound { violate(name, "At most \(range.upperBound)", .tooBig) }
        return number
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
        return elements
    }

    mutating func strings(_ name: String, max: Int, eachAtMost length: Int) -> [String] {
        array(name, max: max).enumerated().compactMap { index, element in
            guard let text = element.string else {
                violate("\(name).\(index)", "Expected a string", .invalidType)
                return nil
            }
            if text.count > length { violate("\(name).\(index)", "At most \(length) characters", .tooBig) }
            return text
        }
    }

    /// Reads a member object with a reader of its own and keeps what that one found.
    mutating func nested(_ name: String, required: Bool = false, _ body: (inout RequestReader) -> Void) {
        guard let object = object(name, required: required) else { return }
        read(object, at: name, body)
    }

    mutating func read(_ object: [String: JSON], at name: String, _ body: (inout RequestReader) -> Void) {
        var inner = RequestReader(object, path: path + name + ".")
        body(&inner)
        inner.nameUnknown()
        violations += inner.violations
        warnings += inner.warnings
    }

    mutating func violate(_ name: String, _ message: String, _ code: FieldViolation.Code) {
        violations.append(FieldViolation(field: path + name, message: message, code: code))
    }

    mutating func warn(_ text: String) { warnings.append(text) }

    /// Warns of members that nobody read, with the nearest known name (R5).
    mutating func nameUnknown() {
        for name in members.keys.sorted() where !known.contains(name) {
            let nearest = known.min { ($0.editDistance(to: name), $0) < ($1.editDistance(to: name), $1) }
            let hint = nearest.flatMap { $0.editDistance(to: name) <= 3 ? ", did you mean `\(path)\($0)`?" : nil }
            warnings.append("unknown field `\(path)\(name.prefix(100))`" + (hint ?? ""))
        }
    }

    /// Accepts whatever members there are.
    mutating func acceptAll() { known.formUnion(members.keys) }
}

extension String {
    /// How many characters must be inserted, deleted, replaced or swapped with their neighbour to get `other`.
    ///
    /// Optimal string alignment distance (Damerau 1964); long names are compared by their first 64 characters.
    func editDistance(to other: String) -> Int {
        let a = Array(self.prefix(64))
        let b = Array(other.prefix(64))
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
        return rows[a.count][b.count]
    }
}
