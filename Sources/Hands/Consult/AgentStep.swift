import Chromium
import GhostHands

/// One step that a model wants taken.
struct AgentStep: Sendable {
    enum Action: String, Sendable, CaseIterable {
        case click, fill, choose, check, press

        /// The same as a step of the timeline.
        var kind: JobEvent.StepKind {
            switch self {
            case .click: .click
            case .fill: .fill
            case .choose: .choose
            case .check: .check
            case .press: .press
            }
        }

        var words: String {
            switch self {
            case .click: "Click an element"
            case .fill: "Fill a field"
            case .choose: "Choose an option"
            case .check: "Set a box"
            case .press: "Press a key"
            }
        }
    }

    enum Kind: Sendable {
        case act(Action)
        case done
        case giveUp
    }

    let thought: String
    let kind: Kind
    let element: Int?
    let value: String
    let data: JSON

    init?(_ json: JSON?) {
        guard let json, let name = json["do"].string else { return nil }
        switch name {
        case "done": kind = .done
        case "give_up": kind = .giveUp
        default:
            guard let action = Action(rawValue: name) else { return nil }
            kind = .act(action)
        }
        thought = json["thought"].string ?? ""
        element = json["element"].int
        value = json["value"].plainText ?? ""
        data = json["data"].string.flatMap { JSON(in: $0) } ?? json["data"]
    }

    /// The shape of a step in an answer.
    ///
    /// - Parameter isOfTask: whether the step may end the task with data, or only work one control.
    /// - Returns: the JSON Schema.
    static func schema(isOfTask: Bool) -> JSON {
        let names = Action.allCases.map(\.rawValue) + (isOfTask ? ["done"] : []) + ["give_up"]
        let nullable: JSON = ["type": ["string", "null"]]
        var properties: [String: JSON] = [
            "thought": ["type": "string"],
            "do": ["type": "string", "enum": .array(names.map(JSON.string))],
            "element": ["type": ["integer", "null"]],
            "value": nullable,
        ]
        var required = ["thought", "do", "element", "value"]
        if isOfTask {
            properties["data"] = nullable
            required.append("data")
        }
        return [
            "type": "object", "additionalProperties": false, "required": .array(required.map(JSON.string)),
            "properties": .object(properties),
        ]
    }
}

extension Outline {
    /// The most characters of a page that a model reads at once.
    static let mostCharacters = 16_000

    /// Its lines, each marked as copied from the page.
    var marked: String { text.split(separator: "\n").map { "| \($0)" }.joined(separator: "\n") }
}

extension ChromiumError {
    /// Whether an element could not be acted upon, or what it led to did not load; the page itself is there.
    var isOfElement: Bool { Filler.isOfControl(self) || code == .navigation }
}
