import Foundation
import GhostHands
import NIOConcurrencyHelpers

/// A model behind chat completions as OpenAI defined them: OpenAI, DeepSeek, SiliconFlow, Moonshot, MiniMax, Zhipu, Qwen,
/// Gemini, and servers of one's own (Ollama, vLLM, llama.cpp).
public final class ChatCompletionsModel: LanguageModel {
    /// The provider's own name of it.
    public let name: String
    private let server: ModelServer
    /// Whether the provider is OpenAI, whose newer models want other names for the same bounds.
    private let isOpenAI: Bool
    /// What the server has understood before; nil until it has answered once.
    private let known = NIOLockedValueBox<Way?>(nil)

    /// How JSON is asked for, the surest first; not every server understands every one.
    private enum Way: Int, Sendable {
        /// By its schema, which the server holds the model to.
        case schema
        /// As JSON of any shape, the schema told in words.
        case object
        /// In words alone, and without any member that a simple server might not know.
        case words
    }

    /// A model.
    ///
    /// - Parameter server: where it answers.
    public init(_ name: String, server: ModelServer, isOpenAI: Bool = false) {
        self.name = name
        self.server = server
        self.isOpenAI = isOpenAI
    }

    /// Asks, in the most reliable way that the server understands.
    ///
    /// - Parameter question: what is asked.
    /// - Returns: the answer.
    /// - Throws: ``ModelError``; ``CancellationError`` when it is called off.
    public func answer(_ question: ModelQuestion) async throws -> ModelAnswer {
        let known = known.withLockedValue(\.self)
        var way = known ?? .schema
        var first: ModelError?
        while true {
            do {
                let answer = try await ask(question, way, isKnown: way == known)
                self.known.withLockedValue { $0 = way }
                return answer
            } catch let error as ModelError where error.code == .badRequest {
                // It may be the question that is wrong, and not the way of asking: then the first complaint says so.
                guard let next = Way(rawValue: way.rawValue + 1) else { throw first ?? error }
                first = first ?? error
                way = next
            }
        }
    }

    private func ask(_ question: ModelQuestion, _ way: Way, isKnown: Bool) async throws -> ModelAnswer {
        let headers = server.key.map { [("authorization", "Bearer \($0.text)")] } ?? []
        return try await server.answer(
            to: question,
            body(question, way),
            at: "chat/completions",
            headers: headers,
            // Some servers fail over a member that they do not know, instead of refusing it.
            isUnderstood: isKnown || way == .words
        ) { try $0.takeChunk($1) }
    }

    private func body(_ question: ModelQuestion, _ way: Way) -> JSON {
        var instructions = question.instructions
        if way != .schema {
            instructions +=
                "\n\nAnswer with one JSON object of this JSON Schema and nothing else: \(question.schema.text)"
        }
        var members: [String: JSON] = [
            "model": .string(name), "stream": true,
            "messages": [
                ["role": "system", "content": .string(instructions)], ["role": "user", "content": content(question)],
            ],
        ]
        members[isOpenAI ? "max_completion_tokens" : "max_tokens"] = JSON(question.mostOutput)
        if !isOpenAI { members["temperature"] = 0 }
        if way != .words { members["stream_options"] = ["include_usage": true] }
        switch way {
        case .schema:
            members["response_format"] = [
                "type": "json_schema",
                "json_schema": [
                    "name": .string(question.schemaName), "strict": .bool(question.isStrict), "schema": question.schema,
                ],
            ]
        case .object: members["response_format"] = ["type": "json_object"]
        case .words: break
        }
        return .object(members)
    }

    private func content(_ question: ModelQuestion) -> JSON {
        guard !question.images.isEmpty else { return .string(question.text) }
        let images = question.images.map { image in
            let url = "data:\(image.imageType);base64,\(image.base64EncodedString())"
            return JSON.object(["type": "image_url", "image_url": ["url": .string(url)]])
        }
        return .array([["type": "text", "text": .string(question.text)]] + images)
    }
}

extension PartialAnswer {
    fileprivate mutating func takeChunk(_ json: JSON) throws {
        if !json["error"].isNull { throw Self.brokenOff }
        if let choice = json["choices"].array?.first { takeChoice(choice) }
        let count = json["usage"]
        guard let input = count["prompt_tokens"].int else { return }
        let cached = count["prompt_tokens_details"]["cached_tokens"].int ?? count["prompt_cache_hit_tokens"].int
        usage = TokenUsage(input: input, cached: cached ?? 0, output: count["completion_tokens"].int ?? 0)
    }

    private mutating func takeChoice(_ choice: JSON) {
        // A server that does not stream sends the whole message at once.
        let piece = choice["delta"].isNull ? choice["message"] : choice["delta"]
        text += piece["content"].string ?? ""
        thought += piece["reasoning_content"].string?.utf8.count ?? 0
        if piece["refusal"].string?.isEmpty == false { stop = .refused }
        switch choice["finish_reason"].string {
        case "length": stop = .cut
        case "content_filter": stop = .refused
        default: break
        }
    }
}

extension Data {
    /// The media type of a picture.
    var imageType: String { starts(with: [0xFF, 0xD8]) ? "image/jpeg" : "image/png" }
}
