struct NewWorld: Decodable, Sendable {
    let executionContextId: Int
}

struct Evaluation: Decodable, Sendable {
    struct Object: Decodable, Sendable {
        let objectId: String?
    }

    let result: Object
    let exceptionDetails: ScriptFailure?
}

struct TextEvaluation: Decodable, Sendable {
    struct Object: Decodable, Sendable {
        let value: String?

        private enum CodingKeys: CodingKey {
            case value
        }

        /// When the function throws, the reply has another shape than its value.
        init(from decoder: any Decoder) throws {
            value = try? decoder.container(keyedBy: CodingKeys.self).decode(String.self, forKey: .value)
        }
    }

    let result: Object
    let exceptionDetails: ScriptFailure?
}

struct NumberEvaluation: Decodable, Sendable {
    struct Object: Decodable, Sendable {
        let value: Int?
    }

    let result: Object
    let exceptionDetails: ScriptFailure?
}

/// Where a script failed.
///
/// What it said may quote the page, and is left out.
struct ScriptFailure: Decodable, Sendable {
    struct Thrown: Decodable, Sendable {
        let className: String?
    }

    let lineNumber: Int
    let columnNumber: Int
    let exception: Thrown?
}

struct FrameOwner: Decodable, Sendable {
    let backendNodeId: Int
}

struct ResolvedNode: Decodable, Sendable {
    struct Object: Decodable, Sendable {
        let objectId: String
    }

    let object: Object
}

extension Command where Result == NewWorld {
    static func isolatedWorld(in frame: String) -> Command {
        Command("Page.createIsolatedWorld", ["frameId": .string(frame), "worldName": "ghosthands"])
    }
}

extension Command where Result == Evaluation {
    static func evaluate(_ source: String, in context: Int) -> Command {
        Command("Runtime.evaluate", ["expression": .string(source), "contextId": .int(context)])
    }

    static func object(_ call: WorldCall) -> Command {
        Command("Runtime.callFunctionOn", call.params(byValue: false))
    }
}

extension Command where Result == TextEvaluation {
    static func text(_ call: WorldCall) -> Command {
        Command("Runtime.callFunctionOn", call.params(byValue: true))
    }
}

extension Command where Result == NumberEvaluation {
    static func number(_ call: WorldCall) -> Command {
        Command("Runtime.callFunctionOn", call.params(byValue: true))
    }
}

extension Command where Result == FrameOwner {
    static func owner(of frame: String) -> Command { Command("DOM.getFrameOwner", ["frameId": .string(frame)]) }
}

extension Command where Result == ResolvedNode {
    static func resolve(_ node: Int, in context: Int) -> Command {
        Command("DOM.resolveNode", ["backendNodeId": .int(node), "executionContextId": .int(context)])
    }
}

extension Command where Result == Nothing {
    /// Runs a script in our world of every document to come, before any of the page's own; where it is wanted, also in the
    /// one that is there.
    static func preload(_ source: String, immediately: Bool) -> Command {
        Command(
            "Page.addScriptToEvaluateOnNewDocument",
            ["source": .string(source), "worldName": "ghosthands", "runImmediately": .bool(immediately)]
        )
    }

    /// Runs a script in our world of every document, those that are there as well.
    static func plant(_ source: String) -> Command {
        Command(
            "Page.addScriptToEvaluateOnNewDocument",
            ["source": .string(source), "worldName": "ghosthands", "runImmediately": true]
        )
    }

    /// Gives our worlds a function whose calls are told to us.
    static func bind(_ name: String) -> Command {
        Command("Runtime.addBinding", ["name": .string(name), "executionContextName": "ghosthands"])
    }

    static func unbind(_ name: String) -> Command { Command("Runtime.removeBinding", ["name": .string(name)]) }

    static func setFiles(_ paths: [String], of object: String) -> Command {
        Command(
            "DOM.setFileInputFiles",
            ["files": .array(paths.map { .string($0) }), "objectId": .string(object)]
        )
    }
}

/// A call of one of our functions in a world of ours.
struct WorldCall: Sendable {
    /// The world that is meant.
    enum Place: Sendable {
        /// By its own object, so that no other can be meant.
        case object(String)
        /// By its number, which a later document of another process may have too.
        case context(Int)
    }

    enum Argument: Sendable {
        case value(JSONValue)
        case object(String)
    }

    private static let glue = String(decoding: PackageResources.call_js, as: UTF8.self)

    let place: Place
    let function: String
    let arguments: [Argument]

    func params(byValue: Bool) -> JSONValue {
        let passed: [JSONValue] = arguments.map { argument in
            switch argument {
            case .value(let value): ["value": value]
            case .object(let id): ["objectId": .string(id)]
            }
        }
        let (name, meant): (String, JSONValue) =
            switch place {
            case .object(let id): ("objectId", .string(id))
            case .context(let number): ("executionContextId", .int(number))
            }
        return [
            "functionDeclaration": .string(Self.glue), name: meant,
            "arguments": .array([["value": .string(function)]] + passed),
            "awaitPromise": true, "returnByValue": .bool(byValue), "userGesture": false,
        ]
    }
}
