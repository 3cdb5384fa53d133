import Foundation
import GhostHands
import Hands
import TestSupport
import Testing

/// A real llama.cpp server with a very small model (`make test-llm`): whatever it says, nothing wrong is sent.
@Suite(
    .browser,
    .enabled(
        if: ProcessInfo.processInfo.environment["GH_LLM_URL"] != nil,
        "GH_LLM_URL names no server; `make test-llm` starts one"
    )
) struct RealModelTests {
    private var url: String { ProcessInfo.processInfo.environment["GH_LLM_URL"] ?? "" }

    private func model(_ price: ModelPrice = AgentTests.price) -> ChosenModel {
        let model = ChatCompletionsModel("smollm2", server: ModelServer(baseURL: url, key: nil))
        return ChosenModel(model, alias: "smollm2", price: price)
    }

    @Test func `a schema is held to, and tokens are counted`() async throws {
        let question = ModelQuestion(
            instructions: "Answer with JSON.",
            text: "Name a colour.",
            schema: [
                "type": "object", "required": ["colour"], "additionalProperties": false,
                "properties": ["colour": ["type": "string", "enum": ["red", "green"]]],
            ],
            schemaName: "answer",
            mostOutput: 60,
            patience: .seconds(120)
        )
        let answer = try await model().model.answer(question)
        #expect(answer.usage.input > 0)
        #expect(answer.usage.output > 0)
        if let colour = answer.json?["colour"].string { #expect(["red", "green"].contains(colour)) }
        // The most that we keep back is never less than what it takes.
        #expect(
            AgentTests.price.cost(of: answer.usage)
                <= AgentTests.price.most(inputBytes: question.mostBytes, mostOutput: 60)
        )
    }

    @Test func `what it says of a form is checked like anybody's word`() async throws {
        let watcher = Watcher(budget: NanoDollars(1_000_000_000))
        let trial = try await Trial.run(AgentTests.questions, AgentTests.ada, watcher: watcher, model: model())
        #expect(trial.watcher.calls.count >= 1)
        #expect(trial.watcher.calls.allSatisfy { $0.usage.input > 0 })
        let ends: [AttemptEnd] = [.done, .unanswered]
        #expect(ends.contains(trial.end), "\(trial.end)")
        if trial.end == .done {
            let posted = try trial.posted()
            #expect(["Under 5 years", "5 to 10 years", "Longer"].contains(posted["long"]?.first ?? ""))
        }
    }
}
