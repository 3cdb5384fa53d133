import Foundation
import GhostHands
import Hands
import Logging
import Outbound
import Postgres
import ServiceLifecycle
import Store
import TestSupport
import Testing
import Waiting
import Worker

import Chromium

/// All that a worker works with, over a database, a folder, a browser and a log of the test's own.
struct Workshop: Sendable {
    let store: Store
    let pool: PostgresPool
    let folder: URL
    let log: LogBook
    let blobs: FolderBlobStore
    var tools: WorkerTools
    let wake = Signal()
    private(set) var workload = Workload()

    /// Opens a workshop, lends it and clears it away.
    static func open(_ body: (Workshop) async throws -> Void) async throws {
        try await withDatabase { database in
            let folder = FileManager.default.temporaryDirectory.appending(path: "gh-workshop-\(UUID().uuidString)")
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
            let result: Result<Void, any Error>
            do {
                result = .success(try await body(Workshop(database.pool, folder)))
            } catch {
                result = .failure(error)
            }
            try FileManager.default.removeItem(at: folder)
            try result.get()
        }
    }

    private init(_ pool: PostgresPool, _ folder: URL) throws {
        self.pool = pool
        self.folder = folder
        store = Store(pool: pool, sealer: Sealer(key: Data(repeating: 3, count: 32)))
        log = try LogBook(in: folder)
        blobs = FolderBlobStore(
            folder: folder.appending(path: "files").path,
            publicBase: "http://127.0.0.1:3100",
            signingKey: Data(repeating: 7, count: 32)
        )
        let rule = AddressRule(.privateNetwork)
        tools = WorkerTools(
            store: store,
            blobs: blobs,
            resumes: ResumeFetcher(store: blobs, client: PinnedClient(rule: rule)),
            browsers: SharedBrowser.keeper ?? BrowserKeeper(BrowserConfiguration(), logger: log.logger),
            addresses: rule,
            showsValues: true,
            stagingFolder: folder.appending(path: "staging"),
            outboxSignal: Signal(),
            logger: log.logger
        )
    }

    /// A shelf with one model behind a server of the test's own.
    static func model(at url: String, price: ModelPrice, wire: ModelCatalog.Wire = .chatCompletions) -> ModelShelf {
        ModelShelf(
            own: .init(
                baseURL: url,
                key: ModelServer.Key("sk-secret"),
                wire: wire,
                model: "scripted",
                price: price,
                hasVision: false
            )
        )
    }

    /// The same workshop with other tools.
    func with(_ tools: WorkerTools) -> Workshop {
        var copy = self
        copy.tools = tools
        return copy
    }

    /// The same workshop with a worker that has begun nothing yet.
    func fresh() -> Workshop {
        var copy = self
        copy.workload = Workload()
        return copy
    }

    /// The same workshop whose attempts may take less time than a request may ask for.
    func limited(to seconds: Int) -> Workshop {
        var tools = tools
        tools.timeLimit = { _ in .seconds(seconds) }
        return with(tools)
    }

    /// What is staged for the browser now.
    var staged: [String] {
        (try? FileManager.default.subpathsOfDirectory(atPath: tools.stagingFolder.path)) ?? []
    }

    /// Has a worker at work for the time of a closure, and then shuts it down as SIGTERM would.
    func working(
        _ change: (inout WorkerSettings) -> Void = { _ in },
        _ body: () async throws -> Void
    ) async throws {
        var settings = WorkerSettings(id: "w1", maxConcurrent: 1, isOnlyWorker: false)
        settings.pollInterval = .milliseconds(50)
        settings.times.heartbeat = .milliseconds(50)
        settings.drainTime = .milliseconds(50)
        change(&settings)
        let worker = Worker(settings, tools: tools, wake: wake, workload: workload)
        // A browser that is shared outlives the worker.
        let services = ServiceGroup(
            services: tools.browsers === SharedBrowser.keeper ? [worker] : [tools.browsers, worker],
            logger: .silent
        )
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { try await services.run() }
            let result: Result<Void, any Error>
            do {
                result = .success(try await body())
            } catch {
                result = .failure(error)
            }
            await services.triggerGracefulShutdown()
            try await group.waitForAll()
            try result.get()
        }
    }
}

extension Workshop {
    /// Puts a `fill_form` job in the queue and wakes the worker.
    @discardableResult
    func submit(_ url: String, _ input: JSON, _ members: [String: JSON] = [:]) async throws -> UUID {
        let body: [String: JSON] = [
            "valet_task_id": "task-1", "valet_user_id": .id(UUID()), "job_type": "fill_form",
            "target_url": .string(url),
            "callback_url": "http://127.0.0.1:9/hook", "task_description": "Fill the form", "input_data": input,
            "human_help": "off",
        ]
        let reading = JobRequest.read(.object(body.merging(members) { $1 }), as: .task)
        guard case .valid(let request, _) = reading, case .created(let job, _) = try await store.jobs.create(request)
        else { throw Flaw("the job cannot be created: \(reading)") }
        wake.raise()
        return job.id
    }

    func job(_ id: UUID) async throws -> Job { try #require(try await store.jobs.find(id)) }

    /// Waits until a job has come to a status.
    @discardableResult
    func job(
        _ id: UUID,
        becomes status: JobStatus,
        within limit: Duration = .seconds(30),
        sourceLocation: SourceLocation = #_sourceLocation
    ) async throws -> Job {
        try await eventually("the job becomes \(status.rawValue)", within: limit, sourceLocation: sourceLocation) {
            try await job(id).status == status
        }
        return try await job(id)
    }

    /// Waits until a job has ended, however.
    func ended(_ id: UUID, sourceLocation: SourceLocation = #_sourceLocation) async throws -> Job {
        try await eventually("the job ends", sourceLocation: sourceLocation) {
            try await job(id).completedAt != nil
        }
        return try await job(id)
    }

    func events(of id: UUID, _ type: EventType? = nil) async throws -> [Events.Entry] {
        try await store.events.list(jobID: id, type: type?.rawValue, limit: 500).entries
    }

    /// Whether a job keeps pictures that open, of what their names say, in that order.
    func expectPictures(
        of job: Job,
        _ names: [String],
        sourceLocation: SourceLocation = #_sourceLocation
    ) async throws {
        let files = job.screenshotURLs.map { $0.split(separator: "/").last ?? "" }
        let shown = files.map { String($0.prefix { $0 != "-" }) }
        #expect(shown == names, sourceLocation: sourceLocation)
        for key in job.screenshotURLs {
            let data = try await blobs.get(key, limit: 10_000_000)
            #expect(data?.starts(with: [0x89, 0x50, 0x4e, 0x47]) == true, sourceLocation: sourceLocation)
        }
    }

    /// What the callbacks of a job tell, in their order.
    func told(about id: UUID) async throws -> [JSON] {
        try await store.outbox.list(jobID: id).map { try JSON(parsing: $0.body) }
    }
}

/// What a test cannot go on with.
struct Flaw: Error, CustomStringConvertible {
    let description: String
    init(_ description: String) { self.description = description }
}
