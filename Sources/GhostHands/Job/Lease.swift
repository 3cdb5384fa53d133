public import FoundationEssentials

/// A worker's right to a job: valid as long as the row carries the same token (R7).
public struct Lease: Sendable, Hashable {
    /// The job held.
    public let jobID: UUID
    /// Bumped by the database on every change of owner.
    public let token: Int64
    /// Who holds it.
    public let workerID: String

    /// Names a holding.
    public init(jobID: UUID, token: Int64, workerID: String) {
        self.jobID = jobID
        self.token = token
        self.workerID = workerID
    }
}
