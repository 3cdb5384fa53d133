import Foundation
import GhostHands
import NIOConcurrencyHelpers

/// A model behind Anthropic's messages: JSON is asked for as the input of a tool that must be used.
public struct MessagesModel: LanguageModel {
    /// The provider's own name of it.
    public let name: String
    private let server: ModelServer

    /// A model.
    ///
    /// - Parameter server: where it answers.
    public init(_ name: String, server: ModelServer) {
        self.name = name
        self.server = server
    }

    /// Asks.
    ///
    /// - Parameter question: what is asked.
    /// - Returns: the answer.
    /// - Throws: ``ModelError``; ``CancellationError`` when it is called off.
    public func answer(_ question: ModelQuestion) async throws -> ModelAnswer {
        var headers = [("anthropic-version", "2023-06-01")]
        if let key = server.key { headers.append(("x-api-key", key.text)) }
        return try await server.answer(to: question, body(question), at: "messages", headers: headers) {
            try $0.takeMessageEvent($1)
        }
    }

    private func body(_ question: ModelQuestion) -> JSON {
        let images = question.images.map { image in
            JSON.object([
                "type": "image",
                "source": [
                    "type": "base64", "media_type": .string(image.imageType),
                    "data": .string(image.base64EncodedString()),
                ],
            ])
        }
        return [
            "model": .string(name), "stream": true, "max_tokens": JSON(question.mostOutput),
            // What stays the same from question to question is kept by the provider, where it is long enough for that.
            "system": [
                [
                    "type": "text", "text": .string(question.instructions), "cache_control": ["type": "ephemeral"],
                ]
            ],
            "messages": [
                ["role": "user", "content": .array(images + [["type": "text", "text": .string(question.text)]])]
            ],
            "tools": [
                [
                    "name": .string(question.schemaName), "description": "Gives the answer.",
                    "input_schema": question.schema,
                ]
            ],
            "tool_choice": ["type": "tool", "name": .string(question.schemaName)],
        ]
    }
}

extension PartialAnswer {
    fileprivate mutating func takeMessageEvent(_ json: JSON) throws {
        switch json["type"].string {
        case "message_start": count(json["message"]["usage"])
        case "content_block_delta":
            text += json["delta"]["partial_json"].string ?? json["delta"]["text"].string ?? ""
            thought += json["delta"]["thinking"].string?.utf8.count ?? 0
        case "message_delta":
            count(json["usage"])
            end(json["delta"]["stop_reason"].string)
        case "message": takeMessage(json)
        case "error": throw Self.brokenOff
        default: break
        }
    }

    /// A server that does not stream sends the whole message at once.
    private mutating func takeMessage(_ json: JSON) {
        count(json["usage"])
        end(json["stop_reason"].string)
        for block in json["content"].array ?? [] {
            text += block["input"].object != nil ? block["input"].text : block["text"].string ?? ""
        }
    }

    private mutating func end(_ reason: String?) {
        switch reason {
        case "max_tokens": stop = .cut
        case "refusal": stop = .refused
        default: break
        }
    }

    /// The counts of a later message stand for the whole, where they are given again.
    private mutating func count(_ json: JSON) {
        guard json.object != nil else { return }
        var usage = usage ?? TokenUsage()
        if let fresh = json["input_tokens"].int {
            let (read, written) = (json["cache_read_input_tokens"].int, json["cache_creation_input_tokens"].int)
            usage = TokenUsage(
                input: fresh + (read ?? 0) + (written ?? 0),
                cached: read ?? 0,
                output: usage.output,
                written: written ?? 0
            )
        }
        if let output = json["output_tokens"].int { usage.output = output }
        self.usage = usage
    }
}
