/// How much a worker takes on.
struct WorkerCapacity: Sendable {
    let jobs: Int
    /// How many jobs of one user may be under way at once; nil for any number.
    let jobsPerUser: Int?
    /// How many jobs may wait for a human with their pages open.
    let paused: Int
    /// How many megabytes must be free before another job is claimed.
    let leastMemory: Int

    /// Reads the settings.
    ///
    /// - Parameter faults: gets what is wrong.
    init(_ environment: Environment, noting faults: inout Faults) {
        jobs = faults.number(.maxConcurrent, 1...64, in: environment)
        let most = faults.number(.maxPerUser, 0...100_000, in: environment)
        jobsPerUser = most == 0 ? nil : most
        paused = faults.number(.maxPaused, 0...1000, in: environment)
        leastMemory = faults.number(.leastMemory, 0...1_000_000, in: environment)
    }
}
