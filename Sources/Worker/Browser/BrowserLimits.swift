/// When a worker's browser is replaced by a new one: what it leaks and hoards goes with it.
public struct BrowserLimits: Hashable, Sendable {
    /// How many jobs one browser does.
    public var jobs: Int
    /// How many bytes of memory it may have taken by the end of a job.
    public var memory: Int

    /// Makes limits.
    public init(jobs: Int = 100, memory: Int = 1_500 << 20) {
        self.jobs = jobs
        self.memory = memory
    }
}
