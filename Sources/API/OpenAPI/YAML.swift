import GhostHands

/// Writes JSON as YAML 1.2 in block style, every string quoted as in JSON, which YAML reads.
enum YAML {
    /// The text of a document, its keys sorted.
    static func text(_ json: JSON) -> String { lines(json).joined(separator: "\n") + "\n" }

    private static func lines(_ json: JSON) -> [String] {
        if let members = json.object, !members.isEmpty {
            return members.sorted { $0.key < $1.key }.flatMap { entry("\(key($0.key)):", $0.value) }
        }
        if let elements = json.array, !elements.isEmpty {
            return elements.flatMap { element -> [String] in
                let inner = lines(element)
                return ["- " + (inner.first ?? "")] + inner.dropFirst().map { "  " + $0 }
            }
        }
        return [json.text]
    }

    private static func entry(_ name: String, _ value: JSON) -> [String] {
        let inner = lines(value)
        let isBlock = !(value.object?.isEmpty ?? true) || !(value.array?.isEmpty ?? true)
        return isBlock ? [name] + inner.map { "  " + $0 } : [name + " " + (inner.first ?? "")]
    }

    private static func key(_ name: String) -> String {
        name.allSatisfy { $0.isASCII && ($0.isLetter || $0 == "_") } ? name : JSON.string(name).text
    }
}
