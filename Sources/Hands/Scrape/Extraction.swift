import GhostHands

/// The prompt by which a model turns a page's text into data of a schema.
struct Extraction: Sendable {
    private let schema: JSON
    /// Whether the schema itself is that of an object; models answer with objects only.
    private let isObject: Bool

    init(_ schema: JSON) {
        self.schema = schema
        isObject = schema["type"].string == "object" || schema["properties"].object != nil
    }

    /// Whether addresses are asked for.
    var wantsLinks: Bool {
        let text = schema.text.lowercased()
        return ["url", "link", "href", "\"uri\""].contains { text.contains($0) }
    }

    private static let mostCharacters = 24_000

    /// The text in parts that a model reads at once.
    static func parts(of lines: [String]) -> [[String]] {
        var parts: [[String]] = [[]]
        var count = 0
        for line in lines {
            let cut = String(line.prefix(2000))
            if count + cut.count > mostCharacters {
                parts.append([])
                count = 0
            }
            parts[parts.count - 1].append(cut)
            count += cut.count + 3
        }
        return Array(parts.prefix(4))
    }

    private static let instructions = """
        You bring the text of a web page into a JSON Schema. \(PageWords.marked) Take every value from the page as it \
        is written there; leave out or set to null what it does not say; never invent. Lists hold every entry that the \
        text shows, in its order.
        """

    func question(_ instruction: String, _ lines: [String], page title: String, _ complaints: [String]) -> ModelQuestion
    {
        var text = "TASK \(instruction.quoted)\nPAGE \(title.quoted)\n"
        text += lines.map { "| \($0.oneLine)" }.joined(separator: "\n")
        if !complaints.isEmpty {
            text += "\n\nYour last answer would not do: \(complaints.prefix(10).joined(separator: "; ")). Answer again."
        }
        var question = ModelQuestion(
            instructions: Self.instructions,
            text: text,
            schema: isObject
                ? schema
                : [
                    "type": "object", "required": ["data"], "properties": ["data": schema],
                    "additionalProperties": false,
                ],
            schemaName: "data",
            mostOutput: 4000
        )
        question.isStrict = false
        return question
    }

    /// The data in a model's answer; nil when there is none.
    func data(in answer: JSON?) -> JSON? {
        guard let answer else { return nil }
        if isObject { return answer }
        return answer.object?["data"]
    }
}
