import GhostHands
import Logging
public import ServiceLifecycle
import Store

/// Takes jobs from the store, gives them to the hands, and writes down what happened.
public struct Worker: Service {
    private let settings: WorkerSettings
    private let tools: WorkerTools
    private let wake: Signal
    private let active = ActiveJobs()

    /// A worker.
    ///
    /// - Parameters:
    ///   - settings: who it is and how much it does at once.
    ///   - tools: what it works with.
    ///   - wake: raised when a job was created in this process, so that it is claimed at once.
    public init(_ settings: WorkerSettings, tools: WorkerTools, wake: Signal) {
        self.settings = settings
        self.tools = tools
        self.wake = wake
    }

    /// Works until graceful shutdown: then it claims nothing more, lets the jobs at hand finish for a while and gives
    /// the rest back (contract 14.5).
    ///
    /// - Throws: when the worker cannot be registered.
    public func run() async throws {
        let isStopping = Signal()
        try await withGracefulShutdownHandler {
            try await register()
            await withDiscardingTaskGroup { group in
                group.addTask { await beat() }
                await claimUntil(isStopping)
                group.cancelAll()
            }
            await signOff()
        } onGracefulShutdown: {
            isStopping.raise()
            wake.raise()
        }
    }

    private func register() async throws {
        let id = settings.id
        if settings.isOnlyWorker {
            let back = try await tools.store.jobs.takeBack(workerID: nil)
            if !back.isEmpty {
                tools.logger.info("took back jobs of the previous run", metadata: ["jobs": "\(back.count)"])
            }
        }
        try await tools.store.workers.register(id, maxConcurrent: settings.maxConcurrent)
        tools.logger.info("worker ready", metadata: ["worker": "\(id)", "slots": "\(settings.maxConcurrent)"])
    }

    /// Fills free slots until told to stop, then waits for the jobs at hand.
    private func claimUntil(_ isStopping: Signal) async {
        await withTaskGroup(of: Void.self) { group in
            var running = 0
            let slotFreed = Signal()
            while !isStopping.isRaised {
                while running > 0, slotFreed.isRaised {
                    slotFreed.lower()
                    await group.next()
                    running -= 1
                }
                let jobs = running < settings.maxConcurrent ? await claim(settings.maxConcurrent - running) : []
                for job in jobs {
                    running += 1
                    group.addTask {
                        await run(job)
                        slotFreed.raise()
                        wake.raise()
                    }
                }
                guard jobs.isEmpty else { continue }
                await wake.wait(atMost: settings.pollInterval, on: tools.clock)
                wake.lower()
            }
            await drain(&group)
        }
    }

    private func claim(_ free: Int) async -> [Job] {
        do {
            return try await tools.store.jobs.claim(workerID: settings.id, limit: free)
        } catch {
            tools.logger.warning("no jobs could be claimed", metadata: ["error": "\(error)"])
            return []
        }
    }

    private func run(_ job: Job) async {
        let lease = Lease(jobID: job.id, token: job.leaseToken, workerID: settings.id)
        let lost = active.add(lease)
        defer { active.remove(lease) }
        await JobRun(job: job, lease: lease, lost: lost, tools: tools).run()
    }

    private func drain(_ group: inout TaskGroup<Void>) async {
        guard !active.leases.isEmpty else { return }
        tools.logger.info("waiting for jobs at hand", metadata: ["jobs": "\(active.leases.count)"])
        let isOver = Signal()
        await withDiscardingTaskGroup { timer in
            timer.addTask {
                try? await tools.clock.sleep(until: tools.clock.now.advanced(by: settings.drainTime), tolerance: nil)
                isOver.raise()
            }
            timer.addTask {
                await isOver.wait()
                // Only what is still held when the time is over is stopped; its lease is given back below.
                active.stop(active.leases)
            }
            await group.waitForAll()
            isOver.raise()
            timer.cancelAll()
        }
    }

    private func beat() async {
        while !Task.isCancelled {
            try? await tools.clock.sleep(until: tools.clock.now.advanced(by: settings.heartbeat), tolerance: nil)
            guard !Task.isCancelled else { return }
            let leases = active.leases
            do {
                try await tools.store.workers.heartbeat(settings.id, currentJob: leases.first?.jobID)
                let alive = try await tools.store.jobs.heartbeat(workerID: settings.id, leases)
                active.stop(Set(leases).subtracting(alive))
            } catch {
                tools.logger.warning("heartbeat failed", metadata: ["error": "\(error)"])
            }
        }
    }

    private func signOff() async {
        do {
            let released = try await tools.store.jobs.release(workerID: settings.id)
            if !released.isEmpty { tools.logger.info("gave jobs back", metadata: ["jobs": "\(released.count)"]) }
            try await tools.store.workers.signOff(settings.id)
        } catch {
            tools.logger.warning("could not sign off", metadata: ["error": "\(error)"])
        }
    }
}

/// Who a worker is and how much it does at once.
public struct WorkerSettings: Sendable {
    /// Its name; jobs may be meant for it (`GH_WORKER_ID`).
    public var id: String
    /// How many jobs it does at once (`MAX_CONCURRENT_JOBS`).
    public var maxConcurrent: Int
    /// Whether no other worker can hold jobs of this database (R48).
    public var isOnlyWorker: Bool
    /// How often an idle worker looks for jobs when nothing wakes it.
    public var pollInterval = Duration.seconds(1)
    /// How often leases are confirmed.
    public var heartbeat = Duration.seconds(10)
    /// How long jobs at hand may go on after the shutdown began.
    public var drainTime = Duration.seconds(30)

    /// A worker's settings.
    ///
    /// - Parameters:
    ///   - id: its name.
    ///   - maxConcurrent: how many jobs it does at once.
    ///   - isOnlyWorker: whether no other worker can hold jobs of this database.
    public init(id: String, maxConcurrent: Int, isOnlyWorker: Bool) {
        self.id = id
        self.maxConcurrent = maxConcurrent
        self.isOnlyWorker = isOnlyWorker
    }
}
