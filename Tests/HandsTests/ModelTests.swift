import Foundation
import GhostHands
import NIOConcurrencyHelpers
import TestSupport
import Testing

@testable import Hands

/// The two wires to real servers, and what servers do wrong.
struct ModelTests {
    static let question = ModelQuestion(
        instructions: "Answer.",
        text: "What?",
        images: [Data([0x89, 0x50, 0x4E, 0x47])],
        schema: [
            "type": "object", "required": ["a"], "additionalProperties": false, "properties": ["a": ["type": "string"]],
        ],
        schemaName: "answer",
        mostOutput: 77,
        patience: .seconds(20)
    )

    static func ask(
        _ wire: ModelCatalog.Wire = .chatCompletions,
        question: ModelQuestion = question,
        isOpenAI: Bool = false,
        times: Int = 1,
        _ answer: @escaping @Sendable (Site.Request, Int) -> Site.Answer
    ) async throws -> (answers: [Result<ModelAnswer, ModelError>], requests: [Site.Request]) {
        let count = NIOLockedValueBox(0)
        return try await Site.open { request in
            answer(
                request,
                count.withLockedValue { count in
                    count += 1
                    return count
                }
            )
        } _: { site in
            let server = ModelServer(baseURL: site.origin + "/v1/", key: .init("sk-secret"), jitter: { 0 })
            let model: any LanguageModel =
                wire == .messages
                ? MessagesModel("m", server: server) : ChatCompletionsModel("m", server: server, isOpenAI: isOpenAI)
            var answers: [Result<ModelAnswer, ModelError>] = []
            for _ in 0..<times {
                do {
                    answers.append(.success(try await model.answer(question)))
                } catch let error as ModelError {
                    answers.append(.failure(error))
                }
            }
            return (answers, site.requests)
        }
    }

    private func body(_ request: Site.Request) throws -> JSON { try JSON(parsing: Data(request.body.utf8)) }

    @Test(arguments: ModelCatalog.Wire.allCases) func `a question goes out whole and its answer comes in pieces`(
        _ wire: ModelCatalog.Wire
    ) async throws {
        let (answers, requests) = try await Self.ask(wire) { request, _ in
            ScriptedModel.answer(request) { asked in
                .json(["a": .string(String(repeating: "so ", count: 30)), "images": .int(Int64(asked.images))])
            }
        }
        let answer = try #require(try answers.first?.get())
        #expect(answer.json?["images"] == 1)
        #expect(answer.json?["a"].string?.count == 90)
        #expect(answer.usage == TokenUsage(input: 3, output: (answer.length + 3) / 4))
        #expect(answer.stop == .finished)
        let body = try body(requests[0])
        #expect(requests[0].path == (wire == .messages ? "/v1/messages" : "/v1/chat/completions"))
        #expect(body["max_tokens"] == 77)
        #expect(body["stream"] == true)
        let schema =
            wire == .messages
            ? body["tools"].array?[0]["input_schema"] : body["response_format"]["json_schema"]["schema"]
        #expect(schema == Self.question.schema)
    }

    @Test func `a server that knows no schema is asked for JSON, then in words, and that is remembered`() async throws {
        let (answers, requests) = try await Self.ask(times: 2) { request, _ in
            guard let body = try? JSON(parsing: Data(request.body.utf8)) else { return .html("", status: 500) }
            guard body["response_format"].isNull, body["stream_options"].isNull else {
                return .any(#"{"error": {"message": "unknown field", "type": "invalid_request_error"}}"#, status: 400)
            }
            return ScriptedModel.answer(request) { _ in .text("Sure! ```json\n{\"a\": \"b {\\\"\"}\n``` Anything else?")
            }
        }
        #expect(try answers.map { try $0.get().json } == [["a": "b {\""], ["a": "b {\""]])
        #expect(requests.count == 4)
        #expect(
            try body(requests[3])["messages"].array?[0]["content"].string?.contains("\"required\":[\"a\"]") ?? false
        )
    }

    @Test func `a server that fails over an unknown member is asked in another way, and a wrong question changes none`()
        async throws
    {
        let (answers, requests) = try await Self.ask(times: 3) { request, number in
            // llama-cpp-python answers a schema with an error 500; the second question is one that no way mends.
            if (3...4).contains(number) {
                return .any(#"{"error": {"type": "too_long"}}"#, type: "application/json", status: 400)
            }
            let body = (try? JSON(parsing: Data(request.body.utf8))) ?? .null
            if body["response_format"]["type"] == "json_schema" {
                return .any("{}", type: "application/json", status: 500)
            }
            return ScriptedModel.answer(request) { _ in .json(["a": "b"]) }
        }
        #expect(try answers[0].get().json == ["a": "b"])
        #expect(requests.count == 5)
        #expect(answers[1].failure?.description.contains("too_long") ?? false)
        #expect(try answers[2].get().json == ["a": "b"])
        #expect(try body(requests[4])["response_format"]["type"] == "json_object")
    }

    @Test func `OpenAI's newer models are asked in their words`() async throws {
        let (_, requests) = try await Self.ask(isOpenAI: true) { request, _ in
            ScriptedModel.answer(request) { _ in .json([:]) }
        }
        let body = try body(requests[0])
        #expect(body["max_completion_tokens"] == 77)
        #expect(body["max_tokens"].isNull)
        #expect(body["temperature"].isNull)
    }

    @Test(arguments: [(429, 3), (503, 2)]) func `a busy server is asked again when it says`(
        _ status: Int,
        _ until: Int
    ) async throws {
        let (answers, requests) = try await Self.ask { request, number in
            number < until
                ? .any("{}", type: "application/json", status: status, headers: [("retry-after", "0")])
                : ScriptedModel.answer(request) { _ in .json(["a": "late"]) }
        }
        #expect(try answers[0].get().json == ["a": "late"])
        #expect(requests.count == until)
    }

    @Test func `what a server says of a key or a question is not repeated`() async throws {
        let said = #"{"error": {"message": "Incorrect API key provided: sk-secret. What?", "code": "invalid_api_key"}}"#
        let (answers, requests) = try await Self.ask { _, _ in .any(said, type: "application/json", status: 401) }
        guard case .failure(let error) = answers[0] else { throw Missing() }
        #expect(error.code == .unauthorized)
        #expect(requests.count == 1)
        #expect(error.description.contains("invalid_api_key"))
        #expect(!error.description.contains("sk-"))
        #expect("\(ModelServer.Key("sk-secret"))" == "(a key)")
        var dumped = ""
        dump(ModelServer.Key("sk-secret"), to: &dumped)
        #expect(!dumped.contains("sk-secret"))
    }

    @Test(arguments: ModelCatalog.Wire.allCases) func `silence, an endless answer and an error within are errors`(
        _ wire: ModelCatalog.Wire
    ) async throws {
        var brief = Self.question
        brief.patience = .milliseconds(300)
        let (silent, _) = try await Self.ask(wire, question: brief) { request, _ in
            ScriptedModel.answer(request) { _ in .silence(.seconds(5)) }
        }
        #expect(silent[0].failure?.code == .timedOut)
        let (endless, _) = try await Self.ask(wire) { _, _ in
            .any(String(repeating: "data: {\"x\": 1}\n\n", count: 100_000), type: "text/event-stream")
        }
        #expect(endless[0].failure?.code == .unavailable)
        #expect(endless[0].failure?.usage?.isEstimated ?? false)
        let error =
            wire == .messages ? #"{"type": "error", "error": {"type": "overloaded"}}"# : #"{"error": {"code": "x"}}"#
        let (within, _) = try await Self.ask(wire) { _, _ in .any("data: \(error)\n\n", type: "text/event-stream") }
        #expect(within[0].failure?.code == .unavailable)
        let (refused, _) = try await Self.ask(wire) { request, _ in ScriptedModel.answer(request) { _ in .refusal } }
        #expect(try refused[0].get().stop == .refused)
    }

    @Test func `events are read whatever they are cut into`() {
        let text =
            ": hello\r\nevent: a\r\ndata: one\r\ndata: two\r\n\r\ndata:three\n\nid: 7\n\ndata: four\r\rdata: lost"
        let wanted = [
            EventStream.Event(name: "a", data: "one\ntwo"), EventStream.Event(data: "three"),
            EventStream.Event(data: "four"),
        ]
        for size in 1...20 {
            var (stream, found) = (EventStream(), [EventStream.Event]())
            var rest = Array(text.utf8)[...]
            while !rest.isEmpty {
                found += stream.take(rest.prefix(size))
                rest = rest.dropFirst(size)
            }
            #expect(found == wanted, "in pieces of \(size)")
        }
    }

    @Test func `cached tokens and those put into a cache have their own price`() async throws {
        let price = ModelPrice(inputPerMillion: 3, cachedPerMillion: 0.3, writePerMillion: 3.75, outputPerMillion: 15)
        let usage = TokenUsage(input: 1000, cached: 700, output: 10, written: 200)
        #expect(price.cost(of: usage) == NanoDollars(100 * 3000 + 700 * 300 + 200 * 3750 + 10 * 15000))
        #expect(
            ModelPrice(inputPerMillion: 0.0375, outputPerMillion: 0).cost(of: TokenUsage(input: 1)) == NanoDollars(38)
        )
        let events = [
            #"{"type":"message_start","message":{"usage":{"input_tokens":100,"cache_read_input_tokens":700,"cache_creation_input_tokens":200,"output_tokens":1}}}"#,
            #"{"type":"content_block_delta","delta":{"type":"input_json_delta","partial_json":"{}"}}"#,
            #"{"type":"message_delta","delta":{"stop_reason":"tool_use"},"usage":{"output_tokens":10}}"#,
        ]
        let (answers, _) = try await Self.ask(.messages) { _, _ in
            .any(events.map { "event: x\ndata: \($0)\n\n" }.joined(), type: "text/event-stream")
        }
        #expect(try answers[0].get().usage == usage)
        // The most that a call can cost is never less than it costs.
        #expect(price.most(inputBytes: 1000, mostOutput: 10) >= price.cost(of: usage))
    }

    private static let shelf = ModelShelf(keys: ["anthropic": .init("k"), "deepseek": .init("k")])

    @Test func `a shelf says what to set where it has not what is wanted`() throws {
        guard case .none(let reason) = ModelShelf.empty.choose(nil, quality: .balanced) else { throw Missing() }
        #expect(reason.contains("DEEPSEEK_API_KEY"))
        #expect(reason.contains("GH_MODEL_URL"))
        guard case .none(let missing) = Self.shelf.choose("gpt-4o", quality: .speed) else { throw Missing() }
        #expect(missing.contains("OPENAI_API_KEY"))
        guard case .none(let unknown) = Self.shelf.choose("gpt-99", quality: .speed) else { throw Missing() }
        #expect(unknown.contains("GET /models"))
    }

    @Test func `a shelf takes the model that can be had`() throws {
        let shelf = Self.shelf
        func alias(_ name: String?, _ quality: Quality) throws -> String {
            guard case .chosen(let model) = shelf.choose(name, quality: quality) else { throw Missing() }
            return model.alias
        }
        #expect(try alias(nil, .speed) == "deepseek-chat")
        #expect(try alias(nil, .quality) == "claude-opus")
        #expect(try alias("CLAUDE-HAIKU", .speed) == "claude-haiku")
        #expect(try alias("claude-opus-4-6", .speed) == "claude-opus")
    }

    @Test func `a shelf has pictures seen by who can see`() throws {
        let shelf = Self.shelf
        guard case .chosen(let text) = shelf.choose("deepseek-chat", quality: .speed) else { throw Missing() }
        #expect(shelf.chooseForImages(nil, beside: text)?.alias == nil)
        #expect(shelf.chooseForImages("claude-haiku", beside: text)?.alias == "claude-haiku")
    }
}

struct Missing: Error {}

extension Result {
    fileprivate var failure: Failure? { if case .failure(let error) = self { error } else { nil } }
}
