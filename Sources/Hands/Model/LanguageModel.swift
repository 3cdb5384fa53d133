public import Foundation
public import GhostHands

/// A model that answers a question with JSON.
///
/// Two real implementations: ``ChatCompletionsModel`` and ``MessagesModel``. What a call may cost is settled before it by
/// whoever calls; a model knows tokens and no money.
public protocol LanguageModel: Sendable {
    /// The provider's own name of it, for events.
    var name: String { get }

    /// Asks once, and again where the provider says to come back.
    ///
    /// - Parameter question: what is asked.
    /// - Returns: the answer; what is not JSON of the wanted shape is for the caller to find out.
    /// - Throws: ``ModelError``; ``CancellationError`` when it is called off.
    func answer(_ question: ModelQuestion) async throws -> ModelAnswer
}

/// What a model is asked.
public struct ModelQuestion: Sendable {
    /// What it is and how it is to answer: the same for every question of a kind, so that providers find it cached.
    public var instructions: String
    /// The question itself.
    public var text: String
    /// Pictures that go with it, PNG or JPEG.
    public var images: [Data]
    /// The JSON Schema of the answer.
    public var schema: JSON
    /// Whether the schema is of the narrow kind that servers can hold a model to: every member required, none beyond.
    public var isStrict = true
    /// What the answer is called, in letters and underscores.
    public var schemaName: String
    /// How many tokens it may write.
    public var mostOutput: Int
    /// How long all of it may take, other tries counted.
    public var patience: Duration

    /// A question.
    public init(
        instructions: String,
        text: String,
        images: [Data] = [],
        schema: JSON,
        schemaName: String,
        mostOutput: Int = 2000,
        patience: Duration = .seconds(90)
    ) {
        self.instructions = instructions
        self.text = text
        self.images = images
        self.schema = schema
        self.schemaName = schemaName
        self.mostOutput = mostOutput
        self.patience = patience
    }

    /// The most bytes of text that any way of asking sends, the provider's own frame counted: a bound of its tokens.
    public var mostBytes: Int {
        // Where a provider takes no schema it stands in the instructions as well.
        instructions.utf8.count + text.utf8.count + 2 * schema.data.count + Self.frame
    }

    /// What providers put around a question: roles, names, and the way tools are explained to a model.
    private static let frame = 1000
}

/// What a model answered.
public struct ModelAnswer: Sendable {
    /// The JSON it wrote, wherever it stood in its text; nil when it wrote none.
    public var json: JSON?
    /// How many characters it wrote.
    public var length: Int
    /// What it took.
    public var usage: TokenUsage
    /// Why it stopped.
    public var stop: Stop

    /// Why a model stops writing.
    public enum Stop: String, Sendable, Hashable {
        /// It had said everything.
        case finished
        /// It had written as much as it may.
        case cut
        /// It will not answer.
        case refused
    }

    /// An answer.
    ///
    /// - Parameter text: all of what the model wrote.
    public init(text: String, usage: TokenUsage, stop: Stop) {
        json = JSON(in: text)
        length = text.count
        self.usage = usage
        self.stop = stop
    }
}

/// Why a model gave no answer.
///
/// It never repeats what was asked, nor a key.
public struct ModelError: Error, Sendable, Hashable, CustomStringConvertible {
    /// What went wrong.
    public enum Code: String, Sendable, Hashable, CaseIterable {
        /// The provider does not take the key.
        case unauthorized
        /// The provider asks to slow down, or the account is out of credit.
        case rateLimited
        /// No connection, an error of the server's, or an answer that broke off.
        case unavailable
        /// It took too long.
        case timedOut
        /// The provider does not take the question: an unknown model, a picture for one that sees none.
        case badRequest
    }

    /// What went wrong.
    public var code: Code
    /// The same for a person.
    public var message: String
    /// What the call may have cost all the same; nil for nothing.
    public var usage: TokenUsage?

    /// An error.
    public init(_ code: Code, _ message: String, usage: TokenUsage? = nil) {
        self.code = code
        self.message = message
        self.usage = usage
    }

    /// The message.
    public var description: String { message }
}

extension JSON {
    /// The first JSON object in a model's text: some wrap it in prose, in a fence, or think aloud before it.
    ///
    /// - Parameter text: what the model wrote.
    init?(in text: String) {
        if let whole = try? JSON(parsing: Data(text.utf8)), whole.object != nil {
            self = whole
            return
        }
        let spoken = text.range(of: "</think>").map { text[$0.upperBound...] } ?? text[...]
        for object in Self.objects(in: spoken) {
            if let found = try? JSON(parsing: Data(object.utf8)), found.object != nil {
                self = found
                return
            }
        }
        return nil
    }

    /// The outermost stretches between braces, those within strings not counted.
    private static func objects(in text: Substring) -> [Substring] {
        var found: [Substring] = []
        var (depth, isQuoted, isEscaped) = (0, false, false)
        var start = text.startIndex
        for index in text.indices {
            let character = text[index]
            if isEscaped {
                isEscaped = false
            } else if isQuoted {
                if character == "\\" { isEscaped = true }
                if character == "\"" { isQuoted = false }
            } else if character == "{" {
                if depth == 0 { start = index }
                depth += 1
            } else if character == "}", depth > 0 {
                depth -= 1
                if depth == 0 { found.append(text[start...index]) }
            } else if character == "\"", depth > 0 {
                isQuoted = true
            }
        }
        return found
    }
}
