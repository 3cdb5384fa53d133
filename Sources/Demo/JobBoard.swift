import Foundation
import GhostHands
import HTTPTypes
import Hummingbird
public import Logging
import NIOCore
public import ServiceLifecycle

/// A job board with one posting and a two-page application form, for the demonstration and for tests.
///
/// `/jobs/123` is the posting, `/jobs/124` the same one, which asks for an e-mailed code once the form was sent.
/// `GET /__submissions` tells what was applied, `GET /__mail` which codes were sent.
public struct JobBoard: Service {
    private let host: String
    private let port: Int
    private let logger: Logger
    private let onReady: @Sendable (Int) async -> Void
    private let submissions = Submissions()

    /// The path of the posting.
    public static let postingPath = "/jobs/123"
    /// The path of the posting whose form asks for a code.
    public static let codedPath = "/jobs/124"

    static func wantsCode(_ job: String) -> Bool { "/jobs/" + job == codedPath }

    /// A board.
    ///
    /// - Parameters:
    ///   - host: the address to listen at.
    ///   - port: the port to listen at; 0 for any free one.
    ///   - logger: where it logs to.
    ///   - onReady: told the port once the board can be reached.
    public init(
        host: String = "127.0.0.1",
        port: Int = 0,
        logger: Logger,
        onReady: @escaping @Sendable (Int) async -> Void = { _ in }
    ) {
        self.host = host
        self.port = port
        self.logger = logger
        self.onReady = onReady
    }

    /// The applications received so far, oldest first.
    public var received: [Submission] { submissions.all }

    /// The codes that were sent so far, oldest first.
    public var mail: [SentCode] { submissions.mail }

    /// Serves until the process shuts down.
    ///
    /// - Throws: when the port cannot be listened on.
    public func run() async throws {
        let application = LocalServer.application(
            router: router,
            host: host,
            port: port,
            logger: logger,
            onReady: onReady
        )
        try await application.run()
    }

    private var router: Router<BasicRequestContext> {
        let router = Router()
        router.get("/") { _, _ in Response.redirect(to: Self.postingPath) }
        router.get("/board.css") { _, _ in Response(BoardPage.css, type: "text/css; charset=utf-8") }
        router.get("/jobs/:job") { _, context in Response(html: BoardPage.posting(job: try context.job)) }
        router.get("/jobs/:job/apply") { _, context in Response(html: BoardPage(job: try context.job).details()) }
        router.post("/jobs/:job/apply") { request, context in try await details(request, job: try context.job) }
        router.get("/jobs/:job/apply/:draft") { _, context in try showQuestions(context) }
        router.post("/jobs/:job/apply/:draft") { request, context in try await questions(request, context) }
        router.get("/jobs/:job/applications/:number") { _, context in try confirmation(context) }
        router.get("/code.js") { _, _ in Response(BoardPage.script, type: "text/javascript; charset=utf-8") }
        router.get("/__mail") { _, _ in Response(json: .array(submissions.mail.map(\.json))) }
        router.get("/__submissions") { _, _ in Response(json: .array(submissions.all.map(\.json))) }
        router.get("/__submissions/:number/resume") { _, context in
            let submission = try submissions.find(context.parameters.require("number")).orNotFound()
            return Response([UInt8](submission.resume), type: "application/octet-stream")
        }
        return router
    }

    private func details(_ request: Request, job: String) async throws -> Response {
        let form = try await request.form()
        let file = form.first { $0.name == "resume" && $0.fileName?.isEmpty == false }
        var answers = form.answers
        answers["resume"] = file?.data.isEmpty == false ? file?.fileName : nil
        let faults = BoardForm.details.faults(in: answers)
        guard faults.isEmpty, let file else {
            let page = BoardPage(job: job, answers: answers, faults: faults)
            return Response(html: page.details(), status: .unprocessableContent)
        }
        answers["resume"] = nil
        let draft = submissions.keep(
            .init(job: job, answers: answers, resumeName: file.fileName ?? "", resume: file.data)
        )
        return Response.redirect(to: "/jobs/\(job)/apply/\(draft)", type: .normal)
    }

    private func showQuestions(_ context: BasicRequestContext) throws -> Response {
        let (id, job) = (try context.parameters.require("draft"), try context.job)
        _ = try submissions.draft(id, of: job).orNotFound()
        return Response(html: BoardPage(job: job, draft: id).questions())
    }

    private func questions(_ request: Request, _ context: BasicRequestContext) async throws -> Response {
        let (id, job) = (try context.parameters.require("draft"), try context.job)
        let draft = try submissions.draft(id, of: job).orNotFound()
        var answers = try await request.form().answers
        let code = answers.removeValue(forKey: "code")
        let faults = BoardForm.questions.faults(in: answers)
        guard faults.isEmpty else {
            let page = BoardPage(job: job, draft: id, answers: answers, faults: faults)
            return Response(html: page.questions(), status: .unprocessableContent)
        }
        if Self.wantsCode(job), let refusal = submissions.refusal(of: code ?? "", for: id) {
            return Response(status: .init(code: refusal))
        }
        let submission = submissions.submit(draft, answers: answers, at: Date())
        logger.info("application received", metadata: ["number": "\(submission.number)"])
        let place = "/jobs/\(job)/applications/\(submission.number)"
        if Self.wantsCode(job) { return Response([UInt8](place.utf8), type: "text/plain; charset=utf-8") }
        return Response.redirect(to: place, type: .normal)
    }

    private func confirmation(_ context: BasicRequestContext) throws -> Response {
        let submission = try submissions.find(context.parameters.require("number")).orNotFound()
        return Response(html: BoardPage.confirmation(job: submission.job, number: submission.number))
    }
}

extension BasicRequestContext {
    /// The posting asked for: there are only two.
    fileprivate var job: String {
        get throws {
            let job = try parameters.require("job")
            guard [JobBoard.postingPath, JobBoard.codedPath].contains("/jobs/" + job) else {
                throw HTTPError(.notFound)
            }
            return job
        }
    }
}
