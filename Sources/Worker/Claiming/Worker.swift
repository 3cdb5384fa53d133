public import Foundation
public import GhostHands
import Logging
import NIOConcurrencyHelpers
public import ServiceLifecycle
import Store
public import Waiting

/// Takes jobs from the store, gives them to the hands, and writes down what happened.
public struct Worker: Service {
    private let settings: WorkerSettings
    private let tools: WorkerTools
    private let wake: Signal
    private let hurry: Signal
    private let active: Workload
    private let known = NIOLockedValueBox(Known())

    /// What the worker knows of its own situation.
    private struct Known {
        /// Whether memory was short when it was last looked at: said once, not every second.
        var isShortOfMemory = false
        /// Whether a claim may have taken jobs that this worker was not told of.
        var mayHoldMore = false
        /// Whether another process goes by this worker's name.
        var isReplaced = false
    }

    /// A worker.
    ///
    /// - Parameters:
    ///   - settings: who it is and how much it does at once.
    ///   - tools: what it works with.
    ///   - wake: raised when a job was created in this process, so that it is claimed at once.
    ///   - hurry: raised when a shutdown is not to wait for the jobs at hand.
    ///   - workload: where it keeps what it has at hand, for others to see and to stop.
    public init(
        _ settings: WorkerSettings,
        tools: WorkerTools,
        wake: Signal,
        hurry: Signal = Signal(),
        workload: Workload = Workload()
    ) {
        active = workload
        self.settings = settings
        self.tools = tools
        self.wake = wake
        self.hurry = hurry
    }

    /// Works until graceful shutdown: then it claims nothing more, lets the jobs at hand finish for a while and gives
    /// the rest back.
    public func run() async throws {
        let isStopping = Signal()
        await withGracefulShutdownHandler {
            guard await isRegistered(before: isStopping) else { return }
            let unfinished = NIOLockedValueBox<[Lease]>([])
            await withDiscardingTaskGroup { group in
                group.addTask { await beat() }
                group.addTask { await heedPeople() }
                group.addTask { await drain(after: isStopping, into: unfinished) }
                await Slots(count: settings.maxConcurrent, pause: settings.pollInterval, clock: tools.clock)
                    .fill(until: isStopping, wake: wake, taking: claim, doing: run)
                group.cancelAll()
            }
            await signOff(unfinished.withLockedValue(\.self))
        } onGracefulShutdown: {
            isStopping.raise()
            active.drain()
            wake.raise()
        }
    }

    /// Registers the worker as soon as the database lets it: one that is away for a moment is no reason to end.
    ///
    /// - Returns: whether that was done before the shutdown began.
    private func isRegistered(before isStopping: Signal) async -> Bool {
        while !isStopping.isRaised, !Task.isCancelled {
            do {
                try await register()
                return true
            } catch {
                tools.logger.warning("the worker cannot be registered yet", metadata: ["error": "\(error)"])
                await isStopping.wait(atMost: settings.pollInterval, on: tools.clock)
            }
        }
        return false
    }

    private func register() async throws {
        let id = settings.id
        if settings.isOnlyWorker {
            let back = try await tools.store.jobs.takeBack(workerID: nil)
            if !back.isEmpty {
                tools.logger.info("took back jobs of the previous run", metadata: ["jobs": "\(back.count)"])
            }
        }
        try await signOn()
        tools.logger.info("worker ready", metadata: ["worker": "\(id)", "slots": "\(settings.maxConcurrent)"])
    }

    private func signOn() async throws {
        try await tools.store.workers.register(
            settings.id,
            as: settings.incarnation,
            maxConcurrent: settings.maxConcurrent,
            url: settings.url
        )
    }

    /// Once the shutdown has begun, stops what is still at hand when its time is over; those jobs are given back when
    /// their browsers have stopped.
    private func drain(after isStopping: Signal, into unfinished: NIOLockedValueBox<[Lease]>) async {
        await isStopping.wait()
        guard !Task.isCancelled else { return }
        if !active.leases.isEmpty {
            tools.logger.info("waiting for jobs at hand", metadata: ["jobs": "\(active.leases.count)"])
        }
        await hurry.wait(atMost: settings.drainTime, on: tools.clock)
        guard !Task.isCancelled else { return }
        let leases = active.leases
        unfinished.withLockedValue { $0 = leases }
        active.stop(leases)
    }

    private func claim(_ free: Int) async -> [(Lease, lost: Signal)] {
        guard !active.isDraining, !known.withLockedValue(\.isReplaced), hasMemory() else { return [] }
        do {
            if known.withLockedValue(\.mayHoldMore) {
                let back = try await tools.store.jobs.releaseUnheard(workerID: settings.id, known: active.leases)
                known.withLockedValue { $0.mayHoldMore = false }
                if !back.isEmpty {
                    tools.logger.info("gave back jobs whose claim was not heard", metadata: ["jobs": "\(back.count)"])
                }
            }
            let leases = try await tools.store.jobs.claim(
                workerID: settings.id,
                limit: free,
                mostPerUser: settings.maxPerUser
            )
            // Held from the moment they are known.
            return leases.map { ($0, active.add($0)) }
        } catch {
            known.withLockedValue { $0.mayHoldMore = true }
            tools.logger.warning("no jobs could be claimed", metadata: ["error": "\(error)"])
            return []
        }
    }

    /// Whether there is memory for one more job; a browser that runs out of it would take the others with it.
    private func hasMemory() -> Bool {
        let free = settings.freeMemory().flatMap { $0 < settings.leastFreeMemory ? $0 : nil }
        let wasShort = known.withLockedValue { known in
            defer { known.isShortOfMemory = free != nil }
            return known.isShortOfMemory
        }
        guard let free else { return true }
        if !wasShort {
            tools.logger.warning(
                "too little memory for another job",
                metadata: ["free_mb": "\(free)", "least_mb": "\(settings.leastFreeMemory)"]
            )
        }
        return false
    }

    private func run(_ claimed: (lease: Lease, lost: Signal), _ slot: Slot) async {
        defer { active.remove(claimed.lease) }
        let held = HeldJob(
            claimed.lease,
            lost: claimed.lost,
            tools: tools,
            patience: settings.times.selfFence,
            workload: active,
            slot: slot
        )
        await held.run()
    }

    private func beat() async {
        var fence = SelfFence(limit: settings.times.selfFence, now: tools.clock.now)
        while !Task.isCancelled {
            let next = tools.clock.now.advanced(by: settings.times.heartbeat)
            try? await tools.clock.sleep(until: next, tolerance: nil)
            guard !Task.isCancelled else { return }
            let (leases, sent) = (active.leases, tools.clock.now)
            do {
                // An answer that comes when others may have the jobs already is none.
                let pulse = try await Store.within(settings.times.selfFence / 2) {
                    try await tools.store.workers.heartbeat(settings.id, leases, as: settings.incarnation)
                }
                try await heed(pulse.standing)
                active.stop(Set(leases).subtracting(pulse.alive))
                fence.confirm(sent: sent)
            } catch {
                tools.logger.warning("heartbeat failed", metadata: ["error": "\(error)"])
                if fence.isDown(at: tools.clock.now) { active.stop(leases) }
            }
        }
    }

    /// Looks, while jobs are at work, which of them a person wants to take over.
    private func heedPeople() async {
        while !Task.isCancelled {
            active.asked.lower()
            let working = active.working
            if !working.isEmpty, let wanted = try? await tools.store.jobs.wanted(among: working) { active.want(wanted) }
            await active.asked.wait(atMost: settings.pollInterval, on: tools.clock)
        }
    }

    private func heed(_ standing: Workers.Pulse.Standing) async throws {
        switch standing {
        case .active:
            if noteReplaced(false) {
                tools.logger.notice("the other worker of this name has gone: claiming jobs again")
            }
        case .replaced:
            if !noteReplaced(true) {
                tools.logger.warning(
                    "another worker of this name has started: claiming nothing while it lives (GH_WORKER_ID)",
                    metadata: ["worker": "\(settings.id)"]
                )
            }
        case .draining, .offline:
            if !active.isDraining { tools.logger.info("taken out of service, claiming nothing more") }
            active.drain()
        case .unknown: try await signOn()
        }
    }

    /// Notes whether another process goes by this worker's name.
    ///
    /// - Returns: whether one did before.
    private func noteReplaced(_ isSo: Bool) -> Bool {
        known.withLockedValue { known in
            defer { known.isReplaced = isSo }
            return known.isReplaced
        }
    }

    private func signOff(_ unfinished: [Lease]) async {
        do {
            let released = try await tools.store.jobs.release(unfinished)
            if !released.isEmpty { tools.logger.info("gave jobs back", metadata: ["jobs": "\(released.count)"]) }
            try await tools.store.workers.signOff(settings.id, as: settings.incarnation)
        } catch {
            tools.logger.warning("could not sign off", metadata: ["error": "\(error)"])
        }
    }
}

/// Who a worker is and how much it does at once.
public struct WorkerSettings: Sendable {
    /// Its name; jobs may be meant for it (`GH_WORKER_ID`).
    public var id: String
    /// The process, which tells it from an earlier or another one of the same name.
    public var incarnation: UUID?
    /// Where the API reaches the worker's own port (`GH_WORKER_URL`); nil where it has none.
    public var url: String?
    /// How many jobs it does at once (`MAX_CONCURRENT_JOBS`).
    public var maxConcurrent: Int
    /// Whether no other worker can hold jobs of this database (R48).
    public var isOnlyWorker: Bool
    /// How many jobs of one user may be under way at once, with all workers together; nil for any number.
    public var maxPerUser: Int?
    /// How many megabytes must be free before another job is claimed (`GH_MIN_FREE_MEMORY_MB`).
    public var leastFreeMemory = 0
    /// Tells how many megabytes are free; nil where nobody can say.
    public var freeMemory: @Sendable () -> Int? = { FreeMemory.megabytes() }
    /// How often an idle worker looks for jobs when nothing wakes it.
    public var pollInterval = Duration.seconds(1)
    /// How often leases are confirmed, and how long a worker that cannot goes on with its jobs (R7).
    public var times = LeaseTimes()
    /// How long jobs at hand may go on after the shutdown began.
    public var drainTime = Duration.seconds(30)

    /// A worker's settings.
    public init(id: String, maxConcurrent: Int, isOnlyWorker: Bool) {
        self.id = id
        self.maxConcurrent = maxConcurrent
        self.isOnlyWorker = isOnlyWorker
    }
}
