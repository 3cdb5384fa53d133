import Foundation
import GhostHands
import HTTPTypes
import Hummingbird
import NIOCore
import Outbound
import Store

/// What a person's own browser does with a job that it holds.
///
/// Every call is for the very lease that it names: what is written is guarded by it in the statement itself.
struct DeskJobRoutes: Sendable {
    private let services: APIServices
    private let door: DeskDoor
    private var jobs: Jobs { services.store.jobs }

    init(_ services: APIServices, _ door: DeskDoor) {
        self.services = services
        self.door = door
    }

    func answer(_ name: DeskCall.Name, _ request: Request, _ context: APIContext) async throws -> Response {
        let desk = try await door.enter(request)
        let id = try context.jobID("jobId")
        let (told, _) = try DeskCall.reading(name, try await request.json(), picturesIn: folder(id)).orThrow()
        let lease = Lease(jobID: id, token: told.token, workerID: desk.workerID)
        switch told.call {
        case .report(let events, let progress): return held(try await report(lease, events, progress))
        case .submit(let step, let picture, let page): return held(try await submit(lease, step, picture, page?.plain))
        case .pause(let wanted): return held(try await pause(lease, wanted))
        case .waiting: return try await waiting(lease)
        case .resume: return held(try await resume(lease))
        case .release: return try await release(lease)
        case .end(let outcome): return try await end(lease, outcome)
        }
    }

    private func held(_ isHeld: Bool) -> Response { Response(DeskReplies.held, isHeld) }

    private func folder(_ job: UUID) -> String { "screenshots/gh/jobs/\(job.uuidString.lowercased())/" }

    private func report(_ lease: Lease, _ events: [JobEvent], _ progress: JSON?) async throws -> Bool {
        if !events.isEmpty, try await !services.store.events.append(events, under: lease) { return false }
        if let progress { return try await jobs.progress(lease, progress) }
        return events.isEmpty ? try await jobs.waiting(lease) != .lost : true
    }

    /// The intent to submit, and what becomes of it (R8).
    private func submit(_ lease: Lease, _ step: DeskCall.Step, _ picture: String?, _ page: String?) async throws -> Bool
    {
        switch step {
        case .intend: try await jobs.intendSubmit(lease, picture: picture, pageURL: page) == .recorded
        // Written down twice is written down once: whoever pressed has pressed.
        case .seen: try await jobs.intendSubmit(lease, pageURL: page) != .leaseLost
        case .again: try await jobs.submitAgain(lease)
        case .rejected: try await jobs.submitRejected(lease)
        }
    }

    private func pause(_ lease: Lease, _ wanted: Interaction) async throws -> Bool {
        var link: String?
        if let key = wanted.screenshot {
            link = await services.blobs.link(to: key, by: services.fileLinks, now: services.now())
        }
        let pause = try await jobs.pause(lease, wanted, links: .init(screenshot: link))
        services.deliver()
        return pause != nil
    }

    /// How a paused job stands; what somebody gave is handed over once.
    private func waiting(_ lease: Lease) async throws -> Response {
        switch try await jobs.waiting(lease) {
        case .lost: return Response(DeskReplies.standing, (.lost, nil))
        case .unanswered: return Response(DeskReplies.standing, (.unanswered, nil))
        case .paused: return Response(DeskReplies.standing, (.paused, nil))
        case .resumed:
            let given = try await services.store.help.takeResolution(lease)
            return Response(DeskReplies.standing, (.resumed, given.json))
        }
    }

    /// The person at the browser is done: the job goes on.
    private func resume(_ lease: Lease) async throws -> Bool {
        guard case .paused = try await jobs.waiting(lease) else { return false }
        let resumed = try await Acting.$name.withValue(lease.workerID) {
            try await jobs.resume(lease.jobID, .init(by: .human, .manual))
        }
        guard case .done = resumed else { return false }
        services.deliver()
        return true
    }

    /// Gives the job back: nothing was sent, and it waits for a browser again; what may have been sent ends (R8).
    private func release(_ lease: Lease) async throws -> Response {
        _ = try await resume(lease)
        let given = try await jobs.release([lease])
        services.deliver()
        return held(!given.isEmpty)
    }

    private func end(_ lease: Lease, _ outcome: JobOutcome) async throws -> Response {
        let end: JobEnd
        switch outcome {
        case .completed(var result):
            if let first = result.screenshots.first {
                result.screenshotURL = await services.blobs.link(to: first, by: services.fileLinks, now: services.now())
            }
            end = try await jobs.complete(lease, result)
        case .failed(let failure): end = try await jobs.fail(lease, failure)
        case .parked, .leaseLost: return held(false)
        }
        services.deliver()
        return held(end != .leaseLost)
    }

    // MARK: Files

    /// A file that the job uploads, while the browser holds the job.
    func file(_ request: Request, _ context: APIContext) async throws -> Response {
        let job = try await heldJob(request, context)
        guard let number = context.parameters.get("number").flatMap(Int.init), job.files.indices.contains(number),
            let resumes = services.resumes
        else { throw APIError.notFound("The job has no such file") }
        switch await resumes.fetch(job.files[number].reference) {
        case .unavailable(let reason, let isTransient):
            var error = APIError(status: .conflict, code: "file_unavailable", message: reason)
            error.members = ["transient": .bool(isTransient)]
            throw error
        case .file(let file):
            let name = Data(file.name.utf8).base64EncodedString()
            return Response(
                status: .ok,
                headers: [.contentType: "application/octet-stream", .cacheControl: "no-store", .fileName: name],
                body: ResponseBody(byteBuffer: ByteBuffer(bytes: file.data))
            )
        }
    }

    /// Keeps a picture of the page.
    func picture(_ request: Request, _ context: APIContext) async throws -> Response {
        let job = try await heldJob(request, context)
        let name = context.parameters.get("name") ?? ""
        guard !name.isEmpty, name.utf8.count <= 60, name.utf8.allSatisfy(Self.isPlain) else {
            throw APIError.badRequest("The picture's name must be of letters, digits and -")
        }
        let data = try await request.data()
        guard data.starts(with: [0x89, 0x50, 0x4E, 0x47]) else {
            throw APIError.badRequest("The picture must be a PNG")
        }
        let key = folder(job.id) + name + ".png"
        do {
            try await services.blobs.put(key, data: data, contentType: "image/png")
        } catch is OutboundError {
            throw APIError.unavailable("The storage does not answer")
        }
        return Response(DeskReplies.picture, key, status: .created)
    }

    private static func isPlain(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: "-") || (byte < 128 && Character(Unicode.Scalar(byte)).isLetter)
            || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
    }

    /// The job of a path, while the browser that asks holds it.
    private func heldJob(_ request: Request, _ context: APIContext) async throws -> Job {
        let desk = try await door.enter(request)
        let id = try context.jobID("jobId")
        let token = request.uri.queryParameters.get("lease_token").flatMap { Int64($0) }
        let lease = token.map { Lease(jobID: id, token: $0, workerID: desk.workerID) }
        guard let lease, try await jobs.waiting(lease) != .lost, let job = try await jobs.find(id) else {
            throw APIError(
                status: .conflict,
                code: "lease_lost",
                message: "This browser does not hold the job any more"
            )
        }
        return job
    }
}
