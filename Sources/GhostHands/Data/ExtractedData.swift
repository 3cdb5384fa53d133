/// Data that was read from one page after the other.
public enum ExtractedData {
    /// Joins what the next page gave to what there is: lists grow, what is there already stays.
    ///
    /// - Parameters:
    ///   - data: what there is.
    ///   - more: what the next page gave.
    /// - Returns: both; an item that is there already is not there twice.
    public static func join(_ data: JSON, _ more: JSON) -> JSON {
        switch (data, more) {
        case (.null, _): return more
        case (.array(let old), .array(let new)):
            let known = Set(old)
            return .array(old + new.filter { !known.contains($0) })
        case (.object(let old), .object(let new)): return .object(old.merging(new) { join($0, $1) })
        default: return data
        }
    }

    /// The paths of texts and numbers that do not stand in what was read: a model may have made them up.
    ///
    /// - Parameters:
    ///   - text: everything that was read.
    ///   - schema: what the data is to be; what it lets choose from need not stand there.
    /// - Returns: the paths, as `/jobs/0/title`.
    public static func unfounded(_ data: JSON, in text: String, schema: JSON) -> [String] {
        let words = Words(text)
        let digits = text.filter(\.isNumber)
        var found: [String] = []
        walk(data, schema, "") { value, schema, path in
            guard schema["enum"].array == nil, schema.object?["const"] == nil else { return }
            switch value {
            case .string(let value):
                let own = Words(value)
                let isThere = value.isEmpty || text.contains(value) || (!own.list.isEmpty && words.contains(own.text))
                if !isThere { found.append(path) }
            // A page may part its thousands.
            case .int(let value): if !digits.contains(String(value.magnitude)) { found.append(path) }
            default: break
            }
        }
        return found
    }

    private static func walk(_ data: JSON, _ schema: JSON, _ path: String, _ visit: (JSON, JSON, String) -> Void) {
        switch data {
        case .object(let members):
            for (name, value) in members.sorted(by: { $0.key < $1.key }) {
                walk(value, schema["properties"][name], "\(path)/\(name)", visit)
            }
        case .array(let elements):
            for (index, element) in elements.enumerated() { walk(element, schema["items"], "\(path)/\(index)", visit) }
        default: visit(data, schema, path)
        }
    }
}
