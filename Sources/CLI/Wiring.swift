import API
import ArgumentParser
import Foundation
import GhostHands
import Hands
import Logging
import Outbound
import Postgres
import ServiceLifecycle
import Store
import Waiting
import Worker

/// Puts the live parts together: the only place that knows them all.
struct Wiring: Sendable {
    /// What a process does.
    enum Role: Hashable, Sendable {
        case api
        case worker
    }

    let settings: Settings
    let keys: Keys
    let roles: Set<Role>
    /// Whether no other process can hold jobs of this database (R48).
    let isAlone: Bool
    let logger: Logger
    /// Told the port once the API takes requests.
    var onReady: @Sendable (Int) async -> Void = { _ in }

    /// What something was sealed with and this process lacks.
    private let missing = MissingKeys()
    /// Told a link that signs its first bearer in to the console, once it can be opened; nil makes none.
    var onConsole: (@Sendable (String) -> Void)?

    /// The live parts that a companion of the services may use.
    struct Parts: Sendable {
        let configuration: PostgresConfiguration
        let store: Store
        let blobs: any BlobStore
    }

    /// Runs the services until the process is asked to end, or until a companion has ended.
    ///
    /// - Parameters:
    ///   - databaseURL: the database to use; it is migrated first.
    ///   - ending: how the process is asked to end, maybe before the services run.
    ///   - companions: further services; when one ends, everything shuts down.
    /// - Throws: ``SetupError`` when the database cannot be used or the port is taken.
    func run(
        databaseURL: String,
        ending: ShutdownSignals,
        companions: (Parts) -> [any Service] = { _ in [] }
    ) async throws {
        try checkMachine()
        OpenFiles.raise()
        let configuration = try settings.postgres(databaseURL, as: "ghosthands")
        let pool = PostgresPool(configuration, logger: logger.of("database"))
        let parts = try parts(configuration, pool)
        do {
            try await ending.callingOff { [self] in
                try await migrate(parts.store)
                try await parts.store.checkKeys(logger)
            }
        } catch {
            pool.close()
            throw error
        }
        let staging = try settings.dataFolder.stagingOfThisProcess()
        defer { try? FileManager.default.removeItem(at: staging) }
        let core: [any Service] = [pool] + services(parts, staging: staging, hurry: ending.hurry)
        try await serve(core, companions(parts), until: ending)
        if ending.hurry.isRaised { throw ExitCode(1) }
    }

    private func parts(_ configuration: PostgresConfiguration, _ pool: PostgresPool) throws -> Parts {
        Parts(
            configuration: configuration,
            store: Store(
                pool: pool,
                times: settings.times,
                budgets: settings.budgets,
                sealer: keys.sealer(logger, noting: missing),
                alarm: alarm
            ),
            blobs: blobs
        )
    }

    /// Runs services until the process is asked to end; when a companion ends, so does everything.
    private func serve(_ core: [any Service], _ companions: [any Service], until ending: ShutdownSignals) async throws {
        var group = ServiceGroupConfiguration(
            services: core.map { .init(service: $0) }
                + companions.map { .init(service: $0, successTerminationBehavior: .gracefullyShutdownGroup) },
            logger: quiet
        )
        group.maximumGracefulShutdownDuration = .seconds(45)
        let services = ServiceGroup(configuration: group)
        try await withThrowingTaskGroup(of: Void.self) { tasks in
            tasks.addTask {
                await ending.asked.wait()
                if !Task.isCancelled { await services.triggerGracefulShutdown() }
            }
            defer { tasks.cancelAll() }
            if ending.asked.isRaised { throw ExitCode(130) }
            do {
                try await services.run()
            } catch let error as PostgresError {
                throw SetupError("the database was lost: \(error)", mend: "see that it runs, then start again")
            }
        }
    }

    /// What can be known to be missing before anything is begun.
    private func checkMachine() throws {
        if roles.contains(.api) {
            try settings.address.check(settings.port, (.host, .port), shares: settings.sharesPort)
        }
        if roles.contains(.worker) { try settings.checkBrowser() }
        guard !isAlone, settings.files == .folder else { return }
        logger.notice(
            "pictures and resumes are in a folder: every other api and worker needs the same, or SUPABASE_URL or GH_S3_BUCKET",
            metadata: ["folder": "\(settings.dataFolder.files.path)"]
        )
    }

    /// Says of a row that the database refuses to change that somebody must look at it.
    private var alarm: @Sendable (UUID) -> Void {
        { [logger] job in
            logger.critical(
                "the database refuses to change a job's row",
                metadata: ["job": "\(job.uuidString.lowercased())"]
            )
        }
    }

    private func migrate(_ store: Store) async throws {
        do {
            let applied = try await store.migrate(log: logger)
            guard !applied.isEmpty else { return }
            let starters = try await store.manuals.addStarters()
            logger.info(
                "database migrated",
                metadata: ["files": "\(applied.count)", "starter_manuals": "\(starters)"]
            )
        } catch {
            throw SetupError(database: error)
        }
    }

    /// In the order in which they start; they are shut down the other way round, so that what a worker needs to finish
    /// its jobs outlives it.
    private func services(_ parts: Parts, staging: URL, hurry: Signal) -> [any Service] {
        let (wake, created) = (Signal(), Signal())
        let workload = Workload()
        let outbox = Signal()
        let client = PinnedClient(rule: settings.addresses)
        var services: [any Service] = [
            CallbackDelivery(
                store: parts.store,
                sender: CallbackSender(client: client, secrets: settings.callbackSecrets),
                signal: outbox,
                logger: logger.of("callbacks")
            ),
            upkeep(parts, outbox),
            Forgetting(store: parts.store, blobs: parts.blobs, terms: settings.retention, logger: logger.of("upkeep")),
            LogLevelSwitch(
                levels: settings.logLevels,
                file: settings.dataFolder.url.appending(path: "log-level"),
                logger: logger
            ),
        ]
        // A process that is alone has no other workers to ask.
        if roles.contains(.api), !isAlone {
            services.append(QueueHerald(store: parts.store, signal: created, logger: logger))
        }
        if roles.contains(.worker), !isAlone, !settings.hasTransactionPooler {
            let listener = PostgresListener(parts.configuration, channel: Jobs.channel, logger: logger)
            services.append(QueueListener(wake: wake, workload: workload) { await listener.run($0) })
        }
        let make = {
            apiServices(parts, workload, outbox) { [wake, created] in for one in [wake, created] { one.raise() } }
        }
        if roles.contains(.worker) {
            let limits = settings.chromium.limits
            let keeper = BrowserKeeper(settings.browser(), limits: limits, logger: logger.of("browser"))
            let tools = tools(parts, client, keeper, staging: staging, outbox: outbox)
            let worker = workerSettings
            services += [keeper, Worker(worker, tools: tools, wake: wake, hurry: hurry, workload: workload)]
            if let port = settings.workerPort {
                let own = workerPort(port, of: worker, workload, make(), tools.live)
                services.append(PatientService(own, hurry: hurry))
            }
        }
        if roles.contains(.api) { services.append(PatientService(api(make()), hurry: hurry, patience: .seconds(15))) }
        return services
    }

    private func upkeep(_ parts: Parts, _ outbox: Signal) -> QueueUpkeep {
        var upkeep = QueueUpkeep(
            store: parts.store,
            interval: settings.times.upkeep,
            outboxSignal: outbox,
            logger: logger.of("upkeep")
        )
        let does = roles.count > 1 ? "serve" : roles.contains(.api) ? "api" : "worker"
        let report = ProcessReport(
            name: "\(does)-\(ProcessInfo.processInfo.hostName)",
            folder: settings.dataFolder.url.path,
            blobs: parts.blobs,
            missing: missing
        )
        upkeep.report = { await report() }
        upkeep.limits.spendPerHour = settings.spendAlert
        return upkeep
    }

    private func tools(
        _ parts: Parts,
        _ client: PinnedClient,
        _ keeper: BrowserKeeper,
        staging: URL,
        outbox: Signal
    ) -> WorkerTools {
        var tools = WorkerTools(
            store: parts.store,
            blobs: parts.blobs,
            resumes: ResumeFetcher(store: parts.blobs, client: client),
            browsers: keeper,
            addresses: settings.addresses,
            showsValues: settings.showsValues,
            stagingFolder: staging,
            outboxSignal: outbox,
            logger: logger.of("worker")
        )
        tools.stepCost = settings.cookbookStep
        tools.models = settings.models
        tools.traces = settings.traces
        tools.mostPaused = settings.capacity.paused
        tools.links = links
        if settings.namesLiveLinks {
            tools.liveLink = { [live] in live.link(of: $0, pause: $1) }
        }
        return tools
    }

    /// Of two workers of one name only the one that started last takes jobs.
    private var workerSettings: WorkerSettings {
        let host = "worker-\(ProcessInfo.processInfo.hostName)"
        let id = settings.workerID ?? (isAlone ? host : "\(host)-\(UUID().uuidString.prefix(8).lowercased())")
        var worker = WorkerSettings(id: id, maxConcurrent: settings.capacity.jobs, isOnlyWorker: isAlone)
        worker.incarnation = UUID()
        worker.maxPerUser = settings.capacity.jobsPerUser
        worker.times = settings.times
        // Where no notification can wake it, it looks for new jobs more often.
        if settings.hasTransactionPooler { worker.pollInterval = .milliseconds(500) }
        worker.leastFreeMemory = settings.capacity.leastMemory
        worker.url = settings.workerPort.map { settings.workerURL ?? settings.workerAddress.url(port: $0) }
        return worker
    }

    private func workerPort(
        _ port: Int,
        of worker: WorkerSettings,
        _ workload: Workload,
        _ services: APIServices,
        _ live: LiveStages
    ) -> any Service {
        var own = WorkerPort(services: services, host: settings.workerAddress.host, port: port, logger: quiet) {
            WorkerPort.Standing(
                workerID: worker.id,
                activeJobs: workload.count,
                maxConcurrent: worker.maxConcurrent,
                isDraining: workload.isDraining
            )
        } drain: {
            workload.drain()
            try await services.store.workers.drain(worker.id, as: worker.incarnation)
        }
        own.live = LiveHost(key: LiveKey(credential: keys.credentialBytes)) { await live.attend($0, $1, send: $2) }
        return own
    }
}
