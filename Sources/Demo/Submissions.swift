public import Foundation
public import GhostHands
import NIOConcurrencyHelpers

/// An application that the board received.
public struct Submission: Sendable, Hashable {
    /// The confirmation number: `APP-10001` and on.
    public var number: String
    /// The posting it is for.
    public var job: String
    /// The answers of both pages.
    public var answers: [String: String]
    /// The name of the resume as the browser gave it.
    public var resumeName: String
    /// The resume.
    public var resume: Data
    /// When it arrived.
    public var receivedAt: Date

    /// The application as `GET /__submissions` shows it.
    public var json: JSON {
        [
            "number": .string(number), "job": .string(job), "answers": .object(answers.mapValues(JSON.string)),
            "resume": ["name": .string(resumeName), "size": JSON(resume.count)],
            "received_at": .string(Timestamp.text(receivedAt)),
        ]
    }
}

/// A code that the board has sent to an applicant.
public struct SentCode: Sendable, Hashable {
    /// The draft of the application.
    let draft: String
    /// The e-mail address.
    public var to: String
    /// The code.
    public var code: String

    /// The mail as `GET /__mail` shows it.
    var json: JSON { ["to": .string(to), "code": .string(code)] }
}

/// What the board was given.
///
/// Drafts after the first page, applications after the second; the newest are kept.
final class Submissions: Sendable {
    struct Draft: Sendable {
        let job: String
        let answers: [String: String]
        let resumeName: String
        let resume: Data
    }

    private struct State {
        var drafts: [(id: String, draft: Draft)] = []
        var received: [Submission] = []
        var count = 0
        var mail: [SentCode] = []
    }

    /// How many characters a code has.
    static let codeLength = 8

    private static let limit = 200
    private let state = NIOLockedValueBox(State())

    var mail: [SentCode] { state.withLockedValue(\.mail) }

    /// Why an application is not taken yet, as an HTTP status: 428 once a code was sent, 403 for another than that.
    ///
    /// - Parameters:
    ///   - code: what came with the application; empty the first time.
    ///   - draft: the application's draft.
    /// - Returns: the status; nil when the code is right.
    func refusal(of code: String, for draft: String) -> Int? {
        state.withLockedValue { state in
            guard let sent = state.mail.last(where: { $0.draft == draft }) else {
                let to = state.drafts.first { $0.id == draft }?.draft.answers["email"] ?? ""
                state.mail = state.mail.suffix(Self.limit - 1) + [SentCode(draft: draft, to: to, code: Self.code())]
                return 428
            }
            return code.isEmpty ? 428 : code == sent.code ? nil : 403
        }
    }

    private static func code() -> String {
        let characters = Array("ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz23456789")
        return String((0..<codeLength).map { _ in characters.randomElement() ?? "A" })
    }

    var all: [Submission] { state.withLockedValue(\.received) }

    func keep(_ draft: Draft) -> String {
        let id = UUID().uuidString.lowercased()
        state.withLockedValue { state in
            state.drafts = state.drafts.suffix(Self.limit - 1) + [(id, draft)]
        }
        return id
    }

    func draft(_ id: String, of job: String) -> Draft? {
        state.withLockedValue { $0.drafts.first { $0.id == id && $0.draft.job == job }?.draft }
    }

    func submit(_ draft: Draft, answers: [String: String], at now: Date) -> Submission {
        state.withLockedValue { state in
            state.count += 1
            let submission = Submission(
                number: "APP-\(10_000 + state.count)",
                job: draft.job,
                answers: draft.answers.merging(answers) { $1 },
                resumeName: draft.resumeName,
                resume: draft.resume,
                receivedAt: now
            )
            state.received = state.received.suffix(Self.limit - 1) + [submission]
            return submission
        }
    }

    func find(_ number: String) -> Submission? { all.first { $0.number == number } }
}
