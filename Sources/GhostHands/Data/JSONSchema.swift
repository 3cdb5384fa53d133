/// Checks data against a JSON Schema (draft 2020-12: the keywords that describe data; none that fetches anything).
public struct JSONSchema: Sendable {
    private let root: JSON

    /// The most faults that are reported.
    private static let most = 20
    private static let deepest = 40
    /// How many steps a check may take; schemas can refer to themselves.
    private static let mostSteps = 20_000_000.0
    /// What one keyword costs beside a step of a pattern.
    private static let stepsOfCheck = 50.0

    /// A schema.
    ///
    /// - Parameter root: the schema itself.
    public init(_ root: JSON) { self.root = root }

    /// Where data does not fit.
    public struct Fault: Sendable, Hashable {
        /// Where, as `/jobs/0/title`.
        public let path: String
        /// What is wrong, without the value.
        public let message: String
    }

    /// Checks data against the schema.
    ///
    /// - Returns: what does not fit; empty when all does.
    public func faults(in data: JSON) -> [Fault] {
        var faults = Found()
        check(data, root, "", 0, &faults)
        if faults.steps > Self.mostSteps { fault("costs too much to hold against its schema", "", &faults) }
        return faults.list
    }

    /// What was found so far, and what it took.
    private struct Found {
        var list: [Fault] = []
        var steps = 0.0
    }

    private func check(_ data: JSON, _ schema: JSON, _ path: String, _ depth: Int, _ faults: inout Found) {
        faults.steps += Self.stepsOfCheck
        guard faults.list.count < Self.most, faults.steps <= Self.mostSteps else { return }
        guard depth < Self.deepest else { return fault("is nested too deep", path, &faults) }
        if schema.bool == false { return fault("may not be there", path, &faults) }
        guard schema.object != nil else { return }
        if let reference = schema["$ref"].string {
            check(data, resolve(String(reference)), path, depth + 1, &faults)
        }
        checkKind(data, schema, path, &faults)
        checkChoices(data, schema, path, depth, &faults)
        switch data {
        case .object(let members): check(members, schema, path, depth, &faults)
        case .array(let elements): check(elements, schema, path, depth, &faults)
        case .string(let text): check(text, schema, path, &faults)
        case .int, .double: if let number = data.double { check(number, schema, path, &faults) }
        case .null, .bool: break
        }
    }

    private func fault(_ message: String, _ path: String, _ faults: inout Found) {
        faults.list.append(Fault(path: path.isEmpty ? "/" : path, message: message))
    }

    /// `#/$defs/job` and the like; what is not within the schema allows nothing.
    private func resolve(_ reference: String) -> JSON {
        guard reference == "#" || reference.hasPrefix("#/") else { return .bool(false) }
        return reference.dropFirst(2).split(separator: "/").reduce(root) { at, part in
            at[String(part).replacing("~1", with: "/").replacing("~0", with: "~")]
        }
    }

    private func checkKind(_ data: JSON, _ schema: JSON, _ path: String, _ faults: inout Found) {
        let kinds = schema["type"].array?.compactMap(\.string) ?? [schema["type"].string].compactMap(\.self)
        if !kinds.isEmpty, !kinds.contains(where: { Self.isKind($0, data) }) {
            fault("is not \(kinds.joined(separator: " or "))", path, &faults)
        }
        if let allowed = schema["enum"].array, !allowed.contains(data) {
            fault("must be one of \(allowed.prefix(20).map(\.text).joined(separator: ", "))", path, &faults)
        }
        if schema.object?["const"].map({ $0 != data }) ?? false { fault("is not the one value allowed", path, &faults) }
    }

    private static func isKind(_ kind: String, _ data: JSON) -> Bool {
        switch kind {
        case "object": data.object != nil
        case "array": data.array != nil
        case "string": data.string != nil
        case "number": data.double != nil
        case "integer": data.int != nil
        case "boolean": data.bool != nil
        case "null": data.isNull
        default: true
        }
    }

    private func checkChoices(
        _ data: JSON,
        _ schema: JSON,
        _ path: String,
        _ depth: Int,
        _ faults: inout Found
    ) {
        for part in schema["allOf"].array ?? [] { check(data, part, path, depth + 1, &faults) }
        func fits(_ one: JSON) -> Bool {
            var found = Found(steps: faults.steps)
            check(data, one, path, depth + 1, &found)
            faults.steps = found.steps
            return found.list.isEmpty
        }
        if let any = schema["anyOf"].array, !any.contains(where: fits) {
            fault("fits none of its kinds", path, &faults)
        }
        if let one = schema["oneOf"].array, one.count(where: fits) != 1 {
            fault("does not fit exactly one of its kinds", path, &faults)
        }
        if schema["not"].object != nil, fits(schema["not"]) { fault("fits what it must not", path, &faults) }
    }

    private func check(
        _ members: [String: JSON],
        _ schema: JSON,
        _ path: String,
        _ depth: Int,
        _ faults: inout Found
    ) {
        for name in schema["required"].array?.compactMap(\.string) ?? [] where members[name] == nil {
            fault("is missing", "\(path)/\(name)", &faults)
        }
        let known = schema["properties"].object ?? [:]
        for (name, value) in members.sorted(by: { $0.key < $1.key }) {
            if let own = known[name] {
                check(value, own, "\(path)/\(name)", depth + 1, &faults)
            } else if schema.object?["additionalProperties"] != nil {
                check(value, schema["additionalProperties"], "\(path)/\(name)", depth + 1, &faults)
            }
        }
    }

    private func check(
        _ elements: [JSON],
        _ schema: JSON,
        _ path: String,
        _ depth: Int,
        _ faults: inout Found
    ) {
        if let least = schema["minItems"].int, elements.count < least { fault("has too few items", path, &faults) }
        if let most = schema["maxItems"].int, elements.count > most { fault("has too many items", path, &faults) }
        if schema["uniqueItems"].bool == true, Set(elements).count < elements.count {
            fault("repeats an item", path, &faults)
        }
        let first = schema["prefixItems"].array ?? []
        for (index, element) in elements.enumerated() {
            let own = index < first.count ? first[index] : schema["items"]
            check(element, own, "\(path)/\(index)", depth + 1, &faults)
        }
    }

    private func check(_ text: String, _ schema: JSON, _ path: String, _ faults: inout Found) {
        if let least = schema["minLength"].int, text.unicodeScalars.count < least {
            fault("is too short", path, &faults)
        }
        if let most = schema["maxLength"].int, text.unicodeScalars.count > most { fault("is too long", path, &faults) }
        if let format = schema["format"].string, !Self.isOf(format, text) {
            fault("is not a valid \(format)", path, &faults)
        }
        guard let pattern = schema["pattern"].string, !pattern.isLonger(than: 500), !text.isLonger(than: 2000),
            let steps = PatternCost.steps(pattern, on: text.unicodeScalars.count),
            faults.steps + steps <= Self.mostSteps, let regex = try? Regex(pattern)
        else { return }
        faults.steps += steps
        if text.firstMatch(of: regex) == nil { fault("does not match its pattern", path, &faults) }
    }

    private static func isOf(_ format: String, _ text: String) -> Bool {
        switch format {
        case "uri", "url": WebAddress(text) != nil
        case "email": text.contains("@") && !text.contains(where: \.isWhitespace)
        case "date": CalendarDate(text)?.isoDay == text
        default: true
        }
    }

    private func check(_ number: Double, _ schema: JSON, _ path: String, _ faults: inout Found) {
        if let least = schema["minimum"].double, number < least { fault("is less than \(least)", path, &faults) }
        if let most = schema["maximum"].double, number > most { fault("is more than \(most)", path, &faults) }
        if let below = schema["exclusiveMinimum"].double, number <= below { fault("is too small", path, &faults) }
        if let above = schema["exclusiveMaximum"].double, number >= above { fault("is too large", path, &faults) }
    }
}
