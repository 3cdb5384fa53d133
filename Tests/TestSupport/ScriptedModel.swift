import Foundation
public import GhostHands

/// A language model that says what a test tells it to, over the wires of the real ones; it counts a quarter of the bytes as
/// tokens, since no tokenizer is there.
public enum ScriptedModel {
    /// What it was asked.
    public struct Asked: Sendable {
        /// What it was told it is.
        public let instructions: String
        /// The question.
        public let text: String
        /// How many pictures came with it.
        public let images: Int
        /// The whole body.
        public let body: JSON
        /// The headers, by their names in lower case.
        public let headers: [String: String]
        /// Whether it came over Anthropic's wire.
        public let isMessages: Bool

        /// The form's fields by what the model calls them: the whole line of each.
        public var fields: [(id: String, line: String)] { lines("f") }
        /// The facts, the whole line of each.
        public var facts: [(id: String, line: String)] { lines("p") }
        /// The buttons, the whole line of each.
        public var buttons: [(id: String, line: String)] { lines("b") }

        /// The field whose line holds a text.
        /// - Parameter text: A part of its label.
        /// - Returns: What the model calls it.
        public func field(_ text: String) -> String? { fields.first { $0.line.contains(text) }?.id }

        /// The fact whose line holds a text.
        /// - Parameter text: A part of its name or of itself.
        /// - Returns: What the model calls it.
        public func fact(_ text: String) -> String? { facts.first { $0.line.contains(text) }?.id }

        private func lines(_ letter: Character) -> [(id: String, line: String)] {
            text.split(separator: "\n").compactMap { line in
                guard line.first == letter, let word = line.split(separator: " ").first else { return nil }
                let id = word.filter { $0 != "*" }
                guard Int(id.dropFirst()) != nil else { return nil }
                return (id, String(line))
            }
        }

        /// How many tokens it counts for what was asked.
        public var tokens: Int { (instructions.utf8.count + text.utf8.count + 3) / 4 }
    }

    /// What it says.
    public enum Reply: Sendable {
        /// This JSON.
        case json(JSON)
        /// This text, be it JSON or not.
        case text(String)
        /// An HTTP status with a body, and headers.
        case status(Int, String = "", [(String, String)] = [])
        /// The text broken off in its middle.
        case broken(String)
        /// It will not answer.
        case refusal
        /// Nothing, for a while.
        case silence(Duration)

        /// A plan for a page.
        /// - Parameters:
        ///   - answers: Field, values and the facts they follow from.
        ///   - asks: Fields that are left to a human, with the reason.
        ///   - click: A button.
        ///   - thought: What it thinks.
        /// - Returns: The plan.
        public static func plan(
            _ answers: [(field: String?, values: [String], because: [String?])],
            asks: [(field: String?, why: String)] = [],
            click: String? = nil,
            thought: String = "Filling in the open questions"
        ) -> Reply {
            .json([
                "thought": .string(thought), "click": .optional(click), "give_up": .null,
                "answers": .array(
                    answers.map { field, values, because in
                        [
                            "field": .string(field ?? "none"), "values": .array(values.map(JSON.string)),
                            "because": .array(because.map { .string($0 ?? "none") }),
                        ]
                    }
                ),
                "ask": .array(asks.map { ["field": .string($0.field ?? "none"), "why": .string($0.why)] }),
            ])
        }
    }

    /// Answers a request of either wire.
    /// - Parameters:
    ///   - request: The request.
    ///   - say: What the model says.
    /// - Returns: The reply, streamed as its wire does.
    public static func answer(_ request: Site.Request, _ say: (Asked) -> Reply) -> Site.Answer {
        guard request.method == "POST", let body = try? JSON(parsing: Data(request.body.utf8)) else {
            return .any("{}", type: "application/json", status: 404)
        }
        let isMessages = request.path.hasSuffix("/messages")
        let asked = isMessages ? messages(body, request) : chat(body, request)
        let reply = say(asked)
        switch reply {
        case .status(let code, let text, let headers):
            return .any(text, type: "application/json", status: code, headers: headers)
        case .silence(let duration): return .any("", type: "text/event-stream", after: duration)
        case .json(let json): return stream(json.text, asked, isMessages)
        case .text(let text): return stream(text, asked, isMessages)
        case .broken(let text): return stream(text, asked, isMessages, isBroken: true)
        case .refusal: return stream("", asked, isMessages, stop: isMessages ? "refusal" : "content_filter")
        }
    }

    private static func chat(_ body: JSON, _ request: Site.Request) -> Asked {
        let messages = body["messages"].array ?? []
        let content = messages.last?["content"] ?? .null
        let parts = content.array ?? []
        return Asked(
            instructions: messages.first?["content"].string ?? "",
            text: content.string ?? parts.compactMap { $0["text"].string }.joined(),
            images: parts.count { $0["type"] == "image_url" },
            body: body,
            headers: request.headers,
            isMessages: false
        )
    }

    private static func messages(_ body: JSON, _ request: Site.Request) -> Asked {
        let parts = body["messages"].array?.last?["content"].array ?? []
        return Asked(
            instructions: body["system"].array?.first?["text"].string ?? "",
            text: parts.compactMap { $0["text"].string }.joined(),
            images: parts.count { $0["type"] == "image" },
            body: body,
            headers: request.headers,
            isMessages: true
        )
    }

    /// In pieces, as real ones send.
    private static func stream(
        _ text: String,
        _ asked: Asked,
        _ isMessages: Bool,
        stop: String? = nil,
        isBroken: Bool = false
    ) -> Site.Answer {
        let output = (text.utf8.count + 3) / 4
        var pieces: [String] = []
        var rest = text[...]
        while !rest.isEmpty {
            pieces.append(String(rest.prefix(23)))
            rest = rest.dropFirst(23)
        }
        let events =
            isMessages
            ? messageEvents(pieces, asked.tokens, output, stop ?? "tool_use")
            : chatEvents(pieces, asked.tokens, output, stop ?? "stop")
        let sent = isBroken ? Array(events.prefix(1 + pieces.count / 2)) : events
        return .any(sent.joined(), type: "text/event-stream")
    }

    private static func chatEvents(_ pieces: [String], _ input: Int, _ output: Int, _ stop: String) -> [String] {
        let deltas: [JSON] = pieces.map { ["choices": [["index": 0, "delta": ["content": .string($0)]]]] }
        let end: [JSON] = [
            ["choices": [["index": 0, "delta": [:], "finish_reason": .string(stop)]]],
            [
                "choices": [],
                "usage": ["prompt_tokens": .int(Int64(input)), "completion_tokens": .int(Int64(output))],
            ],
        ]
        return (deltas + end).map { "data: \($0.text)\n\n" } + ["data: [DONE]\n\n"]
    }

    private static func messageEvents(_ pieces: [String], _ input: Int, _ output: Int, _ stop: String) -> [String] {
        let start: JSON = [
            "type": "message_start",
            "message": ["usage": ["input_tokens": .int(Int64(input)), "output_tokens": 1]],
        ]
        let deltas: [JSON] = pieces.map {
            [
                "type": "content_block_delta", "index": 0,
                "delta": ["type": "input_json_delta", "partial_json": .string($0)],
            ]
        }
        let end: [JSON] = [
            [
                "type": "message_delta", "delta": ["stop_reason": .string(stop)],
                "usage": ["output_tokens": .int(Int64(output))],
            ],
            ["type": "message_stop"],
        ]
        return ([start] + deltas + end).map { "event: \($0["type"].string ?? "")\ndata: \($0.text)\n\n" }
    }
}
