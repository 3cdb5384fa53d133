import Chromium
import Worker

/// Which browser is started, how, and when it makes room for a fresh one.
struct BrowserSettings: Sendable {
    /// Where it lies; nil for the first that is found.
    let binary: String?
    /// Whether its windows are to be seen.
    let isHeaded: Bool
    let hasSandbox: Bool
    let limits: BrowserLimits

    /// Reads the settings.
    ///
    /// - Parameter faults: gets what is wrong.
    init(_ environment: Environment, noting faults: inout Faults) {
        let jobs = faults.number(.browserJobs, 1...100_000, in: environment)
        let megabytes = faults.number(.browserMemory, 100...1_000_000, in: environment)
        limits = BrowserLimits(jobs: jobs, memory: megabytes << 20)
        binary = faults.noting(try environment.text(.chromium), else: nil)
        isHeaded = !(faults.flag(.headless, in: environment) ?? true)
        hasSandbox = !(faults.flag(.noSandbox, in: environment) ?? false)
    }
}
