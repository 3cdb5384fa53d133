import Foundation
import GhostHands
import NIOConcurrencyHelpers

/// The part of a model's answer that has arrived so far.
struct PartialAnswer: Sendable {
    var text = ""
    /// How many bytes of reasoning came beside it.
    var thought = 0
    var usage: TokenUsage?
    var stop = ModelAnswer.Stop.finished

    /// What it is read as when a server fails in the midst of it.
    static let brokenOff = ModelError(
        .unavailable,
        "the model's server failed in the middle of its answer",
        usage: TokenUsage()
    )
}

extension ModelServer {
    /// Asks and puts the answer together as it comes.
    ///
    /// - Parameters:
    ///   - question: what is asked.
    ///   - body: how this server is asked it.
    ///   - path: after the base URL.
    ///   - headers: beside the usual ones.
    ///   - isUnderstood: whether the server is known to take such bodies.
    ///   - take: takes in one event of the reply.
    /// - Returns: the answer.
    /// - Throws: ``ModelError``, with what it may have cost where an answer broke off.
    func answer(
        to question: ModelQuestion,
        _ body: JSON,
        at path: String,
        headers: [(String, String)],
        isUnderstood: Bool = true,
        taking take: @escaping @Sendable (inout PartialAnswer, JSON) throws -> Void
    ) async throws -> ModelAnswer {
        let partial = NIOLockedValueBox(PartialAnswer())
        do {
            try await post(
                body,
                to: path,
                headers: headers,
                patience: question.patience,
                isUnderstood: isUnderstood
            ) { event in
                guard let json = try? JSON(parsing: Data(event.data.utf8)) else { return }
                try partial.withLockedValue { try take(&$0, json) }
            }
        } catch var error as ModelError {
            let written = partial.withLockedValue { $0.text.utf8.count }
            // An answer that broke off is billed as well.
            if error.usage != nil || written > 0 {
                error.usage = .estimated(inputBytes: question.mostBytes, outputBytes: written)
            }
            throw error
        }
        let done = partial.withLockedValue(\.self)
        let written = done.text.utf8.count + done.thought
        let usage = done.usage ?? .estimated(inputBytes: question.mostBytes, outputBytes: written)
        return ModelAnswer(text: done.text, usage: usage, stop: done.stop)
    }
}
